import Deadlines
import Diagnostics
import Frontmatter
import Registers
import Testing

struct ReadControlTests {
  @Test func readsEveryKey() throws {
    let (record, diagnostics) = control(Samples.control)

    #expect(diagnostics == [])
    let entry = try #require(record)
    #expect(entry.control.value == "bdsg9.1")
    #expect(entry.scheme == "bdsg9")
    #expect(entry.title?.text(in: "en").text == "Entry")
    #expect(entry.objective?.value == .confidentiality)
    let measure = try #require(entry.measures.first)
    #expect(measure.id.value == "pa-01")
    #expect(measure.text.text(in: "en").text == "Visitors are registered and accompanied.")
    #expect(measure.scopes.map(\.scope.value) == ["office", "data-centre", "home", "lab"])
    #expect(
      measure.scopes.map(\.state.value) == [.implemented, .delegated, .notApplicable, .planned])
    #expect(measure.scopes[1].delegate?.value == "aws")
    #expect(measure.scopes[1].evidence.first?.checked?.value.description == "2026-06-01")
    #expect(measure.scopes[2].reason?.text(in: "en").text == "Nobody enters.")
    #expect(measure.scopes[3].due?.value.description == "2026-12-31")
    #expect(measure.mapsTo.map(\.value) == ["iso27001:2022/7.2"])
    #expect(measure.objective?.value == .integrity)
    #expect(measure.products.map(\.value) == ["fleet-4/public-cloud"])
    #expect(measure.scopes[3].duty?.text(in: "en").text == "Keep the keys.")
    #expect(measure.audience == .public)
    #expect(measure.owner?.value == "Facility management")
    #expect(measure.evidence.first?.audience == .customer)
    #expect(measure.attributes.map(\.name.value) == ["retention", "rooms"])
    #expect(measure.attributes.map { $0.values.map(\.value) } == [["90 days"], ["1", "2"]])
  }

  @Test(arguments: [
    ("text: ''", "'text' is missing from the measure"),
    ("text: ' '", "'text' is missing from the measure"),
    ("text: {}", "'text' is missing from the measure"),
    ("text: {en: Doors, de: ' '}", "'text' has no text in 'de'"),
  ])
  func missesTextsThatAreBlank(text: String, summary: String) {
    let (_, diagnostics) = control(
      "---\ncontrol: bdsg9.1\nmeasures:\n  - id: a\n    \(text)\n    scopes: {o: implemented}\n---\n"
    )

    #expect(codes(diagnostics) == ["missing-key"])
    #expect(diagnostics.first?.summary == summary)
    #expect(diagnostics.first?.range?.start.line == 5)
  }

  @Test(arguments: ["con.1", "bdsg9.1.", "lpt1.a"])
  func refusesAControlThatCanBeNoFolder(id: String) {
    let (_, diagnostics) = control(
      "---\ncontrol: \(id)\nmeasures: [{id: a, text: b, scopes: {o: implemented}}]\n---\n")

    #expect(codes(diagnostics) == ["malformed-value"])
  }

  @Test(arguments: [
    ("office: done", "unknown-value", "'done' is not one of the values of 'state'"),
    ("office: not-applicable", "missing-key", "state 'not-applicable' needs a reason"),
    ("office: delegated", "missing-key", "state 'delegated' needs the sub-processor"),
    ("office: {state: not-applicable}", "missing-key", "'reason' is missing from the scope"),
    ("office: {state: delegated}", "missing-key", "'to' is missing from the scope"),
    (
      "office: {state: not-applicable, reason: ' '}", "missing-key",
      "'reason' is missing from the scope"
    ),
    ("office: {state: delegated, to: ''}", "missing-key", "'to' is missing from the scope"),
    ("", "missing-key", "'scopes' is missing from the measure"),
    ("office: {reason: x}", "missing-key", "'state' is missing from the scope"),
    ("office: null", "wrong-type", "'office' must be a state or a mapping, not empty"),
    (
      "office: {state: shared, evidence: [{checked: 2026-01-01}]}", "missing-key",
      "'title' is missing from the evidence"
    ),
    (
      "office: {state: shared, evidance: []}", "unknown-key",
      "key 'evidance' is not one of the scope's"
    ),
  ])
  func reportsFaultsOfAScope(scope: String, code: String, summary: String) {
    let (_, diagnostics) = control(
      "---\ncontrol: bdsg9.1\nmeasures:\n  - id: a\n    text: b\n    scopes: {\(scope)}\n---\n")

    #expect(codes(diagnostics) == [code])
    #expect(diagnostics.first?.summary == summary)
  }

  @Test func saysHowToCompleteAState() {
    let (_, diagnostics) = control(
      "---\ncontrol: bdsg9.1\nmeasures:\n  - id: a\n    text: b\n    scopes: {lab: delegated}\n---\n"
    )

    #expect(diagnostics.first?.help == "write lab: {state: delegated, to: its id}")
  }

  @Test(arguments: [
    ("measures: [{id: a, text: b, scopes: {office: implemented}}]", ["missing-key"]),
    (
      "control: bdsg9\nmeasures: [{id: a, text: b, scopes: {office: implemented}}]",
      ["malformed-value"]
    ),
    (
      "control: bdsg9.\nmeasures: [{id: a, text: b, scopes: {office: implemented}}]",
      ["malformed-value"]
    ),
    ("control: bdsg9.1", ["missing-key"]),
    ("control: bdsg9.1\nmeasures: [{}]", ["missing-key", "missing-key", "missing-key"]),
    (
      "control: bdsg9.1\nmeasures: [{id: a, text: b, scopes: {office: implemented}, attributes: {x: {y: z}}}]",
      ["wrong-type"]
    ),
    (
      "control: bdsg9.1\nobjective: confidential\nmeasures: [{id: a, text: b, scopes: {office: implemented}}]",
      ["unknown-value"]
    ),
  ])
  func reportsFaultsOfAControl(frontmatter: String, expected: [String]) {
    #expect(codes(control("---\n\(frontmatter)\n---\n").diagnostics) == expected)
  }
}
