/// How a control is named in a record: its scheme, perhaps the scheme's edition, and its number.
///
/// Shape: `bdsg9.1`, `iso27001.7.2`, `iso27001:2022/7.2`, `c5@2020/PS-04`. The scheme ends at the
/// first `.`, `/`, `:` or `@`; an edition ends at the `/`.
package struct ControlReference: Hashable, Sendable {
  package var scheme: String
  package var edition: String?
  package var number: String

  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard
      let end = bytes.firstIndex(where: { byte in
        [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@")].contains(byte)
      })
    else { return nil }
    let scheme = String(decoding: bytes[..<end], as: UTF8.self)
    var rest = bytes[(end + 1)...]
    if bytes[end] == UInt8(ascii: ":") || bytes[end] == UInt8(ascii: "@") {
      guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), slash > rest.startIndex else {
        return nil
      }
      edition = String(decoding: rest[..<slash], as: UTF8.self)
      rest = rest[(slash + 1)...]
    }
    number = String(decoding: rest, as: UTF8.self)
    self.scheme = scheme
    guard isIdentifier(scheme), isIdentifier(number) else { return nil }
  }

  /// The short form, which addresses of pages use: `iso27001.7.2`.
  package var id: String { "\(scheme).\(number)" }
}
