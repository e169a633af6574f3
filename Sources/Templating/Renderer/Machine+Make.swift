/// New values in the arenas, and the page's values taken in.
extension Machine {
  mutating func string(_ bytes: [UInt8], as kind: Handle.Kind = .string) -> Handle {
    let start = text.count
    text.append(contentsOf: bytes)
    return Handle(kind: kind, extra: UInt32(clamping: bytes.count), payload: start)
  }

  mutating func string(_ value: String, as kind: Handle.Kind = .string) -> Handle {
    let start = text.count
    text.append(contentsOf: value.utf8)
    return Handle(kind: kind, extra: UInt32(clamping: text.count - start), payload: start)
  }

  /// The text made since the arena held `start` bytes.
  func madeText(since start: Int, as kind: Handle.Kind = .string) -> Handle {
    Handle(kind: kind, extra: UInt32(clamping: text.count - start), payload: start)
  }

  mutating func newList(_ items: [Handle]) -> Handle {
    lists.append(items)
    return Handle(kind: .list, payload: lists.count - 1)
  }

  mutating func newTuple(_ items: [Handle]) -> Handle {
    lists.append(items)
    return Handle(kind: .tuple, payload: lists.count - 1)
  }

  mutating func newBox(_ box: Box, as kind: Handle.Kind) -> Handle {
    boxes.append(box)
    return Handle(kind: kind, payload: boxes.count - 1)
  }

  mutating func newDictionary(_ object: DictionaryObject) -> Handle {
    dictionaries.append(object)
    return Handle(kind: .dictionary, payload: dictionaries.count - 1)
  }

  /// Items to go through once, as Python's generators are.
  mutating func newIterator(_ items: [Handle], name: String) -> Handle {
    newBox(.iterator(items: items, position: 0, name: name), as: .iterator)
  }

  mutating func newInteger(_ value: BigInteger) throws(Fault) -> Handle {
    if let small = value.int { return .integer(small) }
    guard value.bitWidth <= options.limits.integerBits else {
      throw .limit("the integer has more than \(options.limits.integerBits) bits")
    }
    return newBox(.bigInteger(value), as: .bigInteger)
  }

  mutating func list(taking count: Int) -> Handle {
    let items = Array(stack.suffix(count))
    stack.removeLast(count)
    return newList(items)
  }

  mutating func tuple(taking count: Int) -> Handle {
    let items = Array(stack.suffix(count))
    stack.removeLast(count)
    return newTuple(items)
  }

  mutating func buildDictionary(pairs count: Int) throws(Fault) {
    var object = DictionaryObject()
    let start = stack.count - count * 2
    for pair in 0..<count {
      try set(&object, stack[start + pair * 2], stack[start + pair * 2 + 1])
    }
    stack.removeLast(count * 2)
    push(newDictionary(object))
  }
}

extension Machine {
  /// Takes a value of the page in; what is inside a dictionary is left until it is read.
  mutating func adopt(_ value: Value) -> Handle {
    switch value {
    case .undefined: return .missing
    case .none: return .none
    case .boolean(let value): return .boolean(value)
    case .integer(let value): return .integer(value)
    case .number(let value): return .number(value)
    case .bigInteger(let digits): return adoptInteger(digits)
    case .string(let value): return string(value)
    case .markup(let bytes): return string(bytes, as: .markup)
    case .array(let values): return newList(adoptAll(values))
    case .tuple(let values): return newTuple(adoptAll(values))
    case .dictionary(let map):
      return adopt(map)
    case .object(let object):
      objects.append(HostObject(object: object))
      return Handle(kind: .object, payload: objects.count - 1)
    case .function(let function):
      functions.append(function)
      return Handle(kind: .hostFunction, payload: functions.count - 1)
    }
  }

  mutating func adopt(_ map: ValueMap) -> Handle {
    hostMaps.append(HostMap(map: map, adopted: adopted.count))
    for _ in 0..<map.count { adopted.append(.missing) }
    return Handle(kind: .hostDictionary, payload: hostMaps.count - 1)
  }

  private mutating func adoptAll(_ values: [Value]) -> [Handle] {
    var handles: [Handle] = []
    handles.reserveCapacity(values.count)
    for value in values {
      let handle = adopt(value)
      handles.append(handle.isMissing ? undefined(hint: "the item is undefined") : handle)
    }
    return handles
  }

  private mutating func adoptInteger(_ digits: String) -> Handle {
    guard let signed = BigInteger(decimal: digits) else { return string(digits) }
    if let small = signed.int { return .integer(small) }
    return newBox(.bigInteger(signed), as: .bigInteger)
  }

  /// The member of a page's dictionary, taken in once.
  mutating func hostMember(_ map: Int, _ place: Int) -> Handle {
    let slot = hostMaps[map].adopted + place
    if !adopted[slot].isMissing { return adopted[slot] }
    let handle = adopt(hostMaps[map].map.value(at: place))
    adopted[slot] = handle
    keep()
    return handle
  }

  /// The member of a page's object, asked for once; `missing` where it has none.
  mutating func objectMember(_ object: Int, _ name: String) -> Handle {
    if let known = objects[object].members[name] { return known }
    guard let value = objects[object].object.member(name) else { return .missing }
    let handle = adopt(value)
    objects[object].members[name] = handle
    keep()
    return handle
  }
}

extension Machine {
  /// The handle's value in the words of the outside; dictionaries and lists are copied whole.
  mutating func value(of handle: Handle, depth: Int = 0) throws(Fault) -> Value {
    guard depth < 64 else { throw .limit("the value nests deeper than 64 levels") }
    switch handle.kind {
    case .missing, .undefined: return .undefined
    case .none: return .none
    case .boolean: return .boolean(handle.payload != 0)
    case .integer: return .integer(handle.payload)
    case .bigInteger: return .bigInteger(bigInteger(handle).description)
    case .number: return .number(handle.number)
    case .string: return .string(swiftString(handle))
    case .markup: return .markup(bytes(handle))
    case .object: return .object(objects[handle.payload].object)
    case .hostFunction: return .function(functions[handle.payload])
    case .hostDictionary: return .dictionary(hostMaps[handle.payload].map)
    case .dictionary, .frozenDictionary, .namespace:
      var map = ValueMap()
      for (key, value) in try pairs(of: handle) {
        map[try swiftText(key)] = try self.value(of: value, depth: depth + 1)
      }
      return .dictionary(map)
    case .list, .frozenList, .range, .iterator, .view, .tuple:
      var values: [Value] = []
      for item in try items(of: handle) {
        values.append(try value(of: item, depth: depth + 1))
      }
      return handle.kind == .tuple ? .tuple(values) : .array(values)
    default: return .string(try swiftText(handle))
    }
  }
}
