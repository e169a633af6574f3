import Diagnostics
import Frontmatter
import TestSupport
import Testing

@testable import Agreements

struct ReadAgreementMetadataTests {
  private func diagnostics(of frontmatter: String) -> [Diagnostic] {
    readAgreement(Array("---\ntitle: T\n\(frontmatter)\n---\n\nText.\n".utf8), path: "dpa.md")
      .diagnostics
  }

  @Test(arguments: [
    "part-of: {title: P, url: 'javascript:alert(1)'}",
    "related-documents: [{title: P, url: 'javascript:alert(1)'}]",
    "related-documents: [{title: P, url: 'data:text/html,x'}]",
    "related-documents: [{title: P, url: '//elsewhere.example/x'}]",
  ])
  func refusesAddressesThatAreNotOfTheWeb(frontmatter: String) {
    let found = diagnostics(of: frontmatter)
    #expect(found.map(\.code) == [.malformedValue])
    #expect(found.map(\.severity) == [.error])
  }

  @Test(arguments: [
    ("language: de-", Diagnostic.Code.malformedValue),
    ("binding-language: '!!'", .malformedValue),
    ("signatures: [{party: P, date: someday}]", .malformedValue),
    ("parties: [{role: processor}]", .missingKey),
    ("parties: [{role: controller, name: X, blank: true}]", .malformedValue),
  ])
  func reportsValuesThatSayNothing(frontmatter: String, code: Diagnostic.Code) {
    #expect(diagnostics(of: frontmatter).map(\.code) == [code])
  }

  @Test(arguments: [
    "short-title: S", "language: de-AT", "signatures: [{party: P, date: 2026-03-01}]",
    "parties: [{role: controller, members: [{name: A}, {name: B}]}]",
    "parties: [{role: processor, is: processor}, {role: controller, blank: true}]",
  ])
  func acceptsWhatTheDocumentationSays(frontmatter: String) {
    #expect(diagnostics(of: frontmatter) == [])
  }

  /// A site may be made of the same file; what is misspelt is none of its keys.
  @Test(arguments: [
    ("layout: page\npermalink: /dpa/\nnav_order: 1", [Diagnostic.Severity.warning]),
    ("sidebar_position: 2\nslug: /dpa", [.warning]), ("date: 2024-01-01\nweight: 3", [.warning]),
    ("aliases:\n  - /old\n  - /older", [.warning]), ("lang: en", [.error]),
    ("layout: page\nversoin: '1'", [.warning, .error]), ("lay-out: page", [.error]),
    ("aliases: [{term: A, aliases: [B]}]", []),
  ])
  func toleratesKeysOfGeneratorsOfSites(
    frontmatter: String, expected: [Diagnostic.Severity]
  ) {
    #expect(diagnostics(of: frontmatter).map(\.severity) == expected)
  }

  @Test(arguments: ["{#bad label!}", "{#}", "{#a b}"])
  func reportsAttributesThatCannotBeRead(braces: String) {
    let text = "## 1. A \(braces)\n\nText with a {brace}.\n"
    let found = readAgreement(Array(text.utf8), path: "dpa.md", isLone: true).diagnostics
    #expect(found.map(\.code) == [.unknownAttribute])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func reportsOneFaultOfFrontmatterThatIsAList() {
    let found = readAgreement(Array("---\n- a\n---\n\nText.\n".utf8), path: "dpa.md").diagnostics
    #expect(found.map(\.code) == [.wrongType])
  }

  @Test func reportsAByteThatIsNoTextOnce() {
    var file = Array("---\ntitle: M".utf8) + [0xFC]
    file += "ller\n---\n\nText.\n".utf8
    let found = readAgreement(file, path: "dpa.md").diagnostics
    #expect(found.map(\.code) == [.dataEncoding])
  }

  @Test func keepsAddressesOfDocumentsElsewhere() {
    let text = "---\ntitle: T\npart-of: {title: P, url: 'https://example.com/p'}\n---\n"
    let (agreement, diagnostics) = readAgreement(Array(text.utf8), path: "dpa.md")
    #expect(agreement.metadata.partOf?.url == "https://example.com/p")
    #expect(diagnostics == [])
  }
}
