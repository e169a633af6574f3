internal import Diagnostics

/// Where a link of a text leads, as far as its form tells.
package enum LinkDestination: Equatable, Sendable {
  /// A place of the same text: `#audits`, `#7(2)`.
  case place(String)
  /// What looks like the id or the file of an agreement, and a place in it, which may be empty:
  /// `toms`, `toms#2.1`, `../agreements/toms.md`.
  case agreement(String, place: String)
  /// A place of the web, a file beside the pages, or a mailbox.
  case elsewhere
  /// What depends on where the portal is put, or on its scheme: `/terms`, `//example.com/terms`.
  case rooted

  /// Reads a destination as it stands in the text, entities and escapes decoded.
  package init(_ destination: [UInt8]) {
    let text = String(decoding: percentDecoded(destination[...]), as: UTF8.self)
    if let first = text.utf8.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "\\") {
      self = .rooted
      return
    }
    let hash = text.firstIndex(of: "#")
    let document = String(text[..<(hash ?? text.endIndex)])
    let place = hash.map { String(text[text.index(after: $0)...]) } ?? ""
    if document.isEmpty {
      self = hash == nil ? .elsewhere : .place(place)
    } else if document.contains(":") || document.contains("?") {
      self = .elsewhere
    } else if document.hasSuffix(".md") || (!document.contains("/") && !Self.isFile(document)) {
      self = .agreement(document, place: place)
    } else {
      self = .elsewhere
    }
  }

  /// The id of the agreement that a file or an id names.
  package static func id(of document: String) -> String {
    var name = document[...]
    if name.hasSuffix(".md") { name = name.dropLast(3) }
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    return String(name)
  }

  private static func isFile(_ name: String) -> Bool {
    guard let point = name.lastIndex(of: ".") else { return false }
    let ending = name[name.index(after: point)...]
    return (2...5).contains(ending.count) && ending.allSatisfy(\.isLetter)
  }
}
