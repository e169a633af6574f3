package import Diagnostics
import FileSystem
import Parallelism
import Partitioning

/// All sources of a portal, as the first pass of a build reads them.
package struct Workspace: Sendable {
  /// In the byte order of their paths, each path once.
  package var sources: [SourceFile]

  package init(sources: [SourceFile]) { self.sources = sources }

  /// The most that one source may hold: some ten thousand pages of text.
  package static let maximumSourceSize = 16 << 20

  /// Pass 1: reads the sources of the workspace in the folder `path`.
  ///
  /// Nothing outside the folder is read: a symbolic link that leads out of it is an error, one that
  /// stays inside is followed. What can't be read is left out and reported, all of it in one run;
  /// the same files give the same result, in whatever order they were created.
  ///
  /// `path` is as the system takes it; `shownAs` is what a diagnostic calls it, if not the same.
  /// `only`: the one folder in `content` that is asked for; nothing has to be there then.
  package static func load(
    _ path: String, shownAs name: String? = nil, only folder: String? = nil,
    limit: Int = maximumSourceSize, workers: Int = availableProcessors()
  ) -> (workspace: Workspace, diagnostics: [Diagnostic]) {
    var scan: SourceScan
    do throws(FileError) {
      scan = SourceScan(root: try Folder(at: path), only: folder)
    } catch {
      let diagnostic = Diagnostic.unreadable(name ?? path, because: error)
      return (Workspace(sources: []), [diagnostic])
    }
    scan.findSources()
    let found = scan.found.sorted { precedesInByteOrder($0.path, $1.path) }
    let root = scan.root
    let contents = concurrentMap(count: found.count, workers: workers) { index in
      do throws(FileError) {
        return Result<[UInt8], FileError>.success(try root.read(found[index].path, limit: limit))
      } catch {
        return .failure(error)
      }
    }

    let origin = try? SourceContents.Origin(root.folder(at: "."), limit: limit)
    var sources: [SourceFile] = []
    sources.reserveCapacity(found.count)
    var diagnostics = scan.diagnostics
    for (source, content) in zip(found, contents) {
      switch content {
      case .success(let bytes):
        let contents = SourceContents(bytes, path: source.path, origin: origin)
        sources.append(SourceFile(path: source.path, kind: source.kind, contents: contents))
      case .failure(let error):
        diagnostics.append(.unreadable(source.path, because: error))
      }
    }
    return (Workspace(sources: sources), diagnostics.inReadingOrder())
  }
}

extension Workspace: SourceTexts {
  /// - Complexity: O(log *n*) in the number of sources.
  package func source(at path: String) -> SourceFile? {
    let index = sources.partitioningIndex { !precedesInByteOrder($0.path, path) }
    return index < sources.count && sources[index].path == path ? sources[index] : nil
  }

  package func bytes(of path: String) -> [UInt8]? { source(at: path)?.bytes }
}
