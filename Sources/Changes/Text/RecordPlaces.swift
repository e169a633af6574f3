/// What the tables of a text are, and what its rows and items are records of.
struct RecordPlaces: Sendable {
  let columns: TableColumns
  let topics: PlaceTopics

  init(_ text: ComparedText) {
    columns = TableColumns(text.agreement)
    topics = PlaceTopics(text, columns)
  }
}
