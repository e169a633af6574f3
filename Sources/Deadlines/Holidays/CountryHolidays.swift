/// The public holidays of one country, with those of its regions.
package struct CountryHolidays: Hashable, Sendable {
  /// A part of the country that has holidays of its own.
  package struct Region: Hashable, Sendable {
    /// Begins with that of the region round it: `DE-BY-AUGSBURG` is in `DE-BY`.
    package let code: String
    package let name: BilingualText
    package let notes: [BilingualText]

    package init(code: String, name: BilingualText, notes: [BilingualText] = []) {
      self.code = code
      self.name = name
      self.notes = notes
    }
  }

  package let code: String
  package let name: BilingualText
  package let edition: String
  package let years: ClosedRange<Int>
  package let regions: [Region]
  package let definitions: [HolidayDefinition]
  package let notes: [BilingualText]

  package init(
    code: String, name: BilingualText, edition: String, years: ClosedRange<Int>,
    regions: [Region], definitions: [HolidayDefinition], notes: [BilingualText] = []
  ) {
    self.code = code
    self.name = name
    self.edition = edition
    self.years = years
    self.regions = regions
    self.definitions = definitions
    self.notes = notes
  }
}

extension CountryHolidays {
  /// The calendar of the country or of one of its regions.
  package func calendar(for code: String) -> HolidayCalendar? {
    guard code != self.code else { return calendar(code, name: name, notes: notes) }
    guard let region = regions.first(where: { $0.code == code }) else { return nil }
    return calendar(code, name: region.name, notes: notes + region.notes)
  }

  private func calendar(
    _ code: String, name: BilingualText, notes: [BilingualText]
  ) -> HolidayCalendar {
    HolidayCalendar(
      code: code, name: name, edition: edition, years: years,
      definitions: definitions.filter { definition in
        definition.regions.isEmpty || definition.regions.contains { covers($0, code) }
      },
      notes: notes,
      parts: regions.map(\.code).filter { $0 != code && covers(code, $0) })
  }

  /// Whether region `outer` is `inner` or holds it.
  private func covers(_ outer: String, _ inner: String) -> Bool {
    inner == outer || inner.hasPrefix("\(outer)-")
  }
}
