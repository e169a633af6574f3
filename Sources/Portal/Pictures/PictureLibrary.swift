internal import Diagnostics
internal import History
internal import Markup

/// The pictures of a workspace, or of a release, and where they stand in the portal.
///
/// Texts name them as every Markdown viewer does, relative to their file:
/// `../pictures/data-flow.svg`. Only those that a published text shows are published.
struct PictureLibrary: Sendable {
  /// Where the address of a picture leads.
  enum Target: Equatable {
    /// A picture of the library, by its name.
    case picture(String)
    /// A file that is not in the library.
    case missing
    /// Somewhere else, which is not the library's business.
    case elsewhere
  }

  private struct Picture {
    /// The content's digest is in the name, so that two releases can have two pictures of one name.
    var path: String
    var bytes: [UInt8]
  }

  private let pictures: [String: Picture]

  init() { pictures = [:] }

  init(_ files: [ContentFile]) {
    var pictures: [String: Picture] = [:]
    for file in files where file.kind == .picture {
      let name = String(file.name.dropFirst(ContentFile.pictureFolder.utf8.count))
      pictures[name] = Picture(path: Self.path(of: name, digest: file.digest), bytes: file.bytes)
    }
    self.pictures = pictures
  }

  var names: [String] { pictures.keys.sorted() }

  /// The files of the pictures that texts show, by their path in the portal.
  func files(shownBy trees: some Sequence<MarkupTree>) -> [String: [UInt8]] {
    guard !pictures.isEmpty else { return [:] }
    var files: [String: [UInt8]] = [:]
    for tree in trees {
      for link in tree.pictureLinks {
        guard case .picture(let name) = target(of: tree.links[link].destination),
          let picture = pictures[name]
        else { continue }
        files[picture.path] = picture.bytes
      }
    }
    return files
  }

  /// Lets the pictures of a text lead to their files in the portal; one that is missing leads
  /// nowhere, and its words stand in its place.
  func redirect(picturesOf tree: MarkupTree, from page: String, in weave: inout MarkupWeave) {
    for link in tree.pictureLinks {
      switch target(of: tree.links[link].destination) {
      case .picture(let name):
        guard let picture = pictures[name] else { continue }
        weave.redirect(link: link, to: relativeURL(from: page, to: picture.path).utf8)
      case .missing: weave.drop(link: link)
      case .elsewhere: continue
      }
    }
  }

  /// Where an address in a text leads; all texts lie in a folder beside that of the pictures.
  func target(of destination: [UInt8]) -> Target {
    let address = destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    let first = address.prefix { $0 != UInt8(ascii: "/") }
    guard !address.isEmpty, !first.contains(UInt8(ascii: ":")), !address.starts(with: "//".utf8)
    else { return .elsewhere }
    guard !first.isEmpty else { return .missing }
    var folders = ["agreements"]
    for part in address.split(separator: UInt8(ascii: "/")) {
      let name = String(decoding: percentDecoded(part), as: UTF8.self)
      switch name {
      case ".": continue
      case "..":
        guard folders.popLast() != nil else { return .missing }
      default: folders.append(name)
      }
    }
    guard folders.count == 2, folders[0] + "/" == ContentFile.pictureFolder,
      pictures[folders[1]] != nil
    else { return .missing }
    return .picture(folders[1])
  }

  /// `pictures/data-flow.1f2e3d4c5b6a.svg`
  private static func path(of name: String, digest: String) -> String {
    let ending = name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
    return "\(ContentFile.pictureFolder)\(name[..<ending]).\(digest.prefix(12))\(name[ending...])"
  }
}

extension MarkupTree {
  /// Indexes of the links that are pictures.
  fileprivate var pictureLinks: [Int] {
    guard !links.isEmpty else { return [] }
    return nodes.compactMap { $0.kind == .image ? Int($0.value) : nil }
  }
}
