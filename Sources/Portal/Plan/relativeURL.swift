internal import Diagnostics

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

/// The address of a page on a server, which shows a folder by its index.
///
/// `base`: the address of the portal, without a slash at the end.
func absoluteURL(of page: String, base: String) -> String {
  let path = page.utf8.prefix { $0 != UInt8(ascii: "#") }
  let isIndex = path.suffix(10).elementsEqual("index.html".utf8)
  let shown =
    isIndex
    ? String(page[..<page.utf8.index(path.endIndex, offsetBy: -10)]) + page[path.endIndex...]
    : page
  return "\(base)/\(relativeURL(from: "index.html", to: shown))"
}

/// Appends what ``relativeURL(from:to:)`` gives: pages hold hundreds of links.
func appendRelativeURL(from page: String, to target: String, to output: inout [UInt8]) {
  appendRelativeURL(from: page, to: target.utf8.span, to: &output)
}

/// As above, the target in UTF-8.
func appendRelativeURL(from page: String, to targetBytes: Span<UInt8>, to output: inout [UInt8]) {
  let pageBytes = page.utf8.span
  let slash = UInt8(ascii: "/")
  var pathEnd = 0
  while pathEnd < targetBytes.count, targetBytes[pathEnd] != UInt8(ascii: "#") { pathEnd += 1 }

  // What the folders of both have in common is not said.
  var common = 0
  var equal = 0
  while equal < min(pageBytes.count, pathEnd), pageBytes[equal] == targetBytes[equal] {
    equal += 1
    if pageBytes[equal - 1] == slash { common = equal }
  }
  if equal == pathEnd, equal == pageBytes.count {
    // The page itself: its name, or a place in it.
    if pathEnd == targetBytes.count { append(pageBytes, from: common, to: &output) }
  } else {
    for index in common..<pageBytes.count where pageBytes[index] == slash {
      output += "../".utf8
    }
    for index in common..<pathEnd {
      let byte = targetBytes[index]
      if byte == slash { output.append(slash) } else { appendEncoded(byte, to: &output) }
    }
  }
  append(targetBytes, from: pathEnd, to: &output)
}

private func append(_ bytes: Span<UInt8>, from start: Int, to output: inout [UInt8]) {
  for index in start..<bytes.count { output.append(bytes[index]) }
}

/// A byte of a path as a URL has it: ids may hold letters that a URL must escape, and a colon in
/// the first part would make it a scheme.
private func appendEncoded(_ byte: UInt8, to output: inout [UInt8]) {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"):
    output.append(byte)
  default: output.appendPercentEncoded(byte)
  }
}
