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
