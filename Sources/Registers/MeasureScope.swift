package import Deadlines
import Diagnostics
package import Frontmatter

/// The state of a measure at one site, or for one product or part of the organisation.
package struct MeasureScope: Sendable, Equatable {
  /// The id of a site or scope of `portal.yml`.
  package var scope: Located<String>
  package var state: Located<MeasureState>
  package var reason: LocalizedText?
  /// What the customer has to do, where it is the customer's task in whole or in part.
  package var duty: LocalizedText?
  /// The sub-processor that a delegated measure is left to.
  package var delegate: Located<String>?
  /// Since when the state holds, or by when a planned measure is due.
  package var since: Located<CalendarDate>?
  package var due: Located<CalendarDate>?
  package var evidence: [Evidence]

  package init(
    scope: Located<String>, state: Located<MeasureState>, reason: LocalizedText? = nil,
    delegate: Located<String>? = nil, evidence: [Evidence] = []
  ) {
    self.scope = scope
    self.state = state
    self.reason = reason
    self.delegate = delegate
    self.evidence = evidence
  }

  /// Whether it is planned for a day that has passed.
  package func isOverdue(on day: CalendarDate) -> Bool {
    state.value == .planned && due.map { $0.value < day } ?? false
  }
}

extension MeasureScope {
  /// What an agreement's measures are stated for where it names no scope.
  package static let everywhere = "all"

  /// Reads `scopes`: each scope with its state, or with a mapping of the state and what belongs to
  /// it.
  ///
  /// - Returns: the scopes, and the names of those whose state can't be read.
  static func all(in record: inout RecordReader) -> (scopes: [MeasureScope], unread: [String]) {
    var scopes: [MeasureScope] = []
    var unread: [String] = []
    for entry in record.entries("scopes") {
      let scope = Located(entry.key, at: entry.keyRange)
      if case .mapping = entry.value.value {
        let read = record.readRecord(entry.value, prefix: "scopes.*", what: "scope") {
          MeasureScope(reading: &$0, scope: scope)
        }
        if let read { scopes.append(read) } else { unread.append(entry.key) }
        continue
      }
      guard let text = entry.value.text, !entry.value.isNull else {
        record.report(
          .wrongType("'\(entry.key)' must be a state or a mapping", entry.value, help: nil))
        unread.append(entry.key)
        continue
      }
      let located = Located(text, at: entry.value.range)
      guard let state = record.choice(located, for: "state", as: MeasureState.self) else {
        unread.append(entry.key)
        continue
      }
      if let fault = Diagnostic.incompleteState(state, in: scope.value) { record.report(fault) }
      scopes.append(MeasureScope(scope: scope, state: state))
    }
    return (scopes, unread)
  }

  private init?(reading record: inout RecordReader, scope: Located<String>) {
    self.scope = scope
    let text = record.requiredText("state")
    let state = text.flatMap { record.choice($0, for: "state", as: MeasureState.self) }
    reason = record.prose("reason")
    duty = record.prose("duty")
    delegate = record.text("to")
    since = record.date("since")
    due = record.date("due")
    evidence = record.records("evidence", what: "evidence") { Evidence(reading: &$0) }
    guard let state else { return nil }
    self.state = state
    if state.value == .notApplicable, record.lacks("reason") { record.reportMissing("reason") }
    if state.value == .delegated, record.lacks("to") { record.reportMissing("to") }
  }
}

extension Diagnostic {
  /// A state that stands alone and needs a further key.
  fileprivate static func incompleteState(
    _ state: Located<MeasureState>, in scope: String
  ) -> Self? {
    let (key, words, example): (String, String, String)
    switch state.value {
    case .notApplicable: (key, words, example) = ("reason", "a reason", "why not")
    case .delegated: (key, words, example) = ("to", "the sub-processor", "its id")
    default: return nil
    }
    return Diagnostic(
      .missingKey, .error, "state '\(state.value.rawValue)' needs \(words)", at: state.range,
      help: "write \(scope): {state: \(state.value.rawValue), \(key): \(example)}")
  }
}
