import Diagnostics
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

  @Test func keepsAddressesOfDocumentsElsewhere() {
    let text = "---\ntitle: T\npart-of: {title: P, url: 'https://example.com/p'}\n---\n"
    let (agreement, diagnostics) = readAgreement(Array(text.utf8), path: "dpa.md")
    #expect(agreement.metadata.partOf?.url == "https://example.com/p")
    #expect(diagnostics == [])
  }
}
