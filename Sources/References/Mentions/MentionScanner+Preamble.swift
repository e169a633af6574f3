extension MentionScanner {
  /// `Präambel Abs. 2`, and what `Absatz 2 der Präambel` is of: the preamble alone is no reference.
  mutating func readPreamble(_ unit: UnitWord, isContainer: Bool) -> Element? {
    let start = cursor
    var element = Element(unit: unit, start: start, end: unit.end, isLastUnitPlural: false)
    element.isContainer = isContainer
    cursor = unit.end
    let path = [Designator(.preamble, "")]
    var part = Mention.Part(textRange: textRange(start, cursor), path: path)
    if !isContainer {
      readSubLevels(of: &part, element: &element)
      guard part.path.count > 1 else {
        cursor = start
        return nil
      }
    }
    finish(&part, startingAt: start, element: &element)
    while element.parts.count < Self.maximumParts, var next = nextPart(of: &element) {
      finish(&next.part, startingAt: next.start, element: &element)
    }
    element.end = cursor
    return element
  }
}
