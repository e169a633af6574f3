/// Operators: arithmetic with Python's rules, comparison, membership.
extension Machine {
  mutating func binaryTop(_ flag: UInt8) throws(Fault) {
    let right = pop()
    let left = pop()
    guard let operation = BinaryOperator(rawValue: flag) else { return }
    if left.kind == .integer, right.kind == .integer,
      let result = plain(operation, left.payload, right.payload)
    {
      push(.integer(result))
      return
    }
    push(try binary(operation, left, right))
  }

  /// Integers where 64 bits suffice and no rule is special.
  @inline(__always)
  private func plain(_ operation: BinaryOperator, _ a: Int, _ b: Int) -> Int? {
    switch operation {
    case .add:
      let (value, overflow) = a.addingReportingOverflow(b)
      return overflow ? nil : value
    case .subtract:
      let (value, overflow) = a.subtractingReportingOverflow(b)
      return overflow ? nil : value
    case .multiply:
      let (value, overflow) = a.multipliedReportingOverflow(by: b)
      return overflow ? nil : value
    case .modulo where b > 0:
      let rest = a % b
      return rest < 0 ? rest + b : rest
    default: return nil
    }
  }

  mutating func binary(
    _ operation: BinaryOperator, _ left: Handle, _ right: Handle
  ) throws(Fault) -> Handle {
    if left.kind == .undefined { throw undefinedFault(left) }
    // Only printing with `%` takes an undefined value on its right.
    if right.kind == .undefined, !(operation == .modulo && left.isText) {
      throw undefinedFault(right)
    }
    if isNumber(left), isNumber(right) { return try arithmetic(operation, left, right) }
    switch operation {
    case .add: if let sum = try sum(left, right) { return sum }
    case .multiply:
      if isInteger(right), let product = try repeated(left, right) { return product }
      if isInteger(left), let product = try repeated(right, left) { return product }
    case .modulo where left.isText: return try percentFormat(left, right)
    default: break
    }
    throw .type(
      "unsupported operand type(s) for \(operation.spelling): '\(typeName(left))' and "
        + "'\(typeName(right))'")
  }

  func isInteger(_ handle: Handle) -> Bool {
    handle.kind == .integer || handle.kind == .boolean || handle.kind == .bigInteger
  }

  func isNumber(_ handle: Handle) -> Bool { isInteger(handle) || handle.kind == .number }

  func double(_ handle: Handle) throws(Fault) -> Double {
    switch handle.kind {
    case .number: return handle.number
    case .bigInteger:
      let value = bigInteger(handle).double
      guard value.isFinite else { throw Fault(.arithmetic, "int too large to convert to float") }
      return value
    default: return Double(handle.payload)
    }
  }

  private mutating func sum(_ left: Handle, _ right: Handle) throws(Fault) -> Handle? {
    if left.isText, right.isText {
      let isSafe = left.kind == .markup || right.kind == .markup
      let first = isSafe ? try escaped(left) : left
      let second = isSafe ? try escaped(right) : right
      let joined = bytes(first) + bytes(second)
      try checkSize(joined.count)
      return string(joined, as: isSafe ? .markup : .string)
    }
    let isList = isList(left) && isList(right)
    guard isList || left.kind == .tuple && right.kind == .tuple else { return nil }
    let items = try items(of: left) + items(of: right)
    try checkSize(items.count)
    return isList ? newList(items) : newTuple(items)
  }

  func isList(_ handle: Handle) -> Bool { handle.kind == .list || handle.kind == .frozenList }

  private mutating func repeated(_ handle: Handle, _ times: Handle) throws(Fault) -> Handle? {
    guard times.kind != .bigInteger else {
      throw .limit("the number of repetitions is too large")
    }
    let times = max(times.payload, 0)
    if handle.isText {
      let source = bytes(handle)
      let (size, overflow) = source.count.multipliedReportingOverflow(by: times)
      try checkSize(overflow ? Int.max : size)
      var result: [UInt8] = []
      for _ in 0..<times { result.append(contentsOf: source) }
      return string(result, as: handle.kind)
    }
    guard isList(handle) || handle.kind == .tuple else { return nil }
    let source = try items(of: handle)
    let (size, overflow) = source.count.multipliedReportingOverflow(by: times)
    try checkSize(overflow ? Int.max : size)
    var result: [Handle] = []
    for _ in 0..<times { result.append(contentsOf: source) }
    return handle.kind == .tuple ? newTuple(result) : newList(result)
  }

  mutating func unary(_ operation: UnaryOperator?, _ handle: Handle) throws(Fault) -> Handle {
    if handle.kind == .undefined { throw undefinedFault(handle) }
    guard isNumber(handle), let operation else {
      let sign = operation == .negative ? "-" : "+"
      throw .type("bad operand type for unary \(sign): '\(typeName(handle))'")
    }
    if handle.kind == .number {
      return operation == .negative ? .number(-handle.number) : handle
    }
    let value = bigInteger(handle)
    return try newInteger(operation == .negative ? value.negated : value)
  }
}
