/// An integer of any size, with Python's rules for division and for powers.
///
/// Small and plain: templates rarely leave 64 bits, but a number in the data may, and the exact
/// decimal text of a floating-point number needs it.
struct BigInteger: Hashable, Sendable {
  /// Base 2³², least significant first, without leading zeros; empty for zero.
  private(set) var limbs: [UInt32]
  private(set) var isNegative: Bool

  init(limbs: [UInt32], isNegative: Bool) {
    var limbs = limbs
    while limbs.last == 0 { limbs.removeLast() }
    self.limbs = limbs
    self.isNegative = isNegative && !limbs.isEmpty
  }

  init(_ value: Int) {
    let magnitude = value.magnitude
    self.init(
      limbs: [UInt32(truncatingIfNeeded: magnitude), UInt32(truncatingIfNeeded: magnitude >> 32)],
      isNegative: value < 0)
  }

  /// The integral part of a finite number.
  init(truncating value: Double) {
    let magnitude = value.magnitude
    guard magnitude >= 1, magnitude.isFinite else {
      self.init(0)
      return
    }
    let shift = Int(magnitude.exponent) - 52
    let bits = UInt64(magnitude.significandBitPattern) | 1 << 52
    let mantissa = BigInteger(
      limbs: [UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32)],
      isNegative: false)
    let shifted = shift >= 0 ? mantissa.shifted(left: shift) : mantissa.shifted(right: -shift)
    self.init(limbs: shifted.limbs, isNegative: value < 0)
  }

  /// Reads digits of that radix, without a sign; `nil` where there are none or others.
  init?(digits: [UInt8], radix: Int) {
    guard !digits.isEmpty else { return nil }
    var limbs: [UInt32] = []
    for byte in digits {
      guard let digit = digitValue(byte), digit < radix else { return nil }
      var carry = UInt64(digit)
      for index in limbs.indices {
        let product = UInt64(limbs[index]) * UInt64(radix) + carry
        limbs[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry > 0 { limbs.append(UInt32(carry)) }
    }
    self.init(limbs: limbs, isNegative: false)
  }

  /// Reads decimal digits with or without a sign; `nil` where the text is none, or is too long to
  /// be meant.
  init?(decimal text: String) {
    let digits = Array(text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") })
    guard digits.count < 20_000, let value = BigInteger(digits: digits, radix: 10) else {
      return nil
    }
    self.init(limbs: value.limbs, isNegative: text.hasPrefix("-"))
  }

  var isZero: Bool { limbs.isEmpty }

  var bitWidth: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * 32 - top.leadingZeroBitCount
  }

  /// The value where 64 bits hold it.
  var int: Int? {
    guard limbs.count <= 2 else { return nil }
    let magnitude = magnitude64
    if !isNegative { return Int(exactly: magnitude) }
    return magnitude == 1 << 63 ? Int.min : Int(exactly: magnitude).map { -$0 }
  }

  private var magnitude64: UInt64 {
    (limbs.count > 1 ? UInt64(limbs[1]) << 32 : 0) | (limbs.first.map(UInt64.init) ?? 0)
  }

  /// The nearest number, ties to even; infinite where none is near.
  var double: Double {
    guard bitWidth > 64 else {
      return isNegative ? -Double(magnitude64) : Double(magnitude64)
    }
    let shift = bitWidth - 64
    var top = shifted(right: shift).magnitude64
    // A sticky bit keeps the rounding right where bits were cut off.
    if BigInteger(limbs: limbs, isNegative: false).hasBits(below: shift) { top |= 1 }
    let value = Double(sign: .plus, exponent: shift, significand: Double(top))
    return isNegative ? -value : value
  }

  private func hasBits(below count: Int) -> Bool {
    for index in 0..<min(count / 32, limbs.count) where limbs[index] != 0 { return true }
    guard count / 32 < limbs.count, count % 32 > 0 else { return false }
    return limbs[count / 32] & (1 << UInt32(count % 32) - 1) != 0
  }

  var negated: BigInteger { BigInteger(limbs: limbs, isNegative: !isNegative) }
}

extension BigInteger {
  func shifted(left count: Int) -> BigInteger {
    let bits = UInt64(count % 32)
    var result = [UInt32](repeating: 0, count: count / 32)
    var carry: UInt64 = 0
    for limb in limbs {
      let value = UInt64(limb) << bits | carry
      result.append(UInt32(truncatingIfNeeded: value))
      carry = value >> 32
    }
    result.append(UInt32(carry))
    return BigInteger(limbs: result, isNegative: isNegative)
  }

  func shifted(right count: Int) -> BigInteger {
    let words = count / 32
    guard words < limbs.count else { return BigInteger(0) }
    let bits = UInt64(count % 32)
    var result: [UInt32] = []
    for index in words..<limbs.count {
      let high = index + 1 < limbs.count ? UInt64(limbs[index + 1]) << 32 : 0
      result.append(UInt32(truncatingIfNeeded: (high | UInt64(limbs[index])) >> bits))
    }
    return BigInteger(limbs: result, isNegative: isNegative)
  }

  private static func compareMagnitudes(_ a: [UInt32], _ b: [UInt32]) -> Int {
    if a.count != b.count { return a.count < b.count ? -1 : 1 }
    for index in a.indices.reversed() where a[index] != b[index] {
      return a[index] < b[index] ? -1 : 1
    }
    return 0
  }

  private static func addMagnitudes(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for index in 0..<max(a.count, b.count) {
      let left = index < a.count ? UInt64(a[index]) : 0
      let right = index < b.count ? UInt64(b[index]) : 0
      let sum = left + right + carry
      result.append(UInt32(truncatingIfNeeded: sum))
      carry = sum >> 32
    }
    if carry > 0 { result.append(UInt32(carry)) }
    return result
  }

  /// - Precondition: `a` is at least `b`.
  private static func subtractMagnitudes(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var borrow: Int64 = 0
    for index in a.indices {
      var difference = Int64(a[index]) - borrow - (index < b.count ? Int64(b[index]) : 0)
      borrow = difference < 0 ? 1 : 0
      if difference < 0 { difference += 1 << 32 }
      result.append(UInt32(difference))
    }
    return result
  }

  static func + (a: BigInteger, b: BigInteger) -> BigInteger {
    if a.isNegative == b.isNegative {
      return BigInteger(limbs: addMagnitudes(a.limbs, b.limbs), isNegative: a.isNegative)
    }
    if compareMagnitudes(a.limbs, b.limbs) >= 0 {
      return BigInteger(limbs: subtractMagnitudes(a.limbs, b.limbs), isNegative: a.isNegative)
    }
    return BigInteger(limbs: subtractMagnitudes(b.limbs, a.limbs), isNegative: b.isNegative)
  }

  static func - (a: BigInteger, b: BigInteger) -> BigInteger { a + b.negated }

  static func * (a: BigInteger, b: BigInteger) -> BigInteger {
    var result = [UInt32](repeating: 0, count: a.limbs.count + b.limbs.count)
    for i in a.limbs.indices {
      var carry: UInt64 = 0
      for j in b.limbs.indices {
        let value = UInt64(a.limbs[i]) * UInt64(b.limbs[j]) + UInt64(result[i + j]) + carry
        result[i + j] = UInt32(truncatingIfNeeded: value)
        carry = value >> 32
      }
      result[i + b.limbs.count] = UInt32(carry)
    }
    return BigInteger(limbs: result, isNegative: a.isNegative != b.isNegative)
  }

  func power(_ exponent: Int) -> BigInteger {
    var result = BigInteger(1)
    var base = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * base }
      rest >>= 1
      if rest > 0 { base = base * base }
    }
    return result
  }

  /// Quotient rounded down and the remainder, which has the divisor's sign; `nil` for zero.
  func dividedDown(by divisor: BigInteger) -> (quotient: BigInteger, remainder: BigInteger)? {
    guard let (quotient, remainder) = dividedMagnitudes(by: divisor) else { return nil }
    if isNegative == divisor.isNegative || remainder.isZero {
      return (
        BigInteger(limbs: quotient.limbs, isNegative: isNegative != divisor.isNegative),
        BigInteger(limbs: remainder.limbs, isNegative: isNegative)
      )
    }
    let signed = BigInteger(limbs: remainder.limbs, isNegative: isNegative)
    return (
      BigInteger(limbs: quotient.limbs, isNegative: true) - BigInteger(1), signed + divisor
    )
  }

  private func dividedMagnitudes(by divisor: BigInteger) -> (BigInteger, BigInteger)? {
    guard let top = divisor.limbs.last else { return nil }
    if Self.compareMagnitudes(limbs, divisor.limbs) < 0 {
      return (BigInteger(0), BigInteger(limbs: limbs, isNegative: false))
    }
    if divisor.limbs.count == 1 {
      let (quotient, remainder) = dividedMagnitude(bySmall: top)
      return (quotient, BigInteger(limbs: [remainder], isNegative: false))
    }
    // Schoolbook long division: the divisor's top bit is set so that a guess is off by two at most.
    let shift = top.leadingZeroBitCount
    var rest = BigInteger(limbs: limbs, isNegative: false).shifted(left: shift).limbs
    let by = BigInteger(limbs: divisor.limbs, isNegative: false).shifted(left: shift).limbs
    rest.append(contentsOf: [UInt32](repeating: 0, count: max(0, limbs.count + 1 - rest.count)))
    var quotient = [UInt32](repeating: 0, count: rest.count - by.count)
    for j in quotient.indices.reversed() {
      let head = UInt64(rest[j + by.count]) << 32 | UInt64(rest[j + by.count - 1])
      var guess = min(head / UInt64(by[by.count - 1]), UInt64(UInt32.max))
      while Self.subtract(by, times: guess, from: &rest, at: j) == false { guess -= 1 }
      quotient[j] = UInt32(guess)
    }
    let remainder = BigInteger(limbs: rest, isNegative: false).shifted(right: shift)
    return (BigInteger(limbs: quotient, isNegative: false), remainder)
  }

  /// Takes `by * times` off `rest` at limb `offset`; `false`, with no change, where it is too much.
  private static func subtract(
    _ by: [UInt32], times: UInt64, from rest: inout [UInt32], at offset: Int
  ) -> Bool {
    var copy = rest[offset...offset + by.count].map { $0 }
    var carry: UInt64 = 0
    var borrow: Int64 = 0
    for index in 0...by.count {
      let product = index < by.count ? UInt64(by[index]) * times + carry : carry
      carry = product >> 32
      var difference = Int64(copy[index]) - Int64(product & 0xFFFF_FFFF) - borrow
      borrow = difference < 0 ? 1 : 0
      if difference < 0 { difference += 1 << 32 }
      copy[index] = UInt32(difference)
    }
    guard borrow == 0, carry == 0 else { return false }
    rest.replaceSubrange(offset...offset + by.count, with: copy)
    return true
  }

  private func dividedMagnitude(bySmall divisor: UInt32) -> (BigInteger, UInt32) {
    var quotient = limbs
    var remainder: UInt64 = 0
    for index in quotient.indices.reversed() {
      let value = remainder << 32 | UInt64(quotient[index])
      quotient[index] = UInt32(value / UInt64(divisor))
      remainder = value % UInt64(divisor)
    }
    return (BigInteger(limbs: quotient, isNegative: false), UInt32(remainder))
  }

  /// The magnitude in that radix, from 2 to 36, in small letters.
  func digits(radix: Int) -> [UInt8] {
    guard !isZero else { return [0x30] }
    // As many digits at a time as one limb holds.
    var chunk = radix
    var width = 1
    while chunk * radix <= Int(UInt32.max) {
      chunk *= radix
      width += 1
    }
    var result: [UInt8] = []
    var rest = BigInteger(limbs: limbs, isNegative: false)
    while !rest.isZero {
      let (quotient, part) = rest.dividedMagnitude(bySmall: UInt32(chunk))
      var value = Int(part)
      for _ in 0..<width {
        let digit = value % radix
        result.append(UInt8(digit < 10 ? 0x30 + digit : 0x61 + digit - 10))
        value /= radix
      }
      rest = quotient
    }
    while result.count > 1, result.last == 0x30 { result.removeLast() }
    return result.reversed()
  }
}

extension BigInteger: Comparable {
  static func < (a: BigInteger, b: BigInteger) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    let order = compareMagnitudes(a.limbs, b.limbs)
    return a.isNegative ? order > 0 : order < 0
  }
}

extension BigInteger: CustomStringConvertible {
  var description: String {
    (isNegative ? "-" : "") + String(decoding: digits(radix: 10), as: UTF8.self)
  }
}
