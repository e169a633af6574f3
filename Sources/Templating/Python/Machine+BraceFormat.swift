/// Python's `str.format`.
extension Machine {
  /// Text with `{…}` fields; in safe HTML every field is escaped.
  mutating func braceFormat(_ format: Handle, _ arguments: Arguments) throws(Fault) -> Handle {
    var counter: Int? = 0
    let result = try braceFormat(
      bytes(format), arguments, &counter, isSafe: format.kind == .markup, depth: 2)
    return string(result, as: format.kind)
  }

  private mutating func braceFormat(
    _ source: [UInt8], _ arguments: Arguments, _ counter: inout Int?, isSafe: Bool, depth: Int
  ) throws(Fault) -> [UInt8] {
    guard depth > 0 else { throw .arguments("Max string recursion exceeded") }
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var result: [UInt8] = []
    var index = 0
    while index < source.count {
      let byte = source[index]
      let isDoubled = index + 1 < source.count && source[index + 1] == byte
      if byte != open && byte != close || isDoubled {
        result.append(byte)
        index += byte == open || byte == close ? 2 : 1
        continue
      }
      guard byte == open else {
        throw .arguments("Single '}' encountered in format string")
      }
      let start = index + 1
      guard let end = fieldEnd(source, start) else {
        throw .arguments("expected '}' before end of string")
      }
      result += try field(
        Array(source[start..<end]), arguments, &counter, isSafe: isSafe, depth: depth)
      try checkSize(result.count)
      index = end + 1
    }
    return result
  }

