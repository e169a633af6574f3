import Diagnostics
import FileSystem
import History

/// Finds the sources of a workspace and complains about what else lies among them.
///
/// Walks with a list of folders still to do, not by recursion, as nesting is user input. A folder
/// that is reached through a symbolic link must not lead on through another: loops end there, and
/// links to links can't multiply.
struct SourceScan: ~Copyable {
  struct Source: Sendable {
    var path: String
    var kind: SourceFile.Kind
  }

  /// What may lie in a folder.
  private enum Role {
    case content
    case records(SourceFile.Kind)
    case pictures
    case releases
    /// Everything beneath is read, as this kind.
    case everything(SourceFile.Kind)
  }

  private struct PendingFolder {
    var path: String
    var role: Role
    var isThroughLink: Bool
  }

  let root: Folder
  /// In the order of the walk.
  private(set) var found: [Source] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var pending: [PendingFolder] = []
  private var contentNames: Set<String> = []

  private static let folders: [(name: String, role: Role)] = [
    ("agreements", .records(.agreement)), ("holidays", .records(.holidays)),
    ("measures", .records(.measure)), ("pictures", .pictures), ("releases", .releases),
    ("schemes", .records(.scheme)),
    ("sub-processors", .records(.subProcessor)),
  ]
  /// The one folder of the content that is asked for; `nil` for all of them, and the rest.
  private let only: String?

  private static let settings = "portal.yml"
  private static let transfers = "transfers.yml"
  private static let notes = "next.yml"

  init(root: consuming Folder, only folder: String? = nil) {
    self.root = root
    only = folder
  }

  mutating func findSources() {
    begin("content", as: .content)
    if only == nil { begin("templates", as: .everything(.template)) }
    while let folder = pending.popLast() { list(folder) }
  }

  /// Starts with a folder of the workspace itself.
  private mutating func begin(_ name: String, as role: Role) {
    let kind: FileKind?
    do throws(FileError) {
      kind = try root.status(of: name)?.kind
    } catch {
      return diagnostics.append(.unreadable(name, because: error))
    }
    guard let kind else {
      if case .content = role, only == nil {
        diagnostics.append(.missingContent(besides: rootFolders()))
      }
      return
    }
    guard let target = target(of: kind, at: name, isThroughLink: false) else { return }
    guard target == .folder else {
      return diagnostics.append(.wrongFileKind(name, is: target, expected: .folder))
    }
    pending.append(PendingFolder(path: name, role: role, isThroughLink: kind == .link))
  }

  private func rootFolders() -> [String] {
    do throws(FileError) {
      return try root.entries().filter { $0.kind == .folder && $0.hasUTF8Name }.map(\.name)
    } catch {
      return []
    }
  }

  private mutating func list(_ folder: PendingFolder) {
    let entries: [FolderEntry]
    do throws(FileError) {
      entries = try root.folder(at: folder.path).entries()
    } catch {
      return diagnostics.append(.unreadable(folder.path, because: error))
    }
    if case .content = folder.role, only == nil,
      !entries.contains(where: { $0.name == Self.settings })
    {
      diagnostics.append(.missingSettings("\(folder.path)/\(Self.settings)"))
    }
    if case .content = folder.role { contentNames = Set(entries.map(\.name)) }
    for entry in entries where !isIgnored(entry.name) {
      let path = "\(folder.path)/\(entry.name)"
      guard entry.hasUTF8Name else {
        if case .content = folder.role, only != nil { continue }
        diagnostics.append(.nameNotUTF8(path))
        continue
      }
      take(entry, at: path, in: folder)
    }
  }

