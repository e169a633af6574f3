/// Dictionaries of all kinds: those of the page, frozen ones, those made while rendering.
extension Machine {
  /// What makes a key equal to another; lists and dictionaries can't be keys.
  func key(of handle: Handle, depth: Int = 0) throws(Fault) -> DictionaryKey {
    guard depth < 64 else { throw .limit("the key nests deeper than 64 levels") }
    switch handle.kind {
    case .none: return .none
    case .boolean, .integer: return .integer(handle.payload)
    case .bigInteger: return .bigInteger(bigInteger(handle))
    case .number:
      let value = handle.number
      if let whole = Int(exactly: value) { return .integer(whole) }
      return .number(value.bitPattern)
    case .string, .markup: return .text(bytes(handle))
    case .tuple:
      var keys: [DictionaryKey] = []
      for item in lists[handle.payload] { keys.append(try key(of: item, depth: depth + 1)) }
      return .tuple(keys)
    case .list, .frozenList, .dictionary, .hostDictionary, .frozenDictionary:
      throw .type("unhashable type: '\(typeName(handle))'")
    case .undefined:
      if options.undefined == .strict, handle.detail != 4 { throw undefinedFault(handle) }
      return .identity(handle.kind.rawValue, 0)
    default: return .identity(handle.kind.rawValue, handle.payload)
    }
  }

  func checkHashable(_ handle: Handle) throws(Fault) { _ = try key(of: handle) }

  private func place(of handle: Handle, in object: DictionaryObject) throws(Fault) -> Int? {
    if object.keys.count < DictionaryObject.indexThreshold {
      if handle.isText {
        return object.keys.firstIndex { $0.isText && isEqualText($0, handle) }
      }
      let wanted = try key(of: handle)
      for (place, candidate) in object.keys.enumerated() {
        if try key(of: candidate) == wanted { return place }
      }
      return nil
    }
    return object.index[try key(of: handle)]
  }

  func set(
    _ object: inout DictionaryObject, _ key: Handle, _ value: Handle
  ) throws(Fault) {
    try checkHashable(key)
    if let place = try place(of: key, in: object) {
      object.values[place] = value
      return
    }
    object.keys.append(key)
    object.values.append(value)
    if object.keys.count == DictionaryObject.indexThreshold {
      for (place, key) in object.keys.enumerated() { object.index[try self.key(of: key)] = place }
    } else if object.keys.count > DictionaryObject.indexThreshold {
      object.index[try self.key(of: key)] = object.keys.count - 1
    }
  }

  /// Takes a key away and returns its value.
  mutating func remove(
    _ key: Handle, from object: inout DictionaryObject
  ) throws(Fault) -> Handle? {
    guard let place = try place(of: key, in: object) else { return nil }
    let isLast = place == object.keys.count - 1
    if !isLast { try walk(object.keys.count) }
    object.keys.remove(at: place)
    let value = object.values.remove(at: place)
    if isLast, object.keys.count > DictionaryObject.indexThreshold {
      object.index[try self.key(of: key)] = nil
      return value
    }
    object.index = [:]
    if object.keys.count >= DictionaryObject.indexThreshold {
      for (place, key) in object.keys.enumerated() { object.index[try self.key(of: key)] = place }
    }
    return value
  }

  func lookUp(_ text: [UInt8], in object: DictionaryObject) -> Handle? {
    if object.keys.count >= DictionaryObject.indexThreshold {
      return object.index[.text(text)].map { object.values[$0] }
    }
    for (place, key) in object.keys.enumerated() where key.isText {
      if Int(key.extra) == text.count, bytes(key) == text { return object.values[place] }
    }
    return nil
  }

  /// The value of a key in any mapping, or `nil`.
  mutating func lookUp(_ handle: Handle, _ key: Handle) throws(Fault) -> Handle? {
    switch handle.kind {
    case .dictionary:
      let object = dictionaries[handle.payload]
      return try place(of: key, in: object).map { object.values[$0] }
    case .namespace:
      guard case .namespace(let object) = boxes[handle.payload] else { return nil }
      return try place(of: key, in: object).map { object.values[$0] }
    default: break
    }
    guard key.isText else {
      try checkHashable(key)
      return nil
    }
    let text = swiftString(key)
    var found = Handle.missing
    switch handle.kind {
    case .hostDictionary:
      guard let place = hostMaps[handle.payload].map.position(of: text) else { return nil }
      found = hostMember(handle.payload, place)
    case .object: found = objectMember(handle.payload, text)
    case .frozenDictionary:
      guard let place = frozen.shapes[Int(handle.extra)].keys.firstIndex(of: text) else {
        return nil
      }
      found = frozen.items[handle.payload + place]
    default: return nil
    }
    return found.isMissing ? nil : found
  }

  func isMapping(_ handle: Handle) -> Bool {
    switch handle.kind {
    case .dictionary, .hostDictionary, .frozenDictionary, .object: true
    default: false
    }
  }

  /// The keys and values of any mapping, in its order.
  mutating func pairs(of handle: Handle) throws(Fault) -> [(key: Handle, value: Handle)] {
    switch handle.kind {
    case .dictionary:
      let object = dictionaries[handle.payload]
      return zip(object.keys, object.values).map { ($0, $1) }
    case .namespace:
      guard case .namespace(let object) = boxes[handle.payload] else { return [] }
      return zip(object.keys, object.values).map { ($0, $1) }
    case .frozenDictionary:
      let shape = frozen.shapes[Int(handle.extra)]
      return shape.handles.enumerated().map { ($1, frozen.items[handle.payload + $0]) }
    case .hostDictionary:
      var pairs: [(key: Handle, value: Handle)] = []
      for place in 0..<hostMaps[handle.payload].map.count {
        let key = string(hostMaps[handle.payload].map.key(at: place))
        pairs.append((key, hostMember(handle.payload, place)))
      }
      keep()
      return pairs
    case .object:
      var pairs: [(key: Handle, value: Handle)] = []
      for name in objects[handle.payload].object.memberNames {
        let value = objectMember(handle.payload, name)
        if !value.isMissing { pairs.append((string(name), value)) }
      }
      keep()
      return pairs
    default: throw .type("'\(typeName(handle))' is not a mapping")
    }
  }

  mutating func keys(of handle: Handle) throws(Fault) -> [Handle] {
    switch handle.kind {
    case .frozenDictionary: frozen.shapes[Int(handle.extra)].handles
    case .dictionary: dictionaries[handle.payload].keys
    case .hostDictionary: hostMaps[handle.payload].map.keys.map { string($0) }
    case .object: objects[handle.payload].object.memberNames.map { string($0) }
    default: try pairs(of: handle).map(\.key)
    }
  }
}
