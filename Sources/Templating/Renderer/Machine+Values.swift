/// What values are: their truth, their size, their items, their names in errors.
extension Machine {
  @inline(__always)
  mutating func isTrue(_ handle: Handle) throws(Fault) -> Bool {
    switch handle.kind {
    case .boolean, .integer: return handle.payload != 0
    case .none, .missing: return false
    case .string, .markup, .frozenList: return handle.extra > 0
    default: return try isTrueOther(handle)
    }
  }

  private mutating func isTrueOther(_ handle: Handle) throws(Fault) -> Bool {
    switch handle.kind {
    case .number: return handle.number != 0
    case .list, .tuple: return !lists[handle.payload].isEmpty
    case .dictionary: return !dictionaries[handle.payload].keys.isEmpty
    case .hostDictionary: return !hostMaps[handle.payload].map.isEmpty
    case .frozenDictionary: return !frozen.shapes[Int(handle.extra)].keys.isEmpty
    case .object: return !objects[handle.payload].object.memberNames.isEmpty
    case .range: return try count(of: handle) > 0
    case .view:
      guard case .view(_, let items) = boxes[handle.payload] else { return true }
      return !items.isEmpty
    case .undefined:
      if options.undefined == .strict, handle.detail != 4 { throw undefinedFault(handle) }
      return false
    case .loop: return try loop(handle).items.count > 0
    default: return true
    }
  }

  /// Python's `len`.
  mutating func count(of handle: Handle) throws(Fault) -> Int {
    switch handle.kind {
    case .string, .markup:
      let source = bytes(handle)
      return source.count { $0 & 0xC0 != 0x80 }
    case .list, .tuple: return lists[handle.payload].count
    case .frozenList: return Int(handle.extra)
    case .dictionary: return dictionaries[handle.payload].keys.count
    case .hostDictionary: return hostMaps[handle.payload].map.count
    case .frozenDictionary: return frozen.shapes[Int(handle.extra)].keys.count
    case .object: return objects[handle.payload].object.memberNames.count
    case .range:
      guard case .range(let start, let stop, let step) = boxes[handle.payload] else { return 0 }
      return rangeCount(start, stop, step)
    case .view:
      guard case .view(_, let items) = boxes[handle.payload] else { return 0 }
      return items.count
    case .undefined:
      if options.undefined == .strict, handle.detail != 4 { throw undefinedFault(handle) }
      return 0
    case .loop: return try loop(handle).items.count
    default: throw .type("object of type '\(typeName(handle))' has no len()")
    }
  }

  func isIterable(_ handle: Handle) -> Bool {
    switch handle.kind {
    case .string, .markup, .list, .tuple, .frozenList, .dictionary, .hostDictionary,
      .frozenDictionary, .object, .range, .view, .iterator, .loop:
      true
    case .undefined: options.undefined != .strict || handle.detail == 4
    default: false
    }
  }

  /// All items of anything that can be gone through; an iterator is used up.
  mutating func items(of handle: Handle) throws(Fault) -> [Handle] {
    switch handle.kind {
    case .list, .tuple: return lists[handle.payload]
    case .frozenList:
      return Array(frozen.items[handle.payload..<handle.payload + Int(handle.extra)])
    case .string, .markup: return characters(of: handle)
    case .dictionary, .hostDictionary, .frozenDictionary, .object: return try keys(of: handle)
    case .range: return try rangeItems(handle)
    case .view:
      guard case .view(_, let items) = boxes[handle.payload] else { return [] }
      return items
    case .iterator:
      guard case .iterator(let items, let position, let name) = boxes[handle.payload] else {
        return []
      }
      boxes[handle.payload] = .iterator(items: items, position: items.count, name: name)
      return position == 0 ? items : Array(items[position...])
    case .undefined:
      if options.undefined == .strict, handle.detail != 4 { throw undefinedFault(handle) }
      return []
    default: throw .type("'\(typeName(handle))' object is not iterable")
    }
  }

  private mutating func rangeItems(_ handle: Handle) throws(Fault) -> [Handle] {
    guard case .range(let start, let stop, let step) = boxes[handle.payload] else { return [] }
    let count = rangeCount(start, stop, step)
    try checkSize(count)
    return (0..<count).map { .integer(start + $0 * step) }
  }

  /// Notes that an operation goes through as many bytes or items; few of them cost no more than
  /// the step that they are made in.
  @inline(__always)
  mutating func walk(_ count: Int) throws(Fault) {
    if count > Self.fewToWalk { try noteWalk(count) }
  }

