/// The commands of the program, in the order in which the help text shows them.
package enum CommandList {
  package static let all: [any Command.Type] = [
    InitCommand.self, BuildCommand.self, CheckCommand.self, OutlineCommand.self,
    DiffCommand.self, ReleaseCommand.self, PDFCommand.self, ThemeCommand.self,
    RenderCommand.self, DeadlineCommand.self, VersionCommand.self, HelpCommand.self,
  ]

  package static var names: [String] { all.map { $0.name } }

  /// Errors: ``UsageError/unknownCommand(_:known:)``, which suggests names that are near.
  package static func command(named name: String) throws(UsageError) -> any Command.Type {
    guard let command = all.first(where: { $0.name == name }) else {
      throw .unknownCommand(name, known: names)
    }
    return command
  }
}
