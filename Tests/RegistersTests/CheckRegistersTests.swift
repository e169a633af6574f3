import Deadlines
import Diagnostics
import Frontmatter
import Registers
import TestSupport
import Testing

struct CheckRegistersTests {
  /// What the checks say of records that are given as their frontmatter, the sub-processors' with
  /// ids `s0`, `s1`, ...
  private func check(
    portal: String = "", subProcessors: [String] = [], controls: [String] = []
  ) -> [Diagnostic] {
    let registers = RegisterSet(
      settings: settings("title: T\nprocessor: {name: P}\n" + portal).settings,
      subProcessors: subProcessors.enumerated().compactMap { number, text in
        readSubProcessor(from: Array("---\n\(text)\n---\n".utf8), path: "s/s\(number).md").record
      },
      controls: controls.enumerated().compactMap { number, text in
        readControl(from: Array("---\n\(text)\n---\n".utf8), path: "m/m\(number).md").record
      })
    return checkRegisters(registers)
  }

  @Test(arguments: [
    (["name: Alpha Ltd.", "name: ALPHA, Ltd"], 1),
    (["name: Alpha", "name: Beta\naliases: [Alpha]"], 1),
    (["name: Alpha Operations Ltd", "name: Alpha Operations Limited"], 1),
    (["name: Alpha L.L.C.", "name: Alpha LLC"], 1), (["name: Alpha Ltd", "name: Alpha Inc."], 0),
    (["name: Alpha\naliases: [alpha, ALPHA]", "name: Beta"], 0),
  ])
  func reportsCompaniesWithTwoRecords(records: [String], count: Int) {
    let found = check(subProcessors: records.map { $0 + "\nexcluded: true\nreason: R" })

    #expect(found.count { $0.code == .duplicateCompany } == count)
  }

  @Test func asksForNoTitleOfAControlThatIsMissing() {
    let measures = "measures: [{id: a, text: T, scopes: {}}]"
    #expect(check(controls: [measures]).filter { $0.code == .unknownControl } == [])
    #expect(check(controls: ["control: own.1\n" + measures]).map(\.code) == [.unknownControl])
  }

  @Test func readsCountriesByTheirNames() throws {
    for (name, code) in [("Deutschland", "DE"), ("Luxemburg", "LU"), ("USA", "US"), ("UK", "GB")] {
      let text = "---\nname: A\naddress: {country: \(name)}\nengagements: [{service: B}]\n---\n"
      let record = readSubProcessor(from: Array(text.utf8), path: "a.md").record

      #expect(record?.address?.country?.value == code)
    }
  }

  private func engagement(_ lines: String) -> String {
    "name: A\naddress: {country: DE}\nengagements:\n  - service: B\n    \(lines)"
  }

  @Test func acceptsTheFullRecords() {
    let registers = RegisterSet(
      settings: settings(Samples.settings).settings,
      subProcessors: [
        subProcessor(Samples.subProcessor).record,
        readSubProcessor(from: Array("---\nname: Other\n---\n".utf8), path: "s/other.md").record,
      ].compactMap { $0 },
      controls: [control(Samples.control).record].compactMap { $0 })

    #expect(checkRegisters(registers) == [])
  }

  @Test(arguments: [
    ("products: [fleet]", "unknown-product", "replace 'fleet' with 'fleet-4'"),
    ("products: [nothing/public]", "unknown-product", "use one of the products 'fleet-4'"),
    ("products: [fleet-4/publik]", "unknown-edition", "replace 'publik' with 'public'"),
    ("data: [contents]", "unknown-category", "replace 'contents' with 'content'"),
    ("subjects: [user]", "unknown-category", "replace 'user' with 'users'"),
    ("locations: [{country: de}]", "unknown-country", "replace 'de' with 'DE'"),
    (
      "locations: [{country: Germani}]", "unknown-country",
      "replace 'Germani' with 'DE', the code of 'Germany'"
    ),
    (
      "locations: [{country: Deutschlnd}]", "unknown-country",
      "replace 'Deutschlnd' with 'DE', the code of 'Deutschland'"
    ),
    (
      "locations: [{country: XX}]", "unknown-country",
      "use the two letters of ISO 3166-1, such as DE"
    ),
  ])
  func reportsReferencesOfAnEngagement(line: String, code: String, help: String) {
    let diagnostics = check(
      portal: """
        products: [{id: fleet-4, editions: [public]}]
        data-categories: [{id: content}]
        data-subjects: [{id: users}]
        """,
      subProcessors: [engagement(line)])

    #expect(codes(diagnostics) == [code])
    #expect(diagnostics.first?.help == help)
    #expect(diagnostics.first?.range?.start.line == 6)
  }