  private mutating func noteWalk(_ count: Int) throws(Fault) {
    walked += count
    guard walked <= options.limits.walked else {
      throw .limit("the page goes through more than \(options.limits.walked) bytes and items")
    }
  }

  private static var fewToWalk: Int { 256 }

  /// Notes that all of a text, list or dictionary made while rendering is gone through.
  @inline(__always)
  mutating func walk(through handle: Handle) throws(Fault) {
    switch handle.kind {
    case .string, .markup: try walk(handle.range.count)
    case .list, .tuple: try walk(lists[handle.payload].count)
    case .dictionary: try walk(dictionaries[handle.payload].keys.count)
    default: break
    }
  }

  func checkSize(_ count: Int) throws(Fault) {
    guard count <= options.limits.collectionSize else {
      throw .limit("\(count) items are more than the limit of \(options.limits.collectionSize)")
    }
  }

  /// The scalars one by one; those of safe HTML are plain text, as in Python.
  private mutating func characters(of handle: Handle) -> [Handle] {
    let source = bytes(handle)
    let start = handle.space == .job ? handle.payload : text.count
    if handle.space != .job { text.append(contentsOf: source) }
    var items: [Handle] = []
    var index = 0
    while index < source.count {
      let width = decodeScalar(source, index).width
      items.append(
        Handle(kind: .string, extra: UInt32(width), payload: start + index))
      index += width
    }
    return items
  }

  /// Python's name of the value's type.
  func typeName(_ handle: Handle) -> String {
    switch handle.kind {
    case .none: "NoneType"
    case .boolean: "bool"
    case .integer, .bigInteger: "int"
    case .number: "float"
    case .string: "str"
    case .markup: "Markup"
    case .list, .frozenList: "list"
    case .tuple: "tuple"
    case .dictionary, .hostDictionary, .frozenDictionary, .object: "dict"
    case .range: "range"
    case .iterator: "generator"
    case .view:
      if case .view(let kind, _) = boxes[handle.payload] { kind.rawValue } else { "view" }
    case .namespace: "Namespace"
    case .cycler: "Cycler"
    case .joiner: "Joiner"
    case .loop: "LoopContext"
    case .macro: "Macro"
    case .module: "TemplateModule"
    case .blockReference: "BlockReference"
    case .selfReference: "TemplateReference"
    case .undefined, .missing: "Undefined"
    case .method, .builtin, .hostFunction: "function"
    }
  }

  /// The error that using an undefined value is.
  func undefinedFault(_ handle: Handle) -> Fault {
    switch handle.detail {
    case 1:
      let owner = Handle.Kind(rawValue: UInt8(truncatingIfNeeded: handle.extra)) ?? .none
      let type = owner == .none ? "None" : "\(typeName(Handle(kind: owner))) object"
      return Fault(
        .undefinedName, "'\(type)' has no attribute '\(program.names[handle.payload])'",
        name: UInt32(handle.payload))
    case 3:
      let owner = Handle.Kind(rawValue: UInt8(truncatingIfNeeded: handle.extra)) ?? .list
      return Fault(
        .undefinedName, "\(typeName(Handle(kind: owner))) object has no element \(handle.payload)")
    case 0:
      return Fault(
        .undefinedName, "'\(program.names[handle.payload])' is undefined",
        name: UInt32(handle.payload))
    default:
      let hint = hints.indices.contains(handle.payload) ? hints[handle.payload] : "undefined value"
      return Fault(.undefinedName, hint)
    }
  }

  func checkPrintable(_ handle: Handle) throws(Fault) {
    if options.undefined == .strict, handle.detail != 4 { throw undefinedFault(handle) }
  }

  func bigInteger(_ handle: Handle) -> BigInteger {
    switch handle.kind {
    case .integer, .boolean: return BigInteger(handle.payload)
    case .number: return BigInteger(truncating: handle.number)
    default:
      if handle.space == .program { return program.bigIntegers[handle.payload] }
      if handle.space == .frozen { return frozen.bigIntegers[handle.payload] }
      guard boxes.indices.contains(handle.payload),
        case .bigInteger(let value) = boxes[handle.payload]
      else { return BigInteger(0) }
      return value
    }
  }
}

/// How many integers a Python range holds.
func rangeCount(_ start: Int, _ stop: Int, _ step: Int) -> Int {
  let (distance, overflow) =
    step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
  if overflow { return Int.max }
  guard distance > 0 else { return 0 }
  return (distance - 1) / Int(clamping: step.magnitude) + 1
}
