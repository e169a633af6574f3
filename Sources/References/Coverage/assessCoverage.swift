internal import Agreements
package import Diagnostics
internal import Markup

/// How one agreement covers one duty of Art. 28 GDPR.
package struct DutyCoverage: Sendable {
  package enum Status: String, Sendable {
    /// By clauses that say so with `covers`.
    case declared
    /// By another document of the portal that says so, to which this one refers.
    case elsewhere
    /// As far as citations and headings let one think.
    case suggested
    case missing
  }

  /// The duty's index in ``DutyCatalog/duties``.
  package var duty: Int
  package var status: Status
  /// The clauses, in the order of the text; of `elsewhere` those of the other document.
  package var places: [ReferenceTarget]
}

/// Finds for each agreement which clauses cover the duties of Art. 28 GDPR.
///
/// What the author declares counts. Where nothing is declared, clauses are suggested: those that
/// cite the provision, else those whose heading has its words. A suggestion is never more than
/// that.
///
/// - Returns: a row of all duties for each agreement, and `unknown-duty` for each `covers` that is
///   none.
/// `suggested`: what ``suggestCoverage(in:_:number:)`` finds in each agreement.
/// - Complexity: O(agreements × duties + references).
package func assessCoverage(
  of readings: [AgreementReading], _ resolved: [ResolvedAgreement],
  suggested: [[[ReferenceTarget]]]
) -> (rows: [[DutyCoverage]], diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var declared: [[Int: [ReferenceTarget]]] = []
  for (number, reading) in readings.enumerated() {
    declared.append(declarations(in: reading, number: number, &diagnostics))
  }
  let rows = readings.indices.map { number in
    let duties = readings[number].context.catalogs.duties.duties
    let suggested = suggested[number]
    var others: [Int] = []
    for reference in resolved[number].references {
      for part in reference.parts {
        for target in part.targets where Int(target.agreement) != number {
          others.append(Int(target.agreement))
        }
      }
    }
    others = Set(others).sorted()
    return duties.indices.map { duty in
      if let places = declared[number][duty] {
        return DutyCoverage(duty: duty, status: .declared, places: places)
      }
      if let other = others.lazy.compactMap({ declared[$0][duty] }).first {
        return DutyCoverage(duty: duty, status: .elsewhere, places: other)
      }
      let places = suggested[duty]
      return DutyCoverage(
        duty: duty, status: places.isEmpty ? .missing : .suggested, places: places)
    }
  }
  return (rows, diagnostics)
}

private func declarations(
  in reading: AgreementReading, number: Int, _ diagnostics: inout [Diagnostic]
) -> [Int: [ReferenceTarget]] {
  let duties = reading.context.catalogs.duties.duties
  var declared: [Int: [ReferenceTarget]] = [:]
  // Near misses cost time, and a file can hold thousands of wrong duties.
  var helped = 0
  for index in reading.agreement.provisions.indices {
    for id in reading.agreement.provisions[index].covers {
      guard let duty = duties.firstIndex(where: { $0.id == id }) else {
        diagnostics.append(
          Diagnostic(
            .unknownDuty, .error, "'\(id)' is no duty of Art. 28 GDPR that a clause can cover",
            at: reading.places.range(ofProvision: Int32(index)),
            help: helped < 50
              ? duties.map(\.id).help(for: id)
              : "write the number of a duty, such as '28.3.a'"))
        helped += 1
        continue
      }
      declared[duty, default: []].append(
        ReferenceTarget(agreement: Int32(number), provision: Int32(index)))
    }
  }
  return declared
}

extension [String] {
  /// What to write instead of `id`, which is no duty: the duty that it is another spelling of, or
  /// those of its paragraph, since a number beside it is another duty.
  fileprivate func help(for id: String) -> String? {
    let parts = id.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
      .drop { $0.first?.isLetter ?? false }
    let written = parts.joined(separator: ".")
    if contains(written) { return "replace '\(id)' with '\(written)'" }
    for count in (0...parts.count).reversed() {
      let above = parts.prefix(count).map { $0 + "." }.joined()
      let below = filter { $0.hasPrefix(above) }
      guard !below.isEmpty else { continue }
      // Single letters and numbers are all near to each other.
      let words = below.filter { $0.dropFirst(above.count).count > 2 }
      if let word = nearMiss(for: written, among: words) {
        return "replace '\(id)' with '\(word)'"
      }
      return "use one of the duties \(below.map { "'\($0)'" }.joined(separator: ", "))"
    }
    return nil
  }
}

