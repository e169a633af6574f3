/// What the tables of a text are, and what its rows and items are records of.
struct RecordPlaces: Sendable {
  let columns: TableColumns
  private(set) var topics: PlaceTopics
  private(set) var names = RecordNames()

  init(_ text: ComparedText) {
    columns = TableColumns(text.agreement)
    topics = PlaceTopics(text, columns)
  }

  /// Those of two versions, which tell each other what their rows are known by.
  static func ofBoth(
    _ old: ComparedText, _ new: ComparedText
  ) -> (old: RecordPlaces, new: RecordPlaces) {
    var (before, after) = (RecordPlaces(old), RecordPlaces(new))
    let heads = before.topics.companyHeads(old, before.columns)
      .union(after.topics.companyHeads(new, after.columns))
    before.topics.noteTables(headedBy: heads, old, before.columns)
    after.topics.noteTables(headedBy: heads, new, after.columns)
    let columns = NameColumns([
      (old, before.columns, before.topics), (new, after.columns, after.topics),
    ])
    before.names = RecordNames(old, before, columns)
    after.names = RecordNames(new, after, columns)
    return (before, after)
  }
}
