extension TokenReading {
  /// Whether a word is one for documents that are not this one; German makes them by composition.
  func isOtherDocument(at index: Int) -> Bool {
    let kind = kind(index)
    guard kind == .none else { return kind == .otherDocument }
    let token = token(index)
    guard token.kind == .word, token.isCapitalised, token.length >= 10 else { return false }
    let word = body(index)
    return documentEndings.contains { word.hasSuffix($0) }
  }
}

private let documentEndings = [
  "vertrag", "vertrags", "vertrages", "vereinbarung", "bedingungen", "beschreibung", "konzept",
  "konzepts", "konzeptes", "gesetz", "gesetzes", "ordnung", "richtlinie", "verzeichnis",
  "verzeichnisses", "katalog", "katalogs",
  "datenschutzerklärung", "leistungsschein", "leistungsscheins", "pflichtenheft", "pflichtenhefts",
  "pflichtenheftes", "preisliste",
]
