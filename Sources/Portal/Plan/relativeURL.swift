/// The URL that leads from one page of the portal to a path in it.
///
/// Both are paths from the portal's root, without a slash at the front; `target` may end in a
/// fragment. Relative URLs are what makes a portal work from a folder and under any address.
///
/// - Returns: `../toms/index.html#2.1`; only the fragment where the page itself is meant.
package func relativeURL(from page: String, to target: String) -> String {
  var url: [UInt8] = []
  appendRelativeURL(from: page, to: target, to: &url)
  return String(decoding: url, as: UTF8.self)
}

/// Appends what ``relativeURL(from:to:)`` gives: pages hold hundreds of links.
func appendRelativeURL(from page: String, to target: String, to output: inout [UInt8]) {
  let page = Array(page.utf8)
  let target = Array(target.utf8)
  let slash = UInt8(ascii: "/")
  let path = target.prefix { $0 != UInt8(ascii: "#") }
  if path.elementsEqual(page) {
    guard path.endIndex == target.endIndex else { return output += target[path.endIndex...] }
    let name = page.split(separator: slash).last ?? page[...]
    return output += name
  }

  // What the folders of both have in common is not said.
  var common = 0
  for index in 0..<min(page.count, path.count) {
    guard page[index] == path[index] else { break }
    if page[index] == slash { common = index + 1 }
  }
  for byte in page[common...] where byte == slash { output += "../".utf8 }
  for byte in path[common...] {
    if byte == slash { output.append(slash) } else { appendEncoded(byte, to: &output) }
  }
  output += target[path.endIndex...]
}

/// A byte of a path as a URL has it: ids may hold letters that a URL must escape, and a colon in the
/// first part would make it a scheme.
private func appendEncoded(_ byte: UInt8, to output: inout [UInt8]) {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"):
    output.append(byte)
  default:
    output.append(UInt8(ascii: "%"))
    output.append(hexDigit(byte >> 4))
    output.append(hexDigit(byte & 15))
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") - 10 + value
}
