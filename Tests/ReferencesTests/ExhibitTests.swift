import Agreements
import Diagnostics
import References
import Testing

/// Annexes that are documents of their own: `part-of` and `exhibit`.
struct ExhibitTests {
  private let measures = """
    ---
    title: Measures
    language: en
    part-of: dpa
    exhibit: Annex 1
    ---

    ## 1. Doors

    Doors are locked. See Annex 1, section 2, and Annex 2.

    ## 2. Keys

    - (1) As Annex 1 says, keys are counted.

    """
  private let companies = """
    ---
    title: Companies
    language: en
    part-of: dpa
    exhibit: Annex II
    ---

    ## 1. List

    None but those of Annex 1.

    """

  private let german = """
    ---
    title: Maßnahmen
    language: de
    translation-of: measures
    exhibit: Anlage 1
    ---

    ## 1. Türen

    Türen sind abgeschlossen.

    """

  private var documents: [(id: String, markdown: String)] {
    [("measures", measures), ("companies", companies), ("massnahmen", german)]
  }

  private func agreement(
    _ text: String, keys: String = "language: en"
  ) -> [(id: String, markdown: String)] {
    [("dpa", "---\ntitle: Agreement\n\(keys)\n---\n\n## 1. Scope\n\n\(text)\n")]
  }

  /// Each reference of a document as `text -> document path`, and faults.
  private func found(
    _ sources: [(id: String, markdown: String)], in index: Int = 0
  ) -> [String] {
    let readings = readAll(sources)
    let (agreements, diagnostics) = resolveReferences(in: readings)
    let references = agreements[index].references.map { reference in
      let targets = reference.parts.flatMap(\.targets).map { target in
        let agreement = readings[Int(target.agreement)].agreement
        let place = Int(target.provision)
        guard place >= 0 else { return agreement.id }
        return "\(agreement.id) \(agreement.legalPath(of: place).written)"
      }
      return "\(readings[index].text(reference.textRange)) -> \(targets.joined(separator: ", "))"
    }
    return references + diagnostics.map(\.summary)
  }

  @Test(arguments: [
    ("Annex 1", "measures"), ("Annex I", "measures"), ("annex 1, section 2", "measures 2"),
    ("section 2(1) of Annex 1", "measures 2(1)"), ("Annex 2", "companies"),
    ("Annex II", "companies"), ("Annexes 1 to 2", "measures, companies"),
    ("Annex 1 to this agreement", "measures"),
  ])
  func areWhatTheirAgreementMeans(text: String, target: String) {
    #expect(found(agreement("See \(text).") + documents) == ["\(text) -> \(target)"])
  }

  @Test func areEachFoundInAList() {
    #expect(
      found(agreement("Annexes 1 and 2 apply.") + documents) == [
        "Annexes 1 and 2 -> measures, companies"
      ])
  }

  @Test func meanEachOtherByTheirNumbers() {
    let all = agreement("x") + documents
    #expect(
      found(all, in: 1) == [
        "Annex 1, section 2 -> measures 2", "Annex 2 -> companies", "Annex 1 -> ",
      ])
    #expect(found(all, in: 2) == ["Annex 1 -> measures"])
  }

  /// The measures in German belong to the agreement in German, which belongs to the one in English.
  @Test func areTakenInTheLanguageOfTheText() {
    let german = agreement("Siehe Anlage 1.", keys: "language: de\ntranslation-of: whole")
    let whole = [("whole", "---\ntitle: A\nlanguage: en\n---\n\n## 1. A\n\nSee Annex 1.\n")]
    let parts = documents.map { document in
      (document.id, document.markdown.replacing("part-of: dpa", with: "part-of: whole"))
    }
    #expect(found(german + whole + parts) == ["Anlage 1 -> massnahmen"])
    #expect(found(german + whole + parts, in: 1) == ["Annex 1 -> measures"])
  }

  /// What a part calls the agreement by its short title is there, and not in the part.
  @Test func citeTheAgreementByItsShortTitle() {
    let part = """
      ---
      title: UK Addendum
      language: en
      part-of: dpa
      ---

      ## 2. Transfers

      They rest on section 1 of the DPA.

      """
    #expect(
      found(agreement("None.", keys: "language: en\nshort-title: DPA") + [("uk", part)], in: 1)
        == ["section 1 of the DPA -> dpa 1"])
  }

  @Test func giveWayToAnAnnexOfTheAgreementItself() {
    #expect(
      found(agreement("See Annex 1.\n\n# Annex 1: Data\n\nNames.") + documents) == [
        "Annex 1 -> dpa Annex 1"
      ])
  }

  @Test(arguments: ["Annex 3", "Schedule 1", "Annex 1, section 9"])
  func areNothingElse(text: String) {
    #expect(
      found(agreement("See \(text).") + documents).last
        == "'\(text)' leads nowhere; this agreement has no such place")
  }

  @Test func areOfNoOtherAgreement() {
    let other = [("msa", "---\ntitle: Master\n---\n\n## 1. A\n\nSee Annex 1.\n")]
    #expect(
      found(other + agreement("x") + documents) == [
        "Annex 1 -> ", "'Annex 1' leads nowhere; this agreement has no such place",
      ])
  }

  @Test func areNeitherLinkedNorMissedWhereTheyAreNotPublished() {
    let sources = agreement("See Annex 1.") + documents
    let readings = readAll(sources)
    var context = UnderstandingContext()
    context.unpublished = [readings[1].agreement.metadata]
    let set = ReadingSet([readings[0]], context: context)
    let (resolved, diagnostics) = set.resolve(0)
    #expect(resolved.references.map(\.status) == [.external])
    #expect(diagnostics.map(\.summary) == [])
  }
}
