internal import Deadlines
package import Diagnostics

extension ReferenceResolver {
  /// Reports what is wrong with the citations of the agreement.
  mutating func reportCitations() {
    var stale: [Int: [Citation]] = [:]
    for citation in resolved.citations {
      let law = context.laws.laws[citation.law]
      if law.repealed != nil || law.void != nil {
        // One expression is reported once, however many provisions it cites.
        if stale[citation.law]?.last?.expressionRange != citation.expressionRange {
          stale[citation.law, default: []].append(citation)
        }
      }
      if citation.saysPage {
        diagnostics.append(
          .malformedCitation(
            reading.text(citation.textRange), sentence: citation.sentence,
            at: range(citation.textRange)))
      }
      if let fault = fault(in: citation, of: law) {
        diagnostics.append(
          .unknownLawProvision(fault.0, help: fault.1, at: range(citation.textRange)))
      }
    }
    for law in stale.keys.sorted() {
      guard let citations = stale[law], let first = citations.first else { continue }
      diagnostics.append(staleLaw(law, first, further: citations.dropFirst().prefix(8)))
    }
  }

  /// What the law has not: an article beyond its last, a paragraph beyond the article's last.
  private func fault(in citation: Citation, of law: Law) -> (summary: String, help: String?)? {
    let unit = citation.unit.rawValue
    let isCounted: Bool =
      switch citation.unit {
      case .article, .section, .clause: true
      default: false
      }
    guard isCounted, citation.unit.rawValue == law.unit.rawValue, !citation.number.isEmpty else {
      return nil
    }
    let name = law.short.english
    let whole = citation.number.utf8.prefix { $0 != UInt8(ascii: ".") }
    if !law.mayHave(String(Substring(whole))) {
      return (
        "\(unit) \(citation.number) is not part of the \(name), which has \(law.provisions) of them",
        "cite one of 1 to \(law.provisions), or name the law that is meant"
      )
    }
    guard let count = law.paragraphs[citation.number], let paragraph = Int(citation.paragraph)
    else { return nil }
    if count == 0 {
      return (
        "\(unit) \(citation.number) of the \(name) has no paragraphs",
        "cite \(unit) \(citation.number) alone"
      )
    }
    guard paragraph > count || paragraph == 0 else { return nil }
    return (
      "paragraph \(paragraph) is not part of \(unit) \(citation.number) of the \(name), which has "
        + "\(count)",
      "cite one of paragraphs 1 to \(count)"
    )
  }

  private func staleLaw(
    _ law: Int, _ first: Citation, further: ArraySlice<Citation>
  ) -> Diagnostic {
    let stale = context.laws.laws[law]
    let successor = stale.replacedBy.flatMap { context.laws.law($0) }.map { context.laws.laws[$0] }
    let date = stale.void ?? stale.repealed ?? ""
    let name = stale.short.english
    let text = reading.text(first.expressionRange)
    let what =
      stale.isRenamed
      ? "\(name) has been called \(successor?.short.english ?? "otherwise") since \(date)"
      : stale.void != nil
        ? "\(name) has been void since \(date)" : "\(name) was repealed on \(date)"
    return Diagnostic(
      .staleLaw, .warning, "'\(text)' cites a law of the past: \(what)",
      at: range(first.expressionRange),
      notes: further.map {
        Diagnostic.Note("'\(reading.text($0.textRange))' cites it too", at: range($0.textRange))
      },
      help: successor.map { "cite the \($0.title.english) (\($0.short.english)) instead" })
  }
}

extension Diagnostic.Code {
  package static let staleLaw = Self(rawValue: "stale-law")
  package static let malformedCitation = Self(rawValue: "malformed-citation")
  package static let unknownLawProvision = Self(rawValue: "unknown-law-provision")
  package static let citationWithoutLaw = Self(rawValue: "citation-without-law")
}

extension Diagnostic {
  fileprivate static func malformedCitation(
    _ text: String, sentence: String, at range: SourceRange
  ) -> Self {
    let isGerman = text.contains("Seite")
    let (page, unit) = isGerman ? ("Seite", "Satz") : ("page", "sentence")
    return Diagnostic(
      .malformedCitation, .warning,
      "'\(text)' cites a page; provisions of laws are cited by sentence", at: range,
      help: "replace '\(page) \(sentence)' with '\(unit) \(sentence)'")
  }

  fileprivate static func unknownLawProvision(
    _ summary: String, help: String?, at range: SourceRange
  ) -> Self {
    Diagnostic(.unknownLawProvision, .warning, summary, at: range, help: help)
  }

  static func citationWithoutLaw(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .citationWithoutLaw, .warning, "'\(text)' names no law, and no law is cited near it",
      at: range, help: "write the law's name behind it, such as 'GDPR'")
  }
}
