package import Deadlines

extension Judgement {
  /// `substantive: period`; of a weight that an author set, `editorial, set by the author; found:
  /// weakening, number`.
  package func words(in language: Language) -> String {
    let (weight, rule) = (materiality.name.text(in: language), rule.name.text(in: language))
    guard let found else { return "\(weight): \(rule)" }
    let was = found.name.text(in: language)
    return switch language {
    case .english: "\(weight), set by the author; found: \(was), \(rule)"
    case .german: "\(weight), vom Verfasser festgelegt; festgestellt: \(was), \(rule)"
    }
  }
}

extension Materiality {
  /// What readers call it.
  package var name: BilingualText {
    switch self {
    case .weakening: BilingualText(english: "weakening", german: "abschwächend")
    case .substantive: BilingualText(english: "substantive", german: "inhaltlich")
    case .editorial: BilingualText(english: "editorial", german: "redaktionell")
    case .renumberingOnly:
      BilingualText(english: "renumbering only", german: "nur Nummerierung")
    }
  }
}

extension MaterialityRule {
  /// What readers call it.
  package var name: BilingualText {
    switch self {
    case .period: BilingualText(english: "period", german: "Frist")
    case .number: BilingualText(english: "number", german: "Zahl")
    case .country: BilingualText(english: "country", german: "Land")
    case .mechanism: BilingualText(english: "transfer mechanism", german: "Übermittlungsgrundlage")
    case .state: BilingualText(english: "state", german: "Umsetzungsstand")
    case .modal: BilingualText(english: "modal word", german: "Modalverb")
    case .negation: BilingualText(english: "negation", german: "Verneinung")
    case .party: BilingualText(english: "party", german: "Partei")
    case .addition: BilingualText(english: "addition", german: "Ergänzung")
    case .removal: BilingualText(english: "removal", german: "Streichung")
    case .rewritten: BilingualText(english: "rewritten", german: "Neufassung")
    case .reference: BilingualText(english: "reference", german: "Verweis")
    case .contact: BilingualText(english: "contact", german: "Kontakt")
    case .blank: BilingualText(english: "blank", german: "Leerfeld")
    case .setting: BilingualText(english: "setting", german: "Einstellung")
    case .record: BilingualText(english: "record", german: "Verzeichniseintrag")
    case .metadata: BilingualText(english: "metadata", german: "Metadaten")
    case .date: BilingualText(english: "date", german: "Datum")
    case .wording: BilingualText(english: "wording", german: "Wortlaut")
    case .spelling: BilingualText(english: "spelling", german: "Schreibweise")
    case .punctuation: BilingualText(english: "punctuation", german: "Zeichensetzung")
    case .capitals: BilingualText(english: "capitals", german: "Groß- und Kleinschreibung")
    case .heading: BilingualText(english: "heading", german: "Überschrift")
    case .term: BilingualText(english: "renamed term", german: "umbenannter Begriff")
    case .place: BilingualText(english: "place", german: "Stelle")
    case .numbering: BilingualText(english: "numbering", german: "Nummerierung")
    }
  }
}
