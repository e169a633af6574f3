import Diagnostics
import TestSupport
import Testing

@testable import Portal

struct AgreementMetadataTests {
  private func errors(_ frontmatter: String) throws -> [String] {
    let fixture = try PortalFixture()
    try fixture.agreement("toms", "## 1. A\n\nText.\n")
    try fixture.temporary.write(
      "---\ntitle: D\n\(frontmatter)\n---\n\n## 1. A\n\nText.\n", to: "content/agreements/dpa.md")
    return fixture.build().diagnostics.filter { $0.severity == .error }.map {
      "\($0.code.rawValue): \($0.help ?? "")"
    }
  }

  @Test(arguments: [
    ("part-of: tom", "unknown-agreement: replace 'tom' with 'toms'"),
    (
      "part-of: dpa", "malformed-value: write the id of the other agreement, or remove 'part-of'"
    ),
    (
      "translation-of: dpa",
      "malformed-value: write the id of the other agreement, or remove 'translation-of'"
    ),
    ("governing-law: Germany", "unknown-country: replace 'Germany' with 'DE'"),
  ])
  func reportsWhatLeadsNowhere(frontmatter: String, error: String) throws {
    #expect(try errors(frontmatter) == [error])
  }

  @Test(arguments: [
    "part-of: toms", "part-of: {title: Main contract}", "governing-law: DE",
  ])
  func acceptsWhatExists(frontmatter: String) throws {
    #expect(try errors(frontmatter) == [])
  }
}
