internal import Changes

extension Redline {
  /// Where the text of a clause goes on behind the list that is in it: the texts behind the list;
  /// `nil` where there are none.
  func tail(ofClauseAt index: Int) -> Range<Int>? {
    let clause = clauses[index]
    guard clause.texts.count > 1, clause.sources.isEmpty, clause.parts.isEmpty else { return nil }
    let isOld = clause.new < 0
    let inner = clauses[(index + 1)...].prefix { $0.depth > clause.depth }
    guard let list = inner.lazy.compactMap({ start(of: $0.texts, isOld: isOld) }).first,
      let tail = clause.texts.dropFirst().first(where: { text in
        texts[text].kind == .paragraph && start(of: text..<text + 1, isOld: isOld) ?? 0 > list
      })
    else { return nil }
    return tail..<clause.texts.upperBound
  }

  /// Where the first words of texts stand in one of the versions.
  private func start(of range: Range<Int>, isOld: Bool) -> Int32? {
    texts[range].lazy.flatMap { runs[$0.runs] }
      .map { isOld ? $0.old : $0.new }.first { !$0.isEmpty }?.lowerBound
  }

  /// The places at which a clause that is shown goes on behind its list: no fold may hide that.
  func places(behindListsOf isShown: [Bool]) -> Set<Int> {
    var places: Set<Int> = []
    var around: [Int] = []
    for (index, clause) in clauses.enumerated() {
      while let last = around.last, clauses[last].depth >= clause.depth {
        around.removeLast()
        places.insert(index)
      }
      if isShown[index], tail(ofClauseAt: index) != nil { around.append(index) }
    }
    return places
  }
}
