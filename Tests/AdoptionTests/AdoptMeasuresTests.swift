import Adoption
import Agreements
import Diagnostics
import Frontmatter
import Registers
import Testing

struct AdoptMeasuresTests {
  @Test(arguments: [
    "not implemented", "not yet implemented", "no", "nein", "open", "offen", "nicht umgesetzt",
    "Noch nicht umgesetzt (2027)", "-", "✗",
  ])
  func leavesOutWhatIsNotTaken(state: String) {
    let (found, diagnostics) = measures(
      """
      | Control | Measure | Status |
      |---|---|---|
      | Physical access control | Doors are locked | implemented |
      | | Guards | \(state) |
      """)
    #expect(lines(found) == ["bdsg9.1 Doors are locked [all: implemented]"])
    #expect(codes(diagnostics) == ["measure-not-taken"])
  }

  @Test(arguments: [
    ("(not yet implemented)", [String](), ["measure-not-taken"]),
    ("(noch nicht umgesetzt)", [], ["measure-not-taken"]),
    ("(teilweise umgesetzt)", ["bdsg9.1 Guards (teilweise umgesetzt) [all: partial]"], []),
    ("(no weapons)", ["bdsg9.1 Guards (no weapons) [all: implemented]"], []),
  ])
  func readsTheStateInBrackets(remark: String, expected: [String], found codesFound: [String]) {
    let (found, diagnostics) = measures(
      """
      ## Physical access control

      - Guards \(remark)
      """)
    #expect(lines(found) == expected)
    #expect(codes(diagnostics) == codesFound)
  }

  @Test(arguments: [
    (
      "not applicable: no paper", "bdsg9.1 Physical access control [all: not-applicable (no paper)]"
    ),
    (
      "See Nordwind GmbH's documents.",
      "bdsg9.1 See Nordwind GmbH's documents. [all: delegated > Nordwind GmbH]"
    ),
    (
      "Unterlagen der Nordwind GmbH",
      "bdsg9.1 Unterlagen der Nordwind GmbH [all: delegated > Nordwind GmbH]"
    ),
    (
      "Documents of the Nordwind GmbH.",
      "bdsg9.1 Documents of the Nordwind GmbH. [all: delegated > Nordwind GmbH]"
    ),
    (
      "Nordwind GmbH’s certificates.",
      "bdsg9.1 Nordwind GmbH’s certificates. [all: delegated > Nordwind GmbH]"
    ),
    (
      "Unterlagen der Nordwind GmbH liegen im Tresor",
      "bdsg9.1 Unterlagen der Nordwind GmbH liegen im Tresor [all: implemented]"
    ),
    (
      "Dokumentation der Zutritte", "bdsg9.1 Dokumentation der Zutritte [all: implemented]"
    ),
  ])
  func takesAnItemThatSpeaksOfTheControlForARemark(item: String, expected: String) {
    let (found, _) = measures("## Physical access control\n\n- \(item)")
    #expect(lines(found) == [expected])
  }

