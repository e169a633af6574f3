internal import Deadlines
internal import Frontmatter
internal import Registers

/// Compares one task of a sub-processor in two versions.
struct EngagementComparison {
  private typealias Field = RecordComparison.Field

  private let old: Engagement
  private let new: Engagement

  private let names: RegisterNames

  init(_ old: Engagement, _ new: Engagement, _ names: RegisterNames) {
    self.old = old
    self.new = new
    self.names = names
  }

  func compare(in record: inout RecordComparison) {
    let fact = Judgement(.substantive, .record)
    record.prose(Field("service", "the task", "die Aufgabe", fact), old.service, new.service)
    record.prose(Field("purpose", "the purpose", "der Zweck", fact), old.purpose, new.purpose)
    record.list(
      Field("products", "the products", "die Produkte", fact), old.products.map(\.value),
      new.products.map(\.value))
    record.list(
      Field("data", "the categories of data", "die Datenkategorien", fact), old.data.map(\.value),
      new.data.map(\.value), names: names.data)
    record.list(
      Field("subjects", "the data subjects", "die betroffenen Personen", fact),
      old.subjects.map(\.value), new.subjects.map(\.value), names: names.subjects)
    record.prose(
      Field("condition", "the condition", "die Bedingung", fact), old.condition, new.condition)
    compareLocations(in: &record)
    compareTransfers(in: &record)
    compareDates(in: &record)
  }

  private func compareLocations(in record: inout RecordComparison) {
    let country = Field(
      "country", "the countries of processing", "die Länder der Verarbeitung",
      Judgement(.substantive, .country))
    let (before, after) = (old.locations.countries, new.locations.countries)
    if before != after {
      record.append(
        .of(.subProcessor, .moved), country, before.joined(separator: ", "),
        after.joined(separator: ", "),
        Statements.countries(country.words, before, after),
        text: MarkedText(before.joined(separator: " "), after.joined(separator: " ")))
      return
    }
    record.list(
      Field(
        "locations", "the places of processing", "die Orte der Verarbeitung",
        Judgement(.substantive, .record)),
      old.locations.map(\.told), new.locations.map(\.told))
  }

  private func compareTransfers(in record: inout RecordComparison) {
    let (before, after) = (transfers(of: old), transfers(of: new))
    record.list(
      Field(
        "transfer", "the ground of the transfer", "die Grundlage der Übermittlung",
        Judgement(.substantive, .mechanism)),
      before.map(\.ground), after.map(\.ground))
    guard before.map(\.ground.value) == after.map(\.ground.value) else { return }
    record.field(
      Field(
        "transfer-dates", "the dates of the ground of the transfer",
        "die Daten der Übermittlungsgrundlage", Judgement(.editorial, .date)),
      before.map(\.dates).filter { !$0.isEmpty }.joined(separator: ", "),
      after.map(\.dates).filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private func transfers(of engagement: Engagement) -> [Transfer] {
    engagement.transfers + engagement.locations.flatMap(\.transfers)
  }

  private func compareDates(in record: inout RecordComparison) {
    let date = Judgement(.substantive, .date)
    record.field(
      Field("announced", "the day of announcement", "der Tag der Ankündigung", date),
      old.announced?.value.description, new.announced?.value.description)
    record.field(
      Field("effective", "the first day of use", "der erste Einsatztag", date),
      old.effective?.value.description, new.effective?.value.description)
    record.field(
      Field("ended", "the last day of use", "der letzte Einsatztag", date),
      old.ended?.value.description, new.ended?.value.description)
    record.field(
      Field("withdrawn", "the day of withdrawal", "der Tag der Rücknahme", date),
      old.withdrawn?.value.description, new.withdrawn?.value.description)
  }
}

extension [ProcessingLocation] {
  /// The codes of the countries, sorted, each once.
  fileprivate var countries: [String] {
    Set(compactMap { $0.country?.value ?? $0.organisation?.value }).sorted()
  }
}

extension Transfer {
  fileprivate var dates: String {
    [signed, expires, checked, assessed].compactMap { $0?.value.description }
      .joined(separator: " ")
  }
}

extension SubProcessor.Certificate {
  var words: String {
    name.value + (expires.map { " (\($0.value.description))" } ?? "")
  }
}

extension Registers.PostalAddress {
  /// All but the country, in one line.
  var line: String {
    [street, postalCode, city, region].compactMap { $0?.value }.joined(separator: ", ")
  }
}

extension ContactPoint {
  /// What may be published of it, in one line.
  var line: String {
    [name, email, phone, url].compactMap { $0?.value }.joined(separator: ", ")
  }
}
