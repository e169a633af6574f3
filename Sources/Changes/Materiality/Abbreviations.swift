/// Abbreviations of words that add nothing: `e.g.`, `z. B.`, `i. V. m.`
enum Abbreviations {
  /// What words say in full, if they are nothing but such an abbreviation or what it stands for;
  /// `nil` for others.
  static func phrase(of words: some Collection<MarkedText.Word>) -> String? {
    guard 1...longest ~= words.count else { return nil }
    let text = words.map(\.lower).joined(separator: " ")
    if phrases.contains(text) { return text }
    return abbreviated[text.filter { $0 != "." && $0 != " " }]
  }

  private static let longest = 4

  private static let abbreviated: [String: String] = [
    "eg": "for example", "forinstance": "for example", "ie": "that is", "ca": "circa",
    "approx": "approximately", "incl": "including", "resp": "respectively",
    "zb": "zum beispiel", "bspw": "beispielsweise", "dh": "das heißt", "dasheisst": "das heißt",
    "bzw": "beziehungsweise", "ggf": "gegebenenfalls", "ua": "unter anderem",
    "usw": "und so weiter", "insb": "insbesondere", "inkl": "inklusive", "gem": "gemäß",
    "ivm": "in verbindung mit", "isd": "im sinne des",
    "isv": "im sinne von", "sog": "sogenannte", "vgl": "vergleiche",
  ]

  private static let phrases = Set(abbreviated.values)
}
