/// A dictionary made while rendering: any keys, in the order in which they were first set.
struct DictionaryObject: Sendable {
  var keys: [Handle] = []
  var values: [Handle] = []
  /// From ``indexThreshold`` keys on, the place of each key.
  var index: [DictionaryKey: Int] = [:]

  static let indexThreshold = 9
}

/// What makes two keys the same, as in Python: `1`, `1.0` and `true` are one key.
enum DictionaryKey: Hashable, Sendable {
  case none
  case integer(Int)
  case bigInteger(BigInteger)
  case number(UInt64)
  case text([UInt8])
  case tuple([DictionaryKey])
  case identity(UInt8, Int)
}

/// A dictionary of the page's data.
struct HostMap: Sendable {
  var map: ValueMap
  /// Where the members adopted so far begin in ``Machine/adopted``.
  var adopted: Int
}

/// An object of the page's data, with the members asked for so far.
struct HostObject: Sendable {
  var object: any TemplateObject
  var members: [String: Handle] = [:]
}

/// Values that are rare enough to share a table.
enum Box: Sendable {
  case range(start: Int, stop: Int, step: Int)
  /// Items that can be gone through once, and what printing them says.
  case iterator(items: [Handle], position: Int, name: String)
  case view(kind: ViewKind, items: [Handle])
  case namespace(DictionaryObject)
  case cycler(items: [Handle], position: Int)
  case joiner(separator: Handle, used: Bool)
  case method(receiver: Handle, name: UInt32)
  case module(template: Int, body: Handle, members: DictionaryObject)
  case blockReference(name: UInt32, context: Int, depth: Int)
  case bigInteger(BigInteger)

  enum ViewKind: String, Sendable {
    case items = "dict_items"
    case keys = "dict_keys"
    case values = "dict_values"
  }
}

/// A macro together with the scope that it was made in.
struct MacroRecord: Sendable {
  var unit: Int32
  var frame: Int32
  var context: Int32
}

/// The slots of a running unit, and where the names of outer units are.
struct FrameRecord: Sendable {
  var base: Int32
  var parent: Int32
  var context: Int32
  var unit: Int32
  /// Index of the template that this one extends, once that is known; -1 before.
  var parentTemplate: Int32 = -1
  /// The frame of the template that extends this one, and where it says so; -1 for none.
  var child: Int32 = -1
  var extendsAt: Int32 = -1
}

/// How to go on where a unit ends.
struct CallRecord: Sendable {
  enum Result: UInt8, Sendable {
    /// The text stays in the output.
    case output
    /// As `output`, and the instruction that would have printed the result is passed over.
    case direct
    case text, markup
    /// A module with the text as its body.
    case module
    /// As `module`, and its body is printed.
    case includedModule
    /// The page is finished.
    case page
  }

  var result: Result
  var returnTo: Int32
  var frame: Int32
  var outputStart: Int
  var stackCount: Int32
  var loopCount: Int32
  var captureCount: Int32
  /// What to give back when the unit's slots can't be seen any more.
  var slotCount: Int32
  var frameCount: Int32
  var contextCount: Int32
  /// The template whose module this is, for all who import it; -1 for none.
  var module: Int32 = -1
  /// Templates that followed each other by inheritance.
  var generations: Int32 = 0
}

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

/// A loop that is running.
struct LoopState: Sendable {
  var items: [Handle]
  /// The next item to take.
  var position = 0
  /// Items taken and accepted before the current one; -1 before the first.
  var index0 = -1
  var current = Handle.missing
  var before = Handle.missing
  var collected: [Handle] = []
  var lastChanged: [Handle]?
  var isDone = false
  var depth: Int32
  /// The unit that renders a recursive loop, or -1.
  var unit: Int32 = -1
  var frame: Int32
  var serial: UInt32
  var isRecursive = false
}
