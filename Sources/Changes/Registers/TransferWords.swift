internal import Deadlines
internal import Frontmatter
internal import Registers

extension TransferMechanism {
  /// As sentences name it.
  var words: BilingualText {
    switch self {
    case .none: BilingualText(english: "none needed (EEA)", german: "keine nötig (EWR)")
    case .adequacy: BilingualText(english: "adequacy decision", german: "Angemessenheitsbeschluss")
    case .dataPrivacyFramework:
      BilingualText(
        english: "adequacy decision (Data Privacy Framework)",
        german: "Angemessenheitsbeschluss (Data Privacy Framework)")
    case .publicInstrument:
      BilingualText(
        english: "instrument between public bodies", german: "Dokument zwischen Behörden")
    case .bindingCorporateRules:
      BilingualText(
        english: "binding corporate rules", german: "verbindliche interne Datenschutzvorschriften")
    case .standardClauses:
      BilingualText(
        english: "standard contractual clauses (EU) 2021/914",
        german: "Standardvertragsklauseln (EU) 2021/914")
    case .authorityClauses:
      BilingualText(
        english: "standard clauses of an authority",
        german: "Standardklauseln einer Aufsichtsbehörde")
    case .codeOfConduct:
      BilingualText(english: "approved code of conduct", german: "genehmigte Verhaltensregeln")
    case .certification:
      BilingualText(english: "approved certification", german: "genehmigte Zertifizierung")
    case .adHocClauses:
      BilingualText(
        english: "individually approved clauses", german: "einzeln genehmigte Klauseln")
    case .administrativeArrangement:
      BilingualText(english: "administrative arrangement", german: "Verwaltungsvereinbarung")
    case .derogation:
      BilingualText(
        english: "derogation (Art. 49(1) GDPR)", german: "Ausnahme (Art. 49 Abs. 1 DSGVO)")
    case .compellingInterest:
      BilingualText(
        english: "compelling interest (Art. 49(1) GDPR)",
        german: "zwingendes Interesse (Art. 49 Abs. 1 DSGVO)")
    case .ukTransferAgreement:
      BilingualText(
        english: "UK International Data Transfer Agreement",
        german: "britische Vereinbarung zur Datenübermittlung (IDTA)")
    case .ukAddendum: BilingualText(english: "UK addendum", german: "britischer Zusatz")
    case .swissAddendum: BilingualText(english: "Swiss addendum", german: "Schweizer Zusatz")
    }
  }
}

extension Transfer {
  /// The mechanism with what tells it from others of its kind, as data and as sentences name it.
  var ground: RecordComparison.Told {
    var value = mechanism.value.rawValue
    var words = mechanism.value.words
    if let module {
      value += " module \(module.value)"
      words.english += ", module \(module.value)"
      words.german += ", Modul \(module.value)"
    }
    for detail in [decision, entity, authority, letter].compactMap({ $0?.value }) {
      value += " \(detail)"
      words.english += ", \(detail)"
      words.german += ", \(detail)"
    }
    return (value, words)
  }
}

extension ProcessingLocation {
  /// Where and for what, as data and as sentences name it.
  var told: RecordComparison.Told {
    let about = note?.variants[0].text.value
    let value = [city?.value, country?.value, organisation?.value, about]
    func named(_ language: Language) -> [String?] {
      let name = country.map { Countries.shipped.name(of: $0.value, in: language.rawValue) }
      return [city?.value, name, organisation?.value, note?.text(in: language.rawValue).text]
    }
    return (
      joined(value, roles.map(\.value.rawValue)),
      BilingualText(
        english: joined(named(.english), roles.map(\.value.words.english)),
        german: joined(named(.german), roles.map(\.value.words.german)))
    )
  }

  /// Where it is: the city and the country.
  var placeWords: BilingualText {
    func named(_ language: Language) -> String {
      let name = country.map { Countries.shipped.name(of: $0.value, in: language.rawValue) }
      return joined([city?.value, name, organisation?.value], [])
    }
    return BilingualText(english: named(.english), german: named(.german))
  }

  /// What happens there; `nil` where nothing is said.
  var rolesTold: RecordComparison.Told? {
    guard !roles.isEmpty else { return nil }
    let words = roles.map(\.value.words)
    return (
      roles.map(\.value.rawValue).sorted().joined(separator: ", "),
      BilingualText(
        english: Statements.list(words.map(\.english), "and"),
        german: Statements.list(words.map(\.german), "und"))
    )
  }

  private func joined(_ parts: [String?], _ roles: [String]) -> String {
    let place = parts.compactMap(\.self).joined(separator: ", ")
    return roles.isEmpty ? place : "\(place) (\(roles.joined(separator: ", ")))"
  }
}

extension ProcessingLocation.Role {
  /// As sentences name it.
  fileprivate var words: BilingualText {
    switch self {
    case .processing: BilingualText(english: "processing", german: "Verarbeitung")
    case .storage: BilingualText(english: "storage", german: "Speicherung")
    case .backup: BilingualText(english: "backup", german: "Sicherung")
    case .access: BilingualText(english: "access", german: "Zugriff")
    case .support: BilingualText(english: "support", german: "Support")
    }
  }
}