  @Test func saysWhichStateItDoesNotKnow() {
    let (found, diagnostics) = measures(
      """
      | Control | Measure | Status |
      |---|---|---|
      | Physical access control | Doors are locked | green |
      | | Guards | partially implemented |
      """)
    #expect(
      lines(found) == [
        "bdsg9.1 Doors are locked []",
        "bdsg9.1 Guards [all: partial]",
      ])
    #expect(codes(diagnostics) == ["unclear-state"])
  }

  @Test func readsScopesThatLackAMeasure() {
    let (found, diagnostics) = measures(
      """
      | Control | Measure | Office | Data centre |
      |---|---|---|---|
      | Physical access control | Doors are locked | implemented | planned |
      | | Cameras | no | yes |
      | | Badges | implemented | green |
      | | Fence | – | no |
      """)
    #expect(
      lines(found) == [
        "bdsg9.1 Doors are locked [office: implemented, data-centre: planned]",
        "bdsg9.1 Cameras [data-centre: implemented]", "bdsg9.1 Badges [office: implemented]",
      ])
    #expect(codes(diagnostics) == ["unclear-state", "measure-not-taken"])
  }

  @Test func takesTheStatedScopeUnderHeadingsThatNameNone() {
    let (found, _) = measures(
      """
      ## 4. Verfahren zur Überprüfung der Größe

      ### Auftragskontrolle

      - Verträge
      """, adopt: "{at: Annex 2, scope: office}")
    #expect(lines(found) == ["bdsg9.6 Verträge [office: implemented]"])
    let (own, _) = measures(
      """
      ## Außenstelle Köln

      ### Auftragskontrolle

      - Verträge
      """)
    #expect(lines(own) == ["bdsg9.6 Verträge [aussenstelle-koeln: implemented]"])
  }

  @Test func readsHeadingsAndClauses() {
    let (found, diagnostics) = measures(
      """
      General words about all measures.

      ## Physical access control

      Nobody comes in unseen.

      - a. Doors are locked.
      - b. Guards walk about (responsibility of the Customer)

      ## Trennungskontrolle (not applicable: one customer only)

      ## Input control

      Every change is logged with its time.

      ## Transfer control

      Technical measures:

      - Encryption:
        - TLS
        - Disks
      - Couriers
        - by road
        - by rail
      """)

    #expect(
      lines(found) == [
        "bdsg9.1 Doors are locked. [all: implemented]",
        "bdsg9.1 Guards walk about (responsibility of the Customer) [all: customer]",
        "bdsg9.8 Trennungskontrolle [all: not-applicable (one customer only)]",
        "bdsg9.5 Every change is logged with its time. [all: implemented]",
        "bdsg9.4 TLS [all: implemented]", "bdsg9.4 Disks [all: implemented]",
        "bdsg9.4 Couriers; by road; by rail [all: implemented]",
      ])
    #expect(diagnostics == [])
    #expect(found.map(\.path)[0] == "Annex 2 / Physical access control / a")
  }

  @Test func readsNestedBulletsForEachScope() {
    let (found, diagnostics) = measures(
      """
      ## 1.1 Office

      No servers stand here.

      - **Physical access control**
        - Locks
      - **Entry control** (not applicable)
      - **Separation control** (n/a)

        Nothing is kept here that could be separated.
      - **Availability control** (planned for 2027)

      ## 1.2 Platform

      - **Physical access control & Logical access control**

        See Nordwind Hosting Inc.'s (NWH) documents

        - <https://nordwind.example/doors>
      - **Data access control**
        - Roles

        Also see the security concept
      """)

    #expect(
      lines(found) == [
        "bdsg9.1 Locks [office: implemented]",
        "bdsg9.5 Entry control [office: not-applicable]",
        "bdsg9.8 Separation control [office: not-applicable "
          + "(Nothing is kept here that could be separated.)]",
        "bdsg9.7 Availability control [office: planned]",
        "bdsg9.1 See Nordwind Hosting Inc.'s (NWH) documents "
          + "[platform: delegated > Nordwind Hosting Inc.]",
        "bdsg9.2 See Nordwind Hosting Inc.'s (NWH) documents "
          + "[platform: delegated > Nordwind Hosting Inc.]",
        "bdsg9.3 Roles [platform: implemented]",
      ])
    #expect(codes(diagnostics) == ["joined-controls"])
    #expect(found[4].evidence == [.init(title: nil, url: "https://nordwind.example/doors")])
    #expect(found[6].evidence == [.init(title: "the security concept", url: nil)])
  }

  @Test func readsTablesWithAControlForSeveralRows() {
    let (found, diagnostics) = measures(
      """
      ## 1. Confidentiality (Article 32, paragraph 1, b) GDPR)

      |  |  |
      |---|---|
      | <p>Entry control</p> <p><i>(Nobody enters the building: doors, keys)</i></p> | Gate |
      |  | Fence |
      | Separation control *(one customer apart from another)* | Test data is pseudonymised (Art. 32 para 1 lit. a) |

      ## 2. Regular review (Art. 32 (1) lit. d GDPR)

      | Control | Measures |
      |---|---|
      | Data protection management | Audit |
      | | Training |
      | Order control | Written orders |
      """)

    #expect(
      lines(found) == [
        "bdsg9.1 Gate [all: implemented]", "bdsg9.1 Fence [all: implemented]",
        "bdsg9.8 Test data is pseudonymised (Art. 32 para 1 lit. a) [all: implemented] +gdpr32.a",
        "gdpr32.d Audit [all: implemented]", "gdpr32.d Training [all: implemented]",
        "bdsg9.6 Written orders [all: implemented]",
      ])
    #expect(codes(diagnostics) == ["ambiguous-control"])
    #expect(found[2].objective == .pseudonymisation)
  }

  @Test func readsTablesWithColumnsForStatesAndScopes() {
    let (found, _) = measures(
      """
      | No. | Control | Measure | Status | Remarks |
      |---|---|---|---|---|
      | 1 | Physical access control | Readers<br>Reception | implemented | |
      | 2 | Physical access control | Cages | n/a | no servers |
      | 3 | System access control | Passkeys | planned | |

      | Control | Measure | Berlin | Leipzig |
      |---|---|---|---|
      | Availability control | Second line | n/a | implemented |
      """)

    #expect(
      lines(found) == [
        "bdsg9.1 Readers [all: implemented]", "bdsg9.1 Reception [all: implemented]",
        "bdsg9.1 Cages [all: not-applicable (no servers)]", "bdsg9.2 Passkeys [all: planned]",
        "bdsg9.7 Second line [berlin: not-applicable, leipzig: implemented]",
      ])
  }

  /// What shows that a measure is in place leads there.
  @Test(arguments: [
    ("[Cert](https://x.example/c)", ["Cert > https://x.example/c"]),
    ("https://x.example/d", ["- > https://x.example/d"]),
    ("<https://x.example/d>", ["- > https://x.example/d"]),
    ("Report of [Hof AG](https://x.example/r)", ["Report of Hof AG > https://x.example/r"]),
    (
      "[Cert](https://x.example/c), [Audit](https://x.example/a)",
      ["Cert > https://x.example/c", "Audit > https://x.example/a"]
    ),
    ("[Clause 4](#4)", ["Clause 4 > -"]),
    ("Audit report", ["Audit report > -"]),
  ])
  func keepsTheAddressesOfEvidence(cell: String, expected: [String]) {
    let (found, _) = measures(
      """
      ## Physical access control

      | Measure | Status | Evidence |
      |---|---|---|
      | Guards | implemented | \(cell) |
      | Doors | implemented | |
      """)

    #expect(
      found.map { measure in
        measure.evidence.map { "\($0.title ?? "-") > \($0.url ?? "-")" }
      } == [expected, []])
  }

  @Test func readsLabelsThatAreParagraphsOrItems() {
    let (found, diagnostics) = measures(
      """
      **Physical access control**

      - Locks

      **Input control**

      See certificates of Nordwind Hosting GmbH

      - Zugangskontrolle
        - Kennwörter
      - Auftragskontrolle: Weisungen nur in Textform
      - Availability control: n/a, no servers
      """)

    #expect(
      lines(found) == [
        "bdsg9.1 Locks [all: implemented]",
        "bdsg9.5 See certificates of Nordwind Hosting GmbH "
          + "[all: delegated > Nordwind Hosting GmbH]",
        "bdsg9.2 Kennwörter [all: implemented]",
        "bdsg9.6 Weisungen nur in Textform [all: implemented]",
        "bdsg9.7 Availability control [all: not-applicable (no servers)]",
      ])
    #expect(diagnostics == [])
  }
}

