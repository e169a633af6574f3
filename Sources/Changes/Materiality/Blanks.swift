/// Tells whether words were put where a blank was left for them.
enum Blanks {
  /// Whether each marked piece fills a line to write on, or what a label such as `Tel.:` left open.
  static func isFilled(_ text: MarkedText) -> Bool {
    !text.pieces.isEmpty
      && text.pieces.allSatisfy { piece in
        fillsLine(text, piece) || fillsLabel(text, piece)
      }
  }

  private static func fillsLine(_ text: MarkedText, _ piece: MarkedText.Piece) -> Bool {
    guard text.new[piece.new].contains(where: { $0.kind == .word || $0.kind == .number }) else {
      return false
    }
    let removed = text.old[piece.old]
    if removed.contains(where: { $0.kind == .blank }) { return true }
    // `[...]` and `[●]`.
    return removed.first?.text == "[" && removed.count <= 3
  }

  private static func fillsLabel(_ text: MarkedText, _ piece: MarkedText.Piece) -> Bool {
    guard piece.old.isEmpty, !piece.new.isEmpty, piece.new.lowerBound > 0,
      text.new[piece.new.lowerBound - 1].text == ":"
    else { return false }
    return piece.new.upperBound == text.new.count || text.new[piece.new.upperBound].startsLine
  }
}
