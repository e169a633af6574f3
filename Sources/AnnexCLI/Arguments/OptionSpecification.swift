/// One option of a command: how it is written, what it takes, and its line in the help text.
package struct OptionSpecification: Sendable {
  /// The long name without its dashes, such as `as-of`.
  package let name: String
  package let short: Character?
  /// What stands for the value in help texts, such as `DIR`; `nil` for a flag.
  package let valueName: String?
  /// The values that are allowed; empty where any is.
  package let choices: [String]
  /// A sentence, without the default where ``choices`` or the sentence before names it.
  package let help: String

  package init(
    _ name: String, short: Character? = nil, valueName: String? = nil, choices: [String] = [],
    help: String
  ) {
    self.name = name
    self.short = short
    self.valueName = valueName ?? (choices.isEmpty ? nil : choices.joined(separator: "|"))
    self.choices = choices
    self.help = help
  }

  package var takesValue: Bool { valueName != nil }

  /// How the option is written in messages: `--as-of`.
  package var spelling: String { "--\(name)" }
}

/// One operand of a command, for its usage line and for messages.
package struct OperandSpecification: Sendable {
  /// In capitals, such as `FILE`.
  package let name: String
  package let isOptional: Bool
  package let help: String

  package init(_ name: String, isOptional: Bool = false, help: String) {
    self.name = name
    self.isOptional = isOptional
    self.help = help
  }
}
