#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Arithmetic on numbers, with Python's rules.
extension Machine {
  mutating func arithmetic(
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