struct ChooseControlsTests {
  private let twice = """
    ## Access control

    Physical access control measures keep people away from the machines.

    - Doors

    ## Access control

    - Passwords

    ## Entry control

    - Changes are logged.
    """

  @Test func tellsEqualNamesApartByTheWordsAroundThem() {
    let (found, diagnostics) = measures(twice)

    #expect(found.map(\.control) == ["bdsg9.1", "bdsg9.2", "bdsg9.5"])
    #expect(codes(diagnostics) == ["ambiguous-control", "ambiguous-control"])
    #expect(
      diagnostics.map(\.help).first
        == "below 'adopt: measures:', write controls: {\"Access control\": bdsg9.1}")
    #expect(diagnostics.last?.help?.contains("{\"Access control (2)\": bdsg9.2}") == true)
    #expect(diagnostics.first?.range?.start.line == 10)
  }

  @Test func followsTheAuthor() {
    let (found, diagnostics) = measures(
      twice,
      adopt: "{at: Annex 2, controls: {Access control: bdsg9.2, Access control (2): bdsg9.3}}")

    #expect(found.map(\.control) == ["bdsg9.2", "bdsg9.3", "bdsg9.5"])
    #expect(codes(diagnostics) == ["ambiguous-control"])
  }

  @Test func takesANameThatIsLeftOver() {
    let (found, diagnostics) = measures(
      """
      ## Physical access control

      - Doors

      ## Entry control

      - Doors are logged.
      """)

    #expect(found.map(\.control) == ["bdsg9.1", "bdsg9.5"])
    #expect(diagnostics == [])
  }

  @Test func dividesTheMeasuresOfJoinedControls() {
    let (found, diagnostics) = measures(
      """
      ## Internal access control and input control (rights to change data)

      - a. Roles and permissions follow the task.
      - b. Each change is logged.
      """)

    #expect(
      lines(found) == [
        "bdsg9.3 Roles and permissions follow the task. [all: implemented] +bdsg9.5",
        "bdsg9.5 Each change is logged. [all: implemented] +bdsg9.3",
      ])
    #expect(codes(diagnostics) == ["joined-controls"])
  }

  @Test(arguments: [
    ("Organisational measures", "scc.11", ["unmatched-control"]),
    ("Incident management", "iso27001.5.24", ["unmatched-control"]),
    ("Encryption", "gdpr32.a", ["unmatched-control"]),
    ("Pseudonymisation (Art. 32 para. 1 lit. a GDPR)", "gdpr32.a", []),
    ("Rasche Wiederherstellbarkeit (Art. 32 Abs. 1 lit. c DSGVO)", "gdpr32.c", []),
    ("Cleaning", "toms.cleaning", ["unmatched-control"]),
    ("PHYSICAL ACCESS CONTROL measures", "bdsg9.1", []),
    ("Zutrittskontrolle gemäß Anlage zu § 9 BDSG", "bdsg9.1", []),
    ("1. Availability control:", "bdsg9.7", []),
  ])
  func readsNamesOfOtherSchemes(title: String, control: String, expected: [String]) {
    let (found, diagnostics) = measures("## \(title)\n\n- Something is done.")

    #expect(found.map(\.control) == [control])
    #expect(codes(diagnostics) == expected)
  }

  @Test func looksInTheSchemeThatIsAskedFor() {
    let (found, diagnostics) = measures(
      "## Zugangskontrolle\n\n- a\n\n## Access to data (8.3)\n\n- b",
      adopt: "{at: Annex 2, scheme: bdsg64}")
    let (numbered, _) = measures(
      "## A.7.2 Physical entry\n\n- a", adopt: "{at: Annex 2, scheme: iso27001}")

    #expect(found.map(\.control) == ["bdsg64.1", "toms.access-to-data-8-3"])
    #expect(codes(diagnostics) == ["unmatched-control"])
    #expect(numbered.map(\.control) == ["iso27001.7.2"])
  }

  @Test func saysWhereMeasuresStandUnderNoControl() {
    let (found, diagnostics) = measures("- Doors are locked.\n- Guards walk about.")

    #expect(found.map(\.control) == ["toms.other", "toms.other"])
    #expect(codes(diagnostics) == ["measure-without-control"])
  }
}

