/// Members and items of values.
extension Machine {
  /// `base.name`: an attribute goes before an item of that name, as in Jinja.
  mutating func attribute(
    _ handle: Handle, _ name: UInt32, site: Int = -1
  ) throws(Fault) -> Handle {
    switch handle.kind {
    case .frozenDictionary:
      if name < WellKnownName.limit, isDictionaryMethod(name) { return method(handle, name) }
      let found = frozenMember(handle, name, site: site)
      return found.isMissing ? undefined(name, of: handle) : found
    case .hostDictionary:
      if name < WellKnownName.limit, isDictionaryMethod(name) { return method(handle, name) }
      let found = hostMember(handle.payload, named: name, site: site)
      return found.isMissing ? undefined(name, of: handle) : found
    case .object:
      let found = objectMember(handle.payload, program.names[Int(name)])
      if !found.isMissing { return found }
      return isDictionaryMethod(name) ? method(handle, name) : undefined(name, of: handle)
    case .loop: return try loopMember(handle, name)
    case .undefined: return try memberOfUndefined(handle)
    case .dictionary:
      if isDictionaryMethod(name) { return method(handle, name) }
      let key = Array(program.names[Int(name)].utf8)
      return lookUp(key, in: dictionaries[handle.payload]) ?? undefined(name, of: handle)
    default: return otherMember(handle, name)
    }
  }

  private mutating func otherMember(_ handle: Handle, _ name: UInt32) -> Handle {
    let known = WellKnownName(rawValue: name)
    switch handle.kind {
    case .string, .markup:
      if let known, TextMethods.names.contains(known) { return method(handle, name) }
    case .list:
      if let known, ListMethods.names.contains(known) { return method(handle, name) }
    case .frozenList, .tuple:
      if handle.kind == .tuple, handle.detail == 1 {
        if known == .grouper { return lists[handle.payload][0] }
        if known == .list { return lists[handle.payload][1] }
      }
      if known == .index || known == .count { return method(handle, name) }
    case .namespace:
      if case .namespace(let members) = boxes[handle.payload],
        let value = lookUp(Array(program.names[Int(name)].utf8), in: members)
      {
        return value
      }
    case .module:
      let value = importMember(name, from: handle)
      if value.kind != .undefined { return value }
    case .macro: if let known, let value = macroMember(handle, known) { return value }
    case .cycler:
      if known == .current, case .cycler(let items, let position) = boxes[handle.payload] {
        return items[position]
      }
      if known == .next || known == .reset { return method(handle, name) }
    case .selfReference:
      if let block = blockReference(name, context: handle.payload) { return block }
    case .blockReference: if known == .super { return superBlock(of: handle) }
    case .integer, .number, .boolean, .bigInteger:
      if let known, let value = numberMember(handle, known) { return value }
    case .range:
      if case .range(let start, let stop, let step) = boxes[handle.payload] {
        if known == .start { return .integer(start) }
        if known == .stop { return .integer(stop) }
        if known == .step { return .integer(step) }
      }
    default: break
    }
    return undefined(name, of: handle)
  }

  private mutating func numberMember(_ handle: Handle, _ name: WellKnownName) -> Handle? {
    switch name {
    case .real, .numerator: handle.kind == .boolean ? .integer(handle.payload) : handle
    case .imag: handle.kind == .number ? .number(0) : .integer(0)
    case .denominator: handle.kind == .number ? nil : .integer(1)
    case .isInteger, .bitLength, .conjugate: method(handle, name.rawValue)
    default: nil
    }
  }

  private mutating func macroMember(_ handle: Handle, _ name: WellKnownName) -> Handle? {
    let unit = program.units[Int(macros[handle.payload].unit)]
    switch name {
    case .name: return unit.kind == .caller ? Handle.none : nameHandle(unit.name)
    case .arguments:
      var names: [Handle] = []
      for index in 0..<Int(unit.parameterCount) {
        names.append(nameHandle(program.parameters[Int(unit.parameters) + index].name))
      }
      return newTuple(names)
    case .catchKwargs: return .boolean(unit.namedSlot >= 0)
    case .catchVarargs: return .boolean(unit.extraSlot >= 0)
    case .caller: return .boolean(unit.callerSlot >= 0 || unit.hasCallerParameter)
    default: return nil
    }
  }

