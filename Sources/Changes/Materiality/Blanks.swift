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

/// Tells whether what changed is how somebody is reached.
enum ContactWords {
  static func areContacts(_ text: MarkedText, label: String) -> Bool {
    // Where punctuation alone changed, nobody is reached otherwise than before.
    guard
      text.pieces.contains(where: { piece in
        text.old[piece.old].contains(where: \.isWord)
          || text.new[piece.new].contains(where: \.isWord)
      })
    else { return false }
    if labels.contains(where: { label.hasPrefix($0) }) { return true }
    return text.pieces.allSatisfy { piece in
      if emptiesLine(text, piece) { return labelOfLine(text.old, piece.old.lowerBound) }
      guard !piece.old.isEmpty, !piece.new.isEmpty else { return false }
      if saysAddresses(text.old[piece.old]), saysAddresses(text.new[piece.new]) { return true }
      return labelOfLine(text.new, piece.new.lowerBound)
    }
  }

  private static let labels = [
    "tel", "phone", "mobile", "mobil", "fax", "e-mail", "email", "mail", "mr", "mrs", "ms", "herr",
    "frau", "contact", "kontakt", "ansprechpartner",
  ]

  private static func saysAddresses(_ words: ArraySlice<MarkedText.Word>) -> Bool {
    words.allSatisfy { !$0.isWord || isAddress($0.text) }
  }

  private static func isAddress(_ word: String) -> Bool {
    let bytes = word.utf8
    return bytes.contains(UInt8(ascii: "@")) && bytes.first != UInt8(ascii: "@")
  }

  /// Whether nothing is left behind a label.
  private static func emptiesLine(_ text: MarkedText, _ piece: MarkedText.Piece) -> Bool {
    guard piece.new.isEmpty, piece.old.lowerBound > 0,
      text.old[piece.old.lowerBound - 1].text == ":"
    else { return false }
    return piece.old.upperBound == text.old.count || text.old[piece.old.upperBound].startsLine
  }

  /// Whether the line that holds a word begins with the label of a contact.
  private static func labelOfLine(_ words: [MarkedText.Word], _ index: Int) -> Bool {
    guard !words.isEmpty else { return false }
    var start = min(index, words.count - 1)
    while start > 0, !words[start].startsLine { start -= 1 }
    guard labels.contains(where: { words[start].lower.hasPrefix($0) }) else { return false }
    return words[start...].prefix(5).contains { $0.text == ":" }
  }
}
