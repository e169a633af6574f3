import FileSystem

/// The Site of an earlier build, known to hold nothing but what Annex wrote.
///
/// A class, as there is a Site or there is none, and all workers look into the same one.
final class PublishedSite: Sendable {
  let folder: Folder
  let manifest: SiteManifest

  private init(folder: consuming Folder, manifest: SiteManifest) {
    self.folder = folder
    self.manifest = manifest
  }

  /// What file managers leave in every folder that a person looks at; not worth a complaint.
  private static let strayFiles: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini"]

  /// Opens the folder at `place`, or gives `nil` where there is nothing yet. An empty folder is
  /// taken over: it counts as a Site without pages.
  static func open(
    at place: borrowing OutputPlace
  ) throws(PublishingError.Fault) -> PublishedSite? {
    let status = try orFault(try place.parent.status(of: place.name))
    guard let status else { return nil }
    guard status.kind == .folder else { throw .notAFolder(status.kind) }
    let around = try orFault(try place.parent.identity())
    guard status.identity.device == around.device else {
      throw .system(FileError(.exchange, place.name, .mountPoint))
    }

    let folder = try orFault(try place.parent.folder(at: place.name))
    let manifest = try orFault(try SiteManifest(of: folder))
    let strangers = try orFault(try strangers(in: folder, besides: manifest))
    guard strangers.isEmpty else {
      throw manifest == nil ? .foreignFolder : .foreignFiles(strangers.inByteOrder())
    }
    return PublishedSite(folder: folder, manifest: manifest ?? SiteManifest(paths: []))
  }
  private static func strangers(
    in folder: borrowing Folder, besides manifest: SiteManifest?
  ) throws(FileError) -> [String] {
    let paths = Set(manifest?.paths ?? [])
    return try folder.tree().filter { entry in
      if entry.kind != .file || !entry.hasUTF8Path { return true }
      if entry.path == SiteManifest.fileName || paths.contains(entry.path) { return false }
      let name = entry.path.split(separator: "/").last.map(String.init) ?? entry.path
      return !strayFiles.contains(name)
    }
    .map(\.path)
  }
}
