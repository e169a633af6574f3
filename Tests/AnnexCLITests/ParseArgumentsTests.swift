import AnnexCLI
import Testing

struct ParseArgumentsTests {
  private let options = [
    OptionSpecification("output", short: "o", valueName: "DIR", help: ""),
    OptionSpecification("jobs", short: "j", valueName: "N", help: ""),
    OptionSpecification("color", choices: ["auto", "never"], help: ""),
    OptionSpecification("quiet", short: "q", help: ""),
    OptionSpecification("strict", help: ""),
  ]

  private func parse(_ line: String) throws -> ParsedArguments {
    let arguments = line.split(separator: " ").map(String.init)
    return try parseArguments(arguments[...], options: options).parsed
  }

  private func parsed(
    values: [String: String] = [:], flags: Set<String> = [], operands: [String] = []
  ) -> ParsedArguments {
    var parsed = ParsedArguments()
    parsed.values = values
    parsed.flags = flags
    parsed.operands = operands
    return parsed
  }

  @Test(arguments: [
    "--output Site", "--output=Site", "-o Site", "-oSite", "-o=Site",
  ])
  func readsEverySpellingOfAValue(line: String) throws {
    #expect(try parse(line) == parsed(values: ["output": "Site"]))
  }

  @Test func readsOptionsAndOperandsInAnyOrder() throws {
    #expect(
      try parse("a -q b --output Site c --strict")
        == parsed(
          values: ["output": "Site"], flags: ["quiet", "strict"], operands: ["a", "b", "c"]))
  }

  @Test func readsSeveralLettersInOne() throws {
    #expect(try parse("-qj4") == parsed(values: ["jobs": "4"], flags: ["quiet"]))
    #expect(try parse("-qj 4") == parsed(values: ["jobs": "4"], flags: ["quiet"]))
  }

  @Test func takesEverythingAfterTwoDashesAsOperands() throws {
    var expected = parsed(flags: ["quiet"], operands: ["--output", "--", "-o"])
    expected.separator = 0
    #expect(try parse("-q -- --output -- -o") == expected)
  }

  @Test func takesALoneDashAsOperandOrValue() throws {
    #expect(try parse("- -o -") == parsed(values: ["output": "-"], operands: ["-"]))
  }

  @Test func keepsWhatFollowsTheFirstEqualsSign() throws {
    #expect(try parse("--output=a=b") == parsed(values: ["output": "a=b"]))
    #expect(try parse("--output=-q") == parsed(values: ["output": "-q"]))
  }

  @Test func acceptsAFlagTwice() throws {
    #expect(try parse("-q --quiet -qq") == parsed(flags: ["quiet"]))
  }

  @Test(arguments: [
    ("--nothing", UsageError.unknownOption("--nothing", known: [])),
    ("--=x", .unknownOption("--", known: [])),
    ("-x", .unknownOption("-x", known: [])),
    ("-qx", .unknownOption("-x", known: [])),
    ("-output", .unknownOption("-output", known: [])),
    ("--output", .missingValue(option: "--output", valueName: "DIR", next: nil)),
    ("--output=", .missingValue(option: "--output", valueName: "DIR", next: nil)),
    ("-o", .missingValue(option: "--output", valueName: "DIR", next: nil)),
    ("-o -q", .missingValue(option: "--output", valueName: "DIR", next: "-q")),
    ("--output --strict", .missingValue(option: "--output", valueName: "DIR", next: "--strict")),
    ("--output --", .missingValue(option: "--output", valueName: "DIR", next: "--")),
    ("--quiet=yes", .unexpectedValue(option: "--quiet", value: "yes")),
    ("-o a --output b", .repeatedOption("--output")),
  ])
  func refusesWhatIsWrong(line: String, error: UsageError) {
    #expect {
      try parse(line)
    } throws: { thrown in
      // The names that were on offer are the parser's own; the rest has to be equal.
      if case .unknownOption(let spelling, _) = error,
        case .unknownOption(let found, _)? = thrown as? UsageError
      {
        return spelling == found
      }
      return thrown as? UsageError == error
    }
  }

  @Test func refusesAValueThatIsNoChoice() {
    #expect(throws: UsageError.self) { try parse("--color always") }
  }

  @Test func stopsAtTheCommand() throws {
    let (early, rest) = try parseArguments(
      ["-q", "--output", "x", "build", "--unknown"], options: options, stopsAtOperand: true)
    #expect(early == parsed(values: ["output": "x"], flags: ["quiet"]))
    #expect(rest == ["build", "--unknown"])
  }
}
