/// One step of a compiled template: eight bytes, so that programs stay flat and small.
struct Instruction: Sendable {
  var operation: Operation
  /// A small choice of the operation, such as whether output is escaped.
  var flag: UInt8 = 0
  var count: UInt16 = 0
  /// An index into one of the program's tables, a slot, or a jump's target.
  var operand: Int32 = 0
}

/// What an instruction does. Values are taken from and put on the renderer's stack.
enum Operation: UInt8, Sendable {
  // Values
  case constant, loadLocal, loadOuter, storeLocal, clearLocal, resolve, export, pop
  case duplicate, loadRaw
  case buildList, buildTuple, buildDictionary, unpack
  case attribute, item, slice, setMember, checkNamespace
  // Operators
  case binary, unary, not, compare, concatenate
  case jump, jumpIfFalse, jumpIfFalseOrPop, jumpIfTrueOrPop, jumpIfPresent
  case missingElse, missingParameter
  // Output
  case emitData, emit, captureBegin, captureEnd, captureDrop
  // Calls
  case callFilter, callTest, callFilterSpread, callTestSpread, callHostFilter, callHostTest
  case call, callMethod
  case makeMacro, enterUnit, leave
  // Loops
  case loopBegin, loopNext, loopPull, loopAccept, loopCollect, loopDone, loopEnd, loopRecurse
  case loopDrop
  // Templates
  case callBlock, makeSuper, makeSelf, extends, jumpIfExtended, renderParent
  case include, includeDynamic, importModule, importMember
  case escapeSave, escapeRestore
  case raise
}

extension Operation {
  /// Whether the operand is a place in the code.
  var jumps: Bool {
    switch self {
    case .jump, .jumpIfFalse, .jumpIfFalseOrPop, .jumpIfTrueOrPop, .jumpIfPresent,
      .jumpIfExtended, .loopNext, .loopPull, .loopAccept, .loopEnd:
      true
    default: false
    }
  }
}

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

/// A variable that an included template or a scoped block can see.
struct VisibleVariable: Sendable {
  var name: UInt32
  var hops: UInt8
  var slot: Int32
}

/// A half-open range of one of the program's tables.
struct TableRange: Sendable {
  var start: Int32
  var end: Int32

  var indices: Range<Int> { Int(start)..<Int(end) }
}

struct CallSiteRecord: Sendable {
  var positional: Int32
  var names: TableRange
  var hasSpread = false
  var hasNamedSpread = false
  /// The method's name, for calls of a member.
  var method: UInt32 = 0
  /// The registered function, for filters and tests that are one.
  var host: Int32 = -1
  var site: Int32 = 0

  /// Whether all arguments stand in the call itself.
  var isPlain: Bool { !hasSpread && !hasNamedSpread }
}

struct IncludeSite: Sendable {
  var name: UInt32
  var ignoreMissing: Bool
  var withContext: Bool
  var variables: TableRange
}

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

struct TemplateRecord: Sendable {
  var name: UInt32
  var root: Int32
  var blocks: TableRange
  var escapes: Bool
  /// Index of the source; -1 never.
  var source: Int32
}
