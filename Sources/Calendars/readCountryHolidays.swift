package import Deadlines
package import Diagnostics
internal import Frontmatter

/// Reads a file of public holidays: one country, its regions, and the rules for its days.
///
/// - Returns: the holidays, `nil` where the file has errors, as a calendar with gaps would give
///   deadlines that are wrong; and all faults found.
package func readCountryHolidays(
  _ bytes: [UInt8], path: String
) -> (country: CountryHolidays?, diagnostics: [Diagnostic]) {
  let (root, faults) = parseYAML(bytes[...], path: path)
  guard let root, !faults.containsErrors else { return (nil, faults) }
  var reader = HolidayReader(RecordReader(root, path: path, what: "holiday file"))
  let country = reader.country()
  let diagnostics = faults + reader.record.diagnostics
  return (diagnostics.containsErrors ? nil : country, diagnostics)
}

/// Reads the record and what is in it.
private struct HolidayReader {
  var record: RecordReader

  init(_ record: RecordReader) {
    self.record = record
  }

  mutating func country() -> CountryHolidays? {
    let code = record.value(
      "country", expected: "a code of capital letters and digits such as DE", parse: countryCode)
    if !record.has("country") { record.reportMissing("country") }
    let name = record.bilingualText()
    let edition = record.value(
      "edition", expected: "the date of the data such as 2026-11-20", parse: CalendarDate.init)
    if !record.has("edition") { record.reportMissing("edition") }
    let years = record.years("years")
    if !record.has("years") { record.reportMissing("years") }
    let notes = record.records("notes", what: "note") { $0.bilingualText() }
    let regions = readRegions(of: code?.value)
    let known = Set(regions.map(\.code))
    var unknownRegions = 0
    let definitions = record.records("holidays", what: "holiday") { holiday in
      holiday.holidayDefinition(regions: known, unknownRegions: &unknownRegions)
    }
    if !record.has("holidays") { record.reportMissing("holidays") }
    record.finish()
    guard let code, let name, let edition, let years else { return nil }
    return CountryHolidays(
      code: code.value, name: name, edition: edition.value.description, years: years.value,
      regions: regions, definitions: definitions, notes: notes)
  }

  private mutating func readRegions(of country: String?) -> [CountryHolidays.Region] {
    var places: [String: SourceRange] = [:]
    return record.records("regions", what: "region") { region in
      let code = region.value(
        "code", expected: "a code such as \(country ?? "DE")-XY"
      ) { text in country.map { regionCode(text, in: $0) } ?? text }
      if !region.has("code") { region.reportMissing("code") }
      let name = region.bilingualText()
      let notes = region.records("notes", what: "note") { $0.bilingualText() }
      guard let code, let name else { return nil }
      if let first = places.updateValue(code.range, forKey: code.value) {
        region.report(.regionDefinedTwice(code, first: first))
      }
      return CountryHolidays.Region(code: code.value, name: name, notes: notes)
    }
  }
}

/// `text` where it is a code such as `DE`: capital letters and digits, at most eight.
private func countryCode(_ text: String) -> String? {
  guard (1...8).contains(text.utf8.count), text.utf8.allSatisfy(isCodeByte) else { return nil }
  return text
}

/// `text` where it is the code of a region of `country`, such as `DE-BY-AUGSBURG`.
private func regionCode(_ text: String, in country: String) -> String? {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count > 1, text.utf8.count <= 64, parts[0] == country,
    parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isCodeByte) })
  else { return nil }
  return text
}

private func isCodeByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
  default: false
  }
}

extension Diagnostic.Code {
  package static let regionDefinedTwice = Self(rawValue: "region-defined-twice")
}

extension Diagnostic {
  fileprivate static func regionDefinedTwice(
    _ code: Located<String>, first: SourceRange
  ) -> Self {
    Diagnostic(
      .regionDefinedTwice, "region '\(code.value)' is defined twice", at: code.range,
      notes: [Note("the first one is here", at: first)],
      help: "keep one of them, or give this one a code of its own")
  }
}
