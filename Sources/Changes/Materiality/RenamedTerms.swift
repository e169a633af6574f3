/// What is called otherwise throughout the new version: a party by its `defined-as`, the document
/// by another name of its own, a term by its definition.
///
/// A clause in which nothing but the name changed says what it said.
struct RenamedTerms: Sendable {
  private struct Term: Sendable {
    /// The words of the name, as written.
    var old: [String]
    var new: [String]
    /// The new node that holds the definition, where what changed is told as it is; -1 for none.
    var definition: Int32
  }

  private var terms: [Term] = []

  /// `definition`: the new node that defines the term, or -1.
  mutating func add(_ before: String, _ after: String, definition: Int32 = -1) {
    let (old, new) = (Self.words(before), Self.words(after))
    guard old != new, !old.isEmpty, !new.isEmpty, max(old.count, new.count) <= Self.longest,
      terms.count < Self.most
    else { return }
    terms.append(Term(old: old, new: new, definition: definition))
  }

  /// Those that a place uses and does not define.
  func used(in node: Int32) -> RenamedTerms {
    var used = self
    used.terms.removeAll { $0.definition >= 0 && $0.definition == node }
    return used
  }

  /// The pieces of a text in which one name stands for the other and nothing else changed, but for
  /// articles.
  func pieces(of text: MarkedText) -> [Int] {
    guard !terms.isEmpty else { return [] }
    return text.pieces.indices.filter { index in
      // A word that both names have is not marked, and may stand before those that are.
      (0..<Self.longest).contains { covers(text.pieces[index], of: text, from: $0) }
    }
  }

  private func covers(_ piece: MarkedText.Piece, of text: MarkedText, from before: Int) -> Bool {
    var (old, new) = (piece.old.lowerBound - before, piece.new.lowerBound - before)
    guard old >= 0, new >= 0 else { return false }
    var hasName = false
    while old < piece.old.upperBound || new < piece.new.upperBound {
      if let term = terms.first(where: {
        Self.stand($0.old, in: text.old, at: old) && Self.stand($0.new, in: text.new, at: new)
      }) {
        old += term.old.count
        new += term.new.count
        hasName = true
      } else if old < text.old.count, new < text.new.count,
        Self.areSame(text.old[old], text.new[new])
      {
        old += 1
        new += 1
      } else {
        return false
      }
    }
    return hasName && old - piece.old.upperBound == new - piece.new.upperBound
  }

  private static func areSame(_ left: MarkedText.Word, _ right: MarkedText.Word) -> Bool {
    left.lower == right.lower
      || TypedWords.articles.contains(left.lower) && TypedWords.articles.contains(right.lower)
  }

  private static func stand(_ name: [String], in words: [MarkedText.Word], at index: Int) -> Bool {
    index + name.count <= words.count
      && name.indices.allSatisfy { isForm(words[index + $0], of: name[$0]) }
  }

  /// Whether a word is a word of a name in one of its forms: `Customer's`, `Auftragnehmern`,
  /// `Verantwortlichen` of `Verantwortlicher`. A name that begins with a capital letter is one.
  private static func isForm(_ word: MarkedText.Word, of name: String) -> Bool {
    if name.first?.isUppercase == true, word.text.first?.isUppercase != true { return false }
    let lower = TypedWords.withoutPossessive(word.lower)
    let name = name.lowercased()
    if lower == name { return true }
    if lower.hasPrefix(name) { return endings.contains(String(lower.dropFirst(name.count))) }
    // A term that is defined in the plural: `sub-Processors`.
    if lower.count >= shortestSingular, name.hasPrefix(lower) {
      return plurals.contains(String(name.dropFirst(lower.count)))
    }
    guard let first = adjective(lower), let second = adjective(name) else { return false }
    return first == second
  }

  /// A German word without the ending of an adjective; `nil` where it has none.
  private static func adjective(_ word: String) -> Substring? {
    guard let ending = TypedWords.adjectiveEndings.first(where: word.hasSuffix) else { return nil }
    let stem = word.dropLast(ending.count)
    return stem.count >= 5 ? stem : nil
  }

  private static let plurals: Set<String> = ["s", "n", "en", "e"]
  /// In letters.
  private static var shortestSingular: Int { 5 }

  private static let endings: Set<String> = [
    "s", "es", "n", "en", "e", "er", "em", "ern", "'", "\u{2019}", "in", "innen",
  ]

  private static func words(_ name: String) -> [String] {
    name.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// In words.
  private static let longest = 8
  private static let most = 32
}
