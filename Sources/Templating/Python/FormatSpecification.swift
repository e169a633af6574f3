/// What stands behind the colon in `{:>8.2f}`, and between `%` and the letter in `%8.2f`.
struct FormatSpecification {
  var fill: UInt32 = 0x20
  var align: UInt8?
  var sign: UInt8 = UInt8(ascii: "-")
  var isAlternate = false
  var padsWithZeros = false
  var width = 0
  var grouping: UInt8?
  var precision: Int?
  var type: UInt8?

  /// Numbers in a format beyond this are an error, so that no page pads gigabytes.
  static let maximum = 100_000

  init() {}

  /// Reads `[[fill]align][sign][#][0][width][grouping][.precision][type]`; `nil` where it is wrong.
  init?(_ source: [UInt8]) {
    var codes = scalars(of: source)[...]
    func isAlign(_ code: UInt32?) -> Bool {
      guard let code else { return false }
      return [0x3C, 0x3E, 0x3D, 0x5E].contains(code)
    }
    if codes.count > 1, isAlign(codes[codes.startIndex + 1]) {
      fill = codes.removeFirst()
      align = UInt8(truncatingIfNeeded: codes.removeFirst())
    } else if isAlign(codes.first) {
      align = UInt8(truncatingIfNeeded: codes.removeFirst())
    }
    if let first = codes.first, [0x2B, 0x2D, 0x20].contains(first) {
      sign = UInt8(truncatingIfNeeded: codes.removeFirst())
    }
    if codes.first == 0x7A { codes.removeFirst() }
    if codes.first == 0x23 {
      isAlternate = true
      codes.removeFirst()
    }
    if codes.first == 0x30 {
      padsWithZeros = true
      codes.removeFirst()
      if align == nil {
        align = UInt8(ascii: "=")
        fill = 0x30
      }
    }
    guard let width = Self.number(&codes) else { return nil }
    self.width = width ?? 0
    if let first = codes.first, first == 0x2C || first == 0x5F {
      grouping = UInt8(truncatingIfNeeded: codes.removeFirst())
    }
    if codes.first == 0x2E {
      codes.removeFirst()
      guard let digits = Self.number(&codes), let digits else { return nil }
      precision = digits
    }
    if let first = codes.first, first < 0x80 {
      type = UInt8(codes.removeFirst())
    }
    guard codes.isEmpty else { return nil }
  }

  /// Digits at the start: `.some(nil)` where there are none, `nil` where there are too many.
  private static func number(_ codes: inout ArraySlice<UInt32>) -> Int?? {
    var value: Int?
    while let first = codes.first, (0x30...0x39).contains(first) {
      value = (value ?? 0) * 10 + Int(first - 0x30)
      if let value, value > maximum { return nil }
      codes.removeFirst()
    }
    return .some(value)
  }
}

extension FormatSpecification {
  /// The text in a field of the width; numbers go to the right, text to the left.
  func pad(_ text: [UInt8], default side: UInt8) -> [UInt8] {
    let count = scalarCount(text)
    guard width > count else { return text }
    var filler: [UInt8] = []
    appendScalar(fill, to: &filler)
    let gap = width - count
    switch align ?? side {
    case UInt8(ascii: "<"): return text + repeated(filler, gap)
    case UInt8(ascii: "^"):
      return repeated(filler, gap / 2) + text + repeated(filler, gap - gap / 2)
    case UInt8(ascii: "="):
      let head = text.prefix { [0x2B, 0x2D, 0x20].contains($0) }
      return head + repeated(filler, gap) + text.dropFirst(head.count)
    default: return repeated(filler, gap) + text
    }
  }

  /// The sign before a number.
  func signText(isNegative: Bool) -> String {
    if isNegative { return "-" }
    return sign == UInt8(ascii: "-") ? "" : String(Character(Unicode.Scalar(sign)))
  }

