extension MarkedText.Piece {
  /// A number alone with what it counts, or what it is of: `12 characters`, `Level 3`; a reader of
  /// `12` knows nothing.
  func counted(in text: MarkedText) -> Self {
    guard isNumber(text.old[old]), isNumber(text.new[new]) else { return self }
    if isSame(text, old.upperBound, new.upperBound),
      text.old[old.upperBound].hasSpaceBefore, text.new[new.upperBound].hasSpaceBefore
    {
      return Self(
        old: old.lowerBound..<old.upperBound + 1, new: new.lowerBound..<new.upperBound + 1)
    }
    guard isSame(text, old.lowerBound - 1, new.lowerBound - 1),
      text.old[old.lowerBound].hasSpaceBefore, text.new[new.lowerBound].hasSpaceBefore,
      !text.old[old.lowerBound].startsCell, !text.new[new.lowerBound].startsCell
    else { return self }
    return Self(
      old: old.lowerBound - 1..<old.upperBound, new: new.lowerBound - 1..<new.upperBound)
  }

  private func isNumber(_ words: ArraySlice<MarkedText.Word>) -> Bool {
    guard words.count == 1, let word = words.first else { return false }
    return word.kind == .number && !word.isDesignator && !word.isStruck
  }

  /// Whether one word that stayed, and is no particle, stands at a place of either version.
  private func isSame(_ text: MarkedText, _ before: Int, _ after: Int) -> Bool {
    guard text.old.indices.contains(before), text.new.indices.contains(after) else { return false }
    let (left, right) = (text.old[before], text.new[after])
    return left.kind == .word && right.kind == .word && left.text == right.text
      && !left.isMarked && !right.isMarked && !left.isStruck && !right.isStruck
      && !left.startsCell && !right.startsCell && !Particles.all.contains(left.lower)
  }
}

extension MarkedText.Word {
  /// Whether words before it stand in another cell, line or paragraph.
  fileprivate var startsCell: Bool { opening != .nothing || startsPassage }
}
