/// All public holidays that are known, by the codes of countries and regions.
package struct HolidayAtlas: Hashable, Sendable {
  /// Ordered by code; each code once.
  package let countries: [CountryHolidays]

  /// Of two countries with one code the later one counts, so that files of a workspace replace
  /// those that came with the program.
  package init(_ countries: [CountryHolidays]) {
    var latest: [String: CountryHolidays] = [:]
    for country in countries { latest[country.code] = country }
    self.countries = latest.values.sorted { $0.code < $1.code }
  }

  /// This atlas, with `countries` in the place of those with the same code.
  package func replacing(with countries: [CountryHolidays]) -> HolidayAtlas {
    HolidayAtlas(self.countries + countries)
  }

  /// The calendar of a country or region; small letters are taken for large ones.
  package func calendar(for code: String) -> HolidayCalendar? {
    let code = code.uppercased()
    let country = code.prefix { $0 != "-" }
    return countries.first { $0.code == country }?.calendar(for: code)
  }

  /// Every code that has a calendar: each country, then its regions.
  package var codes: [String] { countries.flatMap { [$0.code] + $0.regions.map(\.code) } }
}
