/// Reads a command line by the habits of GNU programs.
///
/// `--name value`, `--name=value`, `--flag`, `-f`, `-j 4`, `-j4`, `-qj4`; options and operands in
/// any order; `--` ends the options; `-` alone is an operand. A value that begins with a dash has
/// to be written as `--name=-value`, since a forgotten value is far more likely.
///
/// Where `stopsAtOperand` is true, the first operand and all after it are left over: it is the name
/// of a command. Errors: the first thing that is wrong, from the left.
package func parseArguments(
  _ arguments: ArraySlice<String>, options: [OptionSpecification], stopsAtOperand: Bool = false
) throws(UsageError) -> (parsed: ParsedArguments, rest: ArraySlice<String>) {
  var reader = ArgumentReader(rest: arguments, options: options)
  var optionsEnded = false
  while let argument = reader.rest.first {
    let isOption = !optionsEnded && argument.hasPrefix("-") && argument != "-"
    if !isOption, stopsAtOperand { break }
    reader.rest.removeFirst()
    if !isOption {
      reader.parsed.operands.append(argument)
    } else if argument == "--" {
      optionsEnded = true
      reader.parsed.separator = reader.parsed.operands.count
    } else if argument.hasPrefix("--") {
      try reader.readLong(argument)
    } else {
      try reader.readShort(argument)
    }
  }
  return (reader.parsed, reader.rest)
}

/// What is left of a command line while it is read.
private struct ArgumentReader {
  var rest: ArraySlice<String>
  let options: [OptionSpecification]
  var parsed = ParsedArguments()

  mutating func readLong(_ argument: String) throws(UsageError) {
    let body = argument.dropFirst(2)
    let name = body.prefix { $0 != "=" }
    let inlineValue =
      name.endIndex == body.endIndex ? nil : String(body[name.endIndex...].dropFirst())
    guard let option = options.first(where: { $0.name == name }) else {
      throw .unknownOption("--\(name)", known: options.map(\.spelling))
    }
    if option.takesValue {
      if let inlineValue {
        try store(inlineValue, of: option)
      } else {
        try store(try nextValue(of: option), of: option)
      }
    } else if let inlineValue {
      throw .unexpectedValue(option: option.spelling, value: inlineValue)
    } else {
      parsed.flags.insert(option.name)
    }
  }

  /// Reads `-q`, `-j4`, and several in one as in `-qj4`.
  mutating func readShort(_ argument: String) throws(UsageError) {
    var letters = argument.dropFirst()
    // `-output` is a long option with one dash too few, rather than `-o utput`.
    if options.contains(where: { $0.name == letters && letters.utf8.count > 1 }) {
      throw .unknownOption(argument, known: ["-\(argument)"])
    }
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        throw .unknownOption("-\(letter)", known: [])
      }
      guard option.takesValue else {
        parsed.flags.insert(option.name)
        continue
      }
      let attached = letters.first == "=" ? letters.dropFirst() : letters
      try store(letters.isEmpty ? try nextValue(of: option) : String(attached), of: option)
      return
    }
  }

  private mutating func nextValue(of option: OptionSpecification) throws(UsageError) -> String {
    guard let value = rest.first, !value.hasPrefix("-") || value == "-" else {
      throw .missingValue(
        option: option.spelling, valueName: option.valueName ?? "", next: rest.first)
    }
    rest.removeFirst()
    return value
  }

  private mutating func store(
    _ value: String, of option: OptionSpecification
  ) throws(UsageError) {
    guard parsed.values[option.name] == nil else { throw .repeatedOption(option.spelling) }
    guard !value.isEmpty else {
      throw .missingValue(option: option.spelling, valueName: option.valueName ?? "", next: nil)
    }
    guard option.choices.isEmpty || option.choices.contains(value) else {
      throw .wrongChoice(value, of: option)
    }
    parsed.values[option.name] = value
  }
}
