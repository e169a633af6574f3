struct TemplateRecord: Sendable {
  var name: UInt32
  var root: Int32
  var blocks: TableRange
  var escapes: Bool
  /// Index of the source; -1 never.
  var source: Int32
}
