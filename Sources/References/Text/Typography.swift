/// What a UTF-8 sequence beyond ASCII is to the tokenizer.
struct Typography {
  enum Kind: Equatable {
    case letter
    case space
    /// Soft hyphens and joiners: not there as far as words go.
    case nothing
    case sign(Sign)
  }

  var kind: Kind
  /// Bytes of the sequence; at least 1, never beyond the end.
  var length: Int

  @inline(__always)
  init(_ text: borrowing Span<UInt8>, at index: Int, end: Int) {
    let first = text[index]
    let expected =
      first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    length = min(expected, end - index)
    kind = .letter
    if first == 0xC2, length == 2 {
      kind = Self.latin(text[index + 1])
    } else if first == 0xE2, length == 3 {
      kind = Self.punctuation(text[index + 1], text[index + 2])
    } else if first == 0xEF, length == 3, text[index + 1] == 0xBB, text[index + 2] == 0xBF {
      kind = .nothing
    } else if first >= 0xF0 {
      kind = .sign(.other)
    }
  }

  /// U+0080...U+00BF, by the second byte.
  private static func latin(_ byte: UInt8) -> Kind {
    switch byte {
    case 0xA0: .space
    case 0xA7: .sign(.sectionSign)
    case 0xAB, 0xBB: .sign(.doubleQuote)
    case 0xAD: .nothing
    case 0xB4: .sign(.singleQuote)
    case 0xAA, 0xB5, 0xBA: .letter
    default: .sign(.other)
    }
  }

  /// U+2000...U+2FFF, by the second and third byte.
  private static func punctuation(_ second: UInt8, _ third: UInt8) -> Kind {
    switch (second, third) {
    case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): .space
    case (0x80, 0x8B...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0...0xAF): .nothing
    case (0x80, 0x90...0x95), (0x88, 0x92): .sign(.dash)
    case (0x80, 0x98...0x9B), (0x80, 0xB9...0xBA): .sign(.singleQuote)
    case (0x80, 0x9C...0x9F): .sign(.doubleQuote)
    case (0x80, 0xA6): .sign(.ellipsis)
    case (0x80, 0xA2), (0x97, 0x8F), (0x97, 0x8B), (0x88, 0x99): .sign(.bullet)
    default: .sign(.other)
    }
  }
}
