internal import Deadlines
internal import Frontmatter
internal import Registers

/// What sentences call the facts of agreements, records and settings.
enum FieldNames {
  static func metadata(_ field: String) -> BilingualText {
    switch field {
    case "title": text("the title", "der Titel")
    case "short-title": text("the short title", "der Kurztitel")
    case "version": text("the version", "die Fassung")
    case "effective": text("the effective date", "der Tag des Inkrafttretens")
    case "kind": text("the kind of document", "die Art des Dokuments")
    case "language": text("the language", "die Sprache")
    case "binding-language": text("the binding language", "die maßgebliche Sprache")
    case "translation-of": text("the original", "das Original")
    case "part-of": text("the contract that it belongs to", "der zugehörige Vertrag")
    case "part-of.url":
      text("the address of the contract that it belongs to", "die Adresse des zugehörigen Vertrags")
    case "part-of.names":
      text(
        "the other names of the contract that it belongs to",
        "die anderen Namen des zugehörigen Vertrags")
    case "exhibit": text("the name as an exhibit", "die Bezeichnung als Anlage")
    case "governing-law": text("the governing law", "das anwendbare Recht")
    case "default-law": text("the law cited without a name", "das ohne Namen zitierte Gesetz")
    case "audience": text("the audience", "der Leserkreis")
    case "based-on": text("the standard that it is based on", "die Grundlage des Textes")
    case "authorisation":
      text("the authorisation of sub-processors", "die Genehmigung von Unterauftragsverarbeitern")
    case "joint-terms": text("the joint name of the parties", "die Bezeichnung beider Parteien")
    case "numbering": text("the style of numbering", "die Art der Nummerierung")
    case "self-names":
      text("the other names of the document", "die anderen Namen des Dokuments")
    case "adopt.sub-processors":
      text(
        "what is read as the register of sub-processors",
        "was als Verzeichnis der Unterauftragsverarbeiter gelesen wird")
    case "adopt.measures":
      text(
        "what is read as the register of measures", "was als Verzeichnis der Maßnahmen gelesen wird"
      )
    case "processor": text("the processor", "der Auftragsverarbeiter")
    case "controller": text("the controller", "der Verantwortliche")
    case "joint-controller": text("the joint controller", "der gemeinsam Verantwortliche")
    case "sub-processor": text("the sub-processor", "der Unterauftragsverarbeiter")
    case "representative": text("the representative", "der Vertreter")
    default: text(field, field)
    }
  }

  /// The role of a party, as what is its own: `of the processor`.
  static func ofRole(_ role: String) -> BilingualText {
    switch role {
    case "processor": text("of the processor", "des Auftragsverarbeiters")
    case "controller": text("of the controller", "des Verantwortlichen")
    case "joint-controller":
      text("of the joint controller", "des gemeinsam Verantwortlichen")
    case "sub-processor": text("of the sub-processor", "des Unterauftragsverarbeiters")
    case "representative": text("of the representative", "des Vertreters")
    default: text("of \(role)", "von \(role)")
    }
  }

  /// Words of the author in both languages.
  static func both(_ words: LocalizedText) -> BilingualText {
    text(
      words.text(in: Language.english.rawValue).text, words.text(in: Language.german.rawValue).text)
  }

  static func text(_ english: String, _ german: String) -> BilingualText {
    BilingualText(english: english, german: german)
  }
}
