internal import Calendars
internal import Deadlines
internal import Diagnostics
internal import FileSystem
internal import Frontmatter

/// The holiday calendars as a workspace has them: those of the program, and its own in their place.
struct WorkspaceHolidays {
  /// `nil` where a file of the workspace has errors.
  let atlas: HolidayAtlas?
  let diagnostics: [Diagnostic]
  let texts: SourceTextsInMemory

  private static let folder = "content/holidays"
  /// Far above any real file; the reader of YAML refuses less.
  private static let limit = 1 << 20

  /// Reads `*.yml` in `content/holidays`, if there is such a folder.
  init(workspace: String, isNeeded: Bool) throws(CommandFailure) {
    guard isNeeded else {
      self.init(atlas: HolidayAtlas([]), diagnostics: [], texts: SourceTextsInMemory())
      return
    }
    var texts = SourceTextsInMemory()
    var diagnostics: [Diagnostic] = []
    var countries: [Located<CountryHolidays>] = []
    for (path, bytes) in try Self.files(in: workspace) {
      texts.texts[path] = bytes
      let (country, faults) = readCountryHolidays(bytes, path: path)
      diagnostics += faults
      if let country {
        countries.append(Located(country, at: SourceRange(path: path, line: 1, column: 1)))
      }
    }
    let (atlas, faults) = replaceCalendars(of: .shipped, with: countries)
    diagnostics += faults
    self.init(
      atlas: diagnostics.containsErrors ? nil : atlas, diagnostics: diagnostics, texts: texts)
  }

  private init(atlas: HolidayAtlas?, diagnostics: [Diagnostic], texts: SourceTextsInMemory) {
    self.atlas = atlas
    self.diagnostics = diagnostics
    self.texts = texts
  }

  /// Paths below the workspace with their bytes, in the order of the names.
  private static func files(
    in workspace: String
  ) throws(CommandFailure) -> [(path: String, bytes: [UInt8])] {
    do throws(FileError) {
      let root = try Folder(at: workspace)
      var files: [(path: String, bytes: [UInt8])] = []
      guard let holidays = try existingFolder(in: root) else { return [] }
      for entry in try holidays.entries() where entry.name.hasSuffix(".yml") && entry.hasUTF8Name {
        let path = "\(folder)/\(entry.name)"
        files.append((path, try root.read(path, limit: limit)))
      }
      return files
    } catch {
      let path = joinedPath(workspace, folder)
      throw CommandFailure(.noInput, "folder '\(path)' can't be read: \(error.reason)")
    }
  }

  private static func existingFolder(
    in root: borrowing Folder
  ) throws(FileError) -> Folder? {
    do throws(FileError) {
      return try root.folder(at: folder)
    } catch  where error.isMissing {
      return nil
    }
  }
}
