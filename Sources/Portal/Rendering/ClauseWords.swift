internal import Deadlines
internal import Markup

/// The words that the text of an agreement needs besides its own, in the language of the page.
///
/// The theme's words under `clause.`, looked up once for a language and kept as escaped bytes:
/// pages have thousands of clauses.
struct ClauseWords: Sendable {
  /// The one that places are named in.
  let language: Language
  /// What a screen reader says for a blank: `[to be filled in]`.
  let blank: [UInt8]
  let done: [UInt8]
  let open: [UInt8]
  /// What the arrow behind a note is called.
  let backToText: [UInt8]
  /// `Table in {place}`, not escaped yet.
  let tableIn: String
  /// `Cited in {count} places`, for one and for several.
  private let citedInOne: String
  private let citedInMany: String

  init(_ words: Words) {
    language = Language(ofReaders: words.language)
    blank = escapedHTML(words.text("clause.blank"))
    done = escapedHTML(words.text("clause.done"))
    open = escapedHTML(words.text("clause.open"))
    backToText = escapedHTML(words.text("clause.back"))
    tableIn = words.text("clause.table")
    citedInOne = words.text("clause.cited-by", count: 1)
    citedInMany = words.form(ofMany: "clause.cited-by")
  }

  func citedBy(_ count: Int) -> String {
    filled(count == 1 ? citedInOne : citedInMany, "count", String(count))
  }

  /// The box of a task, as HTML.
  func box(isDone: Bool) -> [UInt8] { taskBox(isDone: isDone, called: isDone ? done : open) }

  /// A place that is to be filled in, as HTML.
  var blankHTML: [UInt8] {
    Array("<span class=\"blank\"><span class=\"visually-hidden\">".utf8) + blank
      + Array("</span></span>".utf8)
  }
}

func escapedHTML(_ text: String) -> [UInt8] {
  var output: [UInt8] = []
  appendEscapedHTML(text, to: &output)
  return output
}

/// The box of a task, as HTML. `words`: what a screen reader says for it, escaped.
func taskBox(isDone: Bool, called words: [UInt8]) -> [UInt8] {
  Array("<span class=\"box\" role=\"img\" aria-label=\"".utf8) + words
    + Array((isDone ? "\">\u{2611}</span> " : "\">\u{2610}</span> ").utf8)
}
