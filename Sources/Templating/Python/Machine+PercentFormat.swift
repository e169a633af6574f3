/// Python's `%` on text, which the `format` filter uses too.
extension Machine {
  private struct Conversion {
    var specification = FormatSpecification()
    var isLeft = false
    var name: [UInt8]?
    var letter: UInt8 = 0
  }

  /// The arguments that are left: those of a tuple, or one value.
  private struct Supply {
    var values: [Handle]
    var next = 0
    var mapping: Handle?
  }

  mutating func percentFormat(_ format: Handle, _ arguments: Handle) throws(Fault) -> Handle {
    let source = bytes(format)
    let isSafe = format.kind == .markup
    var supply = Supply(values: [arguments])
    if arguments.kind == .tuple {
      supply.values = lists[arguments.payload]
    } else if isMapping(arguments) {
      supply.mapping = arguments
    }
    var result: [UInt8] = []
    var index = 0
    while index < source.count {
      guard source[index] == UInt8(ascii: "%") else {
        result.append(source[index])
        index += 1
        continue
      }
      index += 1
      var conversion = try parse(source, &index, &supply)
      if conversion.letter == UInt8(ascii: "%") {
        result.append(UInt8(ascii: "%"))
        continue
      }
      let value = try take(&conversion, &supply)
      result += try converted(conversion, value, isSafe: isSafe)
      try checkSize(result.count)
    }
    if supply.mapping == nil, supply.next < supply.values.count {
      let isLoneContainer = arguments.kind != .tuple && isList(arguments)
      guard isLoneContainer && supply.next == 0 else {
        throw .type("not all arguments converted during string formatting")
      }
    }
    return string(result, as: format.kind)
  }

  private mutating func parse(
    _ source: [UInt8], _ index: inout Int, _ supply: inout Supply
  ) throws(Fault) -> Conversion {
    var conversion = Conversion()
    if index < source.count, source[index] == UInt8(ascii: "(") {
      var depth = 0
      let start = index + 1
      while index < source.count {
        if source[index] == UInt8(ascii: "(") { depth += 1 }
        if source[index] == UInt8(ascii: ")") { depth -= 1 }
        if depth == 0 { break }
        index += 1
      }
      guard index < source.count else { throw .type("incomplete format key") }
      conversion.name = Array(source[start..<index])
      index += 1
    }
    flags: while index < source.count {
      switch source[index] {
      case UInt8(ascii: "-"): conversion.isLeft = true
      case UInt8(ascii: "+"): conversion.specification.sign = UInt8(ascii: "+")
      case UInt8(ascii: " "):
        if conversion.specification.sign != UInt8(ascii: "+") {
          conversion.specification.sign = UInt8(ascii: " ")
        }
      case UInt8(ascii: "#"): conversion.specification.isAlternate = true
      case UInt8(ascii: "0"): conversion.specification.padsWithZeros = true
      default: break flags
      }
      index += 1
    }
    conversion.specification.width = try number(source, &index, &supply, &conversion) ?? 0
    if index < source.count, source[index] == UInt8(ascii: ".") {
      index += 1
      conversion.specification.precision = try number(source, &index, &supply, &conversion) ?? 0
    }
    while index < source.count, [0x68, 0x6C, 0x4C].contains(source[index]) { index += 1 }
    guard index < source.count else { throw .type("incomplete format") }
    conversion.letter = source[index]
    index += 1
    return conversion
  }

  private mutating func number(
    _ source: [UInt8], _ index: inout Int, _ supply: inout Supply, _ conversion: inout Conversion
  ) throws(Fault) -> Int? {
    if index < source.count, source[index] == UInt8(ascii: "*") {
      index += 1
      var value = try integer(try next(&supply), "*")
      if value < 0 {
        conversion.isLeft = true
        value = value == Int.min ? Int.max : -value
      }
      guard value <= FormatSpecification.maximum else { throw .limit("the field is too wide") }
      return value
    }
    var value: Int?
    while index < source.count, (0x30...0x39).contains(source[index]) {
      value = (value ?? 0) * 10 + Int(source[index] - 0x30)
      guard let width = value, width <= FormatSpecification.maximum else {
        throw .limit("the field is too wide")
      }
      index += 1
    }
    return value
  }

