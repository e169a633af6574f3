/// What is wrong with a command line; facts only, the words are in `UsageError+Words.swift`.
package enum UsageError: Error, Equatable, Sendable {
  case unknownCommand(String, known: [String])
  case unknownOption(String, known: [String])
  /// An option that belongs to a command, written before it.
  case misplacedOption(String, command: String)
  /// `next` is what stands in the value's place: another option.
  case missingValue(option: String, valueName: String, next: String?)
  case unexpectedValue(option: String, value: String)
  case repeatedOption(String)
  case wrongValue(option: String, value: String, rule: String, help: String?)
  case missingOperand(String)
  /// As of a variable of a script that holds nothing.
  case emptyOperand(String)
  case surplusOperand(String, command: String)
  case missingOption(option: String, valueName: String)
}
