internal import Diagnostics

extension UsageError {
  /// What is wrong, as one phrase.
  package var summary: String {
    switch self {
    case .unknownCommand(let name, _): "command '\(name)' does not exist"
    case .unknownOption(let spelling, _): "option '\(spelling)' does not exist"
    case .misplacedOption(let spelling, let command):
      "option '\(spelling)' belongs to '\(command)' and stands before it"
    case .missingValue(let option, let valueName, _):
      "option '\(option)' needs a value: \(valueName)"
    case .unexpectedValue(let option, let value):
      "option '\(option)' takes no value, but got '\(value)'"
    case .repeatedOption(let option): "option '\(option)' is given twice"
    case .wrongValue(let option, let value, let rule, _):
      "value '\(value)' of option '\(option)' \(rule)"
    case .missingOperand(let name): "operand \(name) is missing"
    case .emptyOperand(let name): "operand \(name) is empty"
    case .surplusOperand(let operand, let command):
      "operand '\(operand)' is one more than '\(command)' takes"
    case .missingOption(let option, _): "option '\(option)' is missing"
    }
  }

  /// What to type instead, as a verb phrase, where that is known.
  package var help: String? {
    switch self {
    case .unknownCommand(let name, let known): Self.replacement(for: name, among: known)
    case .unknownOption(let spelling, let known): Self.replacement(for: spelling, among: known)
    case .misplacedOption(let spelling, let command):
      "write 'annex \(command) \(spelling)'"
    case .missingValue(let option, let valueName, let next):
      if let next {
        "write '\(option) \(valueName)' before '\(next)', or '\(option)=\(next)' if that is the value"
      } else {
        "write '\(option) \(valueName)'"
      }
    case .unexpectedValue(let option, _): "write '\(option)' alone"
    case .repeatedOption: "keep the one you mean"
    case .wrongValue(_, _, _, let help): help
    case .missingOption(let option, let valueName): "add '\(option) \(valueName)'"
    case .emptyOperand(let name): "write it, or leave \(name) out where it may be"
    case .missingOperand, .surplusOperand: nil
    }
  }

  /// A near miss, or the one name that begins as the user's does.
  private static func replacement(for name: String, among known: [String]) -> String? {
    let begun = known.filter { $0.hasPrefix(name) && name.utf8.count > 2 }
    let replacement = begun.count == 1 ? begun.first : nearMiss(for: name, among: known)
    return replacement.map { "replace '\(name)' with '\($0)'" }
  }
}

extension UsageError {
  /// A value that is none of the option's choices.
  static func wrongChoice(_ value: String, of option: OptionSpecification) -> Self {
    let list = option.choices.map { "'\($0)'" }.joined(separator: ", ")
    return .wrongValue(
      option: option.spelling, value: value, rule: "is none of \(list)",
      help: replacement(for: value, among: option.choices))
  }
}
