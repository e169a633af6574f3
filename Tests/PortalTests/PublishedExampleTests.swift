import Deadlines
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Portal

/// The portal that is committed as the example.
struct PublishedExampleTests {
  private let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The day and the program that the committed portal says it was built for and by.
  private func statement(of start: String) throws -> (asOf: CalendarDate, generator: String) {
    let footer = try #require(start.firstRange(of: "site-foot").map { start[$0.upperBound...] })
    let asOf = try #require(footer.firstMatch(of: /datetime="(\d{4}-\d{2}-\d{2})"/)).1
    let generator = try #require(start.firstMatch(of: /name="generator" content="([^"]*)"/)).1
    return (try #require(CalendarDate(String(asOf))), String(generator))
  }

  @Test func isExactlyWhatContentAndTemplatesCompileTo() throws {
    let site = repository.appending(path: "Site")
    let start = try String(contentsOf: site.appending(path: "index.html"), encoding: .utf8)
    let (asOf, generator) = try statement(of: start)
    let temporary = try TemporaryFolder()
    for folder in ["content", "templates"] {
      try FileManager.default.copyItem(
        at: repository.appending(path: folder), to: temporary.url.appending(path: folder))
    }
    let outcome = buildPortal(
      PortalRequest(
        workspace: temporary.path, output: temporary.path + "Site", asOf: asOf, workers: 2,
        isStrict: true, generator: generator),
      progress: SilentProgress())
    #expect(outcome.diagnostics.filter { $0.severity > .note }.map(\.summary) == [])

    let committed = try files(in: site)
    let built = try files(in: temporary.url.appending(path: "Site"))
    #expect(committed.keys.sorted() == built.keys.sorted())
    for (path, bytes) in committed.sorted(by: { $0.key < $1.key }) where built[path] != bytes {
      Issue.record("\(path) differs; run 'annex build --as-of \(asOf)' and commit the result")
    }
  }

  private func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appending(path: path)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      files[path] = try Data(contentsOf: url)
    }
    return files
  }
}
