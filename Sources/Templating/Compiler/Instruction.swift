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
  case makeMacro, leave
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
