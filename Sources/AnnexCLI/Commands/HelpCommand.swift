internal import FileSystem

/// `annex help`: explains the program, or one of its commands.
package struct HelpCommand: Command {
  package static let name = "help"
  package static let abstract = "Explain the program or one of its commands."
  package static let operands = [
    OperandSpecification("COMMAND", isOptional: true, help: "The command to explain.")
  ]
  package static let examples = [
    CommandExample("annex help build", "Explain 'annex build' and list its options.")
  ]

  private let topic: (any Command.Type)?

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    try arguments.rejectSurplusOperands(of: Self.self)
    topic = try arguments.operands.first.map { name throws(UsageError) in
      try CommandList.command(named: name)
    }
  }

  /// The help on `topic`, for `annex build --help` too.
  init(on topic: (any Command.Type)?) {
    self.topic = topic
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    let text = HelpText(columns: context.console.width(of: .output))
    try context.console.printResult(topic.map { text.page(for: $0) } ?? text.overview())
    return .success
  }
}
