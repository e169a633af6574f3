import Agreements
import Diagnostics
import References
import Testing

/// What a worker keeps of the words of one agreement for the next.
struct LexiconTests {
  private static let sources = [
    """
    ## 1 Definitions

    "Data Set" means all records. The Processor shall inform the Controller within 14 days.

    The client may object within two weeks after the notice; the processor's staff is bound.
    """,
    """
    ## § 1 Begriffe

    „Weisung“ ist jede Anordnung. Der Auftragnehmer meldet unverzüglich, siehe § 2 Abs. 1.

    ## § 2 Pflichten

    (1) Der Auf\u{AD}tragnehmer befolgt Weisungen. Name: ____
    """,
    """
    ## 1 Scope

    The Data Sets and the Supplier's Data Set are kept for every quarter; the Supplier Group, the
    Supplier Group and the Supplier Group are bound, see section 1.
    """,
  ]

  private func read(_ source: String, with lexicon: inout Lexicon) -> [String] {
    let agreement = readAgreement(Array(source.utf8), path: "content/agreements/dpa.md").agreement
    let context = ReferenceContext(for: agreement, in: PortalTitles())
    let (reading, findings) = AgreementReading.read(
      agreement, source: { Array(source.utf8) }, context: context, lexicon: &lexicon)
    return findings.terms.terms.map(\.name)
      + findings.terms.uses.map { "\($0.term) \(reading.text($0.textRange))" }
      + findings.periods.map { "\($0.kind) \($0.party) \(reading.text($0.textRange))" }
      + findings.blanks.map(\.label)
      + reading.recognition.mentions.map { reading.text($0.textRange) }
      + findings.diagnostics.map(\.summary)
  }

  private func lexicon() -> Lexicon { Lexicon(of: PortalTitles()) }

  @Test func readsTheSameWhateverWasReadBefore() {
    let alone = Self.sources.map { source in
      var lexicon = lexicon()
      return read(source, with: &lexicon)
    }
    #expect(alone.allSatisfy { !$0.isEmpty })
    for order in [[0, 1, 2], [2, 1, 0], [1, 1, 0]] {
      var shared = lexicon()
      for index in order { #expect(read(Self.sources[index], with: &shared) == alone[index]) }
    }
  }

  @Test func readsTheSameBehindMoreWordsThanItKeeps() {
    var lexicon = lexicon()
    let alone = read(Self.sources[0], with: &lexicon)
    let letters = Array("abcdefghij")
    let words = (0..<40_000).map { number in
      String(String(number).compactMap(\.wholeNumberValue).map { letters[$0] })
    }
    _ = read("## 1 Words\n\n\(words.joined(separator: " "))\n", with: &lexicon)
    #expect(read(Self.sources[0], with: &lexicon) == alone)
  }

  @Test func takesWordsWithSoftHyphensForTheSame() {
    let reading = reading(
      of: "## 1 Terms\n\n\"Auftragnehmer\" means Acme.\n\n## 2 Use\n\nAuf\u{AD}tragnehmer.\n")
    let uses = findTerms(in: reading).uses
    #expect(uses.map { reading.text($0.textRange) } == ["Auf\u{AD}tragnehmer"])
  }

  private func reading(of source: String) -> AgreementReading {
    let agreement = readAgreement(Array(source.utf8), path: "content/agreements/dpa.md").agreement
    return AgreementReading(
      agreement, source: { Array(source.utf8) }, context: ReferenceContext(for: agreement))
  }
}