struct AdoptionOfPlacesTests {
  @Test(arguments: ["true", "\"Annex 2\"", "[Annex 2]", "[{at: Annex 2}]", "{at: \"#measures\"}"])
  func takesThePlaceThatIsNamed(adopt: String) {
    let body = "## Physical access control {#measures}\n\n- Locks"

    #expect(lines(measures(body, adopt: adopt).measures) == ["bdsg9.1 Locks [all: implemented]"])
  }

  @Test func readsNothingUnlessAsked() {
    #expect(measures("## Physical access control\n\n- Locks", adopt: "false").measures.isEmpty)
  }

  @Test(arguments: [
    ("{at: Annex 9}", ["unknown-place"]), ("{scheme: bdsg8}", ["unknown-scheme"]),
    ("{at: Annex 2, controls: {Locks: bdsg9.9}}", ["unknown-control"]),
  ])
  func reportsWhatDoesNotExist(adopt: String, expected: [String]) {
    let (_, diagnostics) = measures("## Physical access control\n\n- Locks", adopt: adopt)

    #expect(codes(diagnostics) == expected)
  }

  @Test func knowsThePortalsScopesAndCompanies() throws {
    let (settings, _) = readPortalSettings(
      from: Array(
        "title: T\nprocessor: {name: P}\nsites: [{id: hq, name: {en: Office, de: Büro}}, {id: dc}]"
          .utf8), path: "portal.yml")
    let company = try #require(
      readSubProcessor(
        from: Array("---\nname: Nordwind Hosting GmbH\nshort-name: NWH\n---\n".utf8),
        path: "s/nordwind.md"
      ).record)
    let (found, diagnostics) = measures(
      """
      ## Büro

      - **Physical access control** (delegated to NWH)

      ## Halls

      - **Physical access control** (delegated to Nobody Ltd)

      ## Lab

      - **Physical access control**
        - Locks
      """, adopt: "{at: Annex 2, scopes: {Halls: dc}}",
      context: MeasureContext(settings, subProcessors: [company]))

