package import Agreements
package import Diagnostics
internal import Frontmatter

/// Compares what an agreement's text says about sub-processors with the register.
///
/// Pure. A promise is reported once for each agreement, at the first place that makes it.
///
/// - Returns: `contradicting-count`, `contradicting-territory` and `unlisted-company`.
/// - Complexity: O(bytes of the text).
package func checkTexts(of agreement: Agreement, against facts: RegisterFacts) -> [Diagnostic] {
  var check = TextCheck(agreement, facts)
  agreement.forEachPlainText { provision, text in
    if !text.isEmpty { check.check(text, at: provision) }
  }
  return check.diagnostics
}

private struct TextCheck {
  let agreement: Agreement
  let facts: RegisterFacts
  /// Folded names of the agreement's own parties, beside those of ``facts``.
  private var parties: Set<String> = []
  /// The first numbered section or annex: above it, the parties are named.
  private let firstNumbered: Int
  let words = PromiseWords.shipped
  var diagnostics: [Diagnostic] = []
  private var hasCount = false
  private var hasTerritory = false
  private var companies: Set<String> = []

  init(_ agreement: Agreement, _ facts: RegisterFacts) {
    self.agreement = agreement
    self.facts = facts
    let provisions = agreement.provisions
    let isHeading = { (index: Int) in
      provisions[index].kind == .section || provisions[index].kind == .annex
    }
    firstNumbered =
      provisions.indices.first { isHeading($0) && !provisions[$0].designation.isEmpty }
      ?? provisions.indices.first(where: isHeading) ?? 0
    for party in agreement.metadata.parties {
      for name in [party.name, party.brand] + party.members.map(\.name) {
        if let name { parties.formUnion(RegisterFacts.folded(name)) }
      }
    }
  }

  mutating func check(_ bytes: [UInt8], at provision: Int) {
    let held = PromiseWords.Group(rawValue: words.filter.groups(in: bytes.span))
    let mayCount = !hasCount && !facts.inUse.isEmpty && held.mayCount
    let mayRuleOut = !hasTerritory && !facts.outside.isEmpty && held.mayRuleOut
    guard mayCount || mayRuleOut || held.contains(.forms) else { return }
    if mayCount || mayRuleOut { checkSentences(of: bytes, at: provision) }
    guard held.contains(.forms) else { return }
    let names = companyNames(in: bytes)
    guard !names.isEmpty else { return }
    let areParties = provision < firstNumbered || namesParty(bytes)
    for name in names where companies.insert(name.folded).inserted && !areParties {
      diagnostics.append(.unlistedCompany(name, at: agreement.range(ofProvision: provision)))
    }
  }

  /// Whether a text gives a party its name: `– im Folgenden „Auftraggeber“ –`.
  private func namesParty(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return agreement.metadata.parties.contains { party in
      guard let name = party.definedAs?.value, !name.isEmpty else { return false }
      return Self.quotes.contains { text.contains($0 + name) }
    }
  }

  private static let quotes = [
    "\"", "\u{201E}", "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}", "'", "\u{2018}", "\u{201A}",
  ]

  private mutating func checkSentences(of bytes: [UInt8], at provision: Int) {
    for sentence in bytes.split(whereSeparator: { Self.endsSentence($0) }) {
      // A promise is made in one sentence, and most of the others have no words of it.
      let held = PromiseWords.Group(rawValue: words.filter.groups(in: sentence.span))
      guard held.mayCount || held.mayRuleOut else { continue }
      checkPromises(of: String(decoding: sentence, as: UTF8.self), held, at: provision)
    }
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\n")
  }

  /// `held`: the groups of words that the sentence may hold; what needs others is not looked for.
  private mutating func checkPromises(
    of sentence: String, _ held: PromiseWords.Group, at provision: Int
  ) {
    let parts = sentence.folded.split(separator: " ").map(String.init)
    if !hasCount, held.mayBeOne, facts.inUse.count > 1, promisesOneOnly(parts) {
      hasCount = true
      diagnostics.append(
        .contradictingCount("one sub-processor", facts, at: agreement.range(ofProvision: provision))
      )
    } else if !hasCount, held.mayBeNone, !facts.inUse.isEmpty, promisesNone(parts) {
      hasCount = true
      diagnostics.append(
        .contradictingCount("no sub-processor", facts, at: agreement.range(ofProvision: provision)))
    }
    guard !hasTerritory, held.mayRuleOut else { return }
    let outside = placesOutside(against: parts)
    if !outside.isEmpty {
      hasTerritory = true
      diagnostics.append(
        .contradictingTerritory(outside, at: agreement.range(ofProvision: provision)))
    }
  }

