import Compression
import FileSystem
import Parallelism
import Synchronization

/// A new Site in the making, which replaces the old one whole or not at all.
///
/// Pages go into a folder beside the Site; ``commit(workers:byExchange:)`` exchanges the two
/// folders in one step. Killed at any moment, the old Site or the new one is there. A page that has
/// not changed is compared, not written, and then stands in the new Site as a second name of the
/// old file, so that its time stamp stays: web servers and synchronising tools see only what did
/// change.
///
/// Nothing is forced to the disk, which would cost more than the whole build: after a loss of power
/// the files of the last half minute may be empty. The next build compares contents and repairs
/// them; only the manifest is forced, as without it the folder would look like somebody else's.
///
/// Abandoned when it goes out of use without a commit.
package final class SitePublication: Sendable {
  /// What a build changed, in files.
  package struct Counts: Hashable, Sendable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0

    package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0) {
      self.written = written
      self.unchanged = unchanged
      self.removed = removed
    }
  }

  private struct Page: Sendable {
    var path: String
    var isUnchanged: Bool
  }

  private struct State: Sendable {
    var pages: [Page] = []
    var isOver = false
  }

  private let output: String
  private let place: OutputPlace
  private let staging: StagingArea
  private let site: PublishedSite?
  private let isPrecompressed: Bool
  private let state = Mutex(State())

  private init(
    output: String, place: consuming OutputPlace, staging: consuming StagingArea,
    site: PublishedSite?, isPrecompressed: Bool
  ) {
    self.output = output
    self.place = place
    self.staging = staging
    self.site = site
    self.isPrecompressed = isPrecompressed
  }

  deinit { abandon() }

  /// Starts a build into the folder `output`, which need not exist.
  ///
  /// Errors: everything that makes the output unfit is found here, before a page is rendered: a
  /// file or link in its place, files that Annex did not write, a place that holds sources or the
  /// workspace, a second build at the same time, folders that can't be written.
  ///
  /// `output` and `workspace` are paths as the system takes them; `shownAs` is what errors call the
  /// output, if not the same. `sourceFolders` are names in the workspace. With `isPrecompressed`,
  /// each file of text has the same file compressed beside it, for servers that send that.
  package static func begin(
    output: String, shownAs name: String? = nil, workspace: String,
    sourceFolders: [String] = ["content", "templates"], isPrecompressed: Bool = false
  ) throws(PublishingError) -> SitePublication {
    let name = name ?? output
    do throws(PublishingError.Fault) {
      let place = try OutputPlace.find(
        output, workspace: workspace, sourceFolders: sourceFolders)
      if let kind = try orFault(try place.parent.status(of: place.name)?.kind), kind != .folder {
        throw .notAFolder(kind)
      }
      let entered = try orFault(try StagingArea.enter(beside: place))
      guard let staging = entered else { throw .buildRunning }
      do throws(PublishingError.Fault) {
        try orFault(try staging.recover(place))
        let site = try PublishedSite.open(at: place)
        return SitePublication(
          output: name, place: place, staging: staging, site: site,
          isPrecompressed: isPrecompressed)
      } catch {
        staging.clear(beside: place)
        throw error
      }
    } catch {
      throw PublishingError(error, output: name)
    }
  }

  /// Adds a page. May be called by several workers at once.
  ///
  /// `path` is relative to the Site, with `/` between its parts. Files are compared exactly; that
  /// no two paths differ in letter case only is for the plan to see to.
  ///
  /// Errors: a path that is not plainly beneath the Site; a disk that refuses. The old Site is
  /// unharmed; go on or ``abandon()``.
  package func write(_ path: String, _ bytes: Span<UInt8>) throws(PublishingError) {
    try add(path, bytes)
    guard isPrecompressed, isText(path), let compressed = gzipped(bytes),
      compressed.count < bytes.count
    else { return }
    try add("\(path).gz", compressed.span)
  }

  private func add(_ path: String, _ bytes: Span<UInt8>) throws(PublishingError) {
    do throws(PublishingError.Fault) {
      if let rule = brokenRule(of: path) { throw .invalidPath(path, rule: rule) }
      let isUnchanged = holdsAlready(path, bytes)
      if !isUnchanged { try orFault(try stage(path, bytes)) }
      state.withLock { state in
        precondition(!state.isOver, "a publication takes pages until it is committed or abandoned")
        state.pages.append(Page(path: path, isUnchanged: isUnchanged))
      }
    } catch {
      throw PublishingError(error, output: output)
    }
  }

  /// As ``write(_:_:)``, from an array.
  package func write(_ path: String, _ bytes: [UInt8]) throws(PublishingError) {
    try write(path, bytes.span)
  }

  /// Gives up and removes what was written; the old Site stays. Without effect after a commit.
  package func abandon() {
    if endNow() { staging.clear(beside: place) }
  }

  /// Puts the new Site in place. Where no file changed, the old one is not touched at all.
  ///
  /// Errors: the old Site is still there, and the new one is removed.
  package func commit(
    workers: Int = availableProcessors(), byExchange: Bool = true
  ) throws(PublishingError) -> Counts {
    precondition(endNow(), "a publication is committed or abandoned once")
    defer { staging.clear(beside: place) }
    do throws(PublishingError.Fault) {
      return try replaceSite(workers: workers, byExchange: byExchange)
    } catch {
      throw PublishingError(error, output: output)
    }
  }

  /// Whether this call is the one that ended the publication.
  private func endNow() -> Bool {
    state.withLock { state in
      defer { state.isOver = true }
      return !state.isOver
    }
  }
}

