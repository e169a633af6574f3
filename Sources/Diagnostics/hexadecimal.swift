/// A number in hexadecimal digits, of which there are at least `digits`.
package func hexadecimal(
  _ number: some BinaryInteger, digits: Int, uppercase: Bool = false
) -> String {
  let text = String(number, radix: 16, uppercase: uppercase)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// The number of a character as Unicode writes it, behind `U+`.
package func codePoint(_ scalar: UInt32) -> String {
  hexadecimal(scalar, digits: 4, uppercase: true)
}
