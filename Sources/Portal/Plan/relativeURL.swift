/// The URL that leads from one page of the portal to a path in it.
///
/// Both are paths from the portal's root, without a slash at the front; `target` may end in a
/// fragment. Relative URLs are what makes a portal work from a folder and under any address.
///
/// - Returns: `../toms/index.html#2.1`; only the fragment where the page itself is meant.
package func relativeURL(from page: String, to target: String) -> String {
  let hash = target.utf8.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex
  let path = target[..<hash]
  let fragment = target[hash...]
  if path == page { return fragment.isEmpty ? fileName(of: page) : String(fragment) }

  var from = page.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
  var to = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
  from.removeLast()
  while let first = from.first, to.count > 1, let other = to.first, first.elementsEqual(other) {
    from.removeFirst()
    to.removeFirst()
  }
  var url = ""
  for _ in from { url += "../" }
  for (position, part) in to.enumerated() {
    if position > 0 { url += "/" }
    appendEncoded(part, to: &url)
  }
  return url + fragment
}

private func fileName(of path: String) -> String {
  path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
}

/// One part of a path as a URL has it: ids may hold letters that a URL must escape, and a colon in
/// the first part would make it a scheme.
private func appendEncoded(_ part: Substring.UTF8View, to url: inout String) {
  for byte in part {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      url.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      url += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }
}
