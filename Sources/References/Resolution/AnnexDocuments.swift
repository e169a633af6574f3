internal import Agreements
internal import Diagnostics
internal import Frontmatter

/// What a register, or an agreement that is one, is about.
package enum RegisterTopic: String, Sendable {
  case measures
  /// Also the id of the topic in Data/topics.yml.
  case subProcessing = "sub-processing"
}

/// The documents and registers of a portal that can be an annex which an agreement lists and does
/// not hold.
struct AnnexDocuments: Sendable {
  /// What is part of no other agreement of the portal: numbers of annexes in lower case, and
  /// topics.
  private var free: Set<String> = []
  /// The same of what is, by the agreement's id.
  private var owned: [String: Set<String>] = [:]

  /// - Complexity: O(agreements).
  init(
    _ agreements: some Sequence<(id: String, metadata: AgreementMetadata)>,
    registers: Set<RegisterTopic>
  ) {
    for topic in registers { free.insert(topic.rawValue) }
    for (id, metadata) in agreements {
      var names = Self.numbers(id: id, metadata)
      switch metadata.kind {
      case .measures: names.append(RegisterTopic.measures.rawValue)
      case .subProcessorAnnex: names.append(RegisterTopic.subProcessing.rawValue)
      case .agreement, .terms, .policy: break
      }
      guard !names.isEmpty else { continue }
      if let owner = metadata.partOfID?.value {
        owned[owner, default: []].formUnion(names)
      } else {
        free.formUnion(names)
      }
    }
  }

  /// Whether something can be the annex of an agreement that has a number, or is on a topic.
  func holds(_ name: String, of agreement: String) -> Bool {
    free.contains(name) || owned[agreement]?.contains(name) == true
  }

  /// The numbers that a document has as an annex: `exhibit: "1"`, `title: Annex 1 - Measures`, and
  /// `annex-1-measures.md`.
  static func numbers(id: String, _ metadata: AgreementMetadata) -> [String] {
    var found: [String] = []
    if let last = metadata.exhibit?.lowercasedWords.last { found.append(last) }
    if let number = number(in: metadata.title.lowercasedWords.prefix(2)) { found.append(number) }
    if let number = number(in: id.lowercasedWords[...]) { found.append(number) }
    return found
  }

  private static func number(in words: ArraySlice<String>) -> String? {
    for (word, number) in zip(words, words.dropFirst())
    where AnnexWord(word) != nil && isNumber(number) {
      return number
    }
    return nil
  }

  /// `1`, `a`, `iv`
  private static func isNumber(_ word: String) -> Bool {
    let bytes = word.utf8
    return bytes.count == 1 || bytes.allSatisfy(\.isASCIIDigit)
      || bytes.allSatisfy { $0 == 0x69 || $0 == 0x76 || $0 == 0x78 }
  }
}
