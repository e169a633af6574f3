import Compression
import Foundation
import TestSupport
import Testing

struct GzippedTests {
  /// Texts that compress well, badly, and not at all, around the sizes of zlib's blocks.
  private static let texts: [[UInt8]] = [
    [], Array("a".utf8), Array(repeating: 0x20, count: 100_000),
    Array(String(repeating: "The Processor informs the Controller. ", count: 2_000).utf8),
    noise(count: 70_000),
  ]

  private func compressed(_ text: [UInt8]) throws -> [UInt8] {
    let file = gzipped(text.span)
    return try #require(file)
  }

  /// Bytes without a pattern, the same in every run.
  private static func noise(count: Int) -> [UInt8] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  @Test(arguments: texts) func isReadByTheSystemsTool(text: [UInt8]) throws {
    let tool = "/usr/bin/gzip"
    guard FileManager.default.isExecutableFile(atPath: tool) else { return }
    let temporary = try TemporaryFolder()
    try temporary.write(Data(compressed(text)), to: "text.gz")
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.currentDirectoryURL = temporary.url
    process.arguments = ["--decompress", "text.gz"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try Data(contentsOf: temporary.url.appending(path: "text")) == Data(text))
  }

  @Test func namesNoFileNoTimeAndNoSystem() throws {
    let file = try compressed(Array("Clause".utf8))
    #expect(Array(file.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
    #expect(Array(file.suffix(4)) == [6, 0, 0, 0])
  }

  @Test func makesTextSmallerAndNoiseHardlyLarger() throws {
    #expect(try compressed(Self.texts[3]).count < Self.texts[3].count / 50)
    #expect(try compressed(Self.texts[4]).count < Self.texts[4].count + 100)
  }
}
