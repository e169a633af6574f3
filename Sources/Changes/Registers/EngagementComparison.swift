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
    record.products(
      Field("products", "the products", "die Produkte", fact), old.products, new.products,
      verb: BilingualText(english: "engaged", german: "eingesetzt"), names)
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
    if Set(before).isSubset(of: after) != Set(after).isSubset(of: before) {
      compareFurtherPlaces(in: &record, before, after)
      return
    }
    if before != after {
      record.append(
        .of(.subProcessor, .moved), country, before.joined(separator: ", "),
        after.joined(separator: ", "),
        Statements.countries(country.words, before, after),
        text: MarkedText(before.joined(separator: " "), after.joined(separator: " ")))
    }
    let (left, right) = placesBesideMoves(from: Set(before), to: Set(after))
    record.list(
      Field(
        "locations", "the places of processing", "die Orte der Verarbeitung",
        Judgement(.substantive, .record)),
      left.map(\.entry), right.map(\.entry))
  }

  /// The places of which a change of countries does not say all: those in countries that stay, and
  /// all of them where something else happens in the new country than in the one before.
  private func placesBesideMoves(
    from before: Set<String>, to after: Set<String>
  ) -> (old: [ProcessingLocation], new: [ProcessingLocation]) {
    func stays(_ place: ProcessingLocation) -> Bool {
      place.code.map { before.contains($0) && after.contains($0) } ?? true
    }
    func details(_ places: [ProcessingLocation]) -> Set<String> {
      Set(places.lazy.filter { !stays($0) }.map(\.details))
    }
    guard details(old.locations) == details(new.locations) else {
      return (old.locations, new.locations)
    }
    return (old.locations.filter(stays), new.locations.filter(stays))
  }

  /// Reports places in countries that joined those of before, or left them: nothing moved.
  private func compareFurtherPlaces(
    in record: inout RecordComparison, _ before: [String], _ after: [String]
  ) {
    let field = RecordComparison.Field(
      "country", "the places of processing", "die Orte der Verarbeitung",
      Judgement(.substantive, .country))
    let (left, right) = (old.locations.map(\.told), new.locations.map(\.told))
    let (had, has) = (Set(left.map(\.value)), Set(right.map(\.value)))
    record.append(
      record.kind, field, before.joined(separator: ", "), after.joined(separator: ", "),
      Statements.listed(
        field.words, removed: left.filter { !has.contains($0.value) }.map(\.words),
        added: right.filter { !had.contains($0.value) }.map(\.words)),
      text: MarkedText(before.joined(separator: " "), after.joined(separator: " ")))
  }

  private func compareTransfers(in record: inout RecordComparison) {
    let (before, after) = (transfers(of: old), transfers(of: new))
    record.list(
      Field(
        "transfer", "the legal basis for the transfer", "die Rechtsgrundlage der Übermittlung",
        Judgement(.substantive, .mechanism)),
      before.map(\.ground), after.map(\.ground))
    guard before.map(\.ground.value) == after.map(\.ground.value) else { return }
    for (left, right) in zip(before, after) {
      compareDates(of: left, right, in: &record)
      compareRemarks(on: left, right, in: &record)
    }
  }

  /// What is said about a ground that stayed.
  private func compareRemarks(
    on old: Transfer, _ new: Transfer, in record: inout RecordComparison
  ) {
    let fact = Judgement(.substantive, .record)
    record.prose(
      Field(
        "transfer-reason", "the reason for the transfer", "der Grund der Übermittlung", fact),
      old.reason, new.reason)
    record.list(
      Field(
        "supplementary-measures", "the supplementary measures", "die zusätzlichen Maßnahmen", fact),
      old.supplementaryMeasures.map(\.told), new.supplementaryMeasures.map(\.told))
    record.field(
      Field(
        "transfer-source", "the source of the ground", "die Quelle der Grundlage",
        Judgement(.editorial, .record)),
      old.source?.value, new.source?.value)
  }

  private func compareDates(
    of old: Transfer, _ new: Transfer, in record: inout RecordComparison
  ) {
    func compare(
      _ name: String, _ day: KeyPath<Transfer, Located<CalendarDate>?>, _ english: String,
      _ german: String, _ judgement: Judgement = Judgement(.editorial, .date)
    ) {
      record.field(
        Field(
          "transfer-\(name)", "the day \(english)", "der Tag, \(german),", judgement, .isNow),
        old[keyPath: day]?.value.description, new[keyPath: day]?.value.description)
    }
    compare(
      "signed", \.signed, "on which the legal basis for the transfer was signed",
      "an dem die Rechtsgrundlage der Übermittlung unterzeichnet wurde")
    compare(
      "expires", \.expires, "on which the legal basis for the transfer expires",
      "an dem die Rechtsgrundlage der Übermittlung endet", Judgement(.substantive, .date))
    compare(
      "checked", \.checked, "on which the legal basis for the transfer was last checked",
      "an dem die Rechtsgrundlage der Übermittlung zuletzt geprüft wurde")
    compare(
      "assessed", \.assessed, "on which the transfer was assessed",
      "an dem die Übermittlung bewertet wurde")
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
    let withdrawn = Field("withdrawn", "the day of withdrawal", "der Tag der Rücknahme", date)
    if old.withdrawn == nil, let day = new.withdrawn?.value.description {
      record.state(
        withdrawn, nil, day,
        BilingualText(
          english: "what was announced is withdrawn and does not begin (\(day))",
          german: "die Ankündigung ist zurückgezogen, der Einsatz beginnt nicht (\(day))"))
    } else {
      record.field(
        withdrawn, old.withdrawn?.value.description, new.withdrawn?.value.description)
    }
  }
}

