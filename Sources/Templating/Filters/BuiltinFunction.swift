/// The functions that every template can call.
enum BuiltinFunction: String, CaseIterable, Sendable {
  case range, dict, namespace, cycler, joiner

  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  init?(index: Int) {
    guard Self.allCases.indices.contains(index) else { return nil }
    self = Self.allCases[index]
  }
}

extension Machine {
  mutating func callFunction(
    _ function: BuiltinFunction, _ arguments: Arguments
  ) throws(Fault) -> Handle {
    switch function {
    case .range: return try makeRange(arguments)
    case .dict: return newDictionary(try makeDictionary(arguments, "dict"))
    case .namespace:
      return newBox(.namespace(try makeDictionary(arguments, "namespace")), as: .namespace)
    case .cycler:
      guard !arguments.positional.isEmpty else {
        throw .arguments("at least one item has to be provided")
      }
      return newBox(.cycler(items: arguments.positional, position: 0), as: .cycler)
    case .joiner:
      let separator =
        arguments.positional.first ?? arguments.named.first { $0.name == "sep" }?.value
        ?? string(", ")
      return newBox(.joiner(separator: separator, used: false), as: .joiner)
    }
  }

  private mutating func makeRange(_ arguments: Arguments) throws(Fault) -> Handle {
    var bounds: [Int] = []
    for argument in arguments.positional { bounds.append(try integer(argument, "range")) }
    guard arguments.named.isEmpty else { throw .arguments("range() takes no keyword arguments") }
    switch bounds.count {
    case 1: return newBox(.range(start: 0, stop: bounds[0], step: 1), as: .range)
    case 2: return newBox(.range(start: bounds[0], stop: bounds[1], step: 1), as: .range)
    case 3:
      guard bounds[2] != 0 else { throw .arguments("range() arg 3 must not be zero") }
      return newBox(.range(start: bounds[0], stop: bounds[1], step: bounds[2]), as: .range)
    default: throw .arguments("range() takes 1 to 3 arguments, \(bounds.count) are given")
    }
  }

  private mutating func makeDictionary(
    _ arguments: Arguments, _ name: String
  ) throws(Fault) -> DictionaryObject {
    guard arguments.positional.count <= 1 else {
      throw .arguments("\(name) takes 1 positional argument at most")
    }
    var object = DictionaryObject()
    if let first = arguments.positional.first { try update(&object, with: first) }
    for (name, value) in arguments.named { try set(&object, string(name), value) }
    return object
  }

  /// Takes in a mapping, or pairs of keys and values.
  mutating func update(_ object: inout DictionaryObject, with handle: Handle) throws(Fault) {
    if isMapping(handle) {
      for (key, value) in try pairs(of: handle) { try set(&object, key, value) }
      return
    }
    for item in try items(of: handle) {
      let pair = try items(of: item)
      guard pair.count == 2 else {
        throw .type("dictionary update sequence element has length \(pair.count); 2 is required")
      }
      try set(&object, pair[0], pair[1])
    }
  }

  /// An integer argument, as Python takes one where an index is wanted.
  func integer(_ handle: Handle, _ function: String) throws(Fault) -> Int {
    switch handle.kind {
    case .integer, .boolean: return handle.payload
    case .undefined: throw undefinedFault(handle)
    case .bigInteger: throw .limit("\(function): the integer is too large")
    default:
      throw .type("'\(typeName(handle))' object cannot be interpreted as an integer")
    }
  }

  /// An optional integer argument.
  func integer(_ handle: Handle, or fallback: Int, _ function: String) throws(Fault) -> Int {
    handle.isMissing ? fallback : try integer(handle, function)
  }
}
