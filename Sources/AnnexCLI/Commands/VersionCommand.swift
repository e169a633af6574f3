/// `annex version`: prints the program's name and version.
package struct VersionCommand: Command {
  package static let name = "version"
  package static let abstract = "Print the version of this program."

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    try arguments.rejectSurplusOperands(of: Self.self)
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    try context.console.printResult("annex \(annexVersion)\n")
    return .success
  }
}
