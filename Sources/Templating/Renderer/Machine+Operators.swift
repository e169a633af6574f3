#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

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

// MARK: - Numbers

extension Machine {
  private mutating func arithmetic(
    _ operation: BinaryOperator, _ left: Handle, _ right: Handle
  ) throws(Fault) -> Handle {
    if isInteger(left), isInteger(right) { return try integers(operation, left, right) }
    let a = try double(left)
    let b = try double(right)
    switch operation {
    case .add: return .number(a + b)
    case .subtract: return .number(a - b)
    case .multiply: return .number(a * b)
    case .divide:
      guard b != 0 else { throw Fault(.arithmetic, "float division by zero") }
      return .number(a / b)
    case .floorDivide:
      guard b != 0 else { throw Fault(.arithmetic, "float floor division by zero") }
      return .number(floorDivided(a, b).quotient)
    case .modulo:
      guard b != 0 else { throw Fault(.arithmetic, "float modulo") }
      return .number(floorDivided(a, b).remainder)
    case .power: return try power(a, b)
    }
  }

  private func power(_ a: Double, _ b: Double) throws(Fault) -> Handle {
    if a == 0, b < 0 {
      throw Fault(.arithmetic, "0.0 cannot be raised to a negative power")
    }
    if a < 0, a.isFinite, b.isFinite, b != b.rounded() {
      throw Fault(.arithmetic, "a negative number has no real root; complex numbers are left out")
    }
    let result = pow(a, b)
    if result.isInfinite, a.isFinite, b.isFinite {
      throw Fault(.arithmetic, "the result of ** is too large")
    }
    return .number(result)
  }

  private mutating func integers(
    _ operation: BinaryOperator, _ left: Handle, _ right: Handle
  ) throws(Fault) -> Handle {
    let a = bigInteger(left)
    let b = bigInteger(right)
    switch operation {
    case .add: return try newInteger(a + b)
    case .subtract: return try newInteger(a - b)
    case .multiply:
      try checkBits(a.bitWidth + b.bitWidth)
      return try newInteger(a * b)
    case .divide:
      guard !b.isZero else { throw Fault(.arithmetic, "division by zero") }
      return .number(try divided(a, b))
    case .floorDivide, .modulo:
      guard let (quotient, remainder) = a.dividedDown(by: b) else {
        throw Fault(.arithmetic, "integer division or modulo by zero")
      }
      return try newInteger(operation == .modulo ? remainder : quotient)
    case .power:
      if b.isNegative { return try power(a.double, b.double) }
      guard let exponent = b.int else {
        if a.bitWidth <= 1 { return try newInteger(a.isZero ? a : a.power(Int(b.limbs[0] & 1))) }
        throw .limit("the result of ** is too large")
      }
      if a.bitWidth > 1 { try checkBits(a.bitWidth.multipliedReportingOverflow(by: exponent)) }
      return try newInteger(a.bitWidth > 1 ? a.power(exponent) : small(a, to: exponent))
    }
  }

  /// Powers of -1, 0 and 1, whatever the exponent.
  private func small(_ base: BigInteger, to exponent: Int) -> BigInteger {
    if exponent == 0 { return BigInteger(1) }
    if base.isZero || !base.isNegative { return base }
    return exponent % 2 == 0 ? BigInteger(1) : base
  }

  private func checkBits(_ bits: Int) throws(Fault) {
    guard bits <= options.limits.integerBits + 64 else {
      throw .limit("the integer has more than \(options.limits.integerBits) bits")
    }
  }

  private func checkBits(_ bits: (partialValue: Int, overflow: Bool)) throws(Fault) {
    try checkBits(bits.overflow ? Int.max : bits.partialValue)
  }

  /// The quotient rounded once, also where the integers do not fit a number.
  private func divided(_ a: BigInteger, _ b: BigInteger) throws(Fault) -> Double {
    if a.bitWidth <= 53, b.bitWidth <= 53 { return a.double / b.double }
    // Enough bits that one rounding at the end is right.
    let shift = max(0, 66 - (a.bitWidth - b.bitWidth))
    guard
      let (quotient, rest) = BigInteger(limbs: a.limbs, isNegative: false)
        .shifted(left: shift)
        .dividedDown(by: BigInteger(limbs: b.limbs, isNegative: false))
    else { return 0 }
    let sticky = rest.isZero ? quotient : quotient.shifted(left: 1) + BigInteger(1)
    let scale = rest.isZero ? shift : shift + 1
    let value = sticky.double * pow(2, -Double(scale))
    guard value.isFinite else {
      throw Fault(.arithmetic, "integer division result too large for a float")
    }
    return a.isNegative != b.isNegative ? -value : value
  }
}

/// Python's floor division of numbers: the remainder has the divisor's sign.
func floorDivided(_ a: Double, _ b: Double) -> (quotient: Double, remainder: Double) {
  var remainder = fmod(a, b)
  var quotient = (a - remainder) / b
  if remainder != 0 {
    if (b < 0) != (remainder < 0) {
      remainder += b
      quotient -= 1
    }
  } else {
    remainder = b < 0 ? -0.0 : 0.0
  }
  if quotient != 0 {
    let floored = quotient.rounded(.down)
    quotient = quotient - floored > 0.5 ? floored + 1 : floored
  } else {
    quotient = (a < 0) != (b < 0) ? -0.0 : 0.0
  }
  return (quotient, remainder)
}

// MARK: - Comparison

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
      let (left, right) = (bytes(a), bytes(b))
      // UTF-8 keeps the order of code points.
      return left == right ? 0 : left.lexicographicallyPrecedes(right) ? -1 : 1
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

  /// Python's `in`.
  mutating func contains(_ container: Handle, _ value: Handle) throws(Fault) -> Bool {
    switch container.kind {
    case .string, .markup:
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
      for item in try items(of: container) where try areEqual(item, value) { return true }
      return false
    }
  }
}

/// The place of `needle` in `haystack` from `start` on.
func firstRange(of needle: [UInt8], in haystack: [UInt8], from start: Int) -> Int? {
  guard let first = needle.first else { return start <= haystack.count ? start : nil }
  var index = start
  while index + needle.count <= haystack.count {
    if haystack[index] == first {
      var offset = 1
      while offset < needle.count, haystack[index + offset] == needle[offset] { offset += 1 }
      if offset == needle.count { return index }
    }
    index += 1
  }
  return nil
}
