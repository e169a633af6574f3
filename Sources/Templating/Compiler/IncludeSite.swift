/// A variable that an included template or a scoped block can see.
struct VisibleVariable: Sendable {
  var name: UInt32
  var hops: UInt8
  var slot: Int32
}

struct IncludeSite: Sendable {
  var name: UInt32
  var ignoreMissing: Bool
  var withContext: Bool
  var variables: TableRange
}
