import Deadlines
package import Diagnostics
import Frontmatter

// The words of what is wrong with measures.

extension Diagnostic.Code {
  package static let measureOverdue = Self(rawValue: "measure-overdue")
  package static let missingDelegate = Self(rawValue: "missing-delegate")
  package static let missingReason = Self(rawValue: "missing-reason")
  package static let outdatedTechnology = Self(rawValue: "outdated-technology")
  package static let reviewOverdue = Self(rawValue: "review-overdue")
  package static let staleEvidence = Self(rawValue: "stale-evidence")
  package static let uncheckedEvidence = Self(rawValue: "unchecked-evidence")
  package static let uncoveredControl = Self(rawValue: "uncovered-control")
  package static let uncoveredScope = Self(rawValue: "uncovered-scope")
}

extension Diagnostic {
  static func reviewOverdue(
    _ measure: String, _ reviewed: Located<CalendarDate>, asOf day: CalendarDate
  ) -> Self {
    Diagnostic(
      .reviewOverdue, .warning,
      "review of measure '\(measure)' is overdue on \(day); the last one was on \(reviewed.value)",
      at: reviewed.range,
      help: "review it and write the new day, or set 'reviews' in portal.yml to your interval")
  }

  static func measureOverdue(
    _ measure: String, _ due: Located<CalendarDate>, asOf day: CalendarDate
  ) -> Self {
    Diagnostic(
      .measureOverdue, .warning,
      "measure '\(measure)' is planned and was due on \(due.value), before \(day)", at: due.range,
      help: "write 'implemented' if it is, else the day by which it will be")
  }

  static func staleEvidence(
    _ measure: String, _ checked: Located<CalendarDate>, asOf day: CalendarDate
  ) -> Self {
    Diagnostic(
      .staleEvidence, .warning,
      "evidence of measure '\(measure)' was last checked on \(checked.value), long before \(day)",
      at: checked.range,
      help: "look at it and write the new day, or set 'reviews' in portal.yml to your interval")
  }

  static func uncheckedEvidence(_ url: Located<String>, isAdopted: Bool) -> Self {
    Diagnostic(
      .uncheckedEvidence, .note, "evidence '\(url.value)' has no date of its last check",
      at: url.range,
      help: isAdopted
        ? "make a record of the measure, with 'checked' beside the address"
        : "write 'checked' and the day on which somebody looked at it")
  }

  static func missingReason(_ text: Located<String>) -> Self {
    Diagnostic(
      .missingReason, .warning, "'\(text.value)' is not applicable without a reason",
      at: text.range, help: "write why: '(not applicable: no servers stand here)'")
  }

  static func missingDelegate(_ text: Located<String>) -> Self {
    Diagnostic(
      .missingDelegate, .warning, "'\(text.value)' is delegated, and nobody is named",
      at: text.range, help: "name the company as the register of sub-processors does")
  }

  static func delegateOutsideRegister(_ delegate: Located<String>) -> Self {
    Diagnostic(
      .unknownSubProcessor, .warning,
      "'\(delegate.value)', to whom this is delegated, is not in the register of sub-processors",
      at: delegate.range,
      help: "add a record of the company, or its other name to 'aliases' of the record that it has")
  }

  static func outdatedTechnology(
    _ finding: OutdatedTechnology.Finding, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .outdatedTechnology, .warning,
      "'\(finding.words)' counts as outdated since \(finding.rule.since): \(finding.rule.reason)",
      at: range, help: "use \(finding.rule.replacement), or say that it is no longer in use")
  }

  static func uncoveredScopes(_ scopes: [String], of control: Control) -> Self {
    let shown = scopes.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    let place = control.control
    return Diagnostic(
      .uncoveredScope, .warning,
      "control '\(place.value)' has no measure that says anything about \(shown)"
        + (scopes.count > 12 ? ", ..." : ""),
      at: place.range,
      help: "state it: implemented, or not-applicable with a reason")
  }

  static func uncoveredControls(
    _ controls: [String], of scheme: String, at range: SourceRange
  ) -> Self {
    let shown = controls.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .uncoveredControl, .note,
      "scheme '\(scheme)' has controls without a measure: \(shown)"
        + (controls.count > 12 ? ", ..." : ""),
      at: range, help: "add a file for each, or say in it why it does not apply")
  }
}
