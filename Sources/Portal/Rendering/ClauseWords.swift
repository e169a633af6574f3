/// The words that the text of an agreement needs besides its own, in the language of the page.
///
/// The theme's words under `clause.`, looked up once for a language and kept as bytes: pages have
/// thousands of clauses.
struct ClauseWords: Sendable {
  /// What a screen reader says for a blank: `[to be filled in]`.
  var blank: [UInt8]
  var done: [UInt8]
  var open: [UInt8]
  /// `Note {number}`, with the place of the number marked as in the words.
  var note: String
  var backToNote: String
  /// `Table in {place}`.
  var tableIn: String
  var notes: [UInt8]
  /// `Cited in {count} places`, for one and for several.
  var citedInOne: String
  var citedInMany: String

  func citedBy(_ count: Int) -> String {
    let form = count == 1 ? citedInOne : citedInMany
    return (try? filled(form, with: { $0 == "count" ? String(count) : nil }).get()) ?? form
  }
}
