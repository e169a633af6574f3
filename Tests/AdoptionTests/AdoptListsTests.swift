import Deadlines
import Diagnostics
import Frontmatter
import Registers
import Testing

@testable import Adoption

struct AdoptListsTests {
  @Test(arguments: [
    (
      "- Fels Online GmbH, Werkstr. 25, 91710 Gunzenhausen, Germany: hosting",
      "Fels Online GmbH [DE] hosting"
    ),
    (
      "- Briefe Technologies, Inc. (USA): transactional e-mail",
      "Briefe Technologies, Inc. transactional e-mail: US"
    ),
    ("- Base (database, auth) — Mumbai, India.", "Base database, auth: Mumbai IN"),
    (
      "- DenkAI (AI replies; only when the customer turns it on).",
      "DenkAI AI replies ?only when the customer turns it on"
    ),
    ("- **Poststelle** – e-mail delivery, USA", "Poststelle e-mail delivery: US"),
    ("- Deutsche Draht AG, Allee 140, 53113 Bonn: Telefonie", "Deutsche Draht AG [DE] Telefonie"),
    (
      "* [Wolkig Services](https://wolkig.example/gdpr). Cloud provider.",
      "Wolkig Services Cloud provider"
    ),
    ("- Stempel (HR, IT): payroll", "Stempel HR, IT: payroll"),
    ("- **Marke (Recht, LLC)** – mail (USA)", "Recht, LLC mail: US"),
    ("- **Funk** - SMS (United States, optional)", "Funk SMS: US ?optional"),
    (
      "- **Wolkenzaun, Inc.** – Schutz (USA; EU-US Data Privacy Framework)",
      "Wolkenzaun, Inc. Schutz: US (adequacy-dpf)"
    ),
    ("- **Bildruf, Inc.** – Video (USA, SCC Modul 3)", "Bildruf, Inc. Video: US (scc-2021-914)"),
    ("- **Sitz AG** – Chat (Sitz: USA)", "Sitz AG Chat: US"),
    ("- **Sitz AG** – Chat (in den USA)", "Sitz AG Chat: US"),
    ("- **Sitz AG** – Chat (Indien – Standardvertragsklauseln)", "Sitz AG Chat: IN (scc-2021-914)"),
    (
      "- **Sitz AG** – Chat (United States, DPF certified)", "Sitz AG Chat: US (adequacy-dpf)"
    ),
    ("- **Bildruf, Inc.** – Video (USA; nachts)", "Bildruf, Inc. Video, nachts: US"),
    ("- **Eins d.o.o.** – Tests (Bosnien und Herzegowina)", "Eins d.o.o. Tests: BA"),
    ("- **Drei OOO** – Tests, die Russische Föderation", "Drei OOO Tests: RU"),
    ("- **Hilfe PBC** - support (Boston, MA, USA)", "Hilfe PBC support: Boston, MA US"),
    (
      "- Fels Online GmbH, Weg 25, 91710 Gunzenhausen (Hosting der Plattform)",
      "Fels Online GmbH [DE] Hosting der Plattform"
    ),
    ("- Zahlwerk, Limited (Irland), Zahlungen", "Zahlwerk, Limited Zahlungen: IE"),
    ("- **Fehler** – error tracking, USA (SCCs)", "Fehler error tracking: US (scc-2021-914)"),
    ("- Wolkig Services, Inc. | hosting | USA", "Wolkig Services, Inc. hosting: US"),
    ("- Zahl Ltd; Luxembourg; analytics (optional)", "Zahl Ltd analytics: LU ?optional"),
    ("- Denkwerk PBC (USA, EU-SCCs)", "Denkwerk PBC ?: US (scc-2021-914)"),
    ("- Funkruf GmbH (Berlin, DE)", "Funkruf GmbH ?: Berlin DE"),
    ("- Ablauf GmbH (DE)", "Ablauf GmbH ?: DE"),
    ("- Ablauf GmbH (HR, IT): payroll", "Ablauf GmbH HR, IT: payroll"),
    ("- Firma: Alpha GmbH, Sitz: Berlin, Leistung: Hosting, Backup", "Alpha GmbH Hosting, Backup"),
  ])
  func readsAnItem(item: String, expected: String) {
    let (records, _) = adopted(item)

    #expect(summary(records) == [expected])
  }

