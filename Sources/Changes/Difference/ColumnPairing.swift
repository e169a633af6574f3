internal import Agreements
internal import Differencing

/// Finds which column of a table each column of its older version became: by their heads, then by
/// what their cells say, then by where they stand.
///
/// Heads are drafters' words, and are chosen anew; a column of which most cells stayed is the same
/// column, whatever is put over it and beside it.
///
/// - Complexity: O(cells), with a factor that the most columns of a table bound.
struct ColumnPairing {
  private let old: ComparedText
  private let new: ComparedText
  private let rows: [AlignedRows.Pair]
  /// In lower case.
  private let before: [String]
  private let after: [String]
  private var newOf: [Int: Int] = [:]
  private var taken: Set<Int> = []

  /// Which column of the new table each of the old one became; the others are gone, or new.
  ///
  /// `heads`: those of both tables. `rows`: the rows of them that correspond.
  static func matching(
    heads: (old: [String], new: [String]), rows: [AlignedRows.Pair], _ old: ComparedText,
    _ new: ComparedText
  ) -> [Int: Int] {
    var pairing = ColumnPairing(
      old: old, new: new, rows: rows, before: heads.old.map { $0.lowercased() },
      after: heads.new.map { $0.lowercased() })
    return pairing.matching()
  }

  private init(
    old: ComparedText, new: ComparedText, rows: [AlignedRows.Pair], before: [String],
    after: [String]
  ) {
    self.old = old
    self.new = new
    self.rows = rows
    self.before = before
    self.after = after
  }

  private mutating func matching() -> [Int: Int] {
    let inOrder = compareSequences(before, after).matches(oldCount: before.count)
    for (left, right) in inOrder where !before[left].isEmpty { match(left, right) }
    // What changed places with its neighbours keeps its name.
    for left in before.indices where newOf[left] == nil && !before[left].isEmpty {
      let found = after.indices.filter { after[$0] == before[left] }
      if found.count == 1 { match(left, found[0]) }
    }
    matchCells()
    matchPlaces()
    for (left, right) in inOrder { match(left, right) }
    return newOf
  }

  private mutating func match(_ left: Int, _ right: Int) {
    guard newOf[left] == nil, taken.insert(right).inserted else { return }
    newOf[left] = right
  }

  /// Tables with more columns are known by their heads and their order alone.
  private static var mostColumns: Int { 64 }
}

extension ColumnPairing {
  private struct Candidate {
    var equal: Int
    var isHeadedAlike: Bool
    var left: Int
    var right: Int

    /// The more cells are equal the better, then the more the heads have in common.
    static func precedes(_ first: Self, _ second: Self) -> Bool {
      if first.equal != second.equal { return first.equal > second.equal }
      if first.isHeadedAlike != second.isHeadedAlike { return first.isHeadedAlike }
      let distances = (abs(first.left - first.right), abs(second.left - second.right))
      return (distances.0, first.left, first.right) < (distances.1, second.left, second.right)
    }
  }

  /// Matches columns of which at least half of the cells are the same in both versions.
  private mutating func matchCells() {
    let (width, others) = (before.count, after.count)
    guard !rows.isEmpty, newOf.count < min(width, others), width <= Self.mostColumns,
      others <= Self.mostColumns
    else { return }
    var equal = [Int](repeating: 0, count: width * others)
    var filled = [Int](repeating: 0, count: width)
    for row in rows {
      var columns: [UInt64: [Int]] = [:]
      for (column, tokens) in cells(of: row.old, in: old)
      where column < width && newOf[column] == nil {
        columns[old.digest(of: tokens), default: []].append(column)
        filled[column] += 1
      }
      for (column, tokens) in cells(of: row.new, in: new)
      where column < others && !taken.contains(column) {
        for left in columns[new.digest(of: tokens)] ?? [] { equal[left * others + column] += 1 }
      }
    }
    var candidates: [Candidate] = []
    for left in before.indices {
      for right in after.indices {
        let count = equal[left * others + right]
        guard count > 0, count * 2 >= filled[left] else { continue }
        candidates.append(
          Candidate(
            equal: count, isHeadedAlike: areHeadedAlike(left, right), left: left, right: right))
      }
    }
    for candidate in candidates.sorted(by: Candidate.precedes) {
      match(candidate.left, candidate.right)
    }
  }

  /// The cells of a row that say something, each with its column.
  private func cells(
    of node: Int32, in text: ComparedText
  ) -> [(column: Int, tokens: Range<Int32>)] {
    text.nodes[Int(node)].passages.compactMap { index in
      let passage = text.passages[Int(index)]
      return passage.tokens.isEmpty ? nil : (Int(passage.column), passage.tokens)
    }
  }

  private func areHeadedAlike(_ left: Int, _ right: Int) -> Bool {
    func words(_ head: String) -> Set<Substring> {
      Set(head.split { !$0.isLetter && !$0.isNumber })
        .filter { !Particles.all.contains(String($0)) }
    }
    return !words(before[left]).isDisjoint(with: words(after[right]))
  }
}

extension ColumnPairing {
  /// Matches what stands between the same columns, as many as there are, where anything of it
  /// stayed.
  private mutating func matchPlaces() {
    var (left, right) = (0, 0)
    let anchors = newOf.sorted { $0.key < $1.key }
    for anchor in anchors where anchor.value >= right {
      matchGap(left..<anchor.key, right..<anchor.value)
      (left, right) = (anchor.key + 1, anchor.value + 1)
    }
    matchGap(left..<before.count, right..<after.count)
  }

  private mutating func matchGap(_ olds: Range<Int>, _ news: Range<Int>) {
    let lefts = olds.filter { newOf[$0] == nil }
    let rights = news.filter { !taken.contains($0) }
    guard lefts.count == rights.count else { return }
    for (left, right) in zip(lefts, rights) where !areUnrelated(left, right) {
      match(left, right)
    }
  }

  /// Whether two columns have other heads, cells that can be compared, and no word in common.
  private func areUnrelated(_ left: Int, _ right: Int) -> Bool {
    guard !before[left].isEmpty, !after[right].isEmpty, !areHeadedAlike(left, right),
      before.count <= Self.mostColumns, after.count <= Self.mostColumns
    else { return false }
    var areCompared = false
    for row in rows {
      guard let first = cells(of: row.old, in: old).first(where: { $0.column == left }),
        let second = cells(of: row.new, in: new).first(where: { $0.column == right })
      else { continue }
      let words = Set(first.tokens.filter(old.says).map { old.tokens.ids[Int($0)] })
      if second.tokens.contains(where: {
        new.says($0) && words.contains(new.tokens.ids[Int($0)])
      }) {
        return false
      }
      areCompared = true
    }
    return areCompared
  }
}

/// The rows of each two tables that correspond.
struct AlignedRows: Sendable {
  typealias Pair = (old: Int32, new: Int32)

  /// By the two tables, as one number.
  private var pairs: [Int64: [Pair]] = [:]

  init() {}

  mutating func add(_ old: Int32, _ new: Int32, of tables: Int64) {
    pairs[tables, default: []].append((old, new))
  }

  subscript(tables: Int64) -> [Pair] { pairs[tables] ?? [] }
}
