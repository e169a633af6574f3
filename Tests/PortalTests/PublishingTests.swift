import Compression
import FileSystem
import Foundation
import Parallelism
import Portal
import TestSupport
import Testing

/// A workspace beside which Sites are published.
struct PublishingFixture {
  let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    try temporary.write("title: Portal\n", to: "workspace/content/portal.yml")
    try temporary.write("", to: "workspace/templates/page.html")
  }

  var workspace: String { temporary.path + "workspace" }

  func begin(
    _ output: String = "workspace/Site", isPrecompressed: Bool = false
  ) throws(PublishingError) -> SitePublication {
    try SitePublication.begin(
      output: temporary.path + output, shownAs: output, workspace: workspace,
      isPrecompressed: isPrecompressed)
  }

  @discardableResult
  func publish(
    _ pages: [String: String], to output: String = "workspace/Site", byExchange: Bool = true
  ) throws -> SitePublication.Counts {
    let publication = try begin(output)
    for (path, text) in pages { try publication.write(path, Array(text.utf8)) }
    return try publication.commit(byExchange: byExchange)
  }

  /// Everything beneath `path`, as text; the manifest included.
  func files(in path: String = "workspace/Site") throws -> [String: String] {
    let folder = try Folder(at: temporary.path + path)
    var files: [String: String] = [:]
    for entry in try folder.tree() {
      files[entry.path] = String(decoding: try folder.read(entry.path), as: UTF8.self)
    }
    return files
  }

  func names(in path: String) throws -> [String] {
    try Folder(at: temporary.path + path).entries().map(\.name)
  }

  func status(of path: String) throws -> FileStatus? {
    try Folder(at: temporary.path).status(of: path)
  }
}

struct PublishingTests {
  private let fixture: PublishingFixture

  init() throws { fixture = try PublishingFixture() }

  @Test func writesEveryPageAndTheListOfThem() throws {
    let counts = try fixture.publish(["index.html": "start", "b/c/d.html": "deep", "a-b": "x"])

    #expect(
      try fixture.files() == [
        "index.html": "start", "b/c/d.html": "deep", "a-b": "x",
        ".annex-manifest": "annex-manifest 1\na-b\nb/c/d.html\nindex.html\n",
      ])
    #expect(counts == .init(written: 3, unchanged: 0, removed: 0))
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  @Test(arguments: [true, false])
  func replacesChangedPagesAndRemovesOldOnes(byExchange: Bool) throws {
    try fixture.publish(["a": "1", "b/x": "2", "c/y": "3"], byExchange: byExchange)

    let counts = try fixture.publish(
      ["a": "1", "b/x": "changed", "d/z": "4"], byExchange: byExchange)

    #expect(counts == .init(written: 2, unchanged: 1, removed: 1))
    #expect(
      try fixture.files() == [
        "a": "1", "b/x": "changed", "d/z": "4",
        ".annex-manifest": "annex-manifest 1\na\nb/x\nd/z\n",
      ])
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  @Test func keepsTheTimeStampsOfUnchangedPages() throws {
    try fixture.publish(["same": "1", "sub/same": "2", "other": "3"])
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    let site = fixture.temporary.path + "workspace/Site/"
    for path in ["same", "sub/same", "other"] {
      try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: site + path)
    }

    try fixture.publish(["same": "1", "sub/same": "2", "other": "changed"])