extension LocalizedText {
  /// As data, and as sentences quote it.
  fileprivate var told: RecordComparison.Told {
    (
      variants.map(\.text.value).joined(separator: " / "),
      BilingualText(
        english: text(in: Language.english.rawValue).text,
        german: text(in: Language.german.rawValue).text)
    )
  }
}

extension [ProcessingLocation] {
  /// The codes of the countries, sorted, each once.
  fileprivate var countries: [String] {
    Set(compactMap(\.code)).sorted()
  }
}

extension ProcessingLocation {
  /// What stands for it among countries.
  fileprivate var code: String? { country?.value ?? organisation?.value }

  /// Known by its city, or by its country and what happens there.
  fileprivate var entry: ListEntry {
    let told = told
    let place = [country?.value, organisation?.value].compactMap(\.self).joined(separator: ", ")
    return ListEntry(
      keys: ["\(place)\n\(city?.value ?? "")", "\(place)\n\(details)"], told: told,
      title: FieldNames.text(
        "the place of processing \(Statements.quoted(placeWords.english, .english))",
        "der Ort der Verarbeitung \(Statements.quoted(placeWords.german, .german))"),
      facts: [
        .init("the city", "die Stadt", city?.value),
        .init("what happens there", "was dort geschieht", rolesTold),
        .init("the remark", "die Bemerkung", note?.told),
      ])
  }

  /// What happens there, as data.
  fileprivate var details: String {
    (roles.map(\.value.rawValue).sorted() + (note?.variants.map(\.text.value) ?? []))
      .joined(separator: "\n")
  }
}

extension Engagement {
  /// What sentences say of a task that is new: where, what for, on what ground and from when.
  func facts(_ names: RegisterNames) -> [BilingualText] {
    var facts = locations.map(\.told.words) + data.map { names.data($0.value) }
    let grounds = transfers + locations.flatMap(\.transfers)
    facts += grounds.filter { $0.mechanism.value != .none }.map(\.ground.words)
    facts += products.map { names.product($0.value) }
    if let day = effective?.value.description, withdrawn == nil {
      facts.append(BilingualText(english: "from \(day)", german: "ab \(day)"))
    }
    if let day = ended?.value.description {
      facts.append(BilingualText(english: "until \(day)", german: "bis \(day)"))
    }
    return facts
  }

  /// The countries of processing, as one text.
  var places: String { locations.countries.joined(separator: " ") }

  /// Whether it can hardly be anything but the other one under a new name.
  func isLike(_ other: Engagement) -> Bool {
    if id != nil || other.id != nil { return id?.value == other.id?.value }
    if !serviceWordSet.isDisjoint(with: other.serviceWordSet) { return true }
    return places == other.places
      && effective?.value == other.effective?.value && data.map(\.value) == other.data.map(\.value)
  }

  /// The words of its name that say something, in all languages.
  private var serviceWordSet: Set<Substring> {
    let texts = service?.variants.map { $0.text.value.lowercased() } ?? []
    return Set(texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }.map { Substring($0) })
      .filter { $0.utf8.count > 3 }
  }
}

extension SubProcessor.Certificate {
  /// Known by its name: another day is that of a renewal.
  var entry: ListEntry {
    let day = expires?.value.description
    let value = name.value + (day.map { " (\($0))" } ?? "")
    return ListEntry(
      keys: [name.value], told: (value, FieldNames.text(value, value)),
      title: FieldNames.text(
        "the certificate \(Statements.quoted(name.value, .english))",
        "das Zertifikat \(Statements.quoted(name.value, .german))"),
      facts: [.init("the last day of its validity", "der letzte Tag der Gültigkeit", day)])
  }
}

extension PostalAddress {
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
