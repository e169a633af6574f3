internal import Agreements
package import Diagnostics
internal import Frontmatter
internal import Registers

// The words of how measures of an agreement were read, and of what could not be.

extension Diagnostic.Code {
  package static let ambiguousControl = Self(rawValue: "ambiguous-control")
  package static let joinedControls = Self(rawValue: "joined-controls")
  package static let measureNotTaken = Self(rawValue: "measure-not-taken")
  package static let measureWithoutControl = Self(rawValue: "measure-without-control")
  package static let unclearState = Self(rawValue: "unclear-state")
  package static let unmatchedControl = Self(rawValue: "unmatched-control")
  package static let unmatchedScope = Self(rawValue: "unmatched-scope")
}

extension Diagnostic {
  static func ambiguousControl(
    _ label: String, among alternatives: [String], read controls: [String], settle place: String,
    control: String, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .ambiguousControl, .warning,
      "'\(label)' can mean \(listed(alternatives, "or")); by the words around it, it is read as "
        + listed(controls, "and"),
      at: range, help: "below 'adopt: measures:', write controls: {\"\(place)\": \(control)}")
  }

  static func unmatchedControl(
    _ label: String, scheme: String, read controls: [String], isByLetter: Bool,
    settle place: String, control: String, at range: SourceRange
  ) -> Self {
    let reading =
      controls.isEmpty
      ? "so it stands under a control of its own"
      : "so it is read as \(listed(controls, "and"))"
        + (isByLetter ? ", the letter of Article 32(1) GDPR that a heading above cites" : "")
    return Diagnostic(
      .unmatchedControl, .warning,
      "'\(label)' is the name of no control of '\(scheme)', \(reading)", at: range,
      help: "below 'adopt: measures:', write controls: {\"\(place)\": \(control)}")
  }

  static func joinedControls(_ label: String, read controls: [String], at range: SourceRange)
    -> Self
  {
    Diagnostic(
      .joinedControls, .warning,
      "'\(label)' joins \(listed(controls, "and")); each measure under it is read as one of them",
      at: range, help: "give each control a heading of its own")
  }

  static func measureNotTaken(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .measureNotTaken, .warning,
      "'\(beginning(of: text))' is not taken, as the text says, so the register leaves it out",
      at: range,
      help:
        "write 'planned' or 'partly implemented' where that is so, 'not applicable' and a reason,"
        + " or take it out of the list")
  }

  static func unclearState(_ state: String, of text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .unclearState, .warning,
      "'\(beginning(of: state))' is no state that is known, so the register has none for "
        + "'\(beginning(of: text))'",
      at: range, help: knownStates)
  }

  static func missingState(of text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .unclearState, .warning,
      "the row of '\(beginning(of: text))' leaves its state empty, so the register has none",
      at: range, help: knownStates)
  }

  static func measureStruck(_ text: String, at range: SourceRange) -> Self {
    Diagnostic(
      .measureNotTaken, .warning,
      "'\(beginning(of: text))' is struck out, so the register leaves it out", at: range,
      help: "take it out of the list; earlier versions still show it")
  }

  static func unreadMeasure(_ range: SourceRange) -> Self {
    Diagnostic(
      .unreadRow, .warning, "this row of the list names no measure", at: range,
      help: "fill the cell of the measure, or move the row out of the adopted place")
  }

  static func noMeasures(in adoption: AdoptedMeasures, of path: String) -> Self {
    let place = adoption.at.map { "'\($0.value)'" } ?? "the text"
    return Diagnostic(
      .nothingAdopted, .warning, "\(place) holds no measures below names of controls",
      at: adoption.at?.range ?? SourceRange(path: path, line: 1, column: 1),
      help: "name the place that holds them, and put the name of a control above each group of them"
    )
  }

  static func measureWithoutControl(at range: SourceRange) -> Self {
    Diagnostic(
      .measureWithoutControl, .warning,
      "this measure, and what stands beside it, is under no control's name", at: range,
      help: "put the control's name above it, such as '- **Separation control**'")
  }

  static func unmatchedScope(
    _ title: String, path: String, known: [String], at range: SourceRange
  ) -> Self {
    let scope = nearMiss(for: title, among: known) ?? known.first ?? "office"
    return Diagnostic(
      .unmatchedScope, .warning,
      "'\(title)' is the name of no site or scope of portal.yml, so it is a column of its own",
      at: range, help: "below 'adopt: measures:', write scopes: {\"\(path)\": \(scope)}")
  }

  static func unknownAdoptedScheme(_ scheme: Located<String>, known: [String]) -> Self {
    Diagnostic(
      .unknownScheme, .error, "scheme '\(scheme.value)' does not exist", at: scheme.range,
      help: replacementHelp(for: scheme.value, among: known, noun: "schemes"))
  }

  static func unknownSettledControl(_ control: Located<String>) -> Self {
    Diagnostic(
      .unknownControl, .error, "control '\(control.value)' does not exist", at: control.range,
      help: "write a scheme and a control of it, such as bdsg9.1")
  }
}

private let knownStates =
  "write 'implemented', 'partly implemented', 'planned', 'not applicable', 'shared' or 'delegated'"

private func listed(_ words: [String], _ joint: String) -> String {
  let quoted = words.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " \(joint) " + last
}

/// At most some ten words of a text, to know it by.
private func beginning(of text: String) -> String {
  text.count <= 70 ? text : text.prefix(70) + "…"
}