    for (path, isOld) in [("same", true), ("sub/same", true), ("other", false)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: site + path)
      #expect((attributes[.modificationDate] as? Date == past) == isOld, "\(path)")
    }
  }

  @Test func leavesTheSiteAloneWhereNothingChanged() throws {
    try fixture.publish(["a": "1", "b/c": "2"])
    let before = try fixture.status(of: "workspace/Site")

    let counts = try fixture.publish(["a": "1", "b/c": "2"])

    #expect(counts == .init(written: 0, unchanged: 2, removed: 0))
    #expect(try fixture.status(of: "workspace/Site") == before)
  }

  @Test func repairsASiteThatLostAPage() throws {
    try fixture.publish(["a": "1", "b": "2"])
    try FileManager.default.removeItem(atPath: fixture.temporary.path + "workspace/Site/b")

    #expect(try fixture.publish(["a": "1", "b": "2"]).written == 1)
    #expect(try fixture.files()["b"] == "2")
  }

  @Test func abandonsWithoutATrace() throws {
    try fixture.publish(["a": "1"])
    let before = try fixture.files()

    let publication = try fixture.begin()
    try publication.write("b", Array("2".utf8))
    publication.abandon()
    publication.abandon()

    #expect(try fixture.files() == before)
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  @Test func abandonsWhenItGoesOutOfUse() throws {
    do {
      let publication = try fixture.begin()
      try publication.write("b", Array("2".utf8))
    }

    #expect(try fixture.names(in: "workspace") == ["content", "templates"])
  }

  @Test func takesPagesFromSeveralWorkers() throws {
    let publication = try fixture.begin()
    _ = try concurrentMap(count: 2_000, workers: 4) { index throws(PublishingError) in
      try publication.write("d\(index % 50)/e\(index % 7)/\(index)", Array("\(index)".utf8))
    }

    #expect(try publication.commit(workers: 4).written == 2_000)
    #expect(try fixture.files().count == 2_001)

    let again = try fixture.begin()
    _ = try concurrentMap(count: 2_000, workers: 4) { index throws(PublishingError) in
      let text = index == 7 ? "changed" : "\(index)"
      try again.write("d\(index % 50)/e\(index % 7)/\(index)", Array(text.utf8))
    }
    #expect(try again.commit(workers: 4) == .init(written: 1, unchanged: 1_999, removed: 0))
    #expect(try fixture.files()["d7/e0/7"] == "changed")
  }

  @Test func writesTheSameManifestInAnyOrder() throws {
    let paths = (0..<200).map { "p\($0 % 9)/\($0)" }
    let texts = Dictionary(uniqueKeysWithValues: paths.map { ($0, "") })
    try fixture.publish(texts, to: "one")
    try fixture.publish(texts, to: "two")

    #expect(try fixture.files(in: "one") == fixture.files(in: "two"))
  }

  @Test func writesTextCompressedAsWellWhereThatSaves() throws {
    let text = Array(repeating: UInt8(ascii: "a"), count: 1_000)
    let paths = ["a.html", "b/c.js", "d.xml", "logo.png", "_headers", "html"]
    var counts: [SitePublication.Counts] = []
    for _ in 0..<2 {
      let publication = try fixture.begin(isPrecompressed: true)
      for path in paths { try publication.write(path, text) }
      try publication.write("short.html", Array("<p>".utf8))
      counts.append(try publication.commit())
    }

    let site = try Folder(at: fixture.workspace + "/Site")
    let compressed = try site.tree().map(\.path).filter { $0.hasSuffix(".gz") }.sorted()
    #expect(compressed == ["a.html.gz", "b/c.js.gz", "d.xml.gz"])
    let expected = gzipped(text.span)
    for path in compressed { #expect(try site.read(path) == expected, "\(path)") }
    #expect(counts == [.init(written: 10), .init(unchanged: 10)])

    #expect(try fixture.publish(["a.html": "<p>"]).removed == 9)
  }

  @Test func makesTheFoldersOnTheWay() throws {
    try fixture.publish(["a": "1"], to: "build/out/Site/")

    #expect(try fixture.files(in: "build/out/Site")["a"] == "1")
    #expect(try fixture.names(in: "build/out") == ["Site"])
  }

  @Test func takesOverAnEmptyFolder() throws {
    try FileManager.default.createDirectory(
      atPath: fixture.temporary.path + "workspace/Site", withIntermediateDirectories: true)
    try fixture.temporary.write("", to: "workspace/Site/.DS_Store")

    try fixture.publish(["a": "1"])

    #expect(try fixture.files().keys.sorted() == [".annex-manifest", "a"])
  }
}