  @Test func leavesCategoriesAsWordsWhereNoneAreDefined() {
    #expect(check(subProcessors: [engagement("data: [names and addresses]")]) == [])
  }

  @Test(arguments: [
    "announced: 2026-02-01\n    effective: 2026-01-01",
    "effective: 2026-02-01\n    ended: 2026-01-01",
    "announced: 2026-02-01\n    withdrawn: 2026-01-01",
    "withdrawn: 2026-02-01\n    effective: 2026-01-01\n    announced: 2026-01-01",
  ])
  func reportsDatesInTheWrongOrder(lines: String) {
    let diagnostics = check(subProcessors: [engagement(lines)])

    #expect(codes(diagnostics) == ["date-order"])
    #expect(diagnostics.first?.range?.start.line == 7)
    #expect(diagnostics.first?.notes.first?.range?.start.line == 6)
  }

  @Test func asksWhenWhatWasWithdrawnHadBeenAnnounced() {
    let diagnostics = check(subProcessors: [engagement("withdrawn: 2026-02-01")])
    #expect(codes(diagnostics) == ["date-order"])
    #expect(diagnostics.first?.severity == .warning)
    #expect(diagnostics.first?.range?.start.line == 6)
  }

  @Test func acceptsEqualDates() {
    let lines = "announced: 2026-02-01\n    effective: 2026-02-01\n    ended: 2026-02-01"
    #expect(check(subProcessors: [engagement(lines)]) == [])
  }

