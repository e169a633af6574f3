package import Diagnostics
package import FileSystem
import History

extension Diagnostic.Code {
  package static let missingContent = Self(rawValue: "missing-content")
  package static let missingSettings = Self(rawValue: "missing-settings")
  package static let unreadableFile = Self(rawValue: "unreadable-file")
  package static let oversizedFile = Self(rawValue: "oversized-file")
  package static let linkOutOfWorkspace = Self(rawValue: "link-out-of-workspace")
  package static let linkLoop = Self(rawValue: "link-loop")
  package static let wrongFileKind = Self(rawValue: "wrong-file-kind")
  package static let fileNameNotUTF8 = Self(rawValue: "file-name-not-utf8")
  package static let unexpectedFile = Self(rawValue: "unexpected-file")

  /// Whether it says that a file of the content is not there for those who read it.
  var isOfLoading: Bool {
    [
      .missingContent, .missingSettings, .unreadableFile, .oversizedFile, .linkOutOfWorkspace,
      .linkLoop, .wrongFileKind, .fileNameNotUTF8,
    ].contains(self)
  }
}

extension Diagnostic {
  private static func about(
    _ path: String, _ code: Code, _ summary: String, severity: Severity = .error, help: String?
  ) -> Self {
    let range = SourceRange(path: path, line: 1, column: 1)
    return Diagnostic(code, severity, summary, at: range, help: help)
  }

  static func missingContent(besides folders: [String]) -> Self {
    let help =
      nearMiss(for: "content", among: folders).map { "rename folder '\($0)' to 'content'" }
      ?? "run 'annex init' to start a portal here, or name its folder with '--workspace'"
    return about(
      "content", .missingContent, "folder 'content' does not exist; a workspace must have one",
      help: help)
  }

  static func missingSettings(_ path: String) -> Self {
    about(
      path, .missingSettings, "file '\(path)' does not exist; a workspace must have one",
      help: "write 'title: ...' and the other settings into '\(path)'; 'annex init' has a sample")
  }

  /// The words for a file or folder that the system, or a rule, keeps from being read.
  package static func unreadable(_ path: String, because error: FileError) -> Self {
    switch error.cause {
    case .leadsOutside:
      return leadingOut(path)
    case .overLimit:
      return about(
        path, .oversizedFile, "file '\(path)' is not read: \(error.reason)",
        help: "split it, or move what is not text out of the workspace")
    case .notAFile(let kind):
      return wrongFileKind(path, is: kind, expected: .file)
    default:
      // The path of the error may be a part of this one only.
      let error = FileError(error.operation, path, error.cause)
      return about(
        path, .unreadableFile, "\(error)",
        help: error.isMissing ? nil : "let the user who runs Annex read '\(path)'")
    }
  }

  private static func leadingOut(_ path: String) -> Self {
    about(
      path, .linkOutOfWorkspace, "symbolic link '\(path)' leads out of the workspace",
      help: "put the file itself into the workspace, or link to a place inside by a relative path")
  }

  /// The words for a link that can't be followed to its end.
  static func badLink(_ path: String, because error: FileError) -> Self {
    if error.cause == .leadsOutside { return leadingOut(path) }
    if error.isLinkLoop {
      return about(
        path, .linkLoop, "symbolic link '\(path)' leads back to itself",
        help: "remove the link, or let it lead to a file")
    }
    if error.isMissing {
      return about(
        path, .unreadableFile, "symbolic link '\(path)' leads to nothing",
        help: "remove the link, or put the file there that it leads to")
    }
    return unreadable(path, because: error)
  }

  static func linkToFolderAbove(_ path: String) -> Self {
    about(
      path, .linkLoop, "symbolic link '\(path)' leads to a folder that contains it",
      help: "remove the link, or let it lead to a folder beside it")
  }

  static func nestedLink(_ path: String) -> Self {
    about(
      path, .linkLoop,
      "symbolic link '\(path)' leads to a folder and lies in one that a link leads to; "
        + "such links must not nest",
      help: "remove one of the two links, or let the outer one lead to the right folder at once")
  }

  static func wrongFileKind(_ path: String, is kind: FileKind, expected: FileKind) -> Self {
    let help =
      expected == .folder
      ? "move it away, and make a folder '\(path)'" : "move it out of the workspace"
    return about(
      path, .wrongFileKind, "'\(path)' is \(kind.phrase); it must be \(expected.phrase)",
      help: help)
  }