  private func fieldEnd(_ source: [UInt8], _ start: Int) -> Int? {
    var depth = 1
    var index = start
    while index < source.count {
      if source[index] == UInt8(ascii: "{") { depth += 1 }
      if source[index] == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return index }
      index += 1
    }
    return nil
  }

  private mutating func field(
    _ source: [UInt8], _ arguments: Arguments, _ counter: inout Int?, isSafe: Bool, depth: Int
  ) throws(Fault) -> [UInt8] {
    // A bracket may hold the marks that end the name.
    var index = 0
    var isInBrackets = false
    while index < source.count {
      if source[index] == UInt8(ascii: "[") { isInBrackets = true }
      if source[index] == UInt8(ascii: "]") { isInBrackets = false }
      if !isInBrackets, source[index] == UInt8(ascii: ":") || source[index] == UInt8(ascii: "!") {
        break
      }
      index += 1
    }
    let name = Array(source[..<index])
    var conversion: UInt8?
    if index < source.count, source[index] == UInt8(ascii: "!") {
      guard index + 1 < source.count else {
        throw .arguments("end of string while looking for conversion specifier")
      }
      conversion = source[index + 1]
      index += 2
      guard index == source.count || source[index] == UInt8(ascii: ":") else {
        throw .arguments("expected ':' after conversion specifier")
      }
    }
    var value = try argument(name, arguments, &counter)
    let specification =
      index < source.count
      ? try braceFormat(
        Array(source[(index + 1)...]), arguments, &counter, isSafe: false, depth: depth - 1) : []
    if let conversion { value = try convert(value, conversion) }
    if isSafe, rendered(value).kind == .markup {
      guard specification.isEmpty else {
        throw .arguments("Unsupported format specification for Markup.")
      }
      return bytes(rendered(value))
    }
    let text = try formatted(value, specification)
    guard isSafe else { return text }
    var escaped: [UInt8] = []
    appendEscapedHTML(text, 0..<text.count, to: &escaped)
    return escaped
  }

  private mutating func convert(_ value: Handle, _ letter: UInt8) throws(Fault) -> Handle {
    switch letter {
    case UInt8(ascii: "s"): return string(try textBytes(value))
    case UInt8(ascii: "r"), UInt8(ascii: "a"): return string(try representation(value))
    default:
      throw .arguments(
        "Unknown conversion specifier '\(Character(Unicode.Scalar(letter)))'")
    }
  }

  /// `0.name[key]`, or the next argument where the name is empty.
  private mutating func argument(
    _ name: [UInt8], _ arguments: Arguments, _ counter: inout Int?
  ) throws(Fault) -> Handle {
    let headEnd =
      name.firstIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "[") } ?? name.count
    let head = String(decoding: name[..<headEnd], as: UTF8.self)
    var value: Handle
    if head.isEmpty {
      guard let place = counter else {
        throw .arguments(
          "cannot switch from manual field specification to automatic field numbering")
      }
      counter = place + 1
      value = try positional(place, arguments)
    } else if let place = Int(head) {
      if let used = counter, used > 0 {
        throw .arguments(
          "cannot switch from automatic field numbering to manual field specification")
      }
      counter = nil
      value = try positional(place, arguments)
    } else if let named = arguments.named.first(where: { $0.name == head }) {
      value = named.value
    } else {
      throw .arguments("format has no argument '\(head)'")
    }
    var index = headEnd
    while index < name.count {
      if name[index] == UInt8(ascii: ".") {
        let start = index + 1
        index = start
        while index < name.count, name[index] != UInt8(ascii: "."), name[index] != UInt8(ascii: "[")
        { index += 1 }
        value = try item(value, string(Array(name[start..<index])))
      } else {
        let start = index + 1
        guard let end = name[start...].firstIndex(of: UInt8(ascii: "]")) else {
          throw .arguments("Missing ']' in format string")
        }
        let key = Array(name[start..<end])
        let number = Int(String(decoding: key, as: UTF8.self))
        value = try item(value, number.map { .integer($0) } ?? string(key))
        index = end + 1
      }
      if value.kind == .undefined { throw undefinedFault(value) }
    }
    return value
  }

  private func positional(_ place: Int, _ arguments: Arguments) throws(Fault) -> Handle {
    guard place >= 0, place < arguments.positional.count else {
      throw .arguments("Replacement index \(place) out of range for positional args tuple")
    }
    return arguments.positional[place]
  }

  /// Python's `format(value, specification)`.
  mutating func formatted(_ value: Handle, _ source: [UInt8]) throws(Fault) -> [UInt8] {
    if source.isEmpty { return try textBytes(rendered(value)) }
    let type = typeName(value)
    guard let specification = FormatSpecification(source) else {
      throw .arguments(
        "Invalid format specifier '\(String(decoding: source, as: UTF8.self))' "
          + "for object of type '\(type)'")
    }
    let letter = specification.type ?? 0
    func unknown() -> Fault {
      .arguments(
        "Unknown format code '\(Character(Unicode.Scalar(letter)))' for object of type '\(type)'")
    }
    switch value.kind {
    case .string, .markup:
      guard letter == 0 || letter == UInt8(ascii: "s") else { throw unknown() }
      guard specification.grouping == nil,
        specification.align != UInt8(ascii: "=") || specification.padsWithZeros
      else { throw .arguments("'=' alignment not allowed in string format specifier") }
      var text = bytes(value)
      if let precision = specification.precision {
        text = utf8(of: scalars(of: text).prefix(precision))
      }
      var padding = specification
      if padding.align == UInt8(ascii: "=") { padding.align = UInt8(ascii: "<") }
      return padding.pad(text, default: UInt8(ascii: "<"))
    case .integer, .boolean, .bigInteger:
      if [0x65, 0x66, 0x67, 0x25].contains(letter | (letter >= 0x41 ? 0x20 : 0)) {
        guard let text = specification.format(try double(value)) else { throw unknown() }
        return text
      }
      guard specification.precision == nil else {
        throw .arguments("Precision not allowed in integer format specifier")
      }
      guard let text = specification.format(bigInteger(value)) else { throw unknown() }
      return text
    case .number:
      guard let text = specification.format(value.number) else { throw unknown() }
      return text
    default: throw .type("unsupported format string passed to \(type).__format__")
    }
  }
}
