import Deadlines
import Diagnostics
import Frontmatter
import Registers
import TestSupport
import Testing

struct ReadSubProcessorTests {
  @Test func readsEveryKey() throws {
    let (record, diagnostics) = subProcessor(Samples.subProcessor)

    #expect(diagnostics == [])
    let aws = try #require(record)
    #expect(aws.id.value == "aws")
    #expect(aws.name.value == "Amazon Web Services EMEA SARL")
    #expect(aws.displayName == "AWS")
    #expect(aws.aliases.map(\.value) == ["Amazon Web Services"])
    #expect(aws.address?.postalCode?.value == "L-1855")
    #expect(aws.address?.country?.value == "LU")
    #expect(aws.contact?.email?.value == "privacy@example.com")
    #expect(aws.contact?.audience == .public)
    #expect(aws.parent?.country?.value == "US")
    #expect(aws.tier?.value == 2)
    #expect(aws.engagedBy?.value == "other")
    #expect(aws.certificates.first?.expires?.value == CalendarDate("2027-05-31"))
    #expect(aws.contract?.status?.value == .signed)
    #expect(aws.contract?.audience == .internal)
    #expect(!aws.isNaturalPerson)
    #expect(aws.isGroupCompany)
    #expect(!aws.isExcluded)

    let file = Array(Samples.subProcessor.utf8)
    #expect(String(decoding: file[aws.description.bytes], as: UTF8.self) == "A *description*.")
    #expect(
      aws.description.text.range.start.line == Samples.subProcessor.split(separator: "\n").count)
  }

  @Test func readsAnEngagement() throws {
    let engagement = try #require(subProcessor(Samples.subProcessor).record?.engagements.first)

    #expect(engagement.service?.text(in: "de").text == "Betrieb")
    #expect(engagement.service?.text(in: "de").otherLanguage == nil)
    #expect(engagement.service?.text(in: "fr").text == "Hosting")
    #expect(engagement.service?.text(in: "fr").otherLanguage == "en")
    let purpose = try #require(engagement.purpose)
    #expect(purpose.text(in: "de").text == "Operation of the platform")
    #expect(purpose.text(in: "de").otherLanguage == nil)
    #expect(engagement.products.map(\.value) == ["fleet-4/public-cloud", "fleet-5"])
    #expect(engagement.locations.map { $0.country?.value } == ["DE", "US", nil])
    #expect(engagement.locations[0].roles.map(\.value) == [.storage, .backup])
    #expect(engagement.locations[1].transfers.map(\.mechanism.value) == [.dataPrivacyFramework])
    #expect(
      engagement.transfers.map(\.mechanism.value) == [.dataPrivacyFramework, .standardClauses])
    #expect(engagement.transfers[1].module?.value == 3)
    #expect(engagement.announced?.value.description == "2026-01-12")
    #expect(engagement.effective?.value.description == "2026-02-15")
    #expect(engagement.ended == nil)
    #expect(engagement.announced?.range.start.column == 16)
  }

  @Test func takesTheIDFromTheFileAndTheNameFromTheID() throws {
    let (record, diagnostics) = subProcessor("---\nshort-name: x\n---\n")

    #expect(record?.id.value == "aws")
    #expect(record?.name.value == "aws")
    #expect(codes(diagnostics) == ["missing-key", "missing-key", "missing-key"])
    #expect(
      diagnostics.map(\.summary) == [
        "'name' is missing from the sub-processor", "'address' is missing from the sub-processor",
        "'engagements' is missing from the sub-processor",
      ])
  }

  @Test(arguments: ["[]", "", "''", "{}"])
  func missesTasksWhereTheListIsEmpty(value: String) {
    let head = "---\nname: A\naddress: {country: DE}\n"
    let (_, diagnostics) = subProcessor("\(head)engagements: \(value)\n---\n")
    let (_, ofExcluded) = subProcessor(
      "\(head)engagements: []\nexcluded: true\nreason: None\n---\n")

    #expect(
      diagnostics.contains { $0.summary == "'engagements' is missing from the sub-processor" })
    #expect(diagnostics.first { $0.code.rawValue == "missing-key" }?.range?.start.line == 4)
    #expect(ofExcluded == [])
  }

  @Test(arguments: ["q?x#%2e", "con", "LPT1", "a:b", "trail.", "x ", "index"])
  func refusesAFileWhoseNameCanBeNoFolder(name: String) {
    let keys = "name: A\naddress: {country: DE}\nengagements: [{service: B}]\n"
    func codesOfFile(_ keys: String) -> [String] {
      codes(
        readSubProcessor(
          from: Array("---\n\(keys)---\n".utf8), path: "content/sub-processors/\(name).md"
        ).diagnostics)
    }

    #expect(codesOfFile(keys) == ["malformed-value"])
    #expect(codesOfFile("id: ab\n" + keys) == [])
    #expect(codesOfFile("id: a b\n" + keys) == ["malformed-value"])
  }

  @Test(arguments: ["con", "index", "nul.a", "ab."])
  func refusesAnIDThatCanBeNoFolder(id: String) {
    let (_, diagnostics) = subProcessor(
      "---\nid: \(id)\nname: A\naddress: {country: DE}\nengagements: [{service: B}]\n---\n")

    #expect(codes(diagnostics) == ["malformed-value"])
    #expect(diagnostics.first?.range?.start == SourcePosition(line: 2, column: 5))
  }

  @Test(arguments: [
    ("tier: 2", "missing-key", "'engaged-by' is missing from the sub-processor"),
    ("tier: 0", "malformed-value", "'tier' must be a whole number from 1 to 9, not '0'"),
    ("tier: 2\nengaged-by: ' '", "missing-key", "'engaged-by' is missing from the sub-processor"),
    ("excluded: true\nreason: ''", "missing-key", "'reason' is missing from the sub-processor"),
    ("excluded: true", "missing-key", "'reason' is missing from the sub-processor"),
    (
      "excluded: true\nreason: None", "excluded-engagement",
      "'A' is 'excluded', so its tasks are not shown"
    ),
    ("id: a b", "malformed-value", "'id' must be letters, digits, '-', '_' and '.', not 'a b'"),
    (
      "website: example.com", "malformed-value",
      "'website' must be an address such as https://example.com, not 'example.com'"
    ),
    (
      "website: 'https:///x'", "malformed-value",
      "'website' must be an address such as https://example.com, not 'https:///x'"
    ),
    (
      "contact: {email: 'a @b.c'}", "malformed-value",
      "'email' must be an address such as privacy@example.com, not 'a @b.c'"
    ),
    (
      "contract: {date: 5 May 2026}", "malformed-value",
      "'date' must be a date such as 2026-03-01, not '5 May 2026'"
    ),
    ("contract: {status: sined}", "unknown-value", "'sined' is not one of the values of 'status'"),
    (
      "natural-person: 'no'", "wrong-type",
      "'natural-person' must be true or false, not the text 'no'"
    ),
    ("teir: 1", "unknown-key", "key 'teir' is not one of the sub-processor's"),
    (
      "certificates: [{expires: 2027-01-01}]", "missing-key",
      "'name' is missing from the certificate"
    ),
  ])
  func reportsWhatDoesNotFit(line: String, code: String, summary: String) {
    let source = """
      ---
      name: A
      address: {country: DE}
      engagements: [{service: B}]
      \(line)
      ---
      """
    let (record, diagnostics) = subProcessor(source)

    #expect(record != nil)
    #expect(codes(diagnostics) == [code])
    #expect(diagnostics.first?.summary == summary)
  }

  @Test(arguments: [
    ("transfer: scc", "unknown-value"), ("transfer: {module: 3}", "missing-key"),
    ("transfer: {mechanism: bcr, module: 5}", "malformed-value"),
    ("transfer: [[bcr]]", "wrong-type"),
    ("transfer: {mechanism: derogation, letter: z}", "malformed-value"),
    ("locations: [{city: Hamburg}]", "missing-key"),
    ("locations: [{country: DE, role: store}]", "unknown-value"),
    ("purpose: {english: x}", "malformed-value"), ("purpose: {en: [x]}", "wrong-type"),
    ("purpose: [x]", "wrong-type"),
    ("effective: 2026-02-30", "malformed-value"),
  ])
  func reportsFaultsOfAnEngagement(line: String, code: String) {
    let source =
      "---\nname: A\naddress: {country: DE}\nengagements:\n  - service: B\n    \(line)\n---\n"

    #expect(codes(subProcessor(source).diagnostics) == [code])
  }

  @Test func needsNeitherAddressNorEngagementWhereExcluded() {
    let (record, diagnostics) = subProcessor(
      "---\nname: A\nexcluded: true\nreason: receives no personal data\n---\n")

    #expect(diagnostics == [])
    #expect(record?.isExcluded == true)
  }

  @Test(arguments: ["", "# Only text\n", "---\n---\n", "---\n# nothing\n---\nText"])
  func reportsAFileWithoutFrontmatter(text: String) {
    let (record, diagnostics) = subProcessor(text)

    #expect(record == nil)
    #expect(codes(diagnostics) == ["missing-frontmatter"])
  }

  @Test func passesOnWhatTheYAMLHasWrong() {
    #expect(codes(subProcessor("---\nname: a: b\n---\n").diagnostics) == ["yaml-syntax"])
    #expect(codes(subProcessor("---\nname: a\n").diagnostics) == ["frontmatter-unclosed"])
    #expect(codes(subProcessor("---\n- a\n---\n").diagnostics).contains("wrong-type"))
  }

  @Test(arguments: [
    ("content/sub-processors/aws.md", "aws"), ("aws.md", "aws"), ("a/b.c.md", "b.c"), ("a/b", "b"),
    ("a/.md", ".md"),
  ])
  func namesARecordAfterItsFile(path: String, id: String) {
    #expect(identifier(ofFile: path) == id)
  }
}