/// Clauses that cite a duty, or else are headed by its words, or rows of tables, or else speak of it; at
/// most a few for each duty.
///
/// Shape: an array of places for each duty.
/// - Complexity: O(bytes of the text + citations).
package func suggestCoverage(
  in reading: AgreementReading, _ resolved: ResolvedAgreement, number: Int
) -> [[ReferenceTarget]] {
  let catalog = reading.context.catalogs.duties
  var suggested = [[ReferenceTarget]](repeating: [], count: catalog.duties.count)
  func suggest(_ duty: Int, _ provision: Int32) {
    guard provision >= 0 else { return }
    let target = ReferenceTarget(agreement: Int32(number), provision: provision)
    guard suggested[duty].count < 8, suggested[duty].last != target else { return }
    suggested[duty].append(target)
  }
  let gdpr = reading.context.laws.law("gdpr")
  for citation in resolved.citations where citation.law == gdpr && citation.unit == .article {
    guard let article = Int(citation.number) else { continue }
    for duty in catalog.citing[article] ?? []
    where catalog.duties[duty].cites.contains(where: { $0.isCited(by: citation, article) }) {
      suggest(duty, citation.provision)
    }
  }
  let isCited = suggested.map { !$0.isEmpty }
  let provisions = reading.agreement.provisions
  for index in provisions.indices where !provisions[index].title.isEmpty {
    let kind = provisions[index].kind
    guard kind == .section || kind == .annex || kind == .clause else { continue }
    let title = Array(provisions[index].title.utf8)
    catalog.titles.match(title.span, from: 0, to: title.count) { duty in
      if !isCited[duty] { suggest(duty, Int32(index)) }
    }
  }
  let text = reading.agreement.tree.text
  let isTitled = suggested.map { !$0.isEmpty }
  // The first cell of a row heads it: `Categories of personal data | Account data`.
  var row = Provision.none
  for passage in reading.passages where passage.kind == .cell && !passage.isHead {
    let isFirst = passage.provision != row
    row = passage.provision
    guard isFirst, row != Provision.none, passage.end - passage.start < 80 else { continue }
    catalog.titles.match(text.span, from: Int(passage.start), to: Int(passage.end)) { duty in
      if !isTitled[duty] { suggest(duty, passage.provision) }
    }
  }
  let isHeaded = suggested.map { !$0.isEmpty }
  for passage in reading.passages where passage.kind == .text {
    catalog.texts.match(text.span, from: Int(passage.start), to: Int(passage.end)) { duty in
      if !isHeaded[duty] { suggest(duty, passage.provision) }
    }
  }
  return suggested
}

/// A provision of the GDPR that the catalog of duties names: `28.3.c`, `32`, `12-23`.
struct CitedProvision: Sendable {
  /// One article, or a range of them.
  var articles: ClosedRange<Int>
  var paragraph: String?
  var letter: String?

  /// `nil` where the text is none.
  init?(_ text: String) {
    let bounds = text.split(separator: "-").map { Int($0) }
    if bounds.count == 2, let low = bounds[0], let high = bounds[1], low <= high {
      articles = low...high
      return
    }
    let parts = text.split(separator: ".")
    guard let first = parts.first, let article = Int(first) else { return nil }
    articles = article...article
    if parts.count > 1 { paragraph = String(parts[1]) }
    if parts.count > 2 { letter = String(parts[2]) }
  }

  /// Whether `citation`, whose article is `article`, cites it, or for a range a range within it.
  func isCited(by citation: Citation, _ article: Int) -> Bool {
    guard articles.contains(article) else { return false }
    if articles.count > 1 {
      guard let last = Int(citation.through), citation.paragraph.isEmpty else { return false }
      return last <= articles.upperBound
    }
    guard citation.through.isEmpty || !citation.paragraph.isEmpty else { return false }
    if let paragraph {
      // `Art. 28 (2)-(4)` cites paragraph 3, too.
      let isWithin = Self.isWithin(
        paragraph, citation.letter.isEmpty ? citation.paragraph : "", citation.through)
      guard citation.paragraph == paragraph || isWithin else { return false }
    }
    guard let letter else { return true }
    return citation.letter == letter
      || (!citation.letter.isEmpty && citation.letter <= letter && letter <= citation.through)
  }

  private static func isWithin(_ value: String, _ first: String, _ last: String) -> Bool {
    guard let value = Int(value), let first = Int(first), let last = Int(last) else { return false }
    return value >= first && value <= last
  }
}

extension Diagnostic.Code {
  package static let unknownDuty = Self(rawValue: "unknown-duty")
}
