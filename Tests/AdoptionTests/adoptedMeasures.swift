import Adoption
import Agreements
import Diagnostics
import Frontmatter
import Registers
import Testing

/// What is adopted from an agreement with `body` in an annex, and what is said about it.
func measures(
  _ body: String, adopt: String = "{at: Annex 2}", kind: String = "policy",
  context: MeasureContext = MeasureContext()
) -> (measures: [AdoptedMeasure], diagnostics: [Diagnostic]) {
  let text = """
    ---
    title: Agreement
    kind: \(kind)
    adopt:
      measures: \(adopt)
    ---

    # Annex 2: Technical and organisational measures

    \(body)

    # Annex 3

    - Nothing here.
    """
  let (agreement, faults) = readAgreement(Array(text.utf8), path: "toms.md")
  #expect(faults.filter { $0.severity == .error } == [])
  return adoptMeasures(of: agreement, context: context)
}

/// One line a measure: `bdsg9.1 text [scope: state (reason) > delegate] +further controls`.
func lines(_ measures: [AdoptedMeasure]) -> [String] {
  measures.map { measure in
    let scopes = measure.scopes.map { scope in
      var line = "\(scope.id): \(scope.state.rawValue)"
      if let reason = scope.reason { line += " (\(reason))" }
      if let delegate = scope.delegate { line += " > \(delegate)" }
      return line
    }
    let others = measure.mapsTo.map { " +\($0)" }.joined()
    return "\(measure.control) \(measure.text) [\(scopes.joined(separator: ", "))]\(others)"
  }
}

func codes(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map(\.code.rawValue) }
