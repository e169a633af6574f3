/// Data that many pages share, laid out flat so that reading it copies and counts nothing.
///
/// Freeze what every page sees once: the site, its navigation, long tables. Each renderer takes a
/// copy of the flat storage, and its threads then share no memory. Objects and functions can't be
/// frozen; they become undefined.
package struct FrozenData: Sendable {
  let storage: FrozenStorage

  /// The values under their names; what a page is rendered with goes before them. As what is
  /// global, modules that are imported without context see them too.
  package init(_ values: ValueMap) {
    var storage = FrozenStorage()
    for (key, value) in values {
      let handle = storage.freeze(value)
      storage.rootNames.append(key)
      storage.roots.append(handle)
    }
    self.storage = storage
  }

  package init() { storage = FrozenStorage() }
}

/// The flat form of frozen data.
struct FrozenStorage: Sendable {
  var text: [UInt8] = []
  /// The items of all lists and the members of all dictionaries, each run in one piece.
  var items: [Handle] = []
  var shapes: [Shape] = []
  var bigIntegers: [BigInteger] = []
  var rootNames: [String] = []
  var roots: [Handle] = []
  private var shapeIndex: [[String]: UInt32] = [:]

  /// The keys of dictionaries that have the same keys in the same order.
  struct Shape: Sendable {
    var keys: [String]
    /// The keys as text of the storage.
    var handles: [Handle]
  }

  func root(named name: String) -> Handle? {
    rootNames.firstIndex(of: name).map { roots[$0] }
  }

  mutating func freeze(_ value: Value) -> Handle {
    switch value {
    case .undefined, .object, .function: return .missing
    case .none: return .none
    case .boolean(let value): return .boolean(value)
    case .integer(let value): return .integer(value)
    case .number(let value): return .number(value)
    case .bigInteger(let digits): return store(integer: digits)
    case .string(let text): return store(Array(text.utf8), as: .string)
    case .markup(let bytes): return store(bytes, as: .markup)
    case .array(let values), .tuple(let values):
      let handles = values.map { freeze($0) }
      items.append(contentsOf: handles)
      return Handle(
        kind: .frozenList, extra: UInt32(handles.count), payload: items.count - handles.count)
    case .dictionary(let map):
      let handles = (0..<map.count).map { freeze(map.value(at: $0)) }
      items.append(contentsOf: handles)
      return Handle(
        kind: .frozenDictionary, extra: shape(map.keys), payload: items.count - handles.count)
    }
  }

  private mutating func store(integer digits: String) -> Handle {
    guard let value = BigInteger(decimal: digits) else {
      return store(Array(digits.utf8), as: .string)
    }
    if let small = value.int { return .integer(small) }
    bigIntegers.append(value)
    return Handle(kind: .bigInteger, space: .frozen, payload: bigIntegers.count - 1)
  }

  private mutating func store(_ bytes: [UInt8], as kind: Handle.Kind) -> Handle {
    text.append(contentsOf: bytes)
    return Handle(
      kind: kind, space: .frozen, extra: UInt32(bytes.count), payload: text.count - bytes.count)
  }

  private mutating func shape(_ keys: [String]) -> UInt32 {
    if let index = shapeIndex[keys] { return index }
    let index = UInt32(shapes.count)
    shapes.append(Shape(keys: keys, handles: keys.map { store(Array($0.utf8), as: .string) }))
    shapeIndex[keys] = index
    return index
  }

  /// A copy that shares no storage.
  func detached() -> FrozenStorage {
    var copy = FrozenStorage()
    copy.text = unshared(text)
    copy.items = unshared(items)
    copy.shapes = shapes.map { Shape(keys: unshared($0.keys), handles: unshared($0.handles)) }
    copy.bigIntegers = unshared(bigIntegers)
    copy.rootNames = unshared(rootNames)
    copy.roots = unshared(roots)
    return copy
  }
}
