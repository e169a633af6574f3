package import Diagnostics
package import FileSystem

/// Why a Site can't be published. The old Site, if there is one, is still what it was.
package struct PublishingError: Error, Hashable, Sendable {
  package enum Fault: Error, Hashable, Sendable {
    /// Something else than a folder stands where the Site would.
    case notAFolder(FileKind)
    /// A folder with files and without a manifest.
    case foreignFolder
    /// Files beside those of the manifest, in byte order.
    case foreignFiles([String])
    /// The Site would lie in a folder of sources, such as `content`.
    case insideSources(folder: String)
    /// Replacing the Site would replace the workspace.
    case containsWorkspace
    /// Another build holds the lock.
    case buildRunning
    /// A path of a page that is not plainly one beneath the Site, or is there twice.
    case invalidPath(String, rule: String)
    /// The system refused; the error's path is relative to the output's parent or the Site.
    case system(FileError)
  }

  package var fault: Fault
  /// The output folder as the user knows it.
  package var output: String

  package init(_ fault: Fault, output: String) {
    self.fault = fault
    self.output = output
  }
}

extension PublishingError {
  package var diagnostic: Diagnostic {
    switch fault {
    case .notAFolder(.link):
      report(
        .outputNotAFolder, "output '\(output)' is a symbolic link; it must be a folder itself",
        help: "name the folder that the link leads to with '--output'")
    case .notAFolder(let kind):
      report(
        .outputNotAFolder, "output '\(output)' is \(kind.phrase); it must be a folder",
        help: "move it away, or name another folder with '--output'")
    case .foreignFolder:
      report(
        .foreignOutput, "output '\(output)' is not empty and was not written by Annex",
        help: "name another folder with '--output', or empty this one yourself")
    case .foreignFiles(let paths):
      foreignFiles(paths)
    case .insideSources(let folder):
      report(
        .misplacedOutput, "output '\(output)' lies in '\(folder)', which holds sources",
        help: "name a folder outside '\(folder)' with '--output', such as 'Site'")
    case .containsWorkspace:
      report(
        .misplacedOutput, "output '\(output)' contains the workspace; a build replaces it whole",
        help: "name a folder of its own with '--output', such as 'Site'")
    case .buildRunning:
      report(
        .buildRunning, "another build is writing output '\(output)'; one at a time may",
        help: "wait until it has ended, or name another folder with '--output'")
    case .invalidPath(let path, let rule):
      report(.invalidOutputPath, "output path '\(path)' \(rule)", help: nil)
    case .system(let error):
      system(error)
    }
  }

  private func report(_ code: Diagnostic.Code, _ summary: String, help: String?) -> Diagnostic {
    Diagnostic(
      code, .error, summary, at: SourceRange(path: output, line: 1, column: 1), help: help)
  }

  private func foreignFiles(_ paths: [String]) -> Diagnostic {
    let count = paths.count == 1 ? "a file" : "\(paths.count) files"
    var diagnostic = report(
      .foreignOutput, "output '\(output)' holds \(count) that Annex did not write",
      help: "move what you want to keep out of '\(output)', delete the rest, and build again")
    let shown = 10
    diagnostic.notes = paths.prefix(shown).map { .init("'\(output)/\($0)'") }
    if paths.count > shown { diagnostic.notes.append(.init("and \(paths.count - shown) more")) }
    return diagnostic
  }

  private func system(_ error: FileError) -> Diagnostic {
    let help =
      error.isOutOfSpace
      ? "free some space, or name a folder on another disk with '--output'"
      : "make '\(output)' and the folder around it writable, or name another with '--output'"
    return report(.unwritableOutput, "\(error)", help: help)
  }
}

extension Diagnostic.Code {
  package static let outputNotAFolder = Self(rawValue: "output-not-a-folder")
  package static let foreignOutput = Self(rawValue: "foreign-output")
  package static let misplacedOutput = Self(rawValue: "misplaced-output")
  package static let buildRunning = Self(rawValue: "build-running")
  package static let invalidOutputPath = Self(rawValue: "invalid-output-path")
  package static let unwritableOutput = Self(rawValue: "unwritable-output")
}
