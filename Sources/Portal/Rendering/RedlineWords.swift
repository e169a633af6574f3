package import Deadlines

/// The words that a redline needs besides the texts, in the language of the page.
package struct RedlineWords: Sendable {
  let removed: String
  let added: String
  let retargeted: String
  let movedAway: String
  let movedHere: String
  let kept: String
  let before: String
  let after: String
  /// With `{place}`.
  private let was: String
  private let change: String
  private let unchangedOne: String
  private let unchangedMany: String

  init(_ words: Words) {
    removed = words.text("redline.removed")
    added = words.text("redline.added")
    retargeted = words.text("redline.retargeted")
    movedAway = words.text("redline.moved-away")
    movedHere = words.text("redline.moved-here")
    kept = words.text("redline.kept")
    before = words.text("redline.before")
    after = words.text("redline.after")
    was = words.text("redline.was")
    change = words.text("redline.change")
    unchangedOne = words.text("redline.unchanged", count: 1)
    unchangedMany = words.form(ofMany: "redline.unchanged")
  }

  /// Those of the default theme.
  package init(language: Language) {
    let words = loadWords(ThemeFiles(overrides: [])).words[language.rawValue]
    self.init(words ?? Words(language: language.rawValue))
  }

  func was(_ place: String) -> String { fill(was, "place", place) }
  func change(_ number: Int) -> String { fill(change, "number", String(number)) }
  func unchanged(_ count: Int) -> String {
    count == 1 ? unchangedOne : fill(unchangedMany, "count", String(count))
  }

  private func fill(_ form: String, _ name: String, _ value: String) -> String {
    (try? filled(form, with: { $0 == name ? value : nil }).get()) ?? form
  }
}