  mutating func method(_ handle: Handle, _ name: UInt32) -> Handle {
    newBox(.method(receiver: handle, name: name), as: .method)
  }

  @inline(__always)
  func isDictionaryMethod(_ name: UInt32) -> Bool {
    name >= WellKnownName.items.rawValue && name <= WellKnownName.fromkeys.rawValue
  }

  /// The place of a name is tried first where the same tag found it last: rows look alike.
  private mutating func hostMember(_ map: Int, named name: UInt32, site: Int) -> Handle {
    if site >= 0, memberCache[site].shape == MemberCache.hostShape {
      let place = Int(memberCache[site].place)
      if place < hostMaps[map].map.count,
        hostMaps[map].map.key(at: place) == program.names[Int(name)]
      {
        return hostMember(map, place)
      }
    }
    guard let place = hostMaps[map].map.position(of: program.names[Int(name)]) else {
      return .missing
    }
    if site >= 0 {
      memberCache[site] = MemberCache(shape: MemberCache.hostShape, place: UInt32(place))
    }
    return hostMember(map, place)
  }

  @inline(__always)
  private mutating func frozenMember(_ handle: Handle, _ name: UInt32, site: Int) -> Handle {
    if site >= 0, memberCache[site].shape == handle.extra {
      return frozen.items[handle.payload + Int(memberCache[site].place)]
    }
    let text = program.names[Int(name)]
    guard let place = frozen.shapes[Int(handle.extra)].keys.firstIndex(of: text) else {
      return .missing
    }
    if site >= 0 { memberCache[site] = MemberCache(shape: handle.extra, place: UInt32(place)) }
    return frozen.items[handle.payload + place]
  }

  private func memberOfUndefined(_ handle: Handle) throws(Fault) -> Handle {
    guard options.undefined == .chainable, handle.detail != 4 else { throw undefinedFault(handle) }
    return handle
  }

  func undefined(_ name: UInt32, of handle: Handle) -> Handle {
    Handle(
      kind: .undefined, detail: 1, extra: UInt32(handle.kind.rawValue), payload: Int(name))
  }
}

extension WellKnownName {
  /// Names from here on are a program's own.
  static let limit = UInt32(WellKnownName.allCases.count)
}

// MARK: - Items

extension Machine {
  /// `base[key]`: an item goes before an attribute of that name, as in Jinja.
  mutating func item(_ handle: Handle, _ key: Handle) throws(Fault) -> Handle {
    switch handle.kind {
    case .undefined: return try memberOfUndefined(handle)
    case .dictionary, .hostDictionary, .frozenDictionary, .object:
      if key.kind == .undefined { try checkHashable(key) }
      if let found = try lookUp(handle, key) { return found }
    case .list, .tuple, .frozenList, .range, .string, .markup:
      if key.kind == .integer || key.kind == .boolean {
        if let found = try element(handle, key.payload) { return found }
        return Handle(
          kind: .undefined, detail: 3, extra: UInt32(handle.kind.rawValue), payload: key.payload)
      }
    case .selfReference, .namespace: break
    default: break
    }
    if key.isText {
      let text = swiftString(key)
      if let name = program.names.firstIndex(of: text) {
        if ![.dictionary, .hostDictionary, .frozenDictionary].contains(handle.kind)
          || isDictionaryMethod(UInt32(name))
        {
          return try attribute(handle, UInt32(name))
        }
      }
      return undefined(hint: "'\(typeName(handle)) object' has no attribute '\(text)'")
    }
    let text = try representation(key)
    return undefined(hint: "\(typeName(handle)) object has no element \(text)")
  }

  /// The element at an index that may count from the end.
  mutating func element(_ handle: Handle, _ index: Int) throws(Fault) -> Handle? {
    if handle.isText { return try character(handle, index) }
    let count = try self.count(of: handle)
    let place = index < 0 ? index + count : index
    guard place >= 0, place < count else { return nil }
    switch handle.kind {
    case .list, .tuple: return lists[handle.payload][place]
    case .frozenList: return frozen.items[handle.payload + place]
    default:
      guard case .range(let start, _, let step) = boxes[handle.payload] else { return nil }
      return .integer(start + place * step)
    }
  }

