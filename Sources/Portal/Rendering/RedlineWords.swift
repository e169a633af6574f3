package import Deadlines

/// The words that a redline needs besides the texts, in the language of the page.
package struct RedlineWords: Sendable {
  /// The one that places are named in.
  let language: Language
  let removed: String
  let added: String
  let retargeted: String
  /// Of words that the text itself strikes out.
  let struck: String
  /// Of tasks.
  private let done: [UInt8]
  private let open: [UInt8]
  let movedAway: String
  /// Of what stands elsewhere now, in both places.
  package let moved: String
  package let kept: String
  /// Of a link from the sentence about a change to its entry.
  package let entry: String
  let before: String
  let after: String
  /// The name of what has no path.
  let document: String
  /// With `{place}`.
  private let was: String
  private let now: String
  private let splitFrom: String
  private let splitInto: String
  private let mergedInto: String
  private let takesIn: String
  private let change: String
  private let column: String
  /// For days.
  private let source: Words
  private let unchangedOne: String
  private let unchangedMany: String

  init(_ words: Words) {
    language = Language(ofReaders: words.language)
    source = words
    removed = words.text("redline.removed")
    added = words.text("redline.added")
    retargeted = words.text("redline.retargeted")
    struck = words.text("redline.struck")
    done = escapedHTML(words.text("clause.done"))
    open = escapedHTML(words.text("clause.open"))
    movedAway = words.text("redline.moved-away")
    moved = words.text("redline.moved-here")
    kept = words.text("redline.kept")
    entry = words.text("changes.redline")
    before = words.text("redline.before")
    after = words.text("redline.after")
    document = words.text("redline.document")
    was = words.text("redline.was")
    now = words.text("redline.now")
    splitFrom = words.text("redline.split-from")
    splitInto = words.text("redline.split-into")
    mergedInto = words.text("redline.merged-into")
    takesIn = words.text("redline.takes-in")
    change = words.text("redline.change")
    column = words.text("redline.column")
    unchangedOne = words.text("redline.unchanged", count: 1)
    unchangedMany = words.form(ofMany: "redline.unchanged")
  }

  /// Those of the default theme.
  package init(language: Language) {
    self.init(shippedWords[language.rawValue] ?? Words(language: language.rawValue))
  }

  /// The box of a task, as HTML.
  func box(isDone: Bool) -> [UInt8] { taskBox(isDone: isDone, called: isDone ? done : open) }

  /// A value of the frontmatter as a reader sees it: a day as on the rest of the page.
  func written(_ value: String) -> String {
    let text = value.hasPrefix(" ") ? value.dropFirst() : value[...]
    guard let day = CalendarDate(String(text)) else { return value }
    return (value.hasPrefix(" ") ? " " : "") + source.date(day)
  }

  package func was(_ place: String) -> String { filled(was, "place", place) }
  package func now(_ place: String) -> String { filled(now, "place", place) }
  package func splitFrom(_ place: String) -> String { filled(splitFrom, "place", place) }
  package func splitInto(_ place: String) -> String { filled(splitInto, "place", place) }
  package func mergedInto(_ place: String) -> String { filled(mergedInto, "place", place) }
  package func takesIn(_ place: String) -> String { filled(takesIn, "place", place) }
  func change(_ number: Int) -> String { filled(change, "number", String(number)) }
  package func column(_ number: Int) -> String { filled(column, "number", String(number)) }
  package func unchanged(_ count: Int) -> String {
    count == 1 ? unchangedOne : filled(unchangedMany, "count", String(count))
  }
}
