struct BlockSite: Sendable {
  var name: UInt32
  var isScoped: Bool
  var isRequired: Bool
  var variables: TableRange
}

struct BlockRecord: Sendable {
  var name: UInt32
  var unit: Int32
}
