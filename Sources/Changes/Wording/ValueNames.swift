internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Registers

/// What sentences call the values of a frontmatter that are codes: readers know `Austria`, and not
/// `AT`.
enum ValueNames {
  /// `field`: the key that the value stands at. All else is called what it is.
  static func metadata(_ field: String, _ value: String) -> BilingualText {
    switch field {
    case "governing-law": country(value)
    case "language", "binding-language": LanguageNames.shipped.name(of: value)
    case "kind": AgreementKind(rawValue: value)?.words ?? same(value)
    case "authorisation": Authorisation(rawValue: value)?.words ?? same(value)
    case "audience": Audience(rawValue: value)?.words ?? same(value)
    // Of a party's address.
    case let key where key.hasSuffix(".address.country"): country(value)
    default: same(value)
    }
  }

  static func country(_ code: String) -> BilingualText {
    func name(_ language: Language) -> String {
      Countries.shipped.name(of: code, in: language.rawValue)
    }
    return BilingualText(english: name(.english), german: name(.german))
  }

  private static func same(_ value: String) -> BilingualText {
    BilingualText(english: value, german: value)
  }
}

extension AgreementKind {
  fileprivate var words: BilingualText {
    switch self {
    case .agreement:
      FieldNames.text("data processing agreement", "Vertrag zur Auftragsverarbeitung")
    case .measures:
      FieldNames.text(
        "technical and organisational measures", "technische und organisatorische Maßnahmen")
    case .subProcessorAnnex:
      FieldNames.text("annex on sub-processors", "Anlage zu Unterauftragsverarbeitern")
    case .terms: FieldNames.text("terms", "Vertragsbedingungen")
    case .policy: FieldNames.text("policy", "Richtlinie")
    }
  }
}

extension Authorisation {
  fileprivate var words: BilingualText {
    switch self {
    case .general: FieldNames.text("general authorisation", "allgemeine Genehmigung")
    case .specific: FieldNames.text("specific authorisation", "gesonderte Genehmigung")
    }
  }
}

extension Audience {
  var words: BilingualText {
    switch self {
    case .public: FieldNames.text("the public", "Öffentlichkeit")
    case .customer: FieldNames.text("customers", "Kunden")
    case .internal: FieldNames.text("internal", "intern")
    }
  }
}
