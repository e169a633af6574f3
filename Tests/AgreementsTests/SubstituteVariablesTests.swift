import Diagnostics
import Frontmatter
import TestSupport
import Testing

@testable import Agreements

struct SubstituteVariablesTests {
  private let variables = Variables(
    [
      "en": ["processor.name": "Falk & Co", "notice.objection": "14 working days"],
      "de": ["processor.name": "Falk & Co", "notice.objection": "14 Arbeitstage"],
    ], defaultLanguage: "en")

  private func read(_ text: String) -> (agreement: Agreement, diagnostics: [Diagnostic]) {
    readAgreement(Array(text.utf8), path: "dpa.md", variables: variables, isLone: true)
  }

  @Test(arguments: [
    ("## 1 A\n\n{{ processor.name }} acts.", "Falk & Co acts."),
    (
      "## 1 A\n\nWithin **{{ notice.objection }}** of {{processor.name}}.",
      "Within 14 working days of Falk & Co."
    ),
    (
      "---\ntitle: T\nlanguage: de\n---\n\n## 1 A\n\nBinnen {{ notice.objection }}.",
      "Binnen 14 Arbeitstage."
    ),
    ("## 1 A\n\nA set {{}} and an open {{ brace.", "A set {{}} and an open {{ brace."),
  ])
  func putsValuesIntoTheText(text: String, expected: String) {
    let (agreement, diagnostics) = read(text)
    #expect(Array(agreement.plainTexts()) == [expected])
    #expect(diagnostics.allSatisfy { $0.code == .unknownVariable && text.contains("{{}}") })
    #expect(diagnostics.count { $0.severity == .warning } == (text.hasSuffix("{{ brace.") ? 1 : 0))
  }

