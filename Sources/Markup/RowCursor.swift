/// Where the reading of a table's row has come to.
struct RowCursor {
  var offset: Int
}