    #expect(
      lines(found) == [
        "bdsg9.1 Physical access control [hq: delegated > nordwind]",
        "bdsg9.1 Physical access control [dc: delegated > Nobody Ltd]",
        "bdsg9.1 Locks [lab: implemented]",
      ])
    #expect(codes(diagnostics) == ["unmatched-scope"])
  }

  @Test func findsAScopeByOneOfTheNamesOfItsHeading() {
    let (settings, _) = readPortalSettings(
      from: Array("title: T\nprocessor: {name: P}\nsites: [{id: hq, name: Kite office}]".utf8),
      path: "portal.yml")
    let (found, diagnostics) = measures(
      """
      ## 1.1 Kite office / Kite internal

      - **Physical access control**
        - Locks
      """, context: MeasureContext(settings, subProcessors: []))

    #expect(lines(found) == ["bdsg9.1 Locks [hq: implemented]"])
    #expect(diagnostics == [])
  }

  @Test func reportsScopesThatThePortalDoesNotHave() {
    let (settings, _) = readPortalSettings(
      from: Array("title: T\nprocessor: {name: P}\nsites: [{id: office}]".utf8), path: "portal.yml")
    let (_, diagnostics) = measures(
      "## Physical access control\n\n- Locks",
      adopt: "{at: Annex 2, scope: ofice, scopes: {Lab: lab}}",
      context: MeasureContext(settings, subProcessors: []))

    #expect(codes(diagnostics) == ["unknown-scope", "unknown-scope"])
    #expect(diagnostics.first?.help == "replace 'ofice' with 'office'")
  }

  @Test func readsThousandsOfControlsOfOneName() {
    let body = (0..<4_000).map { "- **Access control**\n  - Doors \($0)\n" }.joined()

    #expect(measures(body).measures.count == 4_000)
  }
}
