import Agreements
import Diagnostics
import References
import Testing

/// Coverage, back-links and the JSON of a whole agreement.
struct UnderstandTests {
  static let source = """
    ## 1 Subject matter and term {#scope covers="28.3.subject-matter 28.3.x"}

    See section 2.

    ## 2 Instructions

    - (1) As Art. 28(3)(a) GDPR says, see Annex 1.
    - (2) Articles 32 to 36 GDPR; Art. 28 (2)-(4) GDPR.

    ## 3 Audits

    The Processor shall answer within 10 days. An instruction that violates the law is not followed.

    # Annex 1: Types of data

    Names. See section 2(1) of this agreement.
    """

  @Test func assessesTheDutiesOfAnAgreement() {
    let (portal, diagnostics) = understand(Self.source)
    let duties = ReferenceCatalogs.shipped.duties.duties
    #expect(duties.count == 18)
    var rows: [String: String] = [:]
    for coverage in portal.agreements[0].coverage {
      rows[duties[coverage.duty].id] =
        "\(coverage.status.rawValue) \(coverage.places.map(\.provision))"
    }
    #expect(rows["28.3.subject-matter"] == "declared [0]")
    #expect(rows["28.3.a"] == "suggested [2]")
    #expect(rows["28.3.f"] == "suggested [3]")
    #expect(rows["28.2"] == "suggested [3]")
    #expect(rows["28.4"] == "suggested [3]")
    #expect(rows["28.3.h"] == "suggested [4]")
    #expect(rows["28.3.i"] == "suggested [4]")
    #expect(rows["28.3.data"] == "suggested [5]")
    #expect(rows["28.3.g"] == "missing []")
    #expect(diagnostics.map(\.code) == [.unknownDuty])
    #expect(
      diagnostics.first?.summary == "'28.3.x' is no duty of Art. 28 GDPR that a clause can cover")
  }

  /// Where no heading says it, a row of a table or a sentence does.
  @Test(arguments: [
    (
      "| Item | Description |\n|---|---|\n| Duration | one year |\n| Categories of personal data | names |",
      "28.3.data", 2
    ),
    (
      "| Item | Description |\n|---|---|\n| Duration | one year |\n| Categories of personal data | names |",
      "28.3.duration", 1
    ),
    ("(1) Folgende Datenarten sind Gegenstand der Verarbeitung:\n\n- Namen", "28.3.data", 1),
    ("(1) The Processor remains liable for its sub-processors.", "28.4", 1),
    ("(1) It tells the categories of personal data that a breach concerns.", "28.3.data", -1),
  ])
  func suggestsRowsAndSentences(text: String, duty: String, place: Int32) {
    let (portal, _) = understand("## 1 General\n\n\(text)\n")
    let duties = ReferenceCatalogs.shipped.duties.duties
    let row = portal.agreements[0].coverage.first { duties[$0.duty].id == duty }
    #expect(row?.places.map(\.provision) == (place < 0 ? [] : [place]))
  }

  /// A duty beside the one that was meant is another duty.
  @Test(arguments: [
    ("28.3", "use one of the duties '28.3.subject-matter', '28.3.duration', '28.3.nature'"),
    ("28.3.x", "use one of the duties '28.3.subject-matter',"),
    ("28.5", "use one of the duties '28.3.subject-matter',"),
    ("28.3.durations", "replace '28.3.durations' with '28.3.duration'"),
    ("28(3)(h)", "replace '28(3)(h)' with '28.3.h'"),
    ("Art.28.3.H", "replace 'Art.28.3.H' with '28.3.h'"),
    ("32", "use one of the duties '28.3.subject-matter',"),
  ])
  func namesTheDutiesThatMayBeMeant(id: String, help: String) {
    let (_, diagnostics) = understandAll([
      ("dpa", "## 1 Measures {#all covers=\"\(id)\"}\n\nLocks.\n")
    ])
    #expect(diagnostics.map(\.code) == [.unknownDuty])
    #expect(diagnostics.first?.help?.hasPrefix(help) == true, "\(diagnostics.first?.help ?? "")")
  }

  @Test func takesTheDutiesOfADocumentThatIsCited() {
    let (portal, _) = understandAll([
      ("dpa", "## 1 Measures\n\nSee [the measures](toms).\n"),
      ("toms", "## 1 Measures {#all covers=\"28.3.c\"}\n\nLocks.\n"),
    ])
    let index = ReferenceCatalogs.shipped.duties.duties.firstIndex { $0.id == "28.3.c" }
    let coverage = portal.agreements[0].coverage.first { $0.duty == index }
    #expect(coverage?.status == .elsewhere)
    #expect(coverage?.places == [ReferenceTarget(agreement: 1, provision: 0)])
  }

  @Test func turnsReferencesAround() {
    let links = understand(Self.source).portal.backLinks
    let sources = { (provision: Int32) in
      links.links(toAgreement: 0).filter { $0.target.provision == provision }
        .map(\.source.provision)
    }
    #expect(sources(1) == [0])
    #expect(sources(2) == [5])
    #expect(sources(5) == [2])
    #expect(sources(4) == [])
    #expect(links.laws.map(\.provision.number) == ["28", "28", "32", "33", "34", "35", "36"])
  }

  @Test func writesJSON() {
    let (portal, _) = understand(
      """
      ## 1 Scope

      - (1) "Order" means a wish; the Processor shall answer within 10 days, Art. 28(3)(a) GDPR.
      - (2) The Order is in section 1(1). City: ____
      """)
    var understood = portal.agreements[0]
    understood.coverage = []
    var json = JSONText()
    json.object { appendReferences(of: 0, in: portal.readings, understood, to: &$0) }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"references":[{"path":"1(2)","line":4,"column":23,"text":"section 1(1)","#
        + #""kind":"clause","status":"resolved","targets":[{"agreement":"dpa","parts":["1","(1)"],"#
        + #""path":"1(1)","anchor":"1-1"}]}],"#
        + #""citations":[{"path":"1(1)","line":3,"column":72,"text":"Art. 28(3)(a) GDPR","#
        + #""law":"gdpr","unit":"article","number":"28","paragraph":"3","letter":"a","#
        + #""written":"28(3)(a)","#
        + #""url":"https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#art_28"}],"#
        + #""terms":[{"name":"Order","source":"text","path":"1(1)","line":3,"column":8,"#
        + #""text":"Order","uses":[{"path":"1(2)","line":4,"column":11,"text":"Order"}]}],"#
        + #""periods":[{"path":"1(1)","line":3,"column":56,"text":"within 10 days","#
        + #""kind":"duration","amount":10,"unit":"days","bound":"at-most","party":"processor"}],"#
        + #""blanks":[{"kind":"line","label":"City","path":"1(2)","line":4,"column":43,"#
        + #""text":"____"}],"coverage":[]}"#)
  }

  @Test(arguments: ["laws.yml", "topics.yml", "roles.yml", "duties.yml"])
  func readsTheShippedDataWithoutAComplaint(name: String) throws {
    let bytes = try #require(ReferenceCatalogs.shippedFile(name))
    let diagnostics =
      switch name {
      case "laws.yml": readLaws(bytes, path: name).diagnostics
      case "topics.yml": readTopics(bytes, path: name).diagnostics
      case "roles.yml": readRoles(bytes, path: name).diagnostics
      default: readDuties(bytes, path: name).diagnostics
      }
    #expect(diagnostics == [])
  }
}
