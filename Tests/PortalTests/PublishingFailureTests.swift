import Diagnostics
import FileSystem
import Foundation
import Portal
import TestSupport
import Testing

/// Builds that end where they should not.
@Suite(.serialized)
struct PublishingFailureTests {
  private let fixture: PublishingFixture

  init() throws { fixture = try PublishingFixture() }

  /// Two Sites that share some pages, replace some and have some of their own.
  static func pages(version: Int) -> [String: String] {
    var pages: [String: String] = [:]
    for index in 0..<60 { pages["shared/\(index)"] = "shared \(index)" }
    for index in 0..<60 { pages["changing/\(index % 5)/\(index)"] = "version \(version)" }
    for index in 0..<60 { pages["only-\(version)/\(index)"] = "version \(version)" }
    return pages
  }

  private func wholeSite(version: Int) -> [String: String] {
    var files = Self.pages(version: version)
    let paths = files.keys.map { Array($0.utf8) }
      .sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
    files[".annex-manifest"] = "annex-manifest 1\n" + paths.map { $0 + "\n" }.joined()
    return files
  }

  /// Each round a process of its own publishes two Sites in turn until it is killed.
  @Test(.timeLimit(.minutes(20)))
  func leavesAWholeSiteWhenKilled() async throws {
    try fixture.publish(Self.pages(version: 0))
    var generator = SystemRandomNumberGenerator()
    var seen: Set<Int> = []

    var round = 0
    while round < 50 || seen.count < 2 && round < 200 {
      round += 1
      // On a busy machine a build may take many times as long as the one before it.
      let builds = Double.random(in: 0..<(round <= 50 ? 4 : 40), using: &generator)
      let folder = fixture.temporary.path
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [folder = folder as String, builds = builds as Double] in
        let start = ContinuousClock.now
        try publishForTheKill(version: 1, in: folder)
        // In units of a build on this machine under its present load.
        let delay = builds * ((ContinuousClock.now - start) / .microseconds(1))
        Thread.detachNewThread {
          usleep(UInt32(delay))
          kill(getpid(), SIGKILL)
        }
        for version in 2... { try publishForTheKill(version: version, in: folder) }
      }
      let files = try fixture.files()
      let version = try #require(
        [0, 1].first { files == wholeSite(version: $0) },
        "torn in round \(round) after \(builds) builds")
      seen.insert(version)
    }

    #expect(seen == [0, 1], "the kills must fall on both sides of an exchange")
    try fixture.publish(Self.pages(version: 0))
    #expect(try fixture.files() == wholeSite(version: 0))
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  @Test func bringsTheOldSiteBackWhereTheFileSystemCannotExchange() throws {
    try fixture.publish(["a": "1"])
    // What a kill between the two renames leaves.
    let (site, staging) = ("/Site", "/.Site.annex-staging")
    try fixture.temporary.write("half", to: "workspace\(staging)/new/b")
    try FileManager.default.moveItem(
      atPath: fixture.workspace + site, toPath: fixture.workspace + staging + "/old")

    let publication = try fixture.begin()
    #expect(try fixture.files()["a"] == "1")
    publication.abandon()

    #expect(try fixture.files()["a"] == "1")
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  @Test func cleansUpAfterAKilledBuild() throws {
    try fixture.publish(["a": "1"])
    try fixture.temporary.write("", to: "workspace/.Site.annex-staging/lock")
    try fixture.temporary.write("half", to: "workspace/.Site.annex-staging/new/b/c/d")
    try fixture.temporary.write("gone", to: "workspace/.Site.annex-staging/old/b")

    try fixture.publish(["a": "2"])

    #expect(try fixture.files() == ["a": "2", ".annex-manifest": "annex-manifest 1\na\n"])
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  @Test func reportsALimitOnFileSizes() async throws {
    try fixture.publish(["a": "1"])
    let folder = fixture.temporary.path

    await #expect(processExitsWith: .success) { [folder = folder as String] in
      ignoreWriteSignals()
      var limit = rlimit(rlim_cur: 50_000, rlim_max: 50_000)
      #if canImport(Glibc)
        try #require(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
      #else
        try #require(unsafe setrlimit(RLIMIT_FSIZE, &limit) == 0)
      #endif
      let publication = try SitePublication.begin(
        output: folder + "workspace/Site", shownAs: "Site", workspace: folder + "workspace")
      try publication.write("small", [UInt8](repeating: 65, count: 1_000))

      let error = #expect(throws: PublishingError.self) {
        try publication.write("large", [UInt8](repeating: 65, count: 60_000))
      }
      let diagnostic = try #require(error).diagnostic
      #expect(diagnostic.code == .unwritableOutput)
      #expect(
        diagnostic.summary
          == "'Site/large' cannot be written: the file would be larger than the system allows")
    }

    #expect(try fixture.files()["a"] == "1")
    #expect(try fixture.names(in: "workspace") == ["Site", "content", "templates"])
  }

  /// On a file system of its own, which only the superuser can make.
  @Test(.enabled(if: SmallDisk.isAvailable))
  func reportsAFullDisk() throws {
    let disk = try SmallDisk()
    let publication = try SitePublication.begin(
      output: disk.path + "/Site", shownAs: "Site", workspace: fixture.workspace)
    try publication.write("a", Array("old".utf8))
    _ = try publication.commit()

    let second = try SitePublication.begin(
      output: disk.path + "/Site", shownAs: "Site", workspace: fixture.workspace)
    let error = #expect(throws: PublishingError.self) {
      for index in 0..<100 {
        try second.write("page/\(index)", [UInt8](repeating: 65, count: 100_000))
      }
    }
    second.abandon()

    let diagnostic = try #require(error).diagnostic
    #expect(diagnostic.code == .unwritableOutput)
    #expect(diagnostic.summary.hasSuffix("no space left on the device"), "\(diagnostic.summary)")
    #expect(diagnostic.summary.hasPrefix("'Site/page/"), "\(diagnostic.summary)")
    #expect(diagnostic.help?.hasPrefix("free some space") == true)
    #expect(try Folder(at: disk.path).tree().map(\.path) == ["Site/.annex-manifest", "Site/a"])
    #expect(try Folder(at: disk.path).entries().map(\.name) == ["Site"])
  }

  @Test(.enabled(if: SmallDisk.isAvailable))
  func refusesAMountPoint() throws {
    let disk = try SmallDisk()

    let error = #expect(throws: PublishingError.self) {
      _ = try SitePublication.begin(output: disk.path, workspace: fixture.workspace)
    }

    #expect(error?.diagnostic.code == .unwritableOutput)
    #expect(error?.diagnostic.summary.hasSuffix("it is a mount point") == true)
    #expect(try Folder(at: disk.path).entries().isEmpty)
  }
}

private func publishForTheKill(version: Int, in folder: String) throws {
  let publication = try SitePublication.begin(
    output: folder + "workspace/Site", workspace: folder + "workspace")
  for (path, text) in PublishingFailureTests.pages(version: version % 2) {
    try publication.write(path, Array(text.utf8))
  }
  _ = try publication.commit()
}

/// A mounted file system of 1 MiB, gone when the test is over.
private final class SmallDisk {
  private let temporary: TemporaryFolder
  var path: String { String(temporary.path.dropLast()) }

  static let isAvailable = (try? SmallDisk()) != nil

  init() throws {
    temporary = try TemporaryFolder()
    try Self.run("mount", ["-t", "tmpfs", "-o", "size=1m", "none", temporary.path])
  }

  deinit { try? Self.run("umount", ["-l", temporary.path]) }

  private struct Failure: Error {}

  private static func run(_ tool: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 { throw Failure() }
  }
}