  @Test func reportsEqualIDs() throws {
    let diagnostics = check(
      portal: """
        products: [{id: a, editions: [x, x]}, {id: a}]
        sites: [{id: b}]
        scopes: [{id: b}]
        data-categories: [{id: c}, {id: c}]
        data-subjects: [{id: d}, {id: d}]
        """,
      subProcessors: ["id: e\nname: A", "id: e\nname: B"],
      controls: [
        "control: bdsg9.1\nmeasures: [{id: f, text: t, scopes: {}}]",
        "control: bdsg9.1\nmeasures: [{id: f, text: t, scopes: {}}]",
      ])

    #expect(Set(codes(diagnostics)) == ["duplicate-id"])
    #expect(
      diagnostics.map(\.summary).sorted() == [
        "category of data subjects 'd' exists twice", "control 'bdsg9.1' exists twice",
        "data category 'c' exists twice", "edition 'x' exists twice", "measure 'f' exists twice",
        "product 'a' exists twice", "scope 'b' exists twice", "sub-processor 'e' exists twice",
      ])
    let measure = try #require(diagnostics.first { $0.summary.hasPrefix("measure") })
    #expect(measure.range?.path == "m/m1.md")
    #expect(measure.notes.first?.range?.path == "m/m0.md")
  }

  @Test func reportsScopesAndDelegatesThatDoNotExist() {
    let diagnostics = check(
      portal: "sites: [{id: office}]",
      subProcessors: ["id: aws\nname: A"],
      controls: [
        "control: bdsg9.1\nmeasures:\n  - id: a\n    text: t\n    scopes: {ofice: {state: delegated, to: awz}}"
      ])

    #expect(codes(diagnostics) == ["unknown-scope", "unknown-sub-processor"])
    #expect(
      diagnostics.map(\.help) == ["replace 'ofice' with 'office'", "replace 'awz' with 'aws'"])
    #expect(diagnostics.map { $0.range?.start.column } == [14, 44])
  }

  @Test(arguments: [
    ("ended: 2026-05-31", 2), ("ended: 2026-06-01", 0), ("effective: 2020-01-01", 0),
    ("ended: 2026-05-31}, {service: C", 0), ("withdrawn: 2026-01-01", 0),
  ])
  func reportsWhatRestsOnACompanyThatEnded(keys: String, count: Int) throws {
    func company(_ keys: String) -> SubProcessor? {
      let text = "---\nname: N\naddress: {country: DE}\n\(keys)\n---\n"
      return readSubProcessor(from: Array(text.utf8), path: "s/\(keys.utf8.count).md").record
    }
    var upper = company("engagements: [{service: B, \(keys)}]")
    upper?.id.value = "upper"
    let control = """
      ---
      control: bdsg9.1
      measures: [{id: a, text: T, scopes: {office: {state: delegated, to: upper}}}]
      ---

      """
    let registers = RegisterSet(
      settings: nil,
      subProcessors: [
        upper, company("engaged-by: upper\nengagements: [{service: B}]"),
        company("engaged-by: upper\nengagements: [{service: B, ended: 2026-05-31}]"),
      ].compactMap(\.self),
      controls: [readControl(from: Array(control.utf8), path: "m/a.md").record].compactMap(\.self))

    let found = checkEndedCompanies(
      in: registers, on: try #require(CalendarDate("2026-06-01")))
    #expect(found.map(\.code) == Array(repeating: .companyEnded, count: count))
  }

  @Test func checksNothingAgainstSettingsThatAreNotThere() {
    let record = subProcessor("---\n\(engagement("products: [x]"))\n---\n").record

    #expect(
      checkRegisters(RegisterSet(settings: nil, subProcessors: [record].compactMap { $0 })) == [])
  }

  @Test(arguments: [
    (["engaged-by: s1", ""], [String]()), (["engaged-by: s2", ""], ["unknown-sub-processor"]),
    (["engaged-by: s0"], ["engagement-cycle"]),
    (["engaged-by: s1", "engaged-by: s0"], ["engagement-cycle"]),
    (["engaged-by: s1", "engaged-by: s2", "engaged-by: s1"], ["engagement-cycle"]),
    (["engaged-by: s1", "engaged-by: s2", "", "engaged-by: s1"], []),
    (["tier: 2\nengaged-by: s1", ""], []), (["tier: 2\nengaged-by: s1", "tier: 1"], []),
    (["tier: 4\nengaged-by: s1", ""], ["tier-mismatch"]),
    (["tier: 1\nengaged-by: s1", "tier: 1"], ["tier-mismatch"]),
    (["tier: 3\nengaged-by: s1", "tier: 2\nengaged-by: s2", ""], []),
    // What no record states is not guessed at.
    (["tier: 5\nengaged-by: s1", "engaged-by: s2", ""], []),
  ])
  func followsChainsOfEngagement(lines: [String], expected: [String]) {
    #expect(
      codes(check(subProcessors: lines.enumerated().map { "name: A\($0)\n" + $1 })) == expected)
  }

  @Test(
    arguments: [
      ("bdsg9.1", nil, nil), ("gdpr32.b", nil, nil),
      (
        "bdsg9.9", "control 'bdsg9.9' is not one of the scheme 'bdsg9'",
        "replace 'bdsg9.9' with 'bdsg9.1'"
      ),
      (
        "bdsg8.1", "control 'bdsg8.1' needs a title, since its scheme is not a known one",
        "replace 'bdsg8' with 'bdsg9', or write title: and the control's name"
      ),
      (
        "house.1", "control 'house.1' needs a title, since its scheme is not a known one",
        "write title: and the control's name"
      ),
    ] as [(String, String?, String?)])
  func reportsControlsWithoutAName(control: String, summary: String?, help: String?) {
    let diagnostics = check(controls: ["control: \(control)\nmeasures: []"])

    #expect(diagnostics.map(\.summary) == [summary].compactMap { $0 })
    #expect(diagnostics.first?.help == help)
    #expect(diagnostics.allSatisfy { $0.code.rawValue == "unknown-control" })
    #expect(check(controls: ["control: \(control)\ntitle: T\nmeasures: []"]) == [])
  }

  @Test func bearsThousandsOfWrongReferences() {
    let make = { (count: Int) in
      let sites = (0..<count).map { "{id: site-\($0)}" }.joined(separator: ", ")
      let scopes = (0..<count).map { "wrong-\($0): shared" }.joined(separator: ", ")
      return (
        count, "sites: [\(sites)]",
        "control: bdsg9.1\nmeasures: [{id: a, text: t, scopes: {\(scopes)}}]"
      )
    }
    expectLinear(from: 350, on: make) { count, portal, control in
      #expect(check(portal: portal, controls: [control]).count == count)
    }
  }
}
