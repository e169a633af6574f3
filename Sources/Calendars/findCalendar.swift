package import Deadlines
package import Diagnostics
package import Frontmatter

/// The calendar that `code`, a value of the content, names; small letters are taken for large ones.
package func findCalendar(
  _ code: Located<String>, in atlas: HolidayAtlas
) -> (calendar: HolidayCalendar?, diagnostics: [Diagnostic]) {
  if let calendar = atlas.calendar(for: code.value) { return (calendar, []) }
  return (nil, [.unknownHolidays(code, in: atlas)])
}

/// Puts calendars of a workspace in the place of those of the same country.
///
/// Two files for one country are an error: which of them counts must not depend on their names.
package func replaceCalendars(
  of atlas: HolidayAtlas, with files: [Located<CountryHolidays>]
) -> (atlas: HolidayAtlas, diagnostics: [Diagnostic]) {
  var places: [String: SourceRange] = [:]
  var diagnostics: [Diagnostic] = []
  var countries: [CountryHolidays] = []
  for file in files {
    let code = file.value.code
    if let first = places[code] {
      diagnostics.append(.calendarDefinedTwice(code, at: file.range, first: first))
    } else {
      places[code] = file.range
      countries.append(file.value)
    }
  }
  return (atlas.replacing(with: countries), diagnostics)
}

extension Diagnostic.Code {
  package static let unknownHolidays = Self(rawValue: "unknown-holidays")
  package static let calendarDefinedTwice = Self(rawValue: "calendar-defined-twice")
}

extension Diagnostic {
  fileprivate static func unknownHolidays(_ code: Located<String>, in atlas: HolidayAtlas) -> Self {
    Diagnostic(
      .unknownHolidays, "'\(code.value)' is no country or region with a holiday calendar",
      at: code.range, help: holidayHelp(for: code.value, in: atlas))
  }

  fileprivate static func calendarDefinedTwice(
    _ code: String, at range: SourceRange, first: SourceRange
  ) -> Self {
    Diagnostic(
      .calendarDefinedTwice, "country '\(code)' has two holiday files", at: range,
      notes: [Note("the first one is here", at: first)], help: "put both into one file")
  }
}

/// What to type instead of an unknown code: the code of the place that it names, else the regions
/// of its country, else a near miss, else the countries.
package func holidayHelp(for text: String, in atlas: HolidayAtlas) -> String? {
  let names = atlas.codesByName
  if let code = names[text.lowercased()]
    ?? nearMiss(for: text, among: names.keys).flatMap({ names[$0] })
  {
    return "replace '\(text)' with '\(code)'"
  }
  let ending = "-\(text.uppercased())"
  let named = atlas.codes.filter { $0.hasSuffix(ending) }
  if !named.isEmpty {
    return named.count == 1
      ? "replace '\(text)' with '\(named[0])'"
      : "use one of \(named.map { "'\($0)'" }.joined(separator: ", "))"
  }
  // One letter more or less names another region, so that all of them are shown.
  let prefix = "\(text.uppercased().prefix { $0 != "-" })-"
  let regions = atlas.codes.filter { $0.hasPrefix(prefix) }
  if regions.isEmpty, let code = nearMiss(for: text.uppercased(), among: atlas.codes) {
    return "replace '\(text)' with '\(code)'"
  }
  let list = regions.isEmpty ? atlas.countries.map(\.code) : regions
  guard !list.isEmpty else { return nil }
  let help = "use one of \(list.map { "'\($0)'" }.joined(separator: ", "))"
  guard HolidayAtlas.shipped.calendar(for: text) != nil else { return help }
  let country = text.uppercased().prefix { $0 != "-" }
  return
    "\(help); a file in 'content/holidays' takes the place of the calendar of '\(country)', and lacks "
    + "this region"
}

extension HolidayAtlas {
  /// Codes by the names of their places, in small letters; of two places with one name the first.
  fileprivate var codesByName: [String: String] {
    var codes: [String: String] = [:]
    for country in countries {
      let places = [(country.code, country.name)] + country.regions.map { ($0.code, $0.name) }
      for (code, name) in places {
        for word in [name.english.lowercased(), name.german.lowercased()] where codes[word] == nil {
          codes[word] = code
        }
      }
    }
    return codes
  }
}
