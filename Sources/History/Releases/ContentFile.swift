internal import FileSystem

/// One file of a workspace's content as it is, or was at some time; nobody has read it yet.
package struct ContentFile: Sendable, Hashable {
  /// What a file is, as its place says.
  package enum Kind: Sendable, Hashable {
    case settings, agreement, subProcessor, measure, scheme, transfers, picture
  }

  /// Where pictures lie, and how their names end.
  package static let pictureFolder = "pictures/"
  package static let pictureEndings = [".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"]

  /// Whether a name is one of a picture.
  package static func isPicture(_ name: some StringProtocol) -> Bool {
    pictureEndings.contains { ending in
      name.utf8.count > ending.utf8.count
        && name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
  }

  /// From the folder `content`: `agreements/dpa.md`.
  package var name: String
  /// What diagnostics call it.
  package var path: String
  package var bytes: [UInt8]
  /// SHA-256 as 64 hexadecimal digits: equal digests are equal texts, and are read once.
  package var digest: String

  package init(name: String, path: String, bytes: [UInt8], digest: String) {
    self.name = name
    self.path = path
    self.bytes = bytes
    self.digest = digest
  }

  package init(name: String, path: String, bytes: [UInt8]) {
    self.init(
      name: name, path: path, bytes: bytes, digest: SHA256.hexadecimal(of: bytes.span))
  }

  /// `nil` for a file that is no content, such as one in a folder of another name.
  package var kind: Kind? { Self.kind(of: name) }

  /// What a file is by its path from the folder of the content; `nil` for no content.
  package static func kind(of name: String) -> Kind? {
    if name == "portal.yml" { return .settings }
    if name == "transfers.yml" { return .transfers }
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first != UInt8(ascii: ".") else { return nil }
    if parts[0].elementsEqual("schemes".utf8) {
      return parts[1].count > 4 && parts[1].suffix(4).elementsEqual(".yml".utf8) ? .scheme : nil
    }
    if parts[0].elementsEqual(pictureFolder.utf8.dropLast()) {
      return isPicture(name.dropFirst(pictureFolder.utf8.count)) ? .picture : nil
    }
    guard parts[1].count > 3, parts[1].suffix(3).elementsEqual(".md".utf8) else { return nil }
    if parts[0].elementsEqual("agreements".utf8) { return .agreement }
    if parts[0].elementsEqual("sub-processors".utf8) { return .subProcessor }
    return parts[0].elementsEqual("measures".utf8) ? .measure : nil
  }
}
