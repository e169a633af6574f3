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

  /// A company that another list of the document has, or had.
  static func joined(
    _ lists: OtherLists, _ place: PlaceWords, _ company: String, _ strikes: Strikes
  ) -> BilingualText {
    let names = lists.names
    let (english, german) =
      lists.areOfBoth
      ? ("it is in \(names.english) already", "steht in \(names.german) schon")
      : ("it was in \(names.english) before", "stand bisher in \(names.german)")
    return whole(
      place, .subProcessor, company, [], english: "\(strikes.added.english) here; \(english)",
      german: "ist hier" + strikes.added.german.dropFirst("ist".count) + ", \(german)")
  }

  /// A company that another list of the document has.
  static func left(
    _ lists: OtherLists, _ place: PlaceWords, _ company: String, _ strikes: Strikes
  ) -> BilingualText {
    let names = lists.names
    let (english, german) =
      lists.areOfBoth
      ? ("it stays in \(names.english)", "bleibt in \(names.german)")
      : ("it is in \(names.english) now", "steht jetzt in \(names.german)")
    return whole(
      place, .subProcessor, company, [], english: "\(strikes.removed.english) here; \(english)",
      german: "entfällt hier" + strikes.removed.german.dropFirst("entfällt".count) + ", \(german)")
  }
}

extension OtherLists {
  /// What sentences call them.
  fileprivate var names: BilingualText {
    let words = words
    guard !words.isEmpty else {
      return BilingualText(english: "another list", german: "einer anderen Liste")
    }
    return BilingualText(
      english: Statements.list(words.map(\.english), "and"),
      german: Statements.list(words.map(\.german), "und"))
  }
}
