import Agreements
import Changes
import Deadlines
import Diagnostics
import Foundation
import Frontmatter
import Registers
import Synchronization
import Testing

struct ChangeSetTests {
  private let edited =
    sampleContract
    .replacing("14 working days", by: "10 working days")
    .replacing("- b. Visitors are accompanied at all times.\n", by: "")
    .replacing("maintains it under", by: "maintanis it under")

  @Test func putsTheMaterialChangesFirst() {
    let set = changeSet(sampleContract, edited)

    #expect(
      set.changes.map { "\($0.number) \($0.materiality.rawValue)" } == [
        "1 weakening", "2 substantive", "3 editorial",
      ])
    #expect(set.count(.weakening) == 1)
  }

  @Test func putsASentenceIntoWordsOnce() {
    let times = Atomic<Int>(0)
    let change = Change(
      .settingChanged, entity: "title", before: nil, after: nil,
      judgement: Judgement(.editorial, .wording),
      statement: {
        times.add(1, ordering: .relaxed)
        return BilingualText(english: "the title is new", german: "der Titel ist neu")
      })

    #expect(times.load(ordering: .relaxed) == 0)
    #expect(change.statement.english == "the title is new")
    #expect(change.statement.german == "der Titel ist neu")
    #expect(times.load(ordering: .relaxed) == 1)
  }

  @Test func saysEachChangeInASentence() {
    let set = changeSet(sampleContract, edited)

    #expect(
      set.changes.map { $0.sentence(in: .english) } == [
        "1. Annex 1 / Access control / b: the measure \u{201C}Visitors are accompanied at all "
          + "times.\u{201D} is removed (weakening: removal).",
        "2. § 4(1): the period for objections is shortened from 14 to 10 working days "
          + "(substantive: period).",
        "3. § 1: \u{201C}maintains\u{201D} becomes \u{201C}maintanis\u{201D} "
          + "(editorial: spelling).",
      ])
    #expect(
      set.changes.map { $0.sentence(in: .german) } == [
        "1. Annex 1 / Access control / b: die Maßnahme \u{201E}Visitors are accompanied at all "
          + "times.\u{201C} entfällt (abschwächend: Streichung).",
        "2. § 4 Abs. 1: die Einspruchsfrist verkürzt sich von 14 auf 10 Arbeitstage "
          + "(inhaltlich: Frist).",
        "3. § 1: aus \u{201E}maintains\u{201C} wird \u{201E}maintanis\u{201C} "
          + "(redaktionell: Schreibweise).",
      ])
  }

  @Test func writesJSONOfAFixedShape() throws {
    let set = changeSet(
      sampleContract, sampleContract.replacing("14 working days", by: "10 working days"))

    let line = sampleContract.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("- (1) New sub-processors") }
    let place = #"{"parts":["4","(1)"],"path":"4(1)","line":\#((line ?? 0) + 1)}"#
    #expect(
      String(decoding: set.json(in: .english), as: UTF8.self)
        == #"{"from":"1","to":"2","changes":[{"number":1,"kind":"clause-modified","#
        + #""entity":"4-1","agreement":"dpa","before":\#(place),"after":\#(place),"#
        + #""field":"text","valueBefore":"14 working days","valueAfter":"10 working days","#
        + #""wordsRemoved":["14"],"wordsAdded":["10"],"materiality":"substantive","#
        + #""rule":"period","sentence":"1. § 4(1): the period for objections is shortened from "#
        + #"14 to 10 working days (substantive: period)."}]}"# + "\n")
  }

  @Test func namesEveryKindAsMachinesReadIt() {
    #expect(ChangeKind.allCases.count == 42)
    for kind in ChangeKind.allCases { #expect(ChangeKind(rawValue: kind.rawValue) == kind) }
    #expect(ChangeKind(rawValue: "sub-processor-moved") == .of(.subProcessor, .moved))
    #expect(ChangeKind(rawValue: "clause-vanished") == nil)
  }

  @Test func followsReferencesAcrossAgreements() {
    let terms = "## 1. Services\n\nText of it.\n\n## 2. Fees\n\nOther text here.\n"
    let renumbered =
      "## 1. Trial\n\nNew.\n\n## 2. Services\n\nText of it.\n\n## 3. Fees\n\nOther text here.\n"
    let dpa = "## 1. Costs\n\nSee [the fees](terms#2) of the terms.\n"

    let set = compare(
      portal("1", terms: terms, dpa: dpa), portal("2", terms: renumbered, dpa: dpa))

    #expect(
      lines(set).contains("reference-retargeted 1 (reference) substantive: reference"),
      "\(lines(set))")
    let retargeted = set.changes.first { $0.kind == .referenceRetargeted }
    #expect(
      retargeted?.statement.english
        == "\u{A7} 1: the reference \u{201C}the fees\u{201D} leads to "
        + "\u{A7} 2 \u{201C}Services\u{201D} of \u{201C}terms\u{201D} now, and led to "
        + "\u{A7} 2 \u{201C}Fees\u{201D} of \u{201C}terms\u{201D}")
    #expect(retargeted?.valueAfter == "terms: 2")
  }

  private func read(_ text: String, _ id: String) -> Agreement {
    readAgreement(Array(text.utf8), path: "\(id).md").agreement
  }

  private func portal(_ name: String, terms: String, dpa: String) -> ReleaseContents {
    ReleaseContents(
      id: name,
      reading: [
        (read(terms, "terms"), Array(terms.utf8)), (read(dpa, "dpa"), Array(dpa.utf8)),
      ])
  }
}
