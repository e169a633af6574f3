import Changes
import Deadlines
import Testing

/// What is said where a name is another throughout.
struct RenamedTermTests {
  private func judgements(_ set: ChangeSet) -> [String] {
    set.changes.map { "\($0.kind.rawValue) \($0.materiality.rawValue) \($0.rule.rawValue)" }
  }

  private func contract(_ processor: String, role: String = "processor", _ text: String) -> String {
    "---\ntitle: T\nparties: [{role: \(role), name: A AG, defined-as: \(processor)}]\n---\n\n"
      + text
  }

  @Test(arguments: [
    (
      "Processor", "Provider",
      "## 1. T\n\nThe Processor keeps the Processor's records for the Controller.\n"
    ),
    (
      "Auftragnehmer", "Auftragsverarbeiter",
      "## 1. T\n\nDer Auftragnehmer meldet dem Kunden Verstöße des Auftragnehmers.\n"
    ),
    ("Operator", "Data Processor", "## 1. T\n\nAn Operator logs what the Operator does.\n"),
  ])
  func tellsAPartyUnderAnotherNameOnce(old: String, new: String, text: String) {
    let renamed = text.replacing("An \(old)", with: "A \(new)").replacing(old, with: new)

    let set = changeSet(contract(old, text), contract(new, renamed))

    #expect(
      judgements(set) == ["party-changed substantive party", "clause-modified editorial term"])
    #expect(set.changes[1].sentence(in: .english).hasSuffix("(editorial: renamed term)."))
    #expect(
      set.changes[1].sentence(in: .german).hasSuffix("(redaktionell: umbenannter Begriff)."))
  }

  @Test func tellsHeadingsWithTheNameAsRenamed() {
    let text = "## 1. Duties of the Processor\n\nThe records are kept.\n"

    let set = changeSet(
      contract("Processor", text),
      contract("Fleetster", text.replacing("Processor", with: "Fleetster")))

    #expect(
      judgements(set) == ["party-changed substantive party", "section-modified editorial term"])
  }

  /// What else changed weighs as it does alone.
  @Test func weighsWhatChangedBesideTheName() {
    let text = "## 1. T\n\nThe Processor shall keep all of its records for ten days.\n"
    let new = text.replacing("Processor", with: "Provider").replacing("shall", with: "may")

    #expect(
      Set(judgements(changeSet(contract("Processor", text), contract("Provider", new))))
        == ["clause-modified weakening modal", "party-changed substantive party"])
  }

  /// Another party in the place of one is no name for it.
  @Test(arguments: [
    ("Processor", "Controller"), ("Processor", "processor"), ("Processor", "Customer"),
  ])
  func leavesOtherPartiesAlone(old: String, new: String) {
    let text = "## 1. T\n\nThe \(old) pays for all the inspections.\n"

    let set = changeSet(
      contract("Processor", text), contract("Provider", text.replacing(old, with: new)))

    #expect(!judgements(set).contains("clause-modified editorial term"))
  }

  @Test func knowsATermByItsDefinition() {
    let old = """
      ## 1. Terms

      - (1) "Order Data" means all data that the Controller hands over.
      - (2) The Processor erases Order Data at the end.

      """

    let set = changeSet(old, old.replacing("Order Data", with: "Customer Data"))

    #expect(set.changes.count == 2)
    #expect(judgements(set).contains("clause-modified editorial term"))
    #expect(set.changes[0].materiality == .substantive)
  }

  /// The definition is told with its weight, wherever it stands and however it names the term; its
  /// uses say what they said.
  @Test(
    arguments: [
      ("Acme Ltd, hereinafter referred to as %, agrees.", "Principal", "Client"),
      ("Acme Ltd, hereinafter **%**, agrees.", "Principal", "Client"),
      ("Acme Ltd, hereinafter referred to as \"**%**\", agrees.", "Principal", "Client"),
      ("Acme Ltd (hereinafter the \u{201C}%\u{201D}).", "Principal", "Client"),
      ("Die Acme GmbH \u{2013} nachfolgend „%“ genannt \u{2013}", "Auftraggeber", "Besteller"),
      ("Die Acme GmbH, nachstehend % genannt,", "Auftraggeber", "Besteller"),
      ("Die Acme GmbH (im Folgenden: %)", "Auftraggeber", "Besteller"),
    ], [true, false])
  func knowsATermByTheWordsThatIntroduceIt(
    _ form: (definition: String, old: String, new: String), isPreamble: Bool
  ) {
    func text(_ name: String) -> String {
      let definition = form.definition.replacing("%", with: name)
      let clauses = "- (2) % zahlt, % pays.\n- (3) Systems are open to the %.\n"
        .replacing("%", with: name)
      return isPreamble
        ? "\(definition)\n\n## 1. Scope\n\n\(clauses)"
        : "## 1. Scope\n\n- (1) \(definition)\n\(clauses)"
    }

    let set = changeSet(text(form.old), text(form.new))

    #expect(
      judgements(set).dropFirst() == [
        "clause-modified editorial term", "clause-modified editorial term",
      ])
    #expect(set.changes[0].materiality == .substantive)
  }

  @Test func knowsTheSingularOfATermThatIsDefinedInThePlural() {
    let old = """
      ## 1. Terms

      - (1) Companies that work for the Processor are referred to as "sub-Processors".
      - (2) The Processor names each sub-Processor. It selects sub-Processors with care.

      """
    let new = old.replacing("sub-Processor", with: "Subcontractor")

    #expect(
      judgements(changeSet(old, new))
        == ["clause-modified substantive party", "clause-modified editorial term"])
  }

  /// A term that both versions use is none under another name.
  @Test func leavesATermAloneThatIsStillUsed() {
    let old = """
      ## 1. Terms

      - (1) "Order Data" means all data that the Controller hands over.
      - (2) The Processor erases Order Data at the end.
      - (3) The Processor keeps Order Data in one place.

      """
    let new = old.replacing("\"Order Data\"", with: "\"Customer Data\"")
      .replacing("erases Order", with: "erases Customer")

    #expect(!judgements(changeSet(old, new)).contains("clause-modified editorial term"))
  }

  /// A reference to an annex that is called a schedule now follows it.
  @Test func saysNothingOfReferencesToAnnexesOfAnotherKind() {
    let old = "## 5. D\n\n- (1) See Annex 1 for the data.\n\n# Annex 1: Data\n\nNames only.\n"

    #expect(
      changeSet(old, old.replacing("Annex", with: "Schedule")).changes.map(\.kind.rawValue)
        == ["annex-renumbered"])
  }

  @Test func knowsTheDocumentByItsOtherName() {
    func contract(_ name: String) -> String {
      "---\ntitle: T\nself-names: [\(name), Agreement]\n---\n\n## 1. T\n\n"
        + "This \(name) ends with the main contract.\n"
    }

    let set = changeSet(
      contract("Order Processing Agreement"), contract("Data Processing Agreement"))

    #expect(
      Set(judgements(set))
        == ["metadata-changed editorial metadata", "clause-modified editorial term"])
  }
}
