import Testing

@testable import AnnexCLI

struct HelpTextTests {
  @Test func explainsACommand() {
    let expected = """
      Show the clauses of one agreement with their legal paths.

      Usage: annex outline [OPTIONS] FILE

      Needs no workspace: any Markdown file will do, with frontmatter or without; keys
      of another program are only warned of. The outline is written to standard
      output, as an indented list for people or, with '--format json', as one object.

      Operands:
        FILE  The Markdown file of the agreement.

      Options of every command:
        -w, --workspace DIR         The folder that holds 'content' (default: the
                                    current one).
        -o, --output DIR            Where the portal is written (default: 'Site' in
                                    the workspace).
            --as-of DATE            Build as on this day, such as 2026-03-01 (default:
                                    today).
            --format people|json|sarif
                                    How problems are printed (default: people).
            --color auto|always|never
                                    When to use colour (default: auto, on a terminal
                                    unless NO_COLOR is set).
        -q, --quiet                 Print problems and nothing else.
            --strict                Fail on warnings too.
        -j, --jobs N                How many workers run (default: one a processor).
        -h, --help                  Show the help of the command and stop.

      Examples:
        annex outline content/agreements/dpa.md
            List its sections, clauses and annexes.
        annex outline dpa.md --format json
            The same for a program.

      """
    for line in ["help outline", "outline --help", "outline -h", "--help outline", "outline x -qh"]
    {
      #expect(run(line) == RunResult(exitCode: .success, output: expected, error: ""))
    }
  }

  @Test func explainsTheProgram() {
    let result = run("help")
    #expect(result.output == HelpText(columns: 80).overview())
    #expect(run("--help") == result)
    #expect(result.output.contains("\nExit status:\n  0   Everything went well"))
    #expect(
      result.output.hasPrefix(
        """
        Annex compiles data-protection agreements into a portal.

        Usage: annex [OPTIONS] COMMAND [OPERANDS]

        Commands:
          init [FOLDER]               Start a workspace with a small example of
                                      everything.
          build                       Compile the workspace into a portal.
          check                       Report every problem without writing the portal.

        """))
  }

  /// Lines that hold something to be typed are left whole.
  @Test(arguments: [40, 57, 80, 100])
  func staysWithinTheTerminal(columns: Int) {
    for command in CommandList.all {
      let page = HelpText(columns: columns).page(for: command)
      for line in page.split(separator: "\n") where !line.contains("annex") && !line.contains("|") {
        #expect(line.count <= columns, "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test(arguments: [(0, 40), (10, 40), (1_000, 100)])
  func keepsToWidthsThatCanBeRead(columns: Int, effective: Int) {
    #expect(HelpText(columns: columns).overview() == HelpText(columns: effective).overview())
  }

  @Test func namesEveryOptionOfEveryCommand() {
    for command in CommandList.all {
      let page = HelpText(columns: 80).page(for: command)
      for option in command.inheritedOptions + command.options {
        #expect(page.contains(option.spelling))
      }
    }
  }

  /// Examples are command lines: each has to be one that the program understands.
  @Test func showsExamplesThatParse() throws {
    for command in CommandList.all {
      for example in command.examples {
        let words = shellWords(of: example.line.prefix { $0 != ">" })
        let arguments = words.filter { $0 != "2" }.dropFirst(2)
        #expect(words.prefix(2) == ["annex", command.name])
        let options = command.inheritedOptions + command.options
        let parsed = try parseArguments(arguments, options: options).parsed
        _ = try command.init(parsed)
        _ = try GlobalOptions(parsed)
      }
    }
  }
}

/// `line` in words, as a shell takes it: a quoted part is one word.
private func shellWords(of line: Substring) -> [String] {
  let pieces = line.split(separator: Character("\""), omittingEmptySubsequences: false)
  return pieces.enumerated().flatMap { index, piece in
    index.isMultiple(of: 2)
      ? piece.split(separator: Character(" ")).map(String.init) : [String(piece)]
  }
}
