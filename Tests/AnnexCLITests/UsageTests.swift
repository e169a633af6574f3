import Testing

@testable import AnnexCLI

/// Wrong command lines, with every word that is said about them.
struct UsageTests {
  @Test(arguments: [
    (
      "biuld", "command 'biuld' does not exist", "replace 'biuld' with 'build'"
    ),
    ("frobnicate", "command 'frobnicate' does not exist", "see 'annex help'"),
    ("help chek", "command 'chek' does not exist", "replace 'chek' with 'check'"),
    (
      "build --colour never", "option '--colour' does not exist",
      "replace '--colour' with '--color'"
    ),
    ("build --out x", "option '--out' does not exist", "replace '--out' with '--output'"),
    ("build -output x", "option '-output' does not exist", "replace '-output' with '--output'"),
    ("build -x", "option '-x' does not exist", "see 'annex help build'"),
    ("--versoin", "option '--versoin' does not exist", "replace '--versoin' with '--version'"),
    (
      "--data x.json render a.html", "option '--data' belongs to 'render' and stands before it",
      "write 'annex render --data'"
    ),
    ("build --data x", "option '--data' does not exist", "see 'annex help build'"),
    (
      "build -o -", "value '-' of option '--output' is no folder; a portal is many files",
      "name a folder, or write './-' if it is called so"
    ),
    (
      "build --as-of 2026-13-01",
      "value '2026-13-01' of option '--as-of' is not a day of the calendar",
      "write year, month and day, such as '--as-of 2026-03-01'"
    ),
    (
      "build --as-of 2026-02-29",
      "value '2026-02-29' of option '--as-of' is not a day of the calendar",
      "write year, month and day, such as '--as-of 2026-03-01'"
    ),
    (
      "build --as-of today", "value 'today' of option '--as-of' is not a day of the calendar",
      "write year, month and day, such as '--as-of 2026-03-01'"
    ),
    (
      "build --color alway",
      "value 'alway' of option '--color' is none of 'auto', 'always', 'never'",
      "replace 'alway' with 'always'"
    ),
    (
      "build --format xml", "value 'xml' of option '--format' is none of 'people', 'json', 'sarif'",
      "see 'annex help build'"
    ),
    (
      "outline a.md --format sarif",
      "value 'sarif' of option '--format' has no form for an outline",
      "write '--format people' or '--format json'"
    ),
    (
      "build -j 0", "value '0' of option '--jobs' is not a number from 1 to 256",
      "see 'annex help build'"
    ),
    (
      "build -j 99999999999999999999",
      "value '99999999999999999999' of option '--jobs' is not a number from 1 to 256",
      "see 'annex help build'"
    ),
    ("build --output", "option '--output' needs a value: DIR", "write '--output DIR'"),
    (
      "build --output --strict", "option '--output' needs a value: DIR",
      "write '--output DIR' before '--strict', or '--output=--strict' if that is the value"
    ),
    ("build -o a -o b", "option '--output' is given twice", "keep the one you mean"),
    ("-o a build -o b", "option '--output' is given twice", "keep the one you mean"),
    (
      "build --quiet=yes", "option '--quiet' takes no value, but got 'yes'",
      "write '--quiet' alone"
    ),
    ("build x", "operand 'x' is one more than 'build' takes", "see 'annex help build'"),
    ("outline", "operand FILE is missing", "see 'annex help outline'"),
    ("outline a b", "operand 'b' is one more than 'outline' takes", "see 'annex help outline'"),
    ("render --data x", "operand TEMPLATE is missing", "see 'annex help render'"),
    (
      "render a --data x --undefined lenien",
      "value 'lenien' of option '--undefined' is none of 'strict', 'lenient', 'chainable'",
      "replace 'lenien' with 'lenient'"
    ),
    (
      "init a --workspace b", "value 'b' of option '--workspace' and operand 'a' name two folders",
      "keep one of them"
    ),
  ])
  func saysWhatIsWrongAndWhatToType(line: String, summary: String, help: String) {
    let result = run(line)
    #expect(result.error == "annex: error: \(summary)\n  = help: \(help)\n")
    #expect(result.output.isEmpty)
    #expect(result.exitCode == .wrongUsage)
  }

  @Test(arguments: ["init", "outline", "release"])
  func refusesAnEmptyOperand(command: String) {
    let host = StandInHost()
    let code = runAnnex(arguments: [command, ""], host: host, workbench: StandInWorkbench())
    #expect(code == .wrongUsage)
    #expect(host.error.contains(" is empty\n  = help: write it, or leave "))
  }

  @Test func showsTheCommandsWhereNoneIsGiven() {
    let result = run("")
    #expect(result.exitCode == .wrongUsage)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("Usage: annex [OPTIONS] COMMAND [OPERANDS]\n"))
    for name in CommandList.names { #expect(result.error.contains("\n  \(name) ")) }
  }

  @Test(arguments: ["--version", "version", "version -q", "-q --version"])
  func printsTheVersion(line: String) {
    #expect(
      run(line) == RunResult(exitCode: .success, output: "annex \(annexVersion)\n", error: ""))
  }

  @Test func makesArgumentsHarmlessBeforeShowingThem() {
    let result = run("build\u{1B}[31m")
    #expect(result.error.hasPrefix("annex: error: command 'build\u{FFFD}[31m' does not exist\n"))
  }

  @Test func givesEveryCommandItsOwnNameAndNoClashOfOptions() {
    #expect(Set(CommandList.names).count == CommandList.all.count)
    for command in CommandList.all {
      let options = command.inheritedOptions + command.options
      let shorts = options.compactMap(\.short)
      #expect(Set(options.map(\.name)).count == options.count)
      #expect(Set(shorts).count == shorts.count)
    }
  }
}
