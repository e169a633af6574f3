import Changes
import Deadlines
import Foundation
import Testing

/// A clause that was written anew in its place, without a word that was kept.
struct RewrittenClauseTests {
  private static let jurisdiction =
    "The place of jurisdiction is determined by the main contract."
  private static let courts = "The courts of Berlin are exclusively competent."

  private func provisions(_ clauses: [String], title: String = "## 14. Final provisions") -> String
  {
    "\(title)\n\n" + clauses.map { "- \($0)\n" }.joined()
  }

  private func kinds(_ set: ChangeSet) -> [String] {
    set.changes.map { "\($0.kind.rawValue) \($0.before?.path ?? "-") \($0.after?.path ?? "-")" }
  }

  /// A sentence that kept a few words is shown as a whole, and what came in is quoted, whatever went
  /// out: it is what readers look for.
  @Test func quotesTheShortSentenceThatCame() {
    let old = """
      ## 9. Sub-processors

      - a. The Processor is generally authorised to use sub-contractors, provided that it tells the
        Controller of each at least 14 working days before the use begins, so that the Controller can
        object. Where nothing is said within that period, the use of the sub-contractor is deemed to be
        approved, and the Processor passes on all duties of this agreement.
      - b. The list is kept up to date.

      """
    let sentence =
      "The Processor shall not engage any other company without the prior written consent of the "
      + "Controller."
    let start = old.range(of: "The Processor is")!.lowerBound
    let end = old.range(of: "agreement.\n")!.upperBound
    let new = old.replacingCharacters(in: start..<end, with: sentence + "\n")

    let set = changeSet(old, new)

    #expect(kinds(set) == ["clause-modified 9.a 9.a"])
    #expect(set.changes[0].judgement == Judgement(.substantive, .negation))
    #expect(set.changes[0].statement.english.hasSuffix(" becomes \u{201C}\(sentence)\u{201D}"))
    #expect(set.changes[0].statement.german.hasSuffix(" wird \u{201E}\(sentence)\u{201C}"))
    #expect(set.changes[0].wordsAdded.joined(separator: " ") == sentence)
  }

  @Test func isShownAsAWhole() {
    let set = changeSet(
      provisions([
        "a. German law applies.", "b. \(Self.jurisdiction)", "c. There is nothing else agreed.",
      ]),
      provisions([
        "a. German law applies.", "b. \(Self.courts)", "c. There is nothing else agreed.",
      ]))

    #expect(kinds(set) == ["clause-modified 14.b 14.b"])
    #expect(set.changes[0].judgement == Judgement(.substantive, .wording))
    #expect(set.changes[0].wordsRemoved.joined(separator: " ") == Self.jurisdiction)
    #expect(set.changes[0].wordsAdded.joined(separator: " ") == Self.courts)
    #expect(
      set.changes[0].statement.english
        == "\u{A7} 14.b is rewritten: \u{201C}\(Self.jurisdiction)\u{201D} becomes "
        + "\u{201C}\(Self.courts)\u{201D}")
    #expect(
      set.changes[0].statement.german
        == "\u{A7} 14.b ist neu gefasst: aus \u{201E}\(Self.jurisdiction)\u{201C} wird "
        + "\u{201E}\(Self.courts)\u{201C}")
  }

  @Test func isKnownBehindANewNeighbourThatGaveItAnotherNumber() {
    let set = changeSet(
      provisions(["a. German law applies.", "b. \(Self.jurisdiction)"]),
      provisions([
        "a. Changes are made in writing.", "b. German law applies.", "c. \(Self.courts)",
      ]))

    #expect(kinds(set).contains("clause-modified 14.b 14.c"))
  }

  @Test(arguments: [
    // Two of them have no neighbour that stayed.
    (
      ["a. German law applies.", "b. \(jurisdiction)", "c. Changes are made in writing."],
      ["a. German law applies.", "b. \(courts)", "c. Invoices fall due within a month."]
    ),
    // Another number, and points that have none.
    (
      ["a. German law applies.", "b. \(jurisdiction)"], ["a. German law applies.", "c. \(courts)"]
    ),
    (["German law applies.", jurisdiction], ["German law applies.", courts]),
    // Clauses with a title each.
    (
      ["a. German law applies.", "b. **Courts.** \(jurisdiction)"],
      ["a. German law applies.", "b. **Invoices.** Bills fall due within a month."]
    ),
  ])
  func isGoneWhereNothingTellsThatItStayed(old: [String], new: [String]) {
    let set = changeSet(provisions(old), provisions(new))

    #expect(!set.changes.contains { $0.kind.rawValue == "clause-modified" })
    #expect(set.changes.contains { $0.kind.rawValue == "clause-removed" })
  }

  // MARK: - Measures

  private func measures(_ items: [String]) -> String {
    provisions(
      items, title: "# Annex 1: Technical and organisational measures\n\n## Access control")
  }

  /// What was promised is gone, whatever came instead under its letter.
  @Test func takesAnotherMeasureForALoss() {
    let set = changeSet(
      measures([
        "a. Doors are locked.", "b. Employees are bound to confidentiality.",
        "c. Visitors are led.",
      ]),
      measures([
        "a. Doors are locked.", "b. All staff sign an undertaking beforehand.",
        "c. Visitors are led.",
      ]))

    #expect(set.changes.map(\.kind.rawValue) == ["measure-removed", "measure-added"])
    #expect(set.changes[0].judgement == Judgement(.weakening, .removal))
  }

  /// A word or two may be another name of the same.
  @Test func takesAnotherWordForTheSameMeasureAndALoss() {
    let set = changeSet(
      measures(["a. Doors are locked.", "b. Firewall", "c. Visitors are led."]),
      measures(["a. Doors are locked.", "b. Network segmentation", "c. Visitors are led."]))

    #expect(set.changes.map(\.kind.rawValue) == ["measure-modified"])
    #expect(set.changes[0].judgement == Judgement(.weakening, .rewritten))
  }

  @Test(arguments: [
    ("Employees are bound to secrecy.", "Employees take an oath."),
    ("Firewall (not applicable)", "Network segmentation"),
  ])
  func weighsWhatPromisedNothingOrKeptAWordByItsWords(old: String, new: String) {
    let set = changeSet(
      measures(["a. Doors are locked.", "b. \(old)", "c. Visitors are led."]),
      measures(["a. Doors are locked.", "b. \(new)", "c. Visitors are led."]))

    #expect(!set.changes.contains { $0.rule == .rewritten })
  }

  @Test func keepsAMeasureThatIsGoneApartFromThoseThatTookItsLetter() {
    let set = changeSet(
      measures(["a. Doors are locked.", "b. Keys are counted daily.", "c. Visitors are led."]),
      measures(["a. Doors are locked.", "b. Visitors are led."]))

    #expect(set.changes.map(\.kind.rawValue) == ["measure-removed", "measure-renumbered"])
    #expect(set.changes[0].judgement == Judgement(.weakening, .removal))
  }
}
