/// One command of the program: a value made from parsed arguments and run against a context.
///
/// Nothing in a command ends the process or reaches for the process's own streams, clock or
/// environment, so tests call it like any function.
package protocol Command: Sendable {
  /// What the user types, such as `build`.
  static var name: String { get }
  /// What it does, as one sentence in the imperative.
  static var abstract: String { get }
  /// Further paragraphs of its help page.
  static var discussion: [String] { get }
  static var operands: [OperandSpecification] { get }
  /// Its own options; those of every command are in ``GlobalOptions``.
  static var options: [OptionSpecification] { get }
  static var examples: [CommandExample] { get }
  /// How a run ends whose command line is wrong.
  static var usageExitCode: ExitCode { get }

  /// - Precondition: `arguments` were parsed with the command's own and the global options.
  init(_ arguments: ParsedArguments) throws(UsageError)

  func run(in context: CommandContext) throws(CommandFailure) -> ExitCode
}

extension Command {
  package static var discussion: [String] { [] }
  package static var operands: [OperandSpecification] { [] }
  package static var options: [OptionSpecification] { [] }
  package static var examples: [CommandExample] { [] }
  package static var usageExitCode: ExitCode { .wrongUsage }

  /// The options of every command, without those that this one has in a form of its own.
  package static var inheritedOptions: [OptionSpecification] {
    let own = Set(options.map(\.name))
    return GlobalOptions.specifications.filter { !own.contains($0.name) }
  }
}

/// A command line to copy, and what it does.
package struct CommandExample: Sendable {
  package let line: String
  package let meaning: String

  package init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}
