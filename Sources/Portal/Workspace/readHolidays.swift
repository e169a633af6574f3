internal import Calendars
package import Deadlines
package import Diagnostics
internal import Frontmatter

/// The holiday calendars that the binary carries, with those of the workspace in their place.
func readHolidays(in workspace: Workspace) -> (atlas: HolidayAtlas, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var countries: [Located<CountryHolidays>] = []
  for file in workspace.sources where file.kind == .holidays {
    let (country, faults) = readCountryHolidays(file.bytes, path: file.path)
    diagnostics += faults
    if let country {
      countries.append(Located(country, at: SourceRange(path: file.path, line: 1, column: 1)))
    }
  }
  guard !countries.isEmpty else { return (.shipped, diagnostics) }
  let (atlas, faults) = replaceCalendars(of: .shipped, with: countries)
  return (atlas, diagnostics + faults)
}

/// The holiday calendars of the workspace in the folder `path`, of which nothing else is read.
///
/// - Returns: those that the binary carries, with those of the workspace in their place; `nil`
///   where one of its files has errors. And the files that the diagnostics point into.
package func loadHolidays(
  ofWorkspaceAt path: String
) -> (atlas: HolidayAtlas?, diagnostics: [Diagnostic], texts: Workspace) {
  let (workspace, loading) = Workspace.load(path, only: "holidays", workers: 1)
  let (atlas, reading) = readHolidays(in: workspace)
  let diagnostics = loading + reading
  return (diagnostics.containsErrors ? nil : atlas, diagnostics, workspace)
}
