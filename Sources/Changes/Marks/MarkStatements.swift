internal import Deadlines

/// The sentences about links, pictures, boxes and footnotes.
enum MarkStatements {
  static func link(_ words: [String], from: String?, to: String?) -> BilingualText {
    let (english, german) = (Statements.quoted(words, .english), Statements.quoted(words, .german))
    switch (from, to) {
    case (let from?, let to?):
      return BilingualText(
        english: "the link \(english) leads to \(to) instead of \(from)",
        german: "der Link \(german) führt zu \(to) statt zu \(from)")
    case (nil, let to?):
      return BilingualText(
        english: "\(english) is a link to \(to) now",
        german: "\(german) ist jetzt ein Link zu \(to)")
    case (let from?, nil):
      return BilingualText(
        english: "\(english) is no longer a link; it led to \(from)",
        german: "\(german) ist kein Link mehr; er führte zu \(from)")
    case (nil, nil):
      return BilingualText(english: "\(english) is no link", german: "\(german) ist kein Link")
    }
  }

  static func picture(_ words: [String], from: String, to: String) -> BilingualText {
    BilingualText(
      english: "the picture \(Statements.quoted(words, .english)) is \(to) instead of \(from)",
      german: "das Bild \(Statements.quoted(words, .german)) ist \(to) statt \(from)")
  }

  /// `before`, `after`: whether it was ticked and is; `nil` where there is no box.
  static func box(_ words: [String], _ before: Bool?, _ after: Bool?) -> BilingualText {
    let what: (english: String, german: String) =
      switch (before, after) {
      case (_?, true?): ("is ticked now", "ist jetzt angekreuzt")
      case (_?, false?): ("is no longer ticked", "ist nicht mehr angekreuzt")
      case (nil, true?): ("has a ticked box now", "hat jetzt ein angekreuztes Kästchen")
      case (nil, false?): ("has an empty box now", "hat jetzt ein leeres Kästchen")
      case (true?, nil):
        ("was ticked and has no box any more", "war angekreuzt und hat kein Kästchen mehr")
      case (_, nil): ("has no box any more", "hat kein Kästchen mehr")
      }
    return BilingualText(
      english: "\(Statements.quoted(words, .english)) \(what.english)",
      german: "\(Statements.quoted(words, .german)) \(what.german)")
  }

  /// `from`, `to`: the words that the mark stood and stands behind, empty at the beginning of a
  /// text; `nil` where there was or is no mark.
  static func footnote(_ number: Int32, from: String?, to: String?) -> BilingualText {
    func place(_ words: String, _ language: Language) -> String {
      if words.isEmpty { return language == .english ? "at the beginning" : "am Anfang" }
      return (language == .english ? "behind " : "hinter ") + Statements.quoted(words, language)
    }
    func english(_ words: String) -> String { place(words, .english) }
    func german(_ words: String) -> String { place(words, .german) }
    let names = (
      english: "the mark of footnote \(number)", german: "das Zeichen von Fußnote \(number)"
    )
    switch (from, to) {
    case (let from?, let to?):
      let was = from.isEmpty ? english(from) : Statements.quoted(from, .english)
      return BilingualText(
        english: "\(names.english) stands \(english(to)) instead of \(was)",
        german: "\(names.german) steht \(german(to)) statt \(german(from))")
    case (nil, let to?):
      return BilingualText(
        english: "\(names.english) is added \(english(to))",
        german: "\(names.german) kommt \(german(to)) hinzu")
    case (let from?, nil):
      return BilingualText(
        english: "\(names.english) \(english(from)) is removed",
        german: "\(names.german) \(german(from)) entfällt")
    case (nil, nil):
      return BilingualText(english: "\(names.english) stays", german: "\(names.german) bleibt")
    }
  }
}
