package import Agreements
internal import Deadlines
package import Diagnostics
internal import Frontmatter
package import Registers

// Two language versions of an agreement that list the same: one register, in the words of both.

extension SubProcessor {
  /// Adds to what was adopted from `original` the words of its other language version, for each
  /// company that both list with the same tasks in the same places.
  ///
  /// - Returns: whether the two list the same companies.
  package static func addWords(
    of translated: [SubProcessor], in translation: Agreement, to records: inout [SubProcessor],
    of original: Agreement
  ) -> Bool {
    let others = Dictionary(
      translated.map { ($0.name.value.folded, $0) }, uniquingKeysWith: { first, _ in first })
    var isSame = others.count == records.count
    for index in records.indices {
      guard let other = others[records[index].name.value.folded],
        other.engagements.map(\.fixed) == records[index].engagements.map(\.fixed)
      else {
        isSame = false
        continue
      }
      for (task, words) in other.engagements.enumerated() {
        records[index].engagements[task].addWords(
          of: words, in: translation.metadata.language, besides: original.metadata.language)
      }
    }
    return isSame
  }
}

extension Engagement {
  /// What both languages write alike, for telling that two tasks are one.
  fileprivate var fixed: [[String?]] {
    [locations.map { $0.country?.value }, products.map(\.value), [effective?.value.description]]
  }

  fileprivate mutating func addWords(
    of other: Engagement, in language: Located<String>?, besides own: Located<String>?
  ) {
    func joined(_ text: LocalizedText?, _ words: LocalizedText?) -> LocalizedText? {
      text.map { $0.joined(with: words, in: language, besides: own) }
    }
    service = joined(service, other.service)
    purpose = joined(purpose, other.purpose)
    condition = joined(condition, other.condition)
  }
}

extension LocalizedText {
  /// Words of `own` language with those of another one.
  fileprivate func joined(
    with words: LocalizedText?, in language: Located<String>?, besides own: Located<String>?
  ) -> LocalizedText {
    guard var other = words?.variants[0], let language, let own, own.value != language.value else {
      return self
    }
    var result = self
    for index in result.variants.indices where result.variants[index].language == nil {
      result.variants[index].language = own
    }
    other.language = language
    result.variants.append(other)
    return result
  }
}

extension Measure {
  /// Adds the words of another language version that states the same measure.
  package mutating func addWords(of other: Measure, besides original: Agreement) {
    text = text.joined(
      with: other.text, in: other.text.variants[0].language, besides: original.metadata.language)
  }
}

/// Whether two language versions state the same measures one by one: under the same controls, in
/// the same scopes and states.
package func areParallel(_ first: [AdoptedMeasure], _ second: [AdoptedMeasure]) -> Bool {
  first.count == second.count
    && zip(first, second).allSatisfy { first, second in
      first.control == second.control
        && first.scopes.map(\.state) == second.scopes.map(\.state)
    }
}

extension Diagnostic.Code {
  package static let translatedList = Self(rawValue: "translated-list")
}

extension Diagnostic {
  /// Of a translation whose list of `what` differs from that of its original.
  package static func translatedList(
    _ what: String, of translation: Agreement, original: Agreement
  ) -> Self {
    Diagnostic(
      .translatedList, .warning,
      "'\(original.id)' and its other language version '\(translation.id)' don't list the same \(what),"
        + " so the register has those of '\(original.id)' in its words",
      at: translation.metadata.translationOf?.range
        ?? SourceRange(path: translation.path, line: 1, column: 1),
      help: "list the same in both, in the same order, and under headings that both languages know")
  }
}
