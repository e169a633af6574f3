/// What Jinja's context is: the names that a template, and all it includes, can see.
struct ContextRecord: Sendable {
  /// Parents that are no context: the page's names, and only those that all pages share.
  static let page = -1
  static let sharedOnly = -2

  var template: Int32
  /// The context around this one, or what there is beyond all of them.
  var parent: Int32
  /// Where the variables that the outer scope shows are, or none.
  var variables: TableRange
  var variablesFrame: Int32
  /// Names set at the template's top level.
  var names: [UInt32] = []
  var values: [Handle] = []
  var exported: [UInt32] = []
  var escapes: Bool
  /// The context that holds the blocks of this one: itself, or the one it was derived from.
  var blockOwner: Int32
  var blocks: [BlockRecord] = []
}
