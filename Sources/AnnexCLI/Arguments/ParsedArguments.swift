/// The options and operands of a command line, each known and in place; what the values mean is
/// up to the command.
package struct ParsedArguments: Equatable, Sendable {
  package var values: [String: String] = [:]
  package var flags: Set<String> = []
  package var operands: [String] = []
  /// How many operands stand before the first `--`; `nil` where there is none.
  package var separator: Int?

  package init() {}

  package func value(_ name: String) -> String? { values[name] }
  package func flag(_ name: String) -> Bool { flags.contains(name) }
}
