internal import Agreements
internal import Frontmatter

/// The documents of a portal that are annexes of others: `part-of: dpa` and `exhibit: Annex 1`.
///
/// Whoever writes the measures into a file of their own still says `Annex 1` in the agreement.
struct Exhibits: Sendable {
  struct Exhibit: Sendable {
    /// The number of the agreement among those that are published; `nil` of one that is not.
    var index: Int?
    /// What it is called; `nil` where only its number is stated.
    var word: AnnexWord?
    var language: String?
  }

  /// By the whole that they are part of, and by their number in lower case.
  private var exhibits: [String: [String: [Exhibit]]] = [:]
  /// What an agreement is a translation of.
  private var originals: [String: String] = [:]
  /// The whole that an agreement is part of.
  private var wholes: [String: String] = [:]

  /// - Complexity: O(agreements).
  init(
    _ published: [(id: String, metadata: AgreementMetadata)], unpublished: [AgreementMetadata]
  ) {
    let all =
      published.enumerated().map { ($0.offset, $0.element.id, $0.element.metadata) }
      + unpublished.map { (nil as Int?, $0.id, $0) }
    for (_, id, metadata) in all {
      originals[id] = metadata.translationOf?.value
      wholes[id] = metadata.partOfID?.value
    }
    for (index, id, metadata) in all {
      guard let whole = whole(of: id) else { continue }
      let exhibit = Exhibit(
        index: index, word: AnnexWord(beginning: metadata.exhibit ?? metadata.title),
        language: metadata.language?.value)
      for number in Set(AnnexDocuments.numbers(id: id, metadata)) {
        exhibits[whole, default: [:]][number, default: []].append(exhibit)
      }
    }
  }

  /// The annex of a number that an agreement has, or of the whole that it is part of; of several
  /// that are translations of each other the one in its language, else the first.
  ///
  /// `numbers`: the ways to write the number, in lower case. `word`: what it is called.
  func exhibit(
    _ numbers: [String], called word: AnnexWord?, of id: String, in language: String?
  ) -> Exhibit? {
    guard !exhibits.isEmpty else { return nil }
    for whole in [originals[id] ?? id, whole(of: id)].compactMap(\.self) {
      let found = numbers.lazy.compactMap { exhibits[whole]?[$0] }.first ?? []
      // `Anlage 1` is `Annex 1` in another language, and `Schedule 1` another document in its own.
      let own = found.filter { $0.language == language }
      let exhibit =
        own.isEmpty
        ? found.first
        : own.first { $0.word == nil || word == nil || $0.word == word }
      if let exhibit { return exhibit }
    }
    return nil
  }

  /// The whole that an agreement is part of, or that which it is a translation of.
  private func whole(of id: String) -> String? {
    let whole = wholes[id] ?? originals[id].flatMap { wholes[$0] }
    return whole.map { originals[$0] ?? $0 }
  }
}
