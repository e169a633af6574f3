import Agreements
import Diagnostics
import Testing

@testable import Portal

struct TellingForeignKeysOnceTests {
  private func faults(_ path: String, _ frontmatter: String) -> [Diagnostic] {
    readAgreement(Array("---\ntitle: T\n\(frontmatter)\n---\n\nText.\n".utf8), path: path)
      .diagnostics
  }

  @Test func tellsOfTheFirstFile() {
    let files = [
      faults("a.md", "language: en"), faults("b.md", "layout: page\nnav_order: 1"),
      faults("c.md", "layout: page\nversoin: 1"), faults("d.md", "slug: d"),
    ]
    let told = tellingForeignKeysOnce(files)
    #expect(told.map(\.range?.path) == ["b.md", "c.md"])
    #expect(told.map(\.severity) == [.warning, .error])
    #expect(
      told.first?.notes.map(\.summary) == ["2 more agreements have such keys"])
  }
}
