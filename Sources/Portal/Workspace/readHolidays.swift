internal import Calendars
internal import Deadlines
internal import Diagnostics
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