  @Test func keepsTheTextsOfAllOtherPlacesAsTheyWere() {
    let agreement = read(
      "## 1 A\n\n- (1) One {{ processor.name }} two.\n- (2) Three *four*.\n\n## 2 B\n\nFive."
    ).agreement
    #expect(
      Array(agreement.plainTexts()) == ["", "One Falk & Co two.", "Three four.", "Five."])
  }

  @Test(arguments: [
    "⟦1⟧{% include head.html %}", "One ⟦1⟧{% if a %}two ⟦2⟧{% endif %} three", "One {% two",
    "One %} two",
    "`{% raw %}`", "{%}",
  ])
  func reportsTagsOfGeneratorsOfSites(marked: String) {
    let source = MarkedSource(marked)
    let diagnostics = read(source.text).diagnostics
    #expect(diagnostics.allSatisfy { $0.code == .unknownVariable && $0.severity == .error })
    #expect(
      diagnostics.map(\.range?.start)
        == source.positions.sorted { $0.key < $1.key }.map(\.value))
  }

  @Test func pointsAtAVariableWithoutAValue() throws {
    let source = MarkedSource("## 1 A\n\n- (1) Within ⟦1⟧{{ notice.objections }} days.")
    let diagnostics = read(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [.unknownVariable])
    #expect(diagnostics.first?.range?.start == source.positions[1])
    #expect(diagnostics.first?.help == "replace 'notice.objections' with 'notice.objection'")
  }

  @Test(arguments: [
    "Within ⟦1⟧{{ notice.objection } of {{ processor.name }}.",
    "Within ⟦1⟧{{ notice.objection }, then ⟦2⟧{{ processor.name } of {{ processor.name }}.",
  ])
  func reportsBracesThatOthersOpenIn(text: String) {
    let source = MarkedSource("## 1 A\n\n- (1) " + text)
    let (agreement, diagnostics) = read(source.text)
    #expect(
      diagnostics.map(\.range?.start) == source.positions.sorted { $0.key < $1.key }.map(\.value))
    #expect(diagnostics.allSatisfy { $0.summary == "'{{' is not closed in its line" })
    #expect(agreement.plainTexts().last?.hasSuffix("of Falk & Co.") == true)
  }

  @Test func findsARegisterThatStandsInAParagraphOfItsOwn() {
    let (agreement, diagnostics) = read(
      "# Annex 3\n\nThe register:\n\n{{ sub_processors( product='fleet-4' ) }}\n\n{{ measures() }}")
    #expect(diagnostics.isEmpty)
    #expect(
      agreement.embeddedRegisters.map { $0.filters.mapValues(\.value) }
        == [["product": "fleet-4"], [:]])
    #expect(agreement.embeddedRegisters.map(\.register) == [.subProcessors, .measures])
  }

  @Test(arguments: [
    (
      "sub_processors(products=\"ap\")", "register 'sub_processors' has no filter 'products'",
      "replace 'products' with 'product'"
    ),
    (
      "measures(product=\"ap\")", "register 'measures' has no filter 'product'",
      "use one of the filters 'scope'"
    ),
    (
      "sub_processors(ap)", "'ap' is no filter; a filter has a name and a value in quotes",
      "write {{ sub_processors(product=\"...\") }}"
    ),
    (
      "measures(scope='a', scope='b')",
      "filter 'scope' of 'measures' is given twice; a register has one of each",
      "remove one, and show the register twice where both are meant"
    ),
  ])
  func refusesFiltersThatARegisterDoesNotHave(call: String, summary: String, help: String) {
    let source = MarkedSource("# Annex 3\n\n⟦1⟧{{ \(call) }}")
    let diagnostics = read(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [.wrongArguments])
    #expect(diagnostics.map(\.severity) == [.error])
    #expect(diagnostics.first?.summary == summary)
    #expect(diagnostics.first?.help == help)
    #expect(diagnostics.first?.range?.start == source.positions[1])
  }

  @Test func showsARegisterInOnePlaceForEachFilter() {
    let source = MarkedSource(
      """
      # Annex 3

      ⟦1⟧{{ measures() }}

      {{ measures(scope="a") }}

      ⟦2⟧{{measures()}}

      ⟦3⟧{{ measures(scope='a') }}
      """)
    let (agreement, diagnostics) = read(source.text)
    #expect(agreement.embeddedRegisters.map { $0.filters["scope"]?.value } == [nil, "a"])
    #expect(diagnostics.map(\.code) == [.duplicateRegister, .duplicateRegister])
    #expect(
      diagnostics.map(\.summary) == [
        "register 'measures' stands in the text twice; a text shows it in one place",
        "register 'measures' of scope 'a' stands in the text twice; a text shows it in one place",
      ])
    #expect(diagnostics.map(\.range?.start) == [source.positions[2], source.positions[3]])
    #expect(diagnostics.first?.notes.first?.range?.start == source.positions[1])
    #expect(Array(agreement.plainTexts()).contains("{{measures()}}"))
  }

  @Test func suggestsTheRegisterThatWasMisspelled() {
    let diagnostics = read("# Annex 3\n\n{{ sub_procesors() }}").diagnostics
    #expect(diagnostics.map(\.help) == ["replace 'sub_procesors()' with 'sub_processors()'"])
  }

  @Test func refusesARegisterWithinASentence() {
    let (agreement, diagnostics) = read("## 1 A\n\nSee {{ measures() }} here.")
    #expect(agreement.embeddedRegisters.isEmpty)
    #expect(diagnostics.map(\.code) == [.unknownVariable])
  }

  @Test(arguments: [
    ("{{ notice.objection } days", Diagnostic.Severity.error), ("{{ measures() }", .error),
    ("{{ two braces", .warning), ("{{ notice.objections } days", .warning),
  ])
  func refusesAnOpenVariable(text: String, severity: Diagnostic.Severity) {
    let source = MarkedSource("## 1 A\n\nWithin ⟦1⟧\(text).")
    let diagnostics = read(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [.unknownVariable])
    #expect(diagnostics.map(\.severity) == [severity])
    #expect(diagnostics.first?.range?.start == source.positions[1])
  }

  @Test(arguments: [
    // Each of several of one name, and not the one that is code.
    "A ⟦1⟧{{ foo }} b ⟦2⟧{{ foo }} c.",
    "A `{{ foo }}` b ⟦1⟧{{ foo }} c *⟦2⟧{{ foo }}*.",
    // Written as entities.
    "A ⟦1⟧&#123;&#123; foo }} b ⟦2⟧{{ foo }}.",
  ])
  func tellsWhereEachUnknownVariableStands(text: String) {
    let source = MarkedSource("## 1 A\n\n\(text)")
    let diagnostics = read(source.text).diagnostics
    #expect(diagnostics.map(\.code) == [.unknownVariable, .unknownVariable])
    #expect(
      diagnostics.map(\.range?.start) == [source.positions[1], source.positions[2]])
  }

  @Test(arguments: ["{{ processor.name }} ", "{{ nobody.knows }} "])
  func staysLinearOnManyVariables(variable: String) {
    let make = { "## 1 A\n\n" + String(repeating: variable, count: $0) }
    expectLinear(from: 2500, on: make) { _ = read($0) }
  }
}