extension SitePublication {
  /// An unreadable old file is a changed one: the new Site gets a file of its own.
  private func holdsAlready(_ path: String, _ bytes: Span<UInt8>) -> Bool {
    guard let site else { return false }
    do throws(FileError) {
      return try site.folder.file(at: path, holds: bytes)
    } catch {
      return false
    }
  }

  private func stage(_ path: String, _ bytes: Span<UInt8>) throws(FileError) {
    let staged = "\(StagingArea.next)/\(path)"
    do throws(FileError) {
      do throws(FileError) {
        return try staging.folder.createFile(staged, holding: bytes)
      } catch  where error.isMissing {
        try staging.folder.createFolders(folder(of: staged))
      }
      try staging.folder.createFile(staged, holding: bytes)
    } catch {
      // The user knows the page by its place in the Site, not in the staging area.
      throw FileError(error.operation, "\(output)/\(path)", error.cause)
    }
  }

  /// Gives the old file of an unchanged page a second name in the new Site.
  private func keep(_ path: String) throws(FileError) {
    guard let site else { preconditionFailure("what is unchanged was there before") }
    let staged = "\(StagingArea.next)/\(path)"
    do throws(FileError) {
      do throws(FileError) {
        return try site.folder.link(path, to: staged, in: staging.folder)
      } catch  where error.isMissing {
        try staging.folder.createFolders(folder(of: staged))
      }
      try site.folder.link(path, to: staged, in: staging.folder)
    } catch  where error.forbidsLinks {
      try site.folder.copy(path, to: staged, in: staging.folder)
    }
  }

  private func replaceSite(
    workers: Int, byExchange: Bool
  ) throws(PublishingError.Fault) -> Counts {
    let pages = state.withLock { $0.pages }.sorted { precedesInByteOrder($0.path, $1.path) }
    for (page, next) in zip(pages, pages.dropFirst()) where page.path == next.path {
      throw .invalidPath(page.path, rule: "is written twice")
    }
    let manifest = SiteManifest(paths: pages.map(\.path))
    let kept = pages.filter(\.isUnchanged).map(\.path)
    let counts = Counts(
      written: pages.count - kept.count, unchanged: kept.count,
      removed: countOfRemoved(besides: manifest))
    if let site, counts.written == 0, site.manifest == manifest, !manifest.paths.isEmpty {
      return counts
    }

    try orFault(try keep(kept, workers: workers))
    try orFault(try stage(manifest))
    try orFault(try staging.replaceSite(at: place, byExchange: byExchange))
    return counts
  }

  private func keep(_ paths: [String], workers: Int) throws(FileError) {
    // Jobs of several pages, as a link takes a few microseconds only.
    let size = 64
    let jobs = (paths.count + size - 1) / size
    _ = try concurrentMap(count: jobs, workers: workers) { job throws(FileError) in
      for path in paths[(job * size)..<min((job + 1) * size, paths.count)] { try keep(path) }
    }
  }

  private func stage(_ manifest: SiteManifest) throws(FileError) {
    try stage(SiteManifest.fileName, manifest.bytes.span)
    try staging.folder.synchronize("\(StagingArea.next)/\(SiteManifest.fileName)")
  }

  private func countOfRemoved(besides manifest: SiteManifest) -> Int {
    guard let site else { return 0 }
    let paths = Set(manifest.paths)
    return site.manifest.paths.count { !paths.contains($0) }
  }

  private func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Whether a browser gets text from `path`, which compresses well.
  private func isText(_ path: String) -> Bool {
    guard let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return ["atom", "css", "csv", "html", "ics", "js", "json", "svg", "txt", "xml"].contains(
      path[dot...].dropFirst())
  }

  /// What is wrong with the path of a page, as the end of a sentence about it.
  private func brokenRule(of path: String) -> String? {
    if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return "must not contain control characters"
    }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for part in parts where part.isEmpty || part.elementsEqual(".".utf8) {
      return "must not begin or end with '/', nor have empty parts or '.'"
    }
    if parts.contains(where: { $0.elementsEqual("..".utf8) }) {
      return "must stay in the output folder"
    }
    return path == SiteManifest.fileName ? "is taken by the list of files" : nil
  }
}
