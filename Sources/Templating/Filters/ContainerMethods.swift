/// The methods of lists that change them or look into them.
enum ListMethods {
  static let names: Set<WellKnownName> = [
    .append, .extend, .insert, .remove, .sort, .reverse, .count, .index, .pop, .clear, .copy,
  ]
}

extension Machine {
  /// Calls a method that a value has by its nature; `nil` where it has none of that name.
  mutating func callMethod(
    of handle: Handle, _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle? {
    switch handle.kind {
    case .string, .markup: return try callTextMethod(handle, name, arguments)
    case .dictionary, .hostDictionary, .frozenDictionary, .object:
      guard isDictionaryMethod(name.rawValue) else { return nil }
      return try callDictionaryMethod(handle, name, arguments)
    case .list: return try callListMethod(handle, name, arguments)
    case .frozenList, .tuple, .range:
      guard name == .count || name == .index else { return nil }
      return try search(items(of: handle), name, arguments, typeName(handle))
    case .loop where name == .cycle || name == .changed:
      return try callLoopMethod(handle, name, arguments)
    case .cycler: return callCycler(handle, name)
    case .number where name == .isInteger:
      return .boolean(handle.number.isFinite && handle.number == handle.number.rounded())
    case .integer, .bigInteger, .boolean:
      if name == .bitLength { return .integer(bigInteger(handle).bitWidth) }
      return name == .conjugate ? handle : nil
    default: return nil
    }
  }

  private mutating func callCycler(_ handle: Handle, _ name: WellKnownName) -> Handle? {
    guard case .cycler(let items, let position) = boxes[handle.payload] else { return nil }
    switch name {
    case .next:
      boxes[handle.payload] = .cycler(items: items, position: (position + 1) % items.count)
      return items[position]
    case .reset:
      boxes[handle.payload] = .cycler(items: items, position: 0)
      return Handle.none
    default: return nil
    }
  }

  private mutating func search(
    _ items: [Handle], _ name: WellKnownName, _ arguments: Arguments, _ type: String
  ) throws(Fault) -> Handle {
    guard let wanted = arguments.positional.first else {
      throw .arguments("'\(name.text)' needs a value to look for")
    }
    try walk(items.count)
    var count = 0
    for (place, item) in items.enumerated() where try areEqual(item, wanted) {
      if name == .index { return .integer(place) }
      count += 1
    }
    if name == .index { throw .arguments("\(try representation(wanted)) is not in \(type)") }
    return .integer(count)
  }

  private mutating func callDictionaryMethod(
    _ handle: Handle, _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle? {
    let first = arguments.positional.first ?? .missing
    let second = arguments.positional.count > 1 ? arguments.positional[1] : .missing
    switch name {
    case .items:
      return newBox(.view(kind: .items, items: try pairTuples(handle)), as: .view)
    case .keys: return newBox(.view(kind: .keys, items: try keys(of: handle)), as: .view)
    case .values:
      let values = try pairs(of: handle).map(\.value)
      return newBox(.view(kind: .values, items: values), as: .view)
    case .get:
      guard !first.isMissing else { throw .arguments("get expected at least 1 argument, got 0") }
      return try lookUp(handle, first) ?? (second.isMissing ? Handle.none : second)
    case .copy:
      var object = DictionaryObject()
      try update(&object, with: handle)
      return newDictionary(object)
    default: return try changeDictionary(handle, name, first, second, arguments)
    }
  }

  private mutating func changeDictionary(
    _ handle: Handle, _ name: WellKnownName, _ first: Handle, _ second: Handle,
    _ arguments: Arguments
  ) throws(Fault) -> Handle? {
    guard name != .fromkeys else { return nil }
    guard handle.kind == .dictionary else {
      throw .type("the page's data can't be changed; '\(name.text)' works on a copy: x.copy()")
    }
    if name == .setdefault, let known = try lookUp(handle, first) { return known }
    // Updated with itself, nothing changes.
    let others = first.kind == .dictionary && first.payload == handle.payload ? .missing : first
    // Taken out while it is changed: beside a second owner each change would copy all of it.
    var object = exchange(&dictionaries[handle.payload], with: DictionaryObject())
    defer { dictionaries[handle.payload] = object }
    var result = Handle.none
    switch name {
    case .update:
      if !others.isMissing { try update(&object, with: others) }
      for (name, value) in arguments.named { try set(&object, string(name), value) }
    case .setdefault:
      result = second.isMissing ? .none : second
      try set(&object, first, result)
    case .pop:
      if let value = try remove(first, from: &object) {
        result = value
      } else if second.isMissing {
        throw .arguments("\(try representation(first))")
      } else {
        result = second
      }
    case .popitem:
      guard let key = object.keys.last, let value = try remove(key, from: &object) else {
        throw .arguments("popitem(): dictionary is empty")
      }
      result = newTuple([key, value])
    default: object = DictionaryObject()
    }
    keep()
    return result
  }

  private mutating func callListMethod(
    _ handle: Handle, _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle? {
    guard ListMethods.names.contains(name) else { return nil }
    let first = arguments.positional.first ?? .missing
    let place = handle.payload
    if name == .count || name == .index {
      return try search(lists[place], name, arguments, "list")
    }
    if name == .copy {
      try walk(through: handle)
      return newList(lists[place])
    }
    switch name {
    case .append:
      guard !first.isMissing else { throw .arguments("append() takes exactly one argument") }
      try checkSize(lists[place].count)
      lists[place].append(first)
    case .extend:
      let more = try items(of: first)
      try checkSize(lists[place].count + more.count)
      lists[place].append(contentsOf: more)
    case .insert:
      guard arguments.positional.count == 2 else {
        throw .arguments("insert expected 2 arguments, got \(arguments.positional.count)")
      }
      let count = lists[place].count
      let wanted = try integer(first, "insert")
      let index = wanted < 0 ? max(wanted + count, 0) : min(wanted, count)
      try walk(count - index)
      lists[place].insert(arguments.positional[1], at: index)
    case .pop: return try popItem(place, first)
    case .remove:
      let items = lists[place]
      try walk(items.count)
      for (index, item) in items.enumerated() where try areEqual(item, first) {
        lists[place].remove(at: index)
        return Handle.none
      }
      throw .arguments("list.remove(x): x not in list")
    case .reverse:
      try walk(through: handle)
      lists[place].reverse()
    case .clear: lists[place].removeAll()
    default:
      try walk(through: handle)
      let isReversed = try isTrue(
        arguments.named.first { $0.name == "reverse" }?.value ?? .missing)
      lists[place] = try sorted(lists[place], reverse: isReversed) {
        (_: inout Machine, item: Handle) throws(Fault) -> Handle in item
      }
    }
    keep()
    return Handle.none
  }

  private mutating func popItem(_ place: Int, _ index: Handle) throws(Fault) -> Handle {
    let count = lists[place].count
    guard count > 0 else { throw .arguments("pop from empty list") }
    let wanted = try integer(index, or: -1, "pop")
    let position = wanted < 0 ? wanted + count : wanted
    guard position >= 0, position < count else { throw .arguments("pop index out of range") }
    try walk(count - position)
    return lists[place].remove(at: position)
  }
}
