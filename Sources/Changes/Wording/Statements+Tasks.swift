internal import Deadlines

/// Sentences about one of several rows of a company, of which others stay.
extension Statements {
  /// A row more: the company was engaged before.
  static func task(_ place: PlaceWords, of company: String, _ strikes: Strikes) -> BilingualText {
    at(
      place,
      BilingualText(
        english: "a further task of sub-processor \(quoted(company, .english)) "
          + strikes.added.english,
        german: "eine weitere Aufgabe des Unterauftragsverarbeiters \(quoted(company, .german)) "
          + strikes.added.german))
  }

  /// A row less: the company stays engaged.
  static func endedTask(_ place: PlaceWords, of company: String) -> BilingualText {
    at(
      place,
      BilingualText(
        english: "a task of sub-processor \(quoted(company, .english)) is removed; "
          + "the company stays",
        german: "eine Aufgabe des Unterauftragsverarbeiters \(quoted(company, .german)) entfällt; "
          + "das Unternehmen bleibt"))
  }
}
