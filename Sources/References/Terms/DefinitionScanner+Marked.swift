extension DefinitionScanner {
  /// `(the **Controller**)`, `each a **Party**`: names in bold or italics instead of quotation
  /// marks.
  ///
  /// In italics without an article, as in `(*Bundestag*)`, a name is a translation.
  mutating func readMarkedNames() {
    while nextMarked < marked.count, marked[nextMarked].range.lowerBound < passage.start {
      nextMarked += 1
    }
    guard passage.kind == .text else { return }
    var index = 0
    while nextMarked < marked.count, marked[nextMarked].range.upperBound <= passage.end {
      let (range, isStrong) = marked[nextMarked]
      nextMarked += 1
      while token(index).kind != .end, token(index).start < range.lowerBound { index += 1 }
      var end = index
      while token(end).kind == .word || token(end).isSign(.dash), token(end).end <= range.upperBound
      {
        end += 1
      }
      guard end > index, end - index <= DefinedTerm.longest, index > 0,
        token(end - 1).end == range.upperBound, token(index).isCapitalised,
        role(index).level == nil, !vocabulary.beginning(of: token(index)).contains(.law),
        isStrong || !isSign(.openBracket, index - 1),
        isInBracket((range, end), at: index), !isTitle(range)
      else { continue }
      add(range)
    }
  }
}
