import Agreements
import Deadlines
import Diagnostics
import Frontmatter
import Registers
import Testing

@testable import Adoption

struct AdoptTablesTests {
  @Test func readsNamesSeatsAndServices() {
    let (records, diagnostics) = adopted(
      """
      | Subcontractor | Place of business | Service provided |
      |---|---|---|
      | Weitblick Software GmbH | Riedweg 11, A – 6850 Dornbirn | Programming |
      | Moravia a.s. | Dlouhá 119, CZ 76001 Zlin | Programming |
      | Unternehmensberatung Nord GmbH & Co.KG | Lange Str. 18, 61350 Bad Homburg | Consulting |
      | Lösung Plus | Ringstraße 8/1, AT- 2351 Wiener Neudorf |  |
      | KTV | Stumpfweg 1, 76131 Karlsruhe |  |
      | Rüdiger Kleinfeld | Gartenweg 44, 59387 Ascheberg |  |
      """)

    #expect(
      summary(records) == [
        "Weitblick Software GmbH [AT] Programming", "Moravia a.s. [CZ] Programming",
        "Unternehmensberatung Nord GmbH & Co.KG [DE] Consulting", "Lösung Plus [AT] ?",
        "KTV [DE] ?", "Rüdiger Kleinfeld [DE] ?",
      ])
    #expect(records.map(\.isNaturalPerson) == [false, false, false, false, false, true])
    #expect(records[3].address?.postalCode?.value == "2351")
    #expect(records[3].address?.street?.value == "Ringstraße 8/1")
    #expect(
      diagnostics.filter { $0.code == .missingField }.map(\.range?.start.line) == [14, 15, 16])
    #expect(diagnostics.filter { $0.code == .naturalPerson }.count == 1)
    #expect(diagnostics.filter { $0.code == .missingColumn }.count == 1)
  }

  @Test func takesHeadsFromTheFirstRowBelowAnEmptyOne() {
    let (records, _) = adopted(
      """
      |  |  |  |
      |---|---|---|
      | Sub-Processor | Location of Subprocessors | Purpose |
      | Alpha, Inc. | USA | Mail |
      | Beta GmbH | Frankfurt, Germany (EU) | Hosting |
      """)

    #expect(summary(records) == ["Alpha, Inc. Mail: US", "Beta GmbH Hosting: Frankfurt DE"])
  }

  private static let grouped = """
    | System | Service provider | Processed data categories | Third country |
    |---|---|---|---|
    | The following service providers are used for hosting the Kite platform: | | | |
    | <i>Public Cloud:</i> | | | |
    | Fels | Fels Online GmbH, Werkstr. 25, 91710 Gunzenhausen, Deutschland | Customer data | No third country |
    | <i>Private Cloud (a choice of providers):</i> | | | |
    | Wolkig Services (WS) | Wolkig Services SARL, 5 Rue du Nord, L-2338 Luxembourg, Luxemburg | Customer data | No third country |
    | Fels | Fels Online GmbH, Werkstr. 25, 91710 Gunzenhausen, Germany | Customer data | No third country |
    | <i>Backup (Private and Public Cloud):</i> | | | |
    | Wolkig Services (WS) | Wolkig Services SARL, 5 Rue du Nord, L-2338 Luxembourg, Luxembourg | Customer data, encrypted | No third country |
    | <i>Support services:</i> | | | |
    | Postbote: E-mail platform | Postbote, Inc. 18 Main Street, Suite 500 Denver, Colorado 80202, USA | Name, address (when using the e-mail function in Kite). | USA |
    | Turbopost: sending e-mails | Turbopost Via Palmanova 24 20132 Milano, Italy | Name | No third country |
    | Denkwerk PBC: LLM | Denkwerk PBC, 5 Market St, CA 94104, San Francisco, USA | Customer data, if entered into the AI function. | USA |
    """

  @Test func readsGroupRowsAndMergesCompanies() {
    let (records, diagnostics) = adopted(
      "## Kite 3 (Current version)\n\n\(Self.grouped)\n\n## Kite 4\n\n\(Self.grouped)")

    #expect(diagnostics == [])
    #expect(
      summary(records) == [
        "Fels Online GmbH [DE] Hosting the Kite platform: EU/EEA (none-eea) {kite-3/public-cloud, kite-4/public-cloud}",
        "Fels Online GmbH [DE] Hosting the Kite platform: EU/EEA (none-eea) {kite-3/private-cloud, kite-4/private-cloud} ?a choice of providers",
        "Wolkig Services SARL [LU] Hosting the Kite platform: EU/EEA (none-eea) {kite-3/private-cloud, kite-4/private-cloud} ?a choice of providers",
        "Wolkig Services SARL [LU] Backup: EU/EEA (none-eea) {kite-3/private-cloud, kite-3/public-cloud, kite-4/private-cloud, kite-4/public-cloud}",
        "Postbote, Inc. [US] E-mail platform: US {kite-3, kite-4} ?when using the e-mail function in Kite",
        "Turbopost [IT] sending e-mails: EU/EEA (none-eea) {kite-3, kite-4}",
        "Denkwerk PBC [US] LLM: US {kite-3, kite-4} ?if entered into the AI function",
      ])
    #expect(records[1].shortName?.value == "WS")
    #expect(records[2].address?.city?.value == "Denver")
    #expect(records[4].address?.city?.value == "San Francisco")
  }

  /// A seat is no place of processing, and that a ground is not needed is no word on where data is.
  @Test(arguments: [
    ("Third country", "No third country", "EU/EEA (none-eea)"),
    ("Third country", "nein", "EU/EEA (none-eea)"),
    ("Drittland", "entfällt", "EU/EEA (none-eea)"),
    ("Ort | Garantien bei Drittland", "beim Kunden | entfällt", "beim Kunden"),
    ("Ort | Garantien bei Drittland", "beim Kunden | n/a", "beim Kunden"),
    ("Ort | Garantien bei Drittland", "Österreich/Homeoffice | entfällt", "AT + Homeoffice"),
    ("Ort | Garantien bei Drittland", "Deutschland | entfällt", "DE (none-eea)"),
    ("Ort | Garantien bei Drittland", "EU | nicht erforderlich", "EU (none-eea)"),
    ("Ort | Geeignete Garantien (Drittland)", "Indien | SCC", "IN (scc-2021-914)"),
    ("Location | Safeguards for third countries", "USA | SCC", "US (scc-2021-914)"),
    ("Location | Safeguards", "at home | not required", "at home"),
    ("Location | Safeguards", "at home | no transfer", "at home (none-eea)"),
    ("Third country / safeguards", "USA / SCC", "US (scc-2021-914)"),
  ])
  func takesNoSeatForThePlaceOfProcessing(heads: String, cells: String, expected: String) {
    let columns = heads.split(separator: "|").map { _ in "|---" }.joined()
    let (records, _) = adopted(
      """
      | Company | Address | Service | \(heads) |
      |---|---|---\(columns)|
      | Alpha SARL | 5 Rue du Nord, L-2338 Luxembourg, Luxembourg | Hosting | \(cells) |
      """)
    #expect(summary(records) == ["Alpha SARL [LU] Hosting: \(expected)"])
  }

  /// What a list says is not lost where it is no ground.
  @Test func keepsTheWordThatNoGroundIsNeeded() {
    let (records, _) = adopted(
      """
      | Firma | Leistung | Ort | Garantien bei Drittland |
      |---|---|---|---|
      | Alpha GmbH | Hosting | beim Kunden | entfällt |
      """)
    #expect(records.first?.engagements.first?.details.map(\.text.value) == ["entfällt"])
  }

  @Test func findsProductsAndEditionsOfThePortal() throws {
    let (settings, _) = readPortalSettings(
      from: Array(
        """
        title: T
        processor: {name: P, address: {country: DE}}
        products: [{id: k3, name: Kite 3, editions: [{id: pub, name: Public Cloud}, {id: priv, name: Private Cloud}]}]
        """.utf8), path: "portal.yml")

    let (records, _) = adopted(
      "## Kite 3 (Current version)\n\n\(Self.grouped)",
      in: AdoptionContext(try #require(settings)))

    #expect(
      records[1].engagements.map { $0.products.map(\.value) } == [
        ["k3/priv"], ["k3/priv", "k3/pub"],
      ])
  }

  @Test(arguments: [
    (
      "| Entity Name | Purpose | Location |", "| Alpha Ltd. | Hosting | Frankfurt, Germany |",
      "Alpha Ltd. Hosting: Frankfurt DE"
    ),
    (
      "| Subprocessor | Service | Location |", "| Beta | E-mail | United States & Ireland |",
      "Beta E-mail: US + IE"
    ),
    (
      "| Name des Unterauftragnehmers | Leistung | Ort |",
      "| Gamma S.à r.l. | Backup | Luxemburg |", "Gamma S.à r.l. Backup: LU"
    ),
    (
      "| Unterauftragnehmer | Zweck | Serverstandort |", "| Delta SE | KI | EU (Frankfurt) |",
      "Delta SE KI: EU (Frankfurt)"
    ),
    (
      "| Name of Subprocessor | Description of Processing | Location of Processing | Corporate Location |",
      "| Epsilon Inc (EPS) | SMS | United States, Canada | United States |",
      "Epsilon Inc [US] SMS: US + CA"
    ),
    (
      "|**Third Party Entity**|**Processing Type**|**Description**|",
      "| Zeta Corp | Database | Holds all data |", "Zeta Corp Database"
    ),
    (
      "| Service | Purpose | Data | Location |", "| Formular | Contact forms | E-mail | USA |",
      "Formular Contact forms: US"
    ),
    ("| No. | Vendor | Role | Region |", "| 1 | Eta | CDN | Worldwide |", "Eta CDN: Worldwide"),
    (
      "| Sub-Processor | Purpose | Location | Safeguards |",
      "| Theta Inc. | CRM | USA | SCCs, module 3 |", "Theta Inc. CRM: US (scc-2021-914)"
    ),
    (
      "| Subprocessor | Purpose | Location | Transfer Mechanism |",
      "| Iota | AI | IE/USA | DPF Art. 45 / SCC Art. 46 |",
      "Iota AI: IE + US (adequacy-dpf, scc-2021-914)"
    ),
    (
      "| Anbieter | Anschrift | Leistung | Ort der Verarbeitung |",
      "| KAPPA (KAPPA GmbH) | Weg 7, 10249 Berlin, Deutschland | Hosting | Deutschland |",
      "KAPPA GmbH [DE] Hosting: DE"
    ),
    (
      "| Company | Location | Processing Purpose |",
      "| Lambda, Inc. | Seattle, WA, USA | Hosting |", "Lambda, Inc. Hosting: Seattle, WA US"
    ),
    (
      "| Company | Location | Processing Purpose |", "| Mu | Dublin, IE | Payments |",
      "Mu Payments: Dublin IE"
    ),
    ("| Name | Purpose | Location |", "| Phi | CDN | 🇺🇸 USA / 🇮🇪 |", "Phi CDN: US + IE"),
    (
      "| Name | Purpose | Location | Data retention |",
      "| Chi SE & Co. KG | HR | DE | 12 months |", "Chi SE & Co. KG HR: DE"
    ),
    (
      "| Name | Purpose | Location | Product A | Product B |",
      "| Psi Inc. | AI | USA | – | ✓ |", "Psi Inc. AI: US {product-b}"
    ),
    (
      "| Vendor | What it does | DPA |", "| [Ny](https://ny.example) | Hosting | [DPA](x) |",
      "Ny Hosting"
    ),
    (
      "| Subprocessor | Service | Region |", "| Xi Inc. | Logs | EU1: Germany, US1: USA |",
      "Xi Inc. Logs: DE + US"
    ),
    (
      "| Firma | Leistungsbeschreibung | Ort |",
      "| Omikron GmbH | Server | Nürnberg (DE), Wien (AT) |",
      "Omikron GmbH Server: Nürnberg DE + Wien AT"
    ),
    (
      "| Firma | Leistungsbeschreibung | Ort |",
      "| Pi GmbH | Server | Nürnberg und Wien, Deutschland und Österreich |",
      "Pi GmbH Server: Nürnberg DE + Wien AT"
    ),
    (
      "| Name | Service | Location |", "| Pi Inc. | Hosting | eu-central-1 (Frankfurt, Germany) |",
      "Pi Inc. Hosting: Frankfurt DE"
    ),
    (
      "| Legal entity | Processing activity | Place of processing | Third-country transfer | Legal basis for the transfer |",
      "| Rho Corporation B.V. (Rho Pvt. Ltd., India) | CRM | Netherlands; India (support) | Yes | SCC |",
      "Rho Corporation B.V. CRM: NL + IN (scc-2021-914)"
    ),
    (
      "| Unterauftragnehmer | Zweck | Ort | Drittlandtransfer / Garantien |",
      "| Sigma Limited | Tickets | EU | Ja, USA: EU-Standardvertragsklauseln (Modul 3) |",
      "Sigma Limited Tickets: EU + US (scc-2021-914)"
    ),
    (
      "| Sub-processor | Service | Applicable products |", "| Tau SE | Mail | All |", "Tau SE Mail"
    ),
    (
      "| Entity | Purpose | Location | Safeguards |",
      "| Ypsilon SA | Mail | France | not applicable |",
      "Ypsilon SA Mail: FR (none-eea)"
    ),
  ])
  func readsTheHeadsOfOtherCompanies(head: String, row: String, expected: String) {
    let rule = "|" + String(repeating: "---|", count: head.split(separator: "|").count)

    let (records, _) = adopted("\(head)\n\(rule)\n\(row)")

    #expect(summary(records) == [expected])
  }

  @Test(arguments: [
    ("Seat Legal GmbH<br>Werkstr. 25<br>91710 Gunzenhausen", "Seat Legal GmbH", nil, "Werkstr. 25"),
    (
      "<b>Brand</b><br/>Legal, Inc.<br/>1 Main St, Denver, CO 80202, USA", "Legal, Inc.", "Brand",
      "1 Main St"
    ),
    (
      "Startup UG (haftungsbeschränkt), Gasse 4, 50670 Köln", "Startup UG (haftungsbeschränkt)",
      nil, "Gasse 4"
    ),
    (
      "Legal, Inc. dba Brand, 45 Main St, Denver, CO 80202, USA", "Legal, Inc.", "Brand",
      "45 Main St"
    ),
    ("Neu (ehem. Alt GmbH), Weg 1, 10179 Berlin", "Neu", nil, "Weg 1"),
    (
      "Great Company Builders GmbH, Weg 1, 10179 Berlin", "Great Company Builders GmbH", nil,
      "Weg 1"
    ),
  ])
  func takesACellToPieces(cell: String, name: String, short: String?, street: String) {
    let (records, _) = adopted(
      """
      | Company | Service |
      |---|---|
      | \(cell) | Hosting |
      """)

    #expect(records.map(\.name.value) == [name])
    #expect(records[0].shortName?.value == short)
    #expect(records[0].address?.street?.value == street)
  }

  @Test(arguments: [
    """
    | | Sub-processor 1 | Sub-processor 2 |
    |---|---|---|
    | Name | Alpha GmbH | Beta Inc. |
    | Description of processing | Hosting | Support |
    | Location | Germany | USA |
    | Audit rhythm | yearly | |
    """,
    """
    | Name: | Alpha GmbH |
    |---|---|
    | Description of processing: | Hosting |
    | Location: | Germany |
    | Audit rhythm: | yearly |

    | Name: | Beta Inc. |
    |---|---|
    | Description of processing: | Support |
    | Location: | USA |
    """,
  ])
  func readsCompaniesInColumns(tables: String) {
    let (records, diagnostics) = adopted(tables)

    #expect(summary(records) == ["Alpha GmbH Hosting: DE", "Beta Inc. Support: US"])
    #expect(records[0].engagements[0].details.map(\.text.value) == ["yearly"])
    #expect(diagnostics == [])
  }

  @Test func takesMarksForProductsOfThePortal() throws {
    let (settings, _) = readPortalSettings(
      from: Array(
        """
        title: T
        processor: {name: P}
        products: [{id: k3, name: Kite 3}, {id: k4, name: Kite 4}]
        """.utf8), path: "portal.yml")

    let (records, _) = adopted(
      """
      | Company | Service | Kite 3 | Kite 4 | Audited |
      |---|---|---|---|---|
      | Alpha Inc. | Hosting | x | ✓ | x |
      | Beta Inc. | Mail | | x | |
      """, in: AdoptionContext(try #require(settings)))

    #expect(
      records.map { $0.engagements[0].products.map(\.value) } == [["k3", "k4"], ["k4"]])
    #expect(records[0].engagements[0].details.map(\.name) == ["Audited"])
  }

  @Test func readsDutchPostalCodes() {
    let (records, _) = adopted(
      """
      | Company | Service |
      |---|---|
      | Kade B.V., Turfkade 40, 7821 AB Emmen, Niederlande | Hosting |
      """)

    #expect(records[0].address?.postalCode?.value == "7821 AB")
    #expect(records[0].address?.city?.value == "Emmen")
    #expect(records[0].address?.country?.value == "NL")
  }

  @Test func keepsWhatHasNoFieldInACell() {
    let (records, _) = adopted(
      """
      | Company | Service | Entity country | DPA |
      |---|---|---|---|
      | Neu (formerly Alt Ltd)<br>privacy@neu.example | Hosting | US/UK | [DPA](https://neu.example/dpa) |
      | Rho B.V. (Rho Pvt. Ltd., India) | CRM | Netherlands | |
      """)

    #expect(records[0].aliases.map(\.value) == ["Alt Ltd"])
    #expect(
      records[0].engagements[0].details.map { "\($0.name): \($0.text.value)" } == [
        "DPA: DPA (https://neu.example/dpa)", "contact: privacy@neu.example", "seat: US/UK",
      ])
    #expect(records[1].parent?.name?.value == "Rho Pvt. Ltd.")
    #expect(records[1].parent?.country?.value == "IN")
  }

  @Test(arguments: [
    ("Type", "Subject matter", "Hosting of the app", nil, ["Type"]),
    ("Subject matter", "Category", "Cloud", nil, ["Category"]),
    ("Service", "Subject matter", "Cloud", "Hosting of the app", []),
    ("Type", "Purpose", "Cloud", "Hosting of the app", []),
    ("Type", "Remark", "Cloud", nil, ["Remark"]),
    ("Auftragsinhalt", "Art", "Cloud", nil, ["Art"]),
  ])
  func takesForTheServiceWhatSaysMost(
    first: String, second: String, service: String, purpose: String?, details: [String]
  ) {
    let (records, _) = adopted(
      """
      | Company | \(first) | Location | \(second) |
      |---|---|---|---|
      | Alpha GmbH | Cloud | DE | Hosting of the app |
      """)

    let engagement = records[0].engagements[0]
    #expect(text(engagement.service) == service)
    #expect(text(engagement.purpose) == purpose)
    #expect(engagement.details.map(\.name) == details)
  }

  @Test func leavesOutWhatIsMarkedForNoProduct() throws {
    let settings = readPortalSettings(
      from: Array("title: T\nprocessor: {name: P}\nproducts: [{id: kite}, {id: wing}]".utf8),
      path: "portal.yml"
    ).settings
    let context = AdoptionContext(try #require(settings))
    let (records, diagnostics) = adopted(
      """
      | Company | Service | Location | Kite | Wing | Remark |
      |---|---|---|---|---|---|
      | Alpha GmbH | Hosting | DE | x | | |
      | Beta GmbH | Mail | DE | nein | – | no |
      | Gamma GmbH | Chat | DE | | | |
      | Delta GmbH | Fax | DE | no | ✓ | |
      """, in: context)

    #expect(
      summary(records) == ["Alpha GmbH Hosting: DE {kite}", "Delta GmbH Fax: DE {wing}"])
    #expect(diagnostics.map(\.code) == [.companyNotUsed, .companyNotUsed])
    #expect(records.flatMap(\.engagements).flatMap(\.details).isEmpty)
  }

  @Test func takesAListWithoutAnyMarkForAllProducts() throws {
    let settings = readPortalSettings(
      from: Array("title: T\nprocessor: {name: P}\nproducts: [{id: kite}]".utf8),
      path: "portal.yml"
    ).settings
    let context = AdoptionContext(try #require(settings))
    let table = "| Company | Service | Location | Kite |\n|---|---|---|---|\n"
    #expect(
      summary(adopted(table + "| A GmbH | Mail | DE | |", in: context).records)
        == ["A GmbH Mail: DE"])
    #expect(
      adopted(table + "| A GmbH | Mail | DE | no |", in: context).records.isEmpty)
  }

  @Test(arguments: [
    ("2024-05-01", "2024-05-01"), ("May 1, 2024", "2024-05-01"), ("01.06.2025", "2025-06-01"),
    ("15 January 2026", "2026-01-15"), ("3. März 2026", "2026-03-03"), ("2023-02", nil),
    ("1st May 2027", "2027-05-01"), ("the 2nd of June, 2027", "2027-06-02"),
    ("01.12.27", "2027-12-01"), ("since May 3rd, 2024", "2024-05-03"), ("1-Mar-2026", "2026-03-01"),
    ("ab dem 1. Mai 2027", "2027-05-01"), ("2027/12/01", "2027-12-01"), ("2027-5-1", "2027-05-01"),
    ("25/12/2027", "2027-12-25"), ("12/25/2027", "2027-12-25"), ("5/5/2027", "2027-05-05"),
    ("05/01/2024", nil), ("31.02.2026", nil), ("01/12/27", nil), ("Dezember 2027", nil),
    ("until 1 May 2027", nil), ("2027", nil), ("Q1 2027", nil), ("99999999999.1.1", nil),
  ])
  func readsDaysHoweverTheyAreWritten(cell: String, day: String?) {
    let (records, diagnostics) = adopted(
      """
      | Company | Service | Sub-processor since |
      |---|---|---|
      | Alpha Inc. | Hosting | \(cell) |
      """)

    #expect(records[0].engagements[0].effective?.value.description == day)
    #expect(records[0].engagements[0].details.map(\.text.value) == (day == nil ? [cell] : []))
    #expect(diagnostics.map(\.code).contains(.unclearDate) == (day == nil))
  }

  @Test(arguments: [
    ("01/12/2027", "", "", "write '2027-12-01' or '2027-01-12'"),
    ("December 2027", "", "", "write the day like '2027-05-01'"),
    ("in use", "5/6/2024", "", "write '2024-06-05' or '2024-05-06'"),
    ("current", "", "summer 2026", "write the day like '2027-05-01'"),
    ("1 May 2024 (announced before)", "n/a", "ongoing", nil), ("seit 1.5.2024", "–", "nein", nil),
    ("2024-05-01", "", "until 30 June 2025", nil),
  ])
  func reportsDaysThatAreNotCertain(since: String, announced: String, end: String, help: String?) {
    let (_, diagnostics) = adopted(
      """
      | Company | Service | Country | Since | Announced | Removed |
      |---|---|---|---|---|---|
      | Alpha Inc. | Hosting | DE | \(since) | \(announced) | \(end) |
      """)

    #expect(diagnostics.map(\.code) == (help == nil ? [] : [.unclearDate]))
    #expect(diagnostics.first?.help == help)
  }

  @Test(arguments: [
    ("SCCs (Module Two)", 2), ("SCC, Modul 3", 3), ("SCC module one", 1), ("SCC", nil),
    ("SCC P2P", 3), ("SCC (controller-to-processor)", 2), ("SCC, Module 2 (P2P)", 2),
  ])
  func readsTheModuleOfTheClauses(cell: String, module: Int?) {
    let (records, _) = adopted(
      """
      | Company | Service | Location | Safeguards |
      |---|---|---|---|
      | Alpha Inc. | Hosting | USA | \(cell) |
      """)

    #expect(records[0].engagements[0].transfers.map { $0.module?.value } == [module])
  }

  @Test func keepsColumnsThatAreNoField() {
    let (records, _) = adopted(
      """
      | Processor | Purpose | Location | Audit rhythm |
      |---|---|---|---|
      | Alpha Inc. | Hosting | Deutschland | yearly |
      """)

    #expect(records[0].engagements[0].details.map(\.name) == ["Audit rhythm"])
    #expect(records[0].engagements[0].details.map(\.text.value) == ["yearly"])
  }

  @Test func goesOnWithTheCompanyOfTheRowAbove() {
    let (records, _) = adopted(
      """
      | Company | Service | Location |
      |---|---|---|
      | Alpha Inc. | Hosting | Germany |
      | | Backup | France |
      """)

    #expect(summary(records) == ["Alpha Inc. Hosting: DE", "Alpha Inc. Backup: FR"])
    #expect(records.count == 1)
  }

  @Test func marksCompaniesOfTheGroup() {
    let (records, _) = adopted(
      """
      ## Affiliates

      | Entity | Purpose | Location |
      |---|---|---|
      | Kite Norge AS | Support | Norway |
      """)

    #expect(records.map(\.isGroupCompany) == [true])
  }

  @Test func namesWhatHasFallen() {
    let (records, _) = adopted(
      """
      | Sub-Processor | Purpose | Location | Safeguard |
      |---|---|---|---|
      | Alpha Inc. | Forms | USA | Privacy Shield successor / SCCs |
      """)

    let transfers = records[0].engagements[0].transfers
    #expect(transfers.map(\.mechanism.value) == [.standardClauses, .adequacy])
    #expect(transfers[1].decision?.value == "Privacy Shield")
  }

  /// A place has a capital letter, or is known.
  @Test(arguments: [
    ("Edge network for the app and the site", ["Edge network for the app and the site"]),
    ("Edge network and Frankfurt", ["Edge network", "Frankfurt"]),
    ("EU and worldwide", ["EU", "worldwide"]), ("Germany and the site", ["DE", "the site"]),
    ("EU and the site", ["EU", "the site"]),
  ])
  func takesNoWordsBehindAndForAPlace(cell: String, places: [String]) {
    let (records, _) = adopted(
      "| Company | Service | Location |\n|---|---|---|\n| Alpha GmbH | Hosting | \(cell) |")

    #expect(
      records.first?.engagements.first?.locations.map {
        $0.country?.value ?? text($0.note) ?? ""
      } == places)
  }
}
