/// Comparison and membership, with Python's rules.
extension Machine {
  @inline(__always)
  mutating func compareTop(_ flag: UInt8) throws(Fault) {
    let right = pop()
    let left = pop()
    guard let operation = ComparisonOperator(rawValue: flag) else { return }
    push(.boolean(try compare(operation, left, right)))
  }

  mutating func compare(
    _ operation: ComparisonOperator, _ left: Handle, _ right: Handle
  ) throws(Fault) -> Bool {
    switch operation {
    case .equal: return try areEqual(left, right)
    case .notEqual: return try !areEqual(left, right)
    case .isIn: return try contains(right, left)
    case .isNotIn: return try !contains(right, left)
    case .less: return try isOrdered(left, right, operation)
    case .lessOrEqual: return try isOrdered(left, right, operation)
    case .greater: return try isOrdered(left, right, operation)
    case .greaterOrEqual: return try isOrdered(left, right, operation)
    }
  }

  mutating func areEqual(_ a: Handle, _ b: Handle, depth: Int = 0) throws(Fault) -> Bool {
    guard depth < 100 else { throw .limit("the values nest too deep to compare") }
    if a.isText, b.isText { return isEqualText(a, b) }
    if a.kind == .undefined || b.kind == .undefined { return try areEqualUndefined(a, b) }
    if isNumber(a), isNumber(b) { return order(a, b) == 0 }
    if a.kind == .none || b.kind == .none { return a.kind == b.kind }
    if isList(a) && isList(b) || a.kind == .tuple && b.kind == .tuple {
      let left = try items(of: a)
      let right = try items(of: b)
      guard left.count == right.count else { return false }
      for (first, second) in zip(left, right)
      where try !areEqual(first, second, depth: depth + 1) {
        return false
      }
      return true
    }
    if isMapping(a), isMapping(b) {
      let left = try pairs(of: a)
      guard try left.count == count(of: b) else { return false }
      for (key, value) in left {
        guard let other = try lookUp(b, key) else { return false }
        guard try areEqual(value, other, depth: depth + 1) else { return false }
      }
      return true
    }
    if a.kind == .range, b.kind == .range {
      let (left, right) = (try count(of: a), try count(of: b))
      guard left == right, left > 0 else { return left == right }
      let ends = [0, left - 1]
      for place in ends where try element(a, place)?.payload != element(b, place)?.payload {
        return false
      }
      return true
    }
    return a.kind == b.kind && a.payload == b.payload && a.extra == b.extra
  }

  private func areEqualUndefined(_ a: Handle, _ b: Handle) throws(Fault) -> Bool {
    for handle in [a, b]
    where handle.kind == .undefined && options.undefined == .strict && handle.detail != 4 {
      throw undefinedFault(handle)
    }
    return a.kind == b.kind
  }

  /// -1, 0 or 1; `nil` where one is not a number.
  func order(_ a: Handle, _ b: Handle) -> Int? {
    if a.kind != .number, b.kind != .number {
      if a.kind != .bigInteger, b.kind != .bigInteger {
        return a.payload < b.payload ? -1 : a.payload > b.payload ? 1 : 0
      }
      let (left, right) = (bigInteger(a), bigInteger(b))
      return left < right ? -1 : left == right ? 0 : 1
    }
    if a.kind == .number, b.kind == .number { return order(a.number, b.number) }
    if a.kind == .number { return order(b, a).map { -$0 } }
    let number = b.number
    guard number.isFinite else { return number.isNaN ? nil : number > 0 ? -1 : 1 }
    let (left, right) = (bigInteger(a), BigInteger(truncating: number))
    if left != right { return left < right ? -1 : 1 }
    return order(0, number - number.rounded(.towardZero))
  }

  private func order(_ a: Double, _ b: Double) -> Int? {
    a < b ? -1 : a > b ? 1 : a == b ? 0 : nil
  }

  private mutating func isOrdered(
    _ a: Handle, _ b: Handle, _ operation: ComparisonOperator
  ) throws(Fault) -> Bool {
    guard let order = try compareOrder(a, b, operation.spelling) else { return false }
    switch operation {
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    default: return order >= 0
    }
  }

  /// How two values are ordered; `nil` where a number is none. An error where Python has no order.
  mutating func compareOrder(
    _ a: Handle, _ b: Handle, _ spelling: String = "<", depth: Int = 0
  ) throws(Fault) -> Int? {
    guard depth < 100 else { throw .limit("the values nest too deep to compare") }
    if isNumber(a), isNumber(b) { return order(a, b) }
    if a.isText, b.isText {
      // UTF-8 keeps the order of code points.
      return order(arena(of: a), a.range, arena(of: b), b.range)
    }
    if a.kind == .undefined { throw undefinedFault(a) }
    if b.kind == .undefined { throw undefinedFault(b) }
    if isList(a) && isList(b) || a.kind == .tuple && b.kind == .tuple {
      let (left, right) = (try items(of: a), try items(of: b))
      for (first, second) in zip(left, right) {
        if try areEqual(first, second) { continue }
        return try compareOrder(first, second, spelling, depth: depth + 1)
      }
      return left.count < right.count ? -1 : left.count > right.count ? 1 : 0
    }
    throw .type(
      "'\(spelling)' not supported between instances of '\(typeName(a))' and '\(typeName(b))'")
  }

  private func order(
    _ left: [UInt8], _ leftRange: Range<Int>, _ right: [UInt8], _ rightRange: Range<Int>
  ) -> Int {
    for offset in 0..<min(leftRange.count, rightRange.count) {
      let (a, b) = (left[leftRange.lowerBound + offset], right[rightRange.lowerBound + offset])
      if a != b { return a < b ? -1 : 1 }
    }
    return (leftRange.count - rightRange.count).signum()
  }

  /// Python's `in`.
  mutating func contains(_ container: Handle, _ value: Handle) throws(Fault) -> Bool {
    switch container.kind {
    case .string, .markup:
      try walk(through: container)
      guard value.isText else {
        if value.kind == .undefined { throw undefinedFault(value) }
        throw .type("'in <string>' requires string as left operand, not \(typeName(value))")
      }
      return firstRange(of: bytes(value), in: bytes(container), from: 0) != nil
    case .dictionary, .hostDictionary, .frozenDictionary, .object:
      return try lookUp(container, value) != nil
    case .range where isNumber(value):
      guard case .range(let start, let stop, let step) = boxes[container.payload],
        let wanted = value.kind == .number ? Int(exactly: value.number) : bigInteger(value).int
      else { return false }
      let isInside = step > 0 ? wanted >= start && wanted < stop : wanted <= start && wanted > stop
      return isInside && (wanted - start) % step == 0
    case .undefined:
      try checkPrintable(container)
      return false
    default:
      guard isIterable(container) else {
        throw .type("argument of type '\(typeName(container))' is not iterable")
      }
      try walk(through: container)
      for item in try items(of: container) where try areEqual(item, value) { return true }
      return false
    }
  }
}