  /// Separators between groups of digits; with zeros as padding the zeros are grouped too.
  func grouped(_ digits: String, every size: Int = 3, room: Int = 0) -> String {
    guard let grouping else { return digits }
    var digits = Array(digits.utf8)
    if padsWithZeros {
      while digits.count + (digits.count - 1) / size < room { digits.insert(0x30, at: 0) }
    }
    var result: [UInt8] = []
    for (place, byte) in digits.enumerated() {
      if place > 0, (digits.count - place) % size == 0 { result.append(grouping) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// An integer; `nil` where the type letter is not one for integers.
  func format(_ value: BigInteger) -> [UInt8]? {
    let sign = signText(isNegative: value.isNegative)
    var digits: String
    var mark = ""
    switch type {
    case nil, UInt8(ascii: "d"), UInt8(ascii: "n"):
      digits = String(decoding: value.digits(radix: 10), as: UTF8.self)
    case UInt8(ascii: "b"): (digits, mark) = (radix(value, 2), "0b")
    case UInt8(ascii: "o"): (digits, mark) = (radix(value, 8), "0o")
    case UInt8(ascii: "x"): (digits, mark) = (radix(value, 16), "0x")
    case UInt8(ascii: "X"): (digits, mark) = (radix(value, 16).uppercased(), "0X")
    case UInt8(ascii: "c"):
      guard let code = value.int, let scalar = Unicode.Scalar(UInt32(clamping: code)) else {
        return nil
      }
      return pad(Array(String(Character(scalar)).utf8), default: UInt8(ascii: "<"))
    default: return nil
    }
    guard precision == nil else { return nil }
    if !isAlternate { mark = "" }
    let size = type == nil || type == UInt8(ascii: "d") || type == UInt8(ascii: "n") ? 3 : 4
    let room = width - sign.utf8.count - mark.utf8.count
    digits = grouped(digits, every: size, room: room)
    return padNumber(sign: sign + mark, Array(digits.utf8))
  }

  private func radix(_ value: BigInteger, _ radix: Int) -> String {
    String(decoding: value.digits(radix: radix), as: UTF8.self)
  }

  private func padNumber(sign: String, _ digits: [UInt8]) -> [UInt8] {
    let text = Array(sign.utf8) + digits
    guard (align ?? UInt8(ascii: ">")) == UInt8(ascii: "=") else {
      return pad(text, default: UInt8(ascii: ">"))
    }
    let gap = width - text.count
    guard gap > 0 else { return text }
    var filler: [UInt8] = []
    appendScalar(fill, to: &filler)
    return Array(sign.utf8) + repeated(filler, gap) + digits
  }

  /// A number; `nil` where the type letter is not one for numbers.
  func format(_ value: Double) -> [UInt8]? {
    let isNegative = value.sign == .minus && !value.isNaN
    let sign = signText(isNegative: isNegative)
    guard let body = body(value) else { return nil }
    var text = body
    if grouping != nil, value.isFinite {
      let whole = body.prefix { ("0"..."9").contains($0) }
      let rest = body.dropFirst(whole.count)
      let room = width - sign.utf8.count - rest.utf8.count
      text = grouped(String(whole), room: room) + rest
    }
    return padNumber(sign: sign, Array(text.utf8))
  }

  /// The number without its sign.
  private func body(_ value: Double) -> String? {
    let letter = type ?? 0
    let isUpper = (0x41...0x5A).contains(letter)
    if !value.isFinite {
      guard [0, 0x65, 0x66, 0x67, 0x6E, 0x25].contains(letter | (letter > 0x40 ? 0x20 : 0)) else {
        return nil
      }
      let word = value.isNaN ? "nan" : "inf"
      return (isUpper ? word.uppercased() : word) + (letter == 0x25 ? "%" : "")
    }
    switch letter {
    case 0:
      guard let precision else { return floatText(value.magnitude) }
      return general(value, max(precision, 1), isUpper: false, keepsPoint: true)
    case UInt8(ascii: "f"), UInt8(ascii: "F"): return fixed(value, precision ?? 6)
    case UInt8(ascii: "%"): return fixed(value * 100, precision ?? 6) + "%"
    case UInt8(ascii: "e"), UInt8(ascii: "E"):
      let (digits, exponent) = significantDigits(of: value, count: (precision ?? 6) + 1)
      let text = exponential(digits, exponent: exponent, mark: isUpper ? "E" : "e")
      return isAlternate && precision == 0 ? text.replacingFirstMark() : text
    case UInt8(ascii: "g"), UInt8(ascii: "G"), UInt8(ascii: "n"):
      return general(value, max(precision ?? 6, 1), isUpper: isUpper, keepsPoint: false)
    default: return nil
    }
  }

  private func fixed(_ value: Double, _ places: Int) -> String {
    // A percentage of a finite number may be infinite.
    guard value.isFinite else { return "inf" }
    return fixedText(value, places: places) + (isAlternate && places == 0 ? "." : "")
  }

  private func general(
    _ value: Double, _ precision: Int, isUpper: Bool, keepsPoint: Bool
  ) -> String {
    let (digits, exponent) = significantDigits(of: value, count: precision)
    var kept = Substring(digits)
    if !isAlternate { while kept.count > 1, kept.last == "0" { kept.removeLast() } }
    let limit = keepsPoint && type == nil ? precision - 1 : precision
    if exponent < -4 || exponent >= max(limit, keepsPoint ? 1 : 0) && exponent >= limit {
      return exponential(String(kept), exponent: exponent, mark: isUpper ? "E" : "e")
    }
    if exponent < 0 {
      return "0." + String(repeating: "0", count: -exponent - 1) + kept
    }
    if kept.count <= exponent + 1 {
      let whole = kept + String(repeating: "0", count: exponent + 1 - kept.count)
      return whole + (keepsPoint ? ".0" : isAlternate ? "." : "")
    }
    return kept.prefix(exponent + 1) + "." + kept.dropFirst(exponent + 1)
  }
}

extension String {
  /// Puts a point before the exponent of a one-digit mantissa.
  fileprivate func replacingFirstMark() -> String {
    guard let mark = firstIndex(where: { $0 == "e" || $0 == "E" }) else { return self }
    return self[..<mark] + "." + self[mark...]
  }
}
