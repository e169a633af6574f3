internal import Agreements

extension NameHeads {
  /// What columns of people are headed by.
  private static let people = ["mail", "phone", "telefon", "funktion", "function", "role", "rolle"]

  private static let numbers: Set<String> = [
    "no", "nr", "num", "number", "nummer", "n", "s", "sl", "sr", "ser", "serial", "lfd", "lfdnr",
    "laufende", "pos", "position", "item", "row", "zeile", "index", "id", "ziffer", "entry",
  ]

  /// Whether heads are those of a table of people, who hold an office in turn.
  static func arePeople(_ heads: [String]) -> Bool {
    heads.contains { head in
      words(of: head).contains { word in people.contains { word.hasSuffix($0) } }
    }
  }

  /// Whether a head says that its column numbers the rows: `No.`, `lfd. Nr.`, `#`, or nothing.
  static func isNumber(_ head: String) -> Bool { words(of: head).allSatisfy(numbers.contains) }

  /// Whether a text speaks of companies that work for the one that speaks.
  static func mentionCompanies(_ text: String) -> Bool {
    if PlaceTopics.namesSubProcessors(text) { return true }
    let words = words(of: text)
    return words.contains { word in helpers.contains { word.hasPrefix($0) } }
      || zip(words, words.dropFirst()).contains {
        $0 == "service" && $1 == "providers" || ($0 == "third" && $1.hasPrefix("part"))
      }
  }

  /// Whether the words before a colon say what stands behind it, as in
  /// `Purpose of processing: mail`.
  static func isLabel(_ opening: String) -> Bool { words(of: opening).allSatisfy(labels.contains) }

  private static let labels: Set<String> = [
    "activity", "activities", "address", "adresse", "anschrift", "art", "aufgabe", "basis",
    "beschreibung", "categories", "category", "contact", "countries", "country", "data", "daten",
    "der", "description", "e", "email", "funktion", "function", "garantien", "grundlage",
    "kategorien", "kategorie", "kontakt", "land", "legal", "leistung", "link", "location",
    "locations", "länder", "mail", "mechanism", "of", "ort", "phone", "place", "processing",
    "product", "products", "purpose", "purposes", "region", "regions", "rolle", "role",
    "safeguards", "seat", "service", "services", "since", "seit", "sitz", "standort", "task",
    "telefon", "telephone", "the", "transfer", "type", "url", "verarbeitung", "webseite",
    "website", "what", "where", "zweck", "zwecke",
  ]

  /// Whether words that begin a text say what it is: `Note: …`, `Last updated: …`.
  static func isRemark(_ opening: String) -> Bool {
    let words = words(of: opening)
    return words.allSatisfy { labels.contains($0) || remarks.contains($0) }
      || MetadataKeys.shipped.isBookkeeping(words.joined())
  }

  private static let remarks: Set<String> = [
    "achtung", "attention", "beispiel", "by", "date", "disclaimer", "effective", "example", "faq",
    "from", "hinweis", "hinweise", "important", "info", "information", "initial", "initiale",
    "last", "modified", "next", "note", "notes", "question", "questions", "review", "reviewed",
    "security", "stand", "status", "subscribe", "summary", "timing", "tip", "tl;dr", "updated",
    "version", "warning", "wichtig",
  ]

  /// Whether a name is one of a kind of company, or of a document: `Payment providers`,
  /// `Zahlungsdienstleister`, `Privacy Policy`.
  static func isKind(_ name: String) -> Bool {
    guard let last = words(of: name).last else { return false }
    return kinds.contains(last) || kindEnds.contains { last.hasSuffix($0) }
  }

  private static let kinds: Set<String> = [
    "providers", "provider", "vendors", "vendor", "suppliers", "supplier", "processors",
    "processor", "policy", "policies", "agreement", "addendum", "dpa", "guide",
  ]
  private static let kindEnds = [
    "dienstleister", "dienstleistern", "anbieter", "anbietern", "lieferanten", "erklärung",
    "vereinbarung", "bedingungen", "richtlinie",
  ]

  private static let helpers = [
    "vendor", "supplier", "companies", "dienstleister", "drittanbieter", "lieferant",
  ]
}