  private mutating func character(_ handle: Handle, _ index: Int) throws(Fault) -> Handle? {
    try walk(through: handle)
    let source = bytes(handle)
    let isPlain = !source.contains { $0 >= 0x80 }
    if isPlain {
      let place = index < 0 ? index + source.count : index
      guard place >= 0, place < source.count else { return nil }
      return Handle(
        kind: handle.kind, space: handle.space, extra: 1, payload: handle.payload + place)
    }
    let codes = scalars(of: source)
    let place = index < 0 ? index + codes.count : index
    guard place >= 0, place < codes.count else { return nil }
    return string(utf8(of: [codes[place]]), as: handle.kind)
  }

  /// `base[start:stop:step]`, whose parts are on the stack.
  ///
  /// Jinja works out slices of constants while it compiles, and then one that can't be taken is
  /// undefined and no error.
  mutating func sliceTop(isConstant: Bool) throws(Fault) {
    let step = try sliceIndex(pop())
    let stop = try sliceIndex(pop())
    let start = try sliceIndex(pop())
    let handle = pop()
    try walk(through: handle)
    guard step != 0 else { throw .type("slice step cannot be zero") }
    switch handle.kind {
    case .string, .markup:
      let codes = scalars(of: bytes(handle))
      let picked = sliceIndices(codes.count, start, stop, step).map { codes[$0] }
      push(string(utf8(of: picked), as: handle.kind))
    case .list, .tuple, .frozenList:
      let items = try items(of: handle)
      let picked = sliceIndices(items.count, start, stop, step).map { items[$0] }
      push(handle.kind == .tuple ? newTuple(picked) : newList(picked))
    case .range:
      guard case .range(let first, _, let width) = boxes[handle.payload] else { return }
      // Python's own bounds, which are seen where a range is printed.
      let (from, to) = sliceBounds(try count(of: handle), start, stop, step ?? 1)
      push(
        newBox(
          .range(
            start: saturated(first, plus: from, times: width),
            stop: saturated(first, plus: to, times: width),
            step: saturated(0, plus: width, times: step ?? 1)), as: .range))
    case .undefined: push(try memberOfUndefined(handle))
    default:
      let message = "'\(typeName(handle))' object is not subscriptable"
      guard isConstant else { throw .type(message) }
      push(undefined(hint: message))
    }
  }

  private func sliceIndex(_ handle: Handle) throws(Fault) -> Int? {
    switch handle.kind {
    case .none: return nil
    case .integer, .boolean: return handle.payload
    case .bigInteger: return bigInteger(handle).isNegative ? Int.min / 2 : Int.max / 2
    case .undefined: throw undefinedFault(handle)
    default: throw .type("slice indices must be integers or None")
    }
  }
}

/// The first place of a Python slice of `count` items, and the one that it ends before.
private func sliceBounds(
  _ count: Int, _ start: Int?, _ stop: Int?, _ step: Int
) -> (from: Int, to: Int) {
  func clamp(_ index: Int?, _ fallback: Int) -> Int {
    guard var index else { return fallback }
    if index < 0 { index = index < -count ? -1 - count : index + count }
    return step > 0 ? min(max(index, 0), count) : min(max(index, -1), count - 1)
  }
  return (clamp(start, step > 0 ? 0 : count - 1), clamp(stop, step > 0 ? count : -1))
}

/// `base + first * second`, or the number nearest to it whose sign can be changed.
private func saturated(_ base: Int, plus first: Int, times second: Int) -> Int {
  let (product, overflows) = first.multipliedReportingOverflow(by: second)
  let addend = overflows ? (first < 0) == (second < 0) ? Int.max : -Int.max : product
  let (sum, isBeyond) = base.addingReportingOverflow(addend)
  return isBeyond ? addend < 0 ? -Int.max : Int.max : max(sum, -Int.max)
}

/// The places that a Python slice picks from `count` items.
func sliceIndices(_ count: Int, _ start: Int?, _ stop: Int?, _ step: Int?) -> [Int] {
  let step = step ?? 1
  let (from, to) = sliceBounds(count, start, stop, step)
  var places: [Int] = []
  var index = from
  while step > 0 ? index < to : index > to {
    places.append(index)
    let (next, overflow) = index.addingReportingOverflow(step)
    if overflow { break }
    index = next
  }
  return places
}
