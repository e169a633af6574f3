/// A value while a page is rendered: sixteen plain bytes.
///
/// Text, lists and all else that has a size live in arenas of the renderer, and a handle says
/// where. So copying a handle counts no references, and threads never touch each other's memory.
struct Handle: Sendable {
  enum Kind: UInt8, Sendable {
    /// No value at all: an argument that was not given, a slot not yet set.
    case missing
    case undefined, none, boolean, integer, bigInteger, number
    case string, markup
    case list, tuple, dictionary
    case frozenList, frozenDictionary
    case hostDictionary, object, hostFunction
    case range, iterator, view, namespace, cycler, joiner, method
    case loop, macro, module, blockReference, selfReference, builtin
  }

  /// The arena that holds the bytes of a string.
  enum Space: UInt8, Sendable { case job, program, frozen, remembered }

  var kind: Kind
  var space: Space = .job
  var detail: UInt16 = 0
  /// The length of text or of a frozen list, the shape of a frozen dictionary, a serial number.
  var extra: UInt32 = 0
  /// The value itself, or an index.
  var payload: Int = 0

  static let missing = Handle(kind: .missing)
  static let none = Handle(kind: .none)
  static let yes = Handle(kind: .boolean, payload: 1)
  static let no = Handle(kind: .boolean, payload: 0)

  static func boolean(_ value: Bool) -> Handle { value ? yes : no }
  static func integer(_ value: Int) -> Handle { Handle(kind: .integer, payload: value) }
  static func number(_ value: Double) -> Handle {
    Handle(kind: .number, payload: Int(bitPattern: UInt(value.bitPattern)))
  }

  var number: Double { Double(bitPattern: UInt64(UInt(bitPattern: payload))) }
  var isText: Bool { kind == .string || kind == .markup }
  var isMissing: Bool { kind == .missing }
  /// The bytes of a string or markup.
  var range: Range<Int> { payload..<payload + Int(extra) }
}
