/// What the heads of columns say of what stands below them, in English and German.
package enum NameHeads {
  /// Words that are compared with beginnings of the words of a head.
  private static let companies = [
    "company", "companies", "vendor", "supplier", "provider", "subprocessor", "processor",
    "entity", "entities", "subcontractor", "contractor", "affiliate", "organisation",
    "organization", "firm", "unternehmen", "gesellschaft", "dienstleister", "anbieter",
    "dienstanbieter", "juristische", "rechtsträger", "unterauftrag", "subunternehm",
    "subdienstleist", "subauftrag",
    "auftragsverarbeiter", "auftragnehmer", "lieferant",
  ]

  /// What of a company or another thing a column says beside its name.
  private static let attributes = [
    "address", "anschrift", "adress", "applicab", "basis", "categor", "city", "condition",
    "contact", "country", "countries", "data", "date", "daten", "description", "beschreibung",
    "detail", "effective", "email", "function", "funktion", "garanti", "grundlage", "homepage",
    "kategori", "kontakt", "land", "leistung", "link", "location", "länder", "mechanism",
    "mechanismus", "number", "nummer", "ort", "phone", "place", "policy", "product", "purpose",
    "reason", "region", "role", "rolle", "safeguard", "seat", "seit", "since", "sitz", "standort",
    "subject", "telefon", "transfer", "type", "art", "typ", "url", "usage", "use", "website",
    "webseite", "what", "where", "zweck", "tätigkeit", "aufgabe", "task", "activit", "service",
    "services", "category", "evidence", "nachweis", "beleg", "proof", "status",
  ]

  /// Whether a column holds companies: the head names them, and nothing that they have.
  package static func namesCompanies(_ head: String) -> Bool {
    let words = words(of: head)
    let place = words.firstIndex { word in companies.contains { word.hasPrefix($0) } }
    guard place != nil || isThirdParty(words) else { return false }
    if words.contains(where: isName) { return true }
    // `Company and address` begins with the name, as `Company, address` and `Company/address` do;
    // `Company address` does not hold it.
    guard let attribute = words.firstIndex(where: tellsMore) else { return true }
    if place == 0, let sign = head.firstIndex(where: { ",/&+(".contains($0) }),
      !self.words(of: String(head[..<sign])).contains(where: tellsMore)
    {
      return true
    }
    return place == 0 && attribute >= 2 && joins.contains(words[attribute - 1])
      || words[attribute].hasPrefix("service") && (place ?? 0) > attribute
  }

  /// Whether a column holds names, of whatever.
  package static func names(_ head: String) -> Bool {
    let words = words(of: head)
    return words.first.map(isName) == true || words.last.map(isName) == true
  }

  /// Whether a column says something of what other columns name.
  package static func isAttribute(_ head: String) -> Bool {
    words(of: head).contains(where: tellsMore)
  }

  private static func isName(_ word: String) -> Bool {
    word == "name" || word == "names" || word == "namen" || word == "firmenname"
  }

  private static func tellsMore(_ word: String) -> Bool {
    attributes.contains { $0.utf8.count <= 4 ? word == $0 : word.hasPrefix($0) }
      || ends.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count }
  }

  /// What German words end with that say where a company is, or what it does: `Unternehmenssitz`.
  private static let ends = [
    "sitz", "standort", "anschrift", "adresse", "zweck", "land", "kategorie", "kategorien",
  ]

  private static func isThirdParty(_ words: [String]) -> Bool {
    zip(words, words.dropFirst()).contains {
      ($0 == "third" || $0 == "other") && ($1 == "party" || $1 == "parties")
    }
  }

  private static let joins: Set<String> = ["and", "with", "incl", "including", "und", "mit"]

  /// The words of a head in lower case, `sub-processor` as one.
  package static func words(of head: String) -> [String] {
    var words = head.lowercasedWords
    if let sub = words.firstIndex(of: "sub"), sub + 1 < words.count {
      words.replaceSubrange(sub...(sub + 1), with: ["sub" + words[sub + 1]])
    }
    return words
  }
}
