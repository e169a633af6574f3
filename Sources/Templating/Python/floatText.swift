/// A number as Python's `repr` writes it: the fewest digits that read back as the same number.
func floatText(_ value: Double) -> String {
  if value.isNaN { return "nan" }
  if value.isInfinite { return value < 0 ? "-inf" : "inf" }
  let sign = value.sign == .minus ? "-" : ""
  if value == 0 { return sign + "0.0" }
  let (digits, point) = shortestDigits(of: value)
  // `point` counts the digits before the decimal point.
  if point > 16 || point < -3 { return sign + exponential(digits, exponent: point - 1) }
  if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
  if digits.utf8.count <= point {
    return sign + digits + String(repeating: "0", count: point - digits.utf8.count) + ".0"
  }
  return sign + digits.prefix(point) + "." + digits.dropFirst(point)
}

/// The shortest decimal digits, and how many stand before the point.
func shortestDigits(of value: Double) -> (digits: String, point: Int) {
  // The standard library prints the shortest digits too, in another layout.
  let text = value.magnitude.description
  let parts = text.split(separator: "e", maxSplits: 1)
  let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  let mantissa = parts.first ?? "0"
  let halves = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  let whole = halves.first ?? "0"
  let fraction = halves.count > 1 ? halves[1] : ""
  var digits = whole + fraction
  var point = whole.utf8.count + exponent
  while digits.first == "0", digits.utf8.count > 1 {
    digits = digits.dropFirst()
    point -= 1
  }
  while digits.last == "0", digits.utf8.count > 1 { digits = digits.dropLast() }
  return (String(digits), point)
}

/// Digits with a point after the first, and an exponent of two digits at least.
func exponential(_ digits: String, exponent: Int, mark: String = "e") -> String {
  let fraction = digits.dropFirst()
  let head = digits.prefix(1) + (fraction.isEmpty ? "" : ".\(fraction)")
  let magnitude = String(exponent.magnitude)
  let padded = magnitude.utf8.count < 2 ? "0" + magnitude : magnitude
  return head + mark + (exponent < 0 ? "-" : "+") + padded
}

/// The magnitude rounded to `places` decimal places, half to even on its exact value, as digits
/// with the point left out; at least one digit stands before it. `value` is finite.
func fixedDigits(of value: Double, places: Int) -> String {
  let magnitude = value.magnitude
  let exponent = Int(magnitude.exponent) - 52
  let isSubnormal = magnitude.isSubnormal || magnitude == 0
  let bits = UInt64(magnitude.significandBitPattern) | (isSubnormal ? 0 : 1 << 52)
  let power = isSubnormal ? -1074 : exponent
  var scaled = BigInteger(Int(bits)) * BigInteger(10).power(max(places, 0))
  if places < 0 {
    scaled = BigInteger(Int(bits))
  }
  var divisor = BigInteger(1)
  if power >= 0 {
    scaled = scaled.shifted(left: power)
  } else {
    divisor = divisor.shifted(left: -power)
  }
  if places < 0 { divisor = divisor * BigInteger(10).power(-places) }
  guard let (quotient, remainder) = scaled.dividedDown(by: divisor) else { return "0" }
  var result = quotient
  let doubled = remainder.shifted(left: 1)
  let isOdd = (quotient.limbs.first ?? 0) & 1 == 1
  if doubled > divisor || doubled == divisor && isOdd { result = result + BigInteger(1) }
  var digits = String(decoding: result.digits(radix: 10), as: UTF8.self)
  if places > 0, digits.utf8.count <= places {
    digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
  }
  return digits
}

/// `%.nf` of the magnitude.
func fixedText(_ value: Double, places: Int) -> String {
  let digits = fixedDigits(of: value, places: places)
  guard places > 0 else { return digits }
  return digits.dropLast(places) + "." + digits.suffix(places)
}

/// `count` significant digits of the magnitude, rounded on its exact value, and its exponent.
func significantDigits(of value: Double, count: Int) -> (digits: String, exponent: Int) {
  guard value != 0 else { return (String(repeating: "0", count: count), 0) }
  var exponent = shortestDigits(of: value).point - 1
  while true {
    let digits = fixedDigits(of: value, places: count - 1 - exponent)
    let trimmed = String(digits.drop { $0 == "0" })
    if trimmed.utf8.count > count {
      // Rounding went up to the next power of ten.
      exponent += 1
      continue
    }
    return (trimmed, exponent)
  }
}