  private func promisesOneOnly(_ parts: [String]) -> Bool {
    parts.indices.contains { index in
      guard let length = parts.length(of: words.oneOnly, at: index) else { return false }
      return parts.length(of: words.subProcessors, at: index + length) != nil
    }
  }

  private func promisesNone(_ parts: [String]) -> Bool {
    parts.contains(anyOf: words.noneAtAll) && !parts.contains(anyOf: words.openings)
  }

  /// The places outside that a sentence rules out: none, all, or those where data is kept.
  private func placesOutside(against parts: [String]) -> [RegisterFacts.Outside] {
    if parts.contains(anyOf: words.thirdCountries), parts.contains(anyOf: words.never),
      parts.contains(anyOf: words.transfers), !parts.contains(anyOf: words.waysOut)
    {
      return facts.outside
    }
    guard !facts.outside.isEmpty, parts.contains(anyOf: words.exclusively),
      parts.contains(anyOf: words.inside), !parts.contains(anyOf: words.exceptions)
    else { return [] }
    if parts.contains(anyOf: words.storage) { return facts.outside.filter(\.isStorage) }
    if parts.contains(anyOf: words.hosting) { return facts.outside.filter(\.isHosting) }
    return parts.contains(anyOf: words.activities) ? facts.outside : []
  }

  /// Names with a legal form that nothing in the portal goes by.
  private func companyNames(in text: [UInt8]) -> [String] {
    words.companyNames.names(in: text).compactMap { before, name in
      // What stands before a name may look like a part of it, or be a part without looking so.
      isKnown(before + name) ? nil : name.joined(separator: " ")
    }
  }

  /// Whether the words from one of them to the last are a known name.
  private func isKnown(_ parts: [String]) -> Bool {
    var name = ""
    for index in parts.indices.reversed() {
      let part = parts[index].folded
      if !part.isEmpty { name = name.isEmpty ? part : part + " " + name }
      if index < parts.count - 1, facts.known.contains(name) || parties.contains(name) {
        return true
      }
    }
    return false
  }
}

extension Diagnostic.Code {
  package static let contradictingCount = Self(rawValue: "contradicting-count")
  package static let contradictingTerritory = Self(rawValue: "contradicting-territory")
  package static let unlistedCompany = Self(rawValue: "unlisted-company")
}

extension Diagnostic {
  fileprivate static func contradictingCount(
    _ promise: String, _ facts: RegisterFacts, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .contradictingCount, .warning,
      "the text promises \(promise), and the register has \(facts.inUse.count) in use",
      at: range,
      notes: facts.inUse.prefix(3).map { Note("'\($0.value)' is in use", at: $0.range) },
      help: "change the text, or end the engagements that it doesn't allow")
  }

  fileprivate static func contradictingTerritory(
    _ outside: [RegisterFacts.Outside], at range: SourceRange
  ) -> Self {
    Diagnostic(
      .contradictingTerritory, .warning,
      "the text keeps processing inside the EU or EEA, and the register has places outside",
      at: range,
      notes: outside.prefix(3).map {
        Note("'\($0.name.value)' processes in \($0.place)", at: $0.name.range)
      },
      help: "name the exception in the text, or end the engagements outside")
  }

  fileprivate static func unlistedCompany(_ name: String, at range: SourceRange) -> Self {
    Diagnostic(
      .unlistedCompany, .warning, "the register has no company '\(name)', which the text names",
      at: range,
      help:
        "write a record for it; if it processes nothing, one with excluded: true and a reason")
  }
}

extension PromiseWords.Group {
  /// Whether a text may say how many sub-processors there are.
  fileprivate var mayCount: Bool { mayBeOne || mayBeNone }

  fileprivate var mayBeOne: Bool { isSuperset(of: [.oneOnly, .subProcessors]) }

  fileprivate var mayBeNone: Bool { isSuperset(of: [.noneAtAll, .subProcessors]) }

  /// Whether it may keep data inside the EU or EEA.
  fileprivate var mayRuleOut: Bool {
    isSuperset(of: [.exclusively, .inside]) || isSuperset(of: [.thirdCountries, .countries])
  }
}
