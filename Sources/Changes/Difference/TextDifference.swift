/// The differences of one text of a place, in the order of the redline.
struct TextDifference: Sendable {
  /// Of a cell: the tables that its column is in.
  enum Column: Sendable { case ofBoth, onlyNew, onlyOld }

  var kind: RedlineText.Kind
  /// Of a cell: its column in the new table, or in the old one where the column is gone.
  var column = 0
  var presence = Column.ofBoth
  /// Whether its old words are of several places, so that where one begins no paragraph does.
  var isJoined = false
  var difference: WordDifference
  /// Of an entry that was a row: the cells of columns that it says nothing of.
  var unsaid: [(column: Int, tokens: Range<Int32>)] = []
}
