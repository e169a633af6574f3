/// A run of code with slots of its own: a template's body, a block, a macro, a recursive loop.
struct Unit: Sendable {
  enum Kind: UInt8, Sendable { case root, block, macro, caller, loop }

  var kind: Kind
  var entry: Int32 = 0
  var end: Int32 = 0
  var slotCount: Int32 = 0
  var template: Int32
  var name: UInt32
  /// Where the names of the slots start in the program's table.
  var slotNames: Int32 = 0
  /// Whether values made here may refer to the slots after the unit has ended.
  var isCaptured = false
  /// For macros: where the parameters start in the program's table.
  var parameters: Int32 = 0
  var parameterCount: Int32 = 0
  /// Slots of `caller`, `kwargs` and `varargs`; -1 where the macro does not use them.
  var callerSlot: Int32 = -1
  var namedSlot: Int32 = -1
  var extraSlot: Int32 = -1
  var hasCallerParameter = false
  /// What a recursive loop's text becomes: 0 text, 1 markup, 2 as escaping is when it ends.
  var resultMode: UInt8 = 0
}

/// A parameter of a macro and the slot that it fills.
struct MacroParameter: Sendable {
  var name: UInt32
  var slot: Int32
}
