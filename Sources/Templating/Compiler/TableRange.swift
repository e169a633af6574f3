/// A half-open range of one of the program's tables.
struct TableRange: Sendable {
  var start: Int32
  var end: Int32

  var indices: Range<Int> { Int(start)..<Int(end) }
}
