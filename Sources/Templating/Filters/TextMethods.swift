/// The methods of text, as Python's `str` has them.
enum TextMethods {
  static let names: Set<WellKnownName> = [
    .upper, .lower, .title, .capitalize, .swapcase, .casefold, .strip, .lstrip, .rstrip, .split,
    .rsplit, .splitlines, .replace, .startswith, .endswith, .join, .format, .formatMap, .find,
    .rfind, .index, .rindex, .count, .isdigit, .isalpha, .isalnum, .isspace, .isupper, .islower,
    .istitle, .isnumeric, .isdecimal, .isidentifier, .isascii, .isprintable, .zfill, .center,
    .ljust, .rjust, .partition, .rpartition, .removeprefix, .removesuffix, .expandtabs,
    .striptags, .unescape,
  ]
}

extension Machine {
  /// A method's argument by place or name.
  private func argument(
    _ arguments: Arguments, _ place: Int, _ name: String = ""
  ) -> Handle {
    if place < arguments.positional.count { return arguments.positional[place] }
    return arguments.named.first { $0.name == name }?.value ?? .missing
  }

  mutating func callTextMethod(
    _ handle: Handle, _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle? {
    guard TextMethods.names.contains(name) else { return nil }
    try walk(through: handle)
    let source = bytes(handle)
    switch name {
    case .upper: return string(uppercased(source), as: handle.kind)
    case .lower: return string(lowercased(source), as: handle.kind)
    case .casefold: return string(lowercased(uppercased(source)), as: handle.kind)
    case .title: return string(titlecased(source), as: handle.kind)
    case .capitalize: return string(capitalized(source), as: handle.kind)
    case .swapcase: return string(caseSwapped(source), as: handle.kind)
    case .strip, .lstrip, .rstrip:
      let set = argument(arguments, 0)
      let characters = set.isMissing || set.kind == .none ? nil : try textArgument(set)
      let result = stripped(source, characters, left: name != .rstrip, right: name != .lstrip)
      return string(result, as: handle.kind)
    case .split, .rsplit: return try splitText(handle, source, name, arguments)
    case .splitlines:
      let keeps = try isTrue(argument(arguments, 0, "keepends"))
      return textList(lines(of: source, keepEnds: keeps), handle.kind)
    case .replace: return try replaceText(handle, source, arguments)
    case .startswith, .endswith: return try affixTest(source, name, arguments)
    case .join: return try joinText(handle, arguments)
    case .format: return try braceFormat(handle, arguments)
    case .formatMap:
      var named: [(name: String, value: Handle)] = []
      for (key, value) in try pairs(of: argument(arguments, 0)) {
        named.append((try swiftText(key), value))
      }
      return try braceFormat(handle, Arguments([], named: named))
    case .find, .rfind, .index, .rindex, .count:
      return try findText(source, name, arguments)
    default: return try callOtherTextMethod(handle, source, name, arguments)
    }
  }

  private mutating func callOtherTextMethod(
    _ handle: Handle, _ source: [UInt8], _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle? {
    switch name {
    case .center, .ljust, .rjust, .zfill: return try padText(handle, source, name, arguments)
    case .partition, .rpartition:
      let separator = try textArgument(argument(arguments, 0))
      guard !separator.isEmpty else { throw .arguments("empty separator") }
      let found =
        name == .partition
        ? firstRange(of: separator, in: source, from: 0)
        : lastRange(of: separator, in: source, before: source.count)
      var parts = [source, [], []]
      if let found {
        parts = [Array(source[..<found]), separator, Array(source[(found + separator.count)...])]
      } else if name == .rpartition {
        parts = [[], [], source]
      }
      let handles = parts.map { string($0, as: handle.kind) }
      return newTuple(handles)
    case .removeprefix:
      let prefix = try textArgument(argument(arguments, 0))
      return string(
        source.starts(with: prefix) ? Array(source.dropFirst(prefix.count)) : source,
        as: handle.kind)
    case .removesuffix:
      let suffix = try textArgument(argument(arguments, 0))
      let hasSuffix = source.count >= suffix.count && Array(source.suffix(suffix.count)) == suffix
      return string(hasSuffix ? source.dropLast(suffix.count) : source, as: handle.kind)
    case .expandtabs:
      let size = try integer(argument(arguments, 0, "tabsize"), or: 8, "expandtabs")
      try checkSize(size)
      return string(try expandTabs(source, size), as: handle.kind)
    case .striptags: return handle.kind == .markup ? string(withoutTags(source)) : nil
    case .unescape: return handle.kind == .markup ? string(unescapedHTML(source)) : nil
    default: return .boolean(isOf(name, source))
    }
  }

  private func isOf(_ name: WellKnownName, _ source: [UInt8]) -> Bool {
    let codes = scalars(of: source)
    switch name {
    case .isupper: return isCase(source, isUppercase, not: isLowercase)
    case .islower: return isCase(source, isLowercase, not: isUppercase)
    case .istitle: return isTitle(codes)
    case .isascii: return source.allSatisfy { $0 < 0x80 }
    case .isprintable: return codes.allSatisfy(isPrintable)
    case .isidentifier: return !source.isEmpty && identifierEnd(in: source, from: 0) == source.count
    default: break
    }
    guard !codes.isEmpty else { return false }
    switch name {
    case .isdigit: return codes.allSatisfy(isDigit)
    case .isdecimal: return codes.allSatisfy(isDecimalDigit)
    case .isnumeric: return codes.allSatisfy(isNumeric)
    case .isalpha: return codes.allSatisfy(isLetter)
    case .isalnum: return codes.allSatisfy { isLetter($0) || isNumeric($0) }
    default: return codes.allSatisfy(isSpace)
    }
  }

  private func isTitle(_ codes: [UInt32]) -> Bool {
    var followsLetter = false
    var found = false
    for code in codes {
      if isUppercase(code) || isTitlecase(code) {
        if followsLetter { return false }
        (followsLetter, found) = (true, true)
      } else if isLowercase(code) {
        if !followsLetter { return false }
        found = true
      } else {
        followsLetter = false
      }
    }
    return found
  }

  private mutating func textList(_ parts: [[UInt8]], _ kind: Handle.Kind) -> Handle {
    var items: [Handle] = []
    for part in parts { items.append(string(part, as: kind)) }
    return newList(items)
  }

  private mutating func splitText(
    _ handle: Handle, _ source: [UInt8], _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle {
    let separator = argument(arguments, 0, "sep")
    let limit = try integer(argument(arguments, 1, "maxsplit"), or: -1, "split")
    if separator.isMissing || separator.kind == .none {
      let parts =
        name == .split ? words(of: source, limit: limit) : wordsFromEnd(of: source, limit: limit)
      return textList(parts, handle.kind)
    }
    let mark = try textArgument(separator)
    guard !mark.isEmpty else { throw .arguments("empty separator") }
    let parts =
      name == .split
      ? split(source, by: mark, limit: limit) : splitFromEnd(source, by: mark, limit: limit)
    return textList(parts, handle.kind)
  }

  private mutating func replaceText(
    _ handle: Handle, _ source: [UInt8], _ arguments: Arguments
  ) throws(Fault) -> Handle {
    let old = try textArgument(argument(arguments, 0))
    let replacement = argument(arguments, 1)
    _ = try textArgument(replacement)
    let new = bytes(handle.kind == .markup ? try escaped(replacement) : replacement)
    let count = try integer(argument(arguments, 2), or: -1, "replace")
    let places = old.isEmpty ? source.count + 1 : source.count / old.count
    let (size, overflow) = places.multipliedReportingOverflow(by: new.count)
    try checkSize(overflow ? Int.max : size)
    return string(replaced(source, old, new, count: count), as: handle.kind)
  }

  private mutating func affixTest(
    _ source: [UInt8], _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle {
    let wanted = argument(arguments, 0)
    let options = wanted.kind == .tuple ? lists[wanted.payload] : [wanted]
    let window = try window(source, arguments)
    for option in options {
      let text = try textArgument(option)
      guard let range = window, text.count <= range.count else { continue }
      let part =
        name == .startswith ? source[range].prefix(text.count) : source[range].suffix(text.count)
      if part.elementsEqual(text) { return .yes }
    }
    return .no
  }

  /// The bytes between the optional second and third argument, which count scalars.
  private func window(_ source: [UInt8], _ arguments: Arguments) throws(Fault) -> Range<Int>? {
    let (first, second) = (argument(arguments, 1), argument(arguments, 2))
    if first.isMissing, second.isMissing { return 0..<source.count }
    let count = scalarCount(source)
    func clamp(_ handle: Handle, _ fallback: Int) throws(Fault) -> Int {
      if handle.isMissing || handle.kind == .none { return fallback }
      let index = try integer(handle, "a method of text")
      return index < 0 ? max(index + count, 0) : index
    }
    let start = try clamp(first, 0)
    let end = min(try clamp(second, count), count)
    guard start <= end else { return nil }
    return byteOffset(source, start)..<byteOffset(source, end)
  }

  private func byteOffset(_ source: [UInt8], _ scalar: Int) -> Int {
    var index = 0
    for _ in 0..<scalar where index < source.count { index += decodeScalar(source, index).width }
    return index
  }

  private mutating func findText(
    _ source: [UInt8], _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle {
    let wanted = try textArgument(argument(arguments, 0))
    let range = try window(source, arguments)
    guard let range else {
      if name == .count { return .integer(0) }
      if name == .find || name == .rfind { return .integer(-1) }
      throw .arguments("substring not found")
    }
    let part = Array(source[range])
    if name == .count {
      if wanted.isEmpty { return .integer(scalarCount(part) + 1) }
      return .integer(split(part, by: wanted).count - 1)
    }
    let found =
      name == .find || name == .index
      ? firstRange(of: wanted, in: part, from: 0)
      : lastRange(of: wanted, in: part, before: part.count)
    guard let found else {
      if name == .index || name == .rindex { throw .arguments("substring not found") }
      return .integer(-1)
    }
    return .integer(scalarCount(Array(source[..<(range.lowerBound + found)])))
  }

  private mutating func joinText(
    _ handle: Handle, _ arguments: Arguments
  ) throws(Fault) -> Handle {
    var result: [UInt8] = []
    for (place, item) in try items(of: argument(arguments, 0)).enumerated() {
      if place > 0 { result += bytes(handle) }
      if handle.kind == .markup {
        result += bytes(try escaped(item))
        continue
      }
      guard item.isText else {
        if item.kind == .undefined { throw undefinedFault(item) }
        throw .type("sequence item \(place): expected str instance, \(typeName(item)) found")
      }
      result += bytes(item)
      try checkSize(result.count)
    }
    return string(result, as: handle.kind)
  }

  private mutating func padText(
    _ handle: Handle, _ source: [UInt8], _ name: WellKnownName, _ arguments: Arguments
  ) throws(Fault) -> Handle {
    let width = try integer(argument(arguments, 0), "a method of text")
    try checkSize(width)
    let gap = max(0, max(0, width) - scalarCount(source))
    if name == .zfill {
      let sign = source.prefix { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }.prefix(1)
      let rest = source.dropFirst(sign.count)
      return string(sign + repeated([0x30], gap) + rest, as: handle.kind)
    }
    var fill: [UInt8] = [0x20]
    let filler = argument(arguments, 1)
    if !filler.isMissing {
      fill = try textArgument(filler)
      if handle.kind == .markup { fill = bytes(try escaped(filler)) }
      guard scalarCount(fill) == 1 else {
        throw .type("The fill character must be exactly one character long")
      }
    }
    switch name {
    case .ljust: return string(source + repeated(fill, gap), as: handle.kind)
    case .rjust: return string(repeated(fill, gap) + source, as: handle.kind)
    default: return string(centered(source, width, fill: fill), as: handle.kind)
    }
  }

  private func expandTabs(_ source: [UInt8], _ size: Int) throws(Fault) -> [UInt8] {
    var result: [UInt8] = []
    var column = 0
    for code in scalars(of: source) {
      switch code {
      case 0x09:
        let gap = size > 0 ? size - column % size : 0
        result += repeated([0x20], gap)
        column += gap
        try checkSize(result.count)
      case 0x0A, 0x0D:
        appendScalar(code, to: &result)
        column = 0
      default:
        appendScalar(code, to: &result)
        column += 1
      }
    }
    return result
  }
}