  private mutating func take(_ entry: FolderEntry, at path: String, in folder: PendingFolder) {
    switch folder.role {
    case .content:
      takeContent(entry, at: path, in: folder)
    case .records(let kind):
      let ending = kind == .scheme || kind == .holidays ? ".yml" : ".md"
      guard entry.name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8),
        entry.name.utf8.count > ending.utf8.count
      else {
        return diagnostics.append(.unexpectedRecord(path, entry: entry, ending: ending))
      }
      takeFile(entry, at: path, as: kind, in: folder)
    case .pictures:
      guard ContentFile.isPicture(entry.name) else {
        return diagnostics.append(.unexpectedInPictures(path, entry: entry))
      }
      takeFile(entry, at: path, as: .picture, in: folder)
    case .releases:
      switch target(of: entry.kind, at: path, isThroughLink: folder.isThroughLink) {
      case nil: break
      case .folder: enter(entry, at: path, as: .everything(.release(id: entry.name)), in: folder)
      case .file where entry.name == Self.notes:
        found.append(Source(path: path, kind: .nextRelease))
      case _?: diagnostics.append(.unexpectedInReleases(path))
      }
    case .everything(let kind):
      switch target(of: entry.kind, at: path, isThroughLink: folder.isThroughLink) {
      case nil: break
      case .folder: enter(entry, at: path, as: folder.role, in: folder)
      case .file: found.append(Source(path: path, kind: kind))
      case let target?:
        diagnostics.append(.wrongFileKind(path, is: target, expected: .file))
      }
    }
  }

  private mutating func takeContent(
    _ entry: FolderEntry, at path: String, in folder: PendingFolder
  ) {
    if let only, entry.name != only { return }
    if entry.name == Self.settings {
      return takeFile(entry, at: path, as: .portal, in: folder)
    }
    if entry.name == Self.transfers {
      return takeFile(entry, at: path, as: .transfers, in: folder)
    }
    guard let known = Self.folders.first(where: { $0.name == entry.name }) else {
      let names = Self.folders.map(\.name) + [Self.settings, Self.transfers]
      return diagnostics.append(
        .unexpectedInContent(path, entry: entry, known: names, besides: contentNames))
    }
    let target = target(of: entry.kind, at: path, isThroughLink: folder.isThroughLink)
    guard let target else { return }
    guard target == .folder else {
      return diagnostics.append(.wrongFileKind(path, is: target, expected: .folder))
    }
    enter(entry, at: path, as: known.role, in: folder)
  }

  private mutating func takeFile(
    _ entry: FolderEntry, at path: String, as kind: SourceFile.Kind, in folder: PendingFolder
  ) {
    let target = target(of: entry.kind, at: path, isThroughLink: folder.isThroughLink)
    guard let target else { return }
    guard target == .file else {
      return diagnostics.append(.wrongFileKind(path, is: target, expected: .file))
    }
    found.append(Source(path: path, kind: kind))
  }

  private mutating func enter(
    _ entry: FolderEntry, at path: String, as role: Role, in folder: PendingFolder
  ) {
    let isThroughLink = folder.isThroughLink || entry.kind == .link
    pending.append(PendingFolder(path: path, role: role, isThroughLink: isThroughLink))
  }

  /// The kind once links are followed, or `nil` for a link that must not be followed.
  private mutating func target(
    of kind: FileKind, at path: String, isThroughLink: Bool
  ) -> FileKind? {
    guard kind == .link else { return kind }
    do throws(FileError) {
      let status = try root.statusOfTarget(of: path)
      guard status.kind == .folder else { return status.kind }
      if isThroughLink {
        diagnostics.append(.nestedLink(path))
      } else if try lies(path, in: status.identity) {
        diagnostics.append(.linkToFolderAbove(path))
      } else {
        return .folder
      }
    } catch {
      diagnostics.append(.badLink(path, because: error))
    }
    return nil
  }

  /// Whether `path`, which no link leads to, is somewhere in the folder that `identity` means.
  private func lies(_ path: String, in identity: FileIdentity) throws(FileError) -> Bool {
    let top = try root.identity()
    var folder = try root.folder(at: path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    while true {
      let current = try folder.identity()
      if current == identity { return true }
      guard current != top, let parent = try folder.parent() else { return false }
      folder = parent
    }
  }

  /// Hidden files and what editors leave beside the file that they edit.
  private func isIgnored(_ name: String) -> Bool {
    let name = name.utf8
    let isEmacsBackup =
      name.count > 1 && name.first == UInt8(ascii: "#") && name.last == UInt8(ascii: "#")
    return name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~") || isEmacsBackup
      || name.suffix(4).elementsEqual(".swp".utf8)
  }
}
