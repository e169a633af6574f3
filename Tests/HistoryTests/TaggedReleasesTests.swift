import Diagnostics
import TestSupport
import Testing

@testable import History

@Suite(.enabled(if: TestRepository.isPossible))
struct TaggedReleasesTests {
  private let place = SourceRange(path: "content/portal.yml", line: 1, column: 1)

  @Test func givesEachTagAnAddressOfItsOwn() throws {
    let repository = try TestRepository()
    let tags = ["v/1", "v-1", "v-1-2", "v+1", "\u{FC}", "\u{E4}"]
    for (index, tag) in tags.enumerated() {
      try repository.commit(
        ["content/agreements/a.md": "# A \(index)"], tag, on: "2026-01-0\(index + 1)")
      try repository.run("tag", tag)
    }
    let (releases, diagnostics) = try readTaggedReleases(
      in: try GitRepository(around: repository.path), matching: "*", contentFolder: "content",
      at: place)
    #expect(diagnostics.isEmpty)
    #expect(releases.map(\.id) == ["v-1", "v-1-2", "v-1-2-2", "v-1-3", "r--", "r---2"])
  }
}
