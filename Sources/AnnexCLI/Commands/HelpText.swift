/// Help pages, made from the commands' own specifications and fitted to the reader's terminal.
package struct HelpText: Sendable {
  private let columns: Int

  /// Text over a hundred columns is hard to read; under forty nothing lines up any more.
  package init(columns: Int) {
    self.columns = min(max(columns, 40), 100)
  }

  /// What `annex help` prints.
  package func overview() -> String {
    let commands = CommandList.all.map { command in
      ("\(command.name)\(operandList(of: command))", command.abstract)
    }
    return paragraphs([
      "Annex compiles data-protection agreements into a portal.",
      "Usage: annex [OPTIONS] COMMAND [OPERANDS]",
      titled("Commands", table(commands)),
      titled("Options of every command", table(rows(for: GlobalOptions.specifications))),
      titled("Exit status", table(Self.exitStatus)),
      wrapped("'annex help COMMAND' explains a command. A new workspace begins with 'annex init'."),
    ])
  }

  /// What `annex help COMMAND` and `annex COMMAND --help` print.
  package func page(for command: any Command.Type) -> String {
    var parts = [wrapped(command.abstract)]
    parts.append("Usage: annex \(command.name) [OPTIONS]\(operandList(of: command))")
    parts += command.discussion.map { wrapped($0) }
    if !command.operands.isEmpty {
      parts.append(titled("Operands", table(command.operands.map { ($0.name, $0.help) })))
    }
    if !command.options.isEmpty {
      parts.append(titled("Options", table(rows(for: command.options))))
    }
    parts.append(titled("Options of every command", table(rows(for: command.inheritedOptions))))
    if !command.examples.isEmpty {
      let examples = command.examples.map { example in
        "  \(example.line)\n\(wrapped(example.meaning, indent: 6))"
      }
      parts.append(titled("Examples", examples.joined(separator: "\n")))
    }
    return paragraphs(parts)
  }

  /// What `annex` alone prints: enough to go on.
  package func reminder() -> String {
    let commands = CommandList.all.map { ($0.name, $0.abstract) }
    return paragraphs([
      "Usage: annex [OPTIONS] COMMAND [OPERANDS]",
      titled("Commands", table(commands)),
      wrapped("'annex help' lists the options, 'annex help COMMAND' explains a command."),
    ])
  }
}

extension HelpText {
  private static let exitStatus = [
    (ExitCode.success, "Everything went well; there may be warnings."),
    (
      .contentErrors,
      "The content has errors, or warnings under '--strict'; for 'annex diff': something differs."
    ),
    (.trouble, "For 'annex diff': the two could not be compared."),
    (.wrongUsage, "The command line is wrong; for 'annex diff', that is 2."),
    (.noInput, "A file or folder on the command line can't be read."),
    (.unavailable, "Another program that is needed is missing, or failed."),
    (.internalError, "A fault of this program."),
    (.cannotCreate, "A file or folder can't be created."),
    (.inputOutput, "Reading or writing failed half way."),
  ].map { (String($0.0.rawValue), $0.1) }

  private func operandList(of command: any Command.Type) -> String {
    let operands = command.operands.map { $0.isOptional ? " [\($0.name)]" : " \($0.name)" }
    return operands.joined()
  }

  private func rows(for options: [OptionSpecification]) -> [(String, String)] {
    options.map { option in
      let short = option.short.map { "-\($0), " } ?? "    "
      let value = option.valueName.map { " \($0)" } ?? ""
      return ("\(short)\(option.spelling)\(value)", option.help)
    }
  }

  /// Two columns; a left cell that is too wide gets a line of its own.
  private func table(_ rows: [(left: String, right: String)]) -> String {
    let widest = rows.map(\.left.count).max() ?? 0
    let column = min(widest, columns / 3) + 4
    return rows.map { row in
      let text = wrapped(row.right, indent: column)
      let left = "  \(row.left)"
      guard left.count + 2 <= column else { return "\(left)\n\(text)" }
      return left + text.dropFirst(left.count)
    }.joined(separator: "\n")
  }

  private func titled(_ title: String, _ body: String) -> String { "\(title):\n\(body)" }

  private func paragraphs(_ parts: [String]) -> String { parts.joined(separator: "\n\n") + "\n" }

  /// `text` broken at spaces into lines of at most ``columns``, each after `indent` spaces.
  ///
  /// A space within quotes is kept: what is to be typed stays in one piece.
  private func wrapped(_ text: String, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = margin
    for word in words(of: text) {
      if line.count > indent, line.count + 1 + word.count > columns {
        lines.append(line)
        line = margin
      }
      line += line.count > indent ? " \(word)" : word
    }
    return (lines + [line]).joined(separator: "\n")
  }

  private func words(of text: String) -> [String] {
    var words: [String] = []
    for piece in text.split(separator: " ") {
      let isOpen = words.last.map { $0.filter { $0 == "'" }.count % 2 == 1 } ?? false
      if isOpen, let last = words.popLast() {
        words.append("\(last) \(piece)")
      } else {
        words.append(String(piece))
      }
    }
    return words
  }
}