  private func next(_ supply: inout Supply) throws(Fault) -> Handle {
    guard supply.next < supply.values.count else {
      throw .type("not enough arguments for format string")
    }
    supply.next += 1
    return supply.values[supply.next - 1]
  }

  private mutating func take(
    _ conversion: inout Conversion, _ supply: inout Supply
  ) throws(Fault) -> Handle {
    guard let name = conversion.name else { return try next(&supply) }
    guard let mapping = supply.mapping else { throw .type("format requires a mapping") }
    let key = string(name)
    guard let value = try lookUp(mapping, key) else {
      throw .type("'\(String(decoding: name, as: UTF8.self))'")
    }
    return value
  }

  private mutating func converted(
    _ conversion: Conversion, _ value: Handle, isSafe: Bool
  ) throws(Fault) -> [UInt8] {
    var specification = conversion.specification
    if conversion.isLeft { specification.align = UInt8(ascii: "<") }
    switch conversion.letter {
    case UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "a"):
      var text: [UInt8] = []
      if conversion.letter == UInt8(ascii: "s") {
        text = try textBytes(rendered(value))
      } else {
        try represent(value, into: &text, depth: 0)
      }
      if isSafe, conversion.letter != UInt8(ascii: "s") || rendered(value).kind != .markup {
        let plain = text
        text = []
        appendEscapedHTML(plain, 0..<plain.count, to: &text)
      }
      if let precision = specification.precision {
        text = utf8(of: scalars(of: text).prefix(precision))
      }
      return specification.pad(text, default: UInt8(ascii: ">"))
    case UInt8(ascii: "c"):
      let text =
        value.isText
        ? bytes(value)
        : utf8(of: [UInt32(clamping: try integer(value, "%c"))])
      guard scalarCount(text) == 1 else { throw .type("%c requires int or char") }
      return specification.pad(text, default: UInt8(ascii: ">"))
    default: return try convertedNumber(conversion, specification, value)
    }
  }

  private mutating func convertedNumber(
    _ conversion: Conversion, _ specification: FormatSpecification, _ value: Handle
  ) throws(Fault) -> [UInt8] {
    var specification = specification
    if value.kind == .undefined { throw undefinedFault(value) }
    let letter = Character(Unicode.Scalar(conversion.letter))
    guard isNumber(value) else {
      throw .type("%\(letter) format: a number is required, not \(typeName(value))")
    }
    if !conversion.isLeft, specification.padsWithZeros {
      specification.align = UInt8(ascii: "=")
      specification.fill = 0x30
    }
    switch conversion.letter {
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"):
      specification.type = UInt8(ascii: "d")
      var whole = bigInteger(value)
      if value.kind == .number {
        guard value.number.isFinite else {
          throw Fault(.arithmetic, "cannot convert float infinity or NaN to integer")
        }
        whole = BigInteger(truncating: value.number)
      }
      return integerText(whole, specification)
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
      guard value.kind != .number else {
        throw .type("%\(letter) format: an integer is required, not float")
      }
      specification.type = conversion.letter
      return integerText(bigInteger(value), specification)
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "F"),
      UInt8(ascii: "g"), UInt8(ascii: "G"):
      specification.type = conversion.letter
      if specification.align == nil { specification.align = UInt8(ascii: ">") }
      return specification.format(try double(value)) ?? []
    default:
      throw .type("unsupported format character '\(letter)'")
    }
  }

  /// A precision asks for that many digits at least.
  private func integerText(
    _ value: BigInteger, _ specification: FormatSpecification
  ) -> [UInt8] {
    var specification = specification
    guard let precision = specification.precision else {
      return specification.format(value) ?? []
    }
    specification.precision = nil
    let width = specification.width
    specification.width = 0
    let text = specification.format(value) ?? []
    let head = text.prefix { !(0x30...0x39).contains($0) && $0 | 0x20 < 0x61 }
    let digits = text.dropFirst(head.count)
    let padded = head + repeated([0x30], precision - digits.count) + digits
    specification.width = width
    return specification.pad(Array(padded), default: UInt8(ascii: ">"))
  }
}
