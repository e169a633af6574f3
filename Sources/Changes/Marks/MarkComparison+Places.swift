extension MarkComparison {
  /// Boxes that were ticked, cleared, added or taken away.
  func changedBoxes(_ oldNode: Int32, _ newNode: Int32) -> [MarkChange] {
    let (before, after) = (oldMarks.boxes[oldNode] ?? [], newMarks.boxes[newNode] ?? [])
    guard !before.isEmpty || !after.isEmpty else { return [] }
    // An item has one box at most, whatever became of its words.
    if before.count <= 1, after.count <= 1 {
      guard before.first?.isTicked != after.first?.isTicked else { return [] }
      return [.box(before.first, after.first)]
    }
    let boxes = Dictionary(before.map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first })
    let news = Dictionary(after.map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first })
    return kept.compactMap { pair in
      let (left, right) = (boxes[pair.old], news[pair.new])
      return left?.isTicked == right?.isTicked ? nil : .box(left, right)
    }
  }

  /// Marks of footnotes that stand behind another word, that are new, and that are gone.
  func movedFootnotes(_ oldNode: Int32, _ newNode: Int32) -> [MarkChange] {
    let before = oldMarks.footnotes[oldNode] ?? []
    let after = newMarks.footnotes[newNode] ?? []
    guard !before.isEmpty || !after.isEmpty else { return [] }
    var newOf = Dictionary(kept.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    newOf[-1] = -1
    let keptNew = Set(newOf.values)
    var changes: [MarkChange] = []
    var lefts = Dictionary(grouping: before) { numbers.newOf[$0.number] ?? -$0.number }
    var rights = Dictionary(grouping: after, by: \.number)
    for number in Set(lefts.keys).union(rights.keys).sorted() {
      var olds = lefts.removeValue(forKey: number) ?? []
      var news = rights.removeValue(forKey: number) ?? []
      // A footnote that only one version has is told by its text.
      guard number > 0, let oldNumber = numbers.oldOf[number] else { continue }
      removeEqual(&olds, &news, newOf)
      let (oldCount, newCount) = (olds.count, news.count)
      olds.removeAll { newOf[$0.token] == nil }
      news.removeAll { !keptNew.contains($0.token) }
      // What went with its word and what came with a new one were one mark.
      let gone = oldCount - olds.count
      let come = newCount - news.count
      if gone > come { news.removeFirst(min(gone - come, news.count)) }
      if come > gone { olds.removeFirst(min(come - gone, olds.count)) }
      for (left, right) in zip(olds, news) {
        changes.append(.footnote(number: number, old: left.token, new: right.token))
      }
      // Where the note itself moved with its mark, its words are told.
      let stoodHere = oldMarks.definitions[oldNumber]?.node == oldNode
      let standsHere = newMarks.definitions[number]?.node == newNode
      if !stoodHere || standsHere {
        changes += olds.dropFirst(news.count).map {
          .footnote(number: oldNumber, old: $0.token, new: nil)
        }
      }
      if stoodHere || !standsHere {
        changes += news.dropFirst(olds.count).map {
          .footnote(number: number, old: nil, new: $0.token)
        }
      }
    }
    return changes
  }

  /// Leaves out the marks that stand behind the same word in both versions.
  private func removeEqual(
    _ olds: inout [FootnoteMark], _ news: inout [FootnoteMark], _ newOf: [Int32: Int32]
  ) {
    var tokens: [Int32: Int] = [:]
    for mark in news { tokens[mark.token, default: 0] += 1 }
    var equal: [Int32: Int] = [:]
    olds.removeAll { mark in
      guard let token = newOf[mark.token], let count = tokens[token], count > 0 else {
        return false
      }
      tokens[token] = count - 1
      equal[token, default: 0] += 1
      return true
    }
    news.removeAll { mark in
      guard let count = equal[mark.token], count > 0 else { return false }
      equal[mark.token] = count - 1
      return true
    }
  }
}
