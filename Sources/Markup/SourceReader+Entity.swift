extension SourceReader {
  /// The entity that starts at the `&` at `index`, where it made the text that starts with `text`.
  ///
  /// Returns how many bytes of the file and of the text it stands for, or `nil` where the source is
  /// no entity and the text has it as it is. Names are not looked up: an unknown one stands in the
  /// text with its `&`, and a known one never does, but for `amp`.
  func entity(at index: Int, text: ArraySlice<UInt8>) -> (source: Int, text: Int)? {
    var end = index + 1
    while end < file.count, end - index <= 40, isNameByte(file[end]) { end += 1 }
    guard has(UInt8(ascii: ";"), at: end), end > index + 1, let first = text.first else {
      return nil
    }
    let name = file[(index + 1)..<end]
    let isNumeric = name.first == UInt8(ascii: "#")
    let isAmpersand = name.elementsEqual("amp".utf8) || name.elementsEqual("AMP".utf8)
    if first == UInt8(ascii: "&"), !isAmpersand, !(isNumeric && number(name) == 0x26) {
      return nil
    }
    let one = scalarLength(first)
    let source = end + 1 - index
    // A few names stand for two scalars: they do where the text goes on as the source only then.
    if !isNumeric, !isAmpersand, !goesOn(text.dropFirst(one), at: end + 1),
      let second = text.dropFirst(one).first
    {
      let two = one + scalarLength(second)
      if goesOn(text.dropFirst(two), at: end + 1) { return (source, two) }
    }
    return (source, one)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "#"):
      true
    default: false
    }
  }

  private func number(_ name: ArraySlice<UInt8>) -> Int? {
    let digits = String(decoding: name.dropFirst(), as: UTF8.self)
    if digits.first == "x" || digits.first == "X" { return Int(digits.dropFirst(), radix: 16) }
    return Int(digits)
  }

  private func scalarLength(_ lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// Whether the next byte of the text is the next of the source; at its end anything is.
  private func goesOn(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
    guard let next = text.first, index < file.count else { return true }
    return next == file[index] || SourceReader.isPunctuation(file[index])
  }
}