  package static func nameNotUTF8(_ path: String) -> Self {
    about(
      path, .fileNameNotUTF8, "file name '\(path)' is not UTF-8",
      help: "rename the file; letters, digits, '-' and '.' are safe everywhere")
  }

  /// `names`: what lies beside it. A folder in the place of one that is not there would leave out
  /// of the portal what it is published for.
  static func unexpectedInContent(
    _ path: String, entry: FolderEntry, known: [String], besides names: Set<String>
  ) -> Self {
    let meant = nearMiss(for: entry.name, among: known)
    let isError =
      entry.kind == .folder && meant.map { published.contains($0) && !names.contains($0) } ?? false
    let noun = entry.kind == .folder ? "folder" : "file"
    let list = known.sorted().map { "'\($0)'" }.joined(separator: ", ")
    let usual = ["images", "img", "figures", "media"].contains(entry.name) ? "pictures" : nil
    let help =
      (usual ?? meant).map { "rename '\(entry.name)' to '\($0)'" }
      ?? "move it out of 'content', which holds \(list)"
    return about(
      path, .unexpectedFile, "\(noun) '\(path)' is not read; its name means nothing here",
      severity: isError ? .error : .warning, help: help)
  }

  private static let published: Set<String> = [
    "agreements", "measures", "releases", "sub-processors",
  ]

  /// Whether it says that the records of sub-processors lie in a folder of another name.
  var isOfMisnamedSubProcessors: Bool {
    code == .unexpectedFile && severity == .error
      && help?.hasSuffix("to 'sub-processors'") == true
  }

  /// How others call files of the kind, and of what can only be a slip.
  private static let markdownEndings = [
    ".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mdwn", ".mdx", ".md.txt",
  ]
  private static let wordProcessorEndings = [
    ".docx", ".odt", ".rtf", ".html", ".htm", ".tex", ".pdf",
  ]
  private static let yamlEndings = [".yml", ".yaml"]

  /// What is called like a record but for its ending would be left out of the portal unseen: that is
  /// an error, as of a folder.
  static func unexpectedRecord(_ path: String, entry: FolderEntry, ending: String) -> Self {
    if entry.kind == .folder {
      return about(
        path, .unexpectedFile, "folder '\(path)' is not read; files here must not nest",
        severity: .warning,
        help: "move its files up into '\(path.dropLast(entry.name.count + 1))'")
    }
    if ContentFile.isPicture(entry.name) {
      return about(
        path, .unexpectedFile, "picture '\(path)' is not read; pictures lie in 'content/pictures'",
        severity: .warning,
        help: "move it to 'content/pictures', and write '../pictures/\(entry.name)' in texts")
    }
    let stem = entry.name.split(separator: ".", omittingEmptySubsequences: false).first ?? ""
    let extensions = ending == ".md" ? markdownEndings : yamlEndings
    let isRecord = extensions.contains { entry.name.lowercased().hasSuffix($0) }
    let isDocument = wordProcessorEndings.contains { entry.name.lowercased().hasSuffix($0) }
    if isDocument, ending == ".md" {
      return about(
        path, .unexpectedFile, "file '\(path)' is not read; names here must end in '\(ending)'",
        severity: .warning,
        help: "convert it to Markdown, as docs/markdown.md says, and move it out of 'content'")
    }
    return about(
      path, .unexpectedFile, "file '\(path)' is not read; names here must end in '\(ending)'",
      severity: isRecord ? .error : .warning,
      help: "rename it to '\(stem)\(ending)' if it is \(ending == ".md" ? "Markdown" : "YAML"), "
        + "else move it out of 'content'")
  }

  static func unexpectedInPictures(_ path: String, entry: FolderEntry) -> Self {
    if entry.kind == .folder { return unexpectedRecord(path, entry: entry, ending: "") }
    let endings = ContentFile.pictureEndings.map { "'\($0)'" }.joined(separator: ", ")
    return about(
      path, .unexpectedFile,
      "file '\(path)' is not read; names of pictures must end in one of \(endings)",
      severity: .warning, help: "save it in one of these forms, or move it out of 'content'")
  }

  static func unexpectedInReleases(_ path: String) -> Self {
    about(
      path, .unexpectedFile,
      "file '\(path)' is not read; 'content/releases' holds one folder per release and 'next.yml'",
      severity: .warning,
      help: "move it into the folder of its release, or out of 'content'")
  }
}
