/// An article, section, recital, annex or chapter of a law, or the law as a whole: what an index of
/// the law cited has one entry for.
package struct LawProvision: Hashable, Sendable {
  /// The law's index in the catalog.
  package let law: Int
  package let unit: Citation.Unit
  /// `28`, `4b`, `II`; empty for the law as a whole.
  package let number: String

  package init(_ citation: Citation) {
    law = citation.law
    number = citation.number
    unit = number.isEmpty ? .law : citation.unit
  }

  private init(law: Int, unit: Citation.Unit, number: String) {
    self.law = law
    self.unit = unit
    self.number = number
  }

  /// How many provisions a range names at most that are known one by one: what is longer cites the
  /// law at large.
  private static let longestRange = 50

  /// What a citation names: of `Articles 32 to 36` each of the five, of `Art. 33 f.` both.
  ///
  /// `last`: the highest number that the law has; 0 where nobody knows.
  package static func all(in citation: Citation, last: Int) -> [Self] {
    let first = Self(citation)
    let isWhole =
      citation.paragraph.isEmpty && citation.subparagraph.isEmpty && citation.sentence.isEmpty
      && citation.point.isEmpty && citation.letter.isEmpty
    guard isWhole, let start = Int(first.number) else { return [first] }
    var end = Int(citation.through) ?? start
    if citation.following == .one { end = max(end, start + 1) }
    if last > 0, first.unit == .article || first.unit == .section { end = min(end, last) }
    guard end > start, end - start < longestRange else { return [first] }
    return [first]
      + ((start + 1)...end).map { Self(law: first.law, unit: first.unit, number: String($0)) }
  }

  /// The key of its words in a theme: `law.recital`.
  package var wordKey: String { unit == .law ? "law.whole" : "law.\(unit.rawValue)" }
}

extension LawProvision: Comparable {
  /// By law; in it articles, recitals, annexes, chapters, the whole; `4` before `4b` before `28`.
  package static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.law != rhs.law { return lhs.law < rhs.law }
    if lhs.unit != rhs.unit { return lhs.unit.rank < rhs.unit.rank }
    let left = leadingNumber(lhs.number)
    let right = leadingNumber(rhs.number)
    if left != right { return left < right }
    return lhs.number < rhs.number
  }

  /// What is no number comes last.
  private static func leadingNumber(_ text: String) -> Int {
    Int(text.prefix { $0.isNumber }) ?? Int.max
  }
}

extension Citation.Unit {
  fileprivate var rank: Int {
    switch self {
    case .article: 0
    case .section: 1
    case .clause: 2
    case .recital: 3
    case .annex: 4
    case .chapter: 5
    case .law: 6
    }
  }
}