  @Test(arguments: [
    ("Germany (support from India)", "DE + IN"), ("EU (Failover USA)", "EU (Failover USA) + US"),
    ("Ireland, possibly USA", "IE + US"), ("Irland, in Ausnahmefällen USA", "IE + US"),
    ("Santa Fe, New Mexico, USA", "Santa Fe, New Mexico US"), ("USA, SCC", "US (scc-2021-914)"),
    ("Sydney, New South Wales, Australia", "Sydney, New South Wales AU"),
    ("Germany (for customers in Switzerland)", "DE"), ("in der Schweiz", "CH"),
    ("Germany (no access from the USA)", "DE"), ("Deutschland (nicht USA)", "DE"),
    ("Irland (Mutterkonzern USA)", "Mutterkonzern USA IE"), ("Ireland (US parent)", "US parent IE"),
  ])
  func findsEveryCountryOfAPlace(cell: String, expected: String) {
    let (records, _) = adopted(
      """
      | Company | Purpose | Location |
      |---|---|---|
      | Alpha GmbH | Hosting | \(cell) |
      """)
    #expect(summary(records) == ["Alpha GmbH Hosting: \(expected)"])
  }

  @Test(arguments: [
    ("Art. 46(2)(c) GDPR", "scc-2021-914"), ("Art. 46 Abs. 2 lit. c DSGVO", "scc-2021-914"),
    ("Article 46 (2) (b)", "bcr"), ("Art. 45 GDPR", "adequacy"), ("Art. 46 DSGVO", ""),
    ("SCC (Art. 46 Abs. 2 Buchst. c)", "scc-2021-914"), ("Einwilligung", "derogation"),
    ("Art. 49 Abs. 1 lit. a DSGVO", "derogation a"), ("no Art. 45 decision", ""),
    ("Einwilligung, Art. 49(1)(a)", "derogation a"), ("Art. 28 DSGVO", ""),
  ])
  func readsTheProvisionsOfGrounds(cell: String, expected: String) {
    let (records, _) = adopted(
      """
      | Company | Purpose | Location | Safeguards |
      |---|---|---|---|
      | Alpha, Inc. | Hosting | USA | \(cell) |
      """)
    let grounds = records.flatMap(\.engagements).flatMap(\.transfers).map { transfer in
      ([transfer.mechanism.value.rawValue] + [transfer.letter?.value].compactMap { $0 })
        .joined(separator: " ")
    }
    #expect(grounds.joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    ("SCC", "scc-2021-914"), ("no SCC", ""), ("keine SCC", ""), ("SCC pending", ""),
    ("not DPF certified", ""), ("DPF: not certified", ""), ("SCC not signed", ""),
    ("no adequacy decision, SCC", "scc-2021-914"), ("SCC 2010", "adequacy"),
    ("Standard Contractual Clauses 2010/87/EU", "adequacy"),
    ("SCCs where no adequacy decision exists", "scc-2021-914"),
  ])
  func readsNoGroundThatIsDenied(cell: String, expected: String) {
    let (records, _) = adopted(
      """
      | Company | Purpose | Location | Safeguards |
      |---|---|---|---|
      | Alpha, Inc. | Hosting | USA | \(cell) |
      """)
    let grounds = records.flatMap(\.engagements).flatMap(\.transfers).map {
      $0.mechanism.value.rawValue
    }
    #expect(grounds.joined(separator: ", ") == expected)
  }

  @Test func readsAnnouncementAndEnd() {
    let (records, diagnostics) = adopted(
      """
      | Company | Purpose | Country | Added | Announced | Removed |
      |---|---|---|---|---|---|
      | Alpha GmbH | Hosting | DE | 2024-05-01 | 1.3.2024 | 2025-06-30 |
      | Beta GmbH | Mail | DE | 2024-05-01 | – | |
      """)
    let days = records.flatMap(\.engagements).map { engagement in
      [engagement.announced, engagement.effective, engagement.ended].map {
        $0?.value.description ?? "-"
      }.joined(separator: " ")
    }
    #expect(days == ["2024-03-01 2024-05-01 2025-06-30", "- 2024-05-01 -"])
    #expect(diagnostics == [])
  }

  @Test(arguments: ["End-to-end encryption", "Ende-zu-Ende-Verschlüsselung"])
  func takesNoEncryptionForAnEnd(head: String) {
    let (records, _) = adopted(
      """
      | Company | Purpose | Country | \(head) |
      |---|---|---|---|
      | Alpha GmbH | Hosting | DE | yes |
      """)
    let engagement = records[0].engagements[0]
    #expect(engagement.ended == nil)
    #expect(engagement.details.map(\.name) == [head])
  }

  @Test func reportsTheItemsThatLackAPlace() {
    let (_, diagnostics) = adopted(
      """
      - **Alpha GmbH** – Hosting (Germany)
      - **Beta GmbH** – Mail (France)
      - **Gamma GmbH** – Chat
      """)
    #expect(diagnostics.map(\.code.rawValue) == ["missing-field"])
    #expect(diagnostics.first?.summary.contains("Gamma GmbH") == true)
  }

  @Test func takesPlacesFromTheSentenceBeforeTheList() {
    let (records, _) = adopted(
      """
      These are all located in the United States:

      * [Alpha](https://alpha.example). Hosting.
      * [Beta](https://beta.example). Payments.

      These are located in the EU:

      * [Gamma](https://gamma.example). Monitoring.
      """)

    #expect(summary(records) == ["Alpha Hosting: US", "Beta Payments: US", "Gamma Monitoring: EU"])
    #expect(records.map(\.website?.value).first == "https://alpha.example")
  }

  @Test func readsFactsWithLabels() {
    let (records, _) = adopted(
      """
      ### Hosting

      **Wolkig Services**
      - **Purpose**: Application hosting
      - **Data Location**: EU, US
      - **Safeguards**: Standard Contractual Clauses

      1. Zahlwerk
      - Service: payments
      - Data: billing data

      - Name: Dritte Ltd
      - Purpose: fax
      """)

    #expect(
      summary(records) == [
        "Wolkig Services Application hosting: EU + US (scc-2021-914)", "Zahlwerk payments",
        "Dritte Ltd fax",
      ])
  }

  @Test func readsCompaniesBelowAnItemThatNamesTheirTask() {
    let (records, diagnostics) = adopted(
      """
      - Hosting
        - Alpha SAS, Paris, France
        - Exo (Beta SA), Lausanne, Switzerland
      - **E-mail:**
        - Gamma Ltd: newsletters
      """)

    #expect(
      summary(records) == [
        "Alpha SAS [FR] Hosting", "Beta SA [CH] Hosting", "Gamma Ltd newsletters",
      ])
    #expect(records[2].engagements[0].purpose.map { text($0) } == "E-mail")
    #expect(diagnostics == [])
  }

  @Test func readsWhatClausesBringIn() {
    let (records, diagnostics) = adopted(
      """
      1. The Controller approves:

         | Company | Task | Location |
         |---|---|---|
         | Alpha GmbH, Weg 25, 91710 Gunzenhausen | Hosting | Germany (EU) |

      2. These are engaged besides:
         - Beta Ltd: fax

      3. A notice states:
         - Kind of the breach: which data are concerned
      """)

    #expect(summary(records) == ["Alpha GmbH [DE] Hosting: DE", "Beta Ltd fax"])
    #expect(diagnostics.filter { $0.code == .unreadRow } == [])
  }

  @Test func readsAParagraphBetweenAHeadingAndItsFacts() {
    let (records, _) = adopted(
      """
      ### Alpha Services

      Keeps the servers running.

      - **Location:** Germany

      ### Beta

      - **Purpose:** chat
      - **Safeguards:** SCCs
      """)

    #expect(
      summary(records) == [
        "Alpha Services Keeps the servers running.: DE", "Beta chat (scc-2021-914)",
      ])
  }

  @Test func readsLinesWithLabelsBelowAName() {
    let (records, _) = adopted(
      """
      **1. Alpha, Inc.**
      Service: CRM
      Address: 415 Mission Street, San Francisco, CA 94105, USA
      Location: Germany, France
      Transfer mechanism: BCR

      **2. 1&1 Draht GmbH**
      Service: telephony
      Location: Germany

      ### Beta Ltd

      Purpose: fax
      Country: Ireland
      """)

    #expect(
      summary(records) == [
        "Alpha, Inc. [US] CRM: DE + FR (bcr)", "1&1 Draht GmbH telephony: DE", "Beta Ltd fax: IE",
      ])
  }

  @Test func readsWhatStandsBelowAnItem() {
    let (records, _) = adopted(
      """
      - Alpha Ltd
        - Purpose: hosting
        - Location: Ireland
      - Beta Ltd

        Sends letters.
      """)

    #expect(summary(records) == ["Alpha Ltd hosting: IE", "Beta Ltd Sends letters."])
  }

  @Test func reportsItemsThatAreNoCompanies() {
    let (records, diagnostics) = adopted(
      """
      - Alpha Ltd: hosting
      - you have the right to object within thirty days after you were told of it.
      """)

    #expect(records.count == 1)
    #expect(diagnostics.map(\.code) == [.unreadRow])
  }

  @Test func leavesListsBesideATableAlone() {
    let (records, diagnostics) = adopted(
      """
      | Company | Purpose | Location |
      |---|---|---|
      | Alpha Ltd | hosting | Germany |

      - Customers may object.
      """)

    #expect(records.count == 1)
    #expect(diagnostics == [])
  }
}
