internal import Agreements
internal import Markup
internal import Synchronization

/// How often each word stands in two versions of a text, whatever its capitals; counted when it is
/// first asked for, as few comparisons ask.
final class WordUses: Sendable {
  private let texts: [ComparedText]
  private let counts = AtomicLazyReference<Counts>()

  private final class Counts: Sendable {
    let byWord: [String: Int]

    init(_ byWord: [String: Int]) { self.byWord = byWord }
  }

  init(_ old: ComparedText, _ new: ComparedText) { texts = [old, new] }

  /// `word`: in lower case.
  func count(of word: String) -> Int {
    (counts.load() ?? counts.storeIfNil(Counts(counted()))).byWord[word] ?? 0
  }

  private func counted() -> [String: Int] {
    var byID: [Int32: (count: Int, word: String)] = [:]
    for text in texts {
      for (id, word) in zip(text.tokens.ids, text.tokens.words) where word.kind == .word {
        if byID[id] == nil {
          byID[id] = (0, String(decoding: text.agreement.tree.text[word.bytes], as: UTF8.self))
        }
        byID[id]?.count += 1
      }
    }
    return byID.values.reduce(into: [:]) { counts, entry in
      counts[entry.word.lowercased(), default: 0] += entry.count
    }
  }
}
