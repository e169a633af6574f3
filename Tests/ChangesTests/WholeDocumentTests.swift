import Agreements
import Changes
import Deadlines
import Testing

/// Documents that only one version has.
struct WholeDocumentTests {
  private static let list = """
    ---
    title: Sub-processors
    ---

    | Name | Purpose | Location |
    |---|---|---|
    | Tern Ltd | Mail | Ireland |
    | Skua AG | SMS | Germany |

    """
  private static let sections = """
    # Sub-processors

    We announce changes.

    ## Tern Ltd

    Purpose: mail

    ## Skua AG

    Purpose: SMS

    """
  private static let terms = "## 1. Terms\n\nAll is agreed.\n"

  private func contents(_ name: String, _ list: String?) -> ReleaseContents {
    var documents = [("terms", Self.terms)]
    if let list { documents.append(("subs", list)) }
    return ReleaseContents(
      id: name,
      reading: documents.map { id, text in
        let source = Array(text.utf8)
        return (readAgreement(source, path: "content/agreements/\(id).md").0, source)
      })
  }

  /// A row that goes on with the company above it is none; a remark belongs to a name, and the
  /// address behind it does not.
  @Test func nameCompaniesByTheirCells() {
    let list = """
      # Sub-processors

      | Company and registered office | Task | Data | Place | Since |
      |---|---|---|---|---|
      | **Online:** | | | | |
      | Eider GmbH<br>Watt 7<br>25813 Husum | Platform | Accounts | Germany | 1 February 2024 |
      | | Certificates | Accounts | Germany | 1 February 2024 |
      | Tern B.V. (Tern Holdings Inc., USA), Quay 4, Ghent | Mail | Voices | Belgium | 3 March 2025 |
      | **On the spot:** | | | | |
      | Skua AG, Kai 2, Kiel | Printing | Accounts | Germany | 12.05.2025 |

      """
    let came = compare(contents("1", nil), contents("2", list))

    #expect(
      came.changes.map(\.entity) == [
        "subs", "Eider GmbH", "Tern B.V. (Tern Holdings Inc., USA)", "Skua AG",
      ])
  }

  @Test(arguments: [list, sections])
  func tellEachCompany(list: String) {
    let gone = compare(contents("1", list), contents("2", nil))
    let came = compare(contents("1", nil), contents("2", list))

    #expect(
      gone.changes.map(\.kind.rawValue)
        == ["annex-removed", "sub-processor-removed", "sub-processor-removed"])
    #expect(
      came.changes.map(\.kind.rawValue)
        == ["annex-added", "sub-processor-added", "sub-processor-added"])
    #expect(came.changes.map(\.entity) == ["subs", "Tern Ltd", "Skua AG"])
    #expect(came.changes[1].wordsAdded.joined(separator: " ").hasPrefix("Tern Ltd"))
    #expect(came.changes[1].statement.english.hasSuffix("\u{201C}Tern Ltd\u{201D} is added"))
    #expect(gone.changes[2].statement.german.hasSuffix("\u{201E}Skua AG\u{201C} entfällt"))
  }

  /// Each change leads to the entry of the redline that shows it.
  @Test(arguments: [list, sections])
  func areShownInTheRedline(list: String) throws {
    let set = compare(contents("1", nil), contents("2", list))
    let redline = try #require(set.redlines.first { $0.agreement == "subs" })

    for change in set.changes.dropFirst() {
      let clause = try #require(redline.clauses.first { $0.changes == [change.number] })
      let text = redline.texts[clause.texts]
        .flatMap { redline.runs[$0.runs].map(redline.text) }.joined(separator: " ")
      #expect(text.hasPrefix(change.entity))
    }
  }
}
