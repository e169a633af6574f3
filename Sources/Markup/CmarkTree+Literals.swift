import CCmarkGFM

extension CmarkTree {
  @inline(__always)
  static func append(_ literal: UnsafePointer<CChar>?, to text: inout [UInt8]) {
    guard let literal = unsafe literal else { return }
    unsafe text.append(
      contentsOf: UnsafeBufferPointer(
        start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self),
        count: length(of: literal)))
  }

  static func bytes(of literal: UnsafePointer<CChar>?) -> [UInt8] {
    var bytes: [UInt8] = []
    unsafe append(literal, to: &bytes)
    return bytes
  }

  static func length(of literal: UnsafePointer<CChar>?) -> Int {
    guard let literal = unsafe literal else { return 0 }
    return unsafe strlen(literal)
  }

  /// The decimal number that a footnote reference has for a literal.
  static func number(in literal: UnsafePointer<CChar>?) -> Int32 {
    var number: Int32 = 0
    for digit in unsafe bytes(of: literal) {
      number = number &* 10 &+ Int32(digit) &- Int32(UInt8(ascii: "0"))
    }
    return number
  }
}

extension MarkupAlignment {
  /// cmark's letter for an alignment; 0 is none.
  init(letter: UInt8) {
    self =
      switch letter {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
  }
}
