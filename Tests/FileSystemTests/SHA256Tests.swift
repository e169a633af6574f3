import FileSystem
import Foundation
import TestSupport
import Testing

struct SHA256Tests {
  /// From FIPS 180-4's examples and NIST's CAVP files.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
        + "lmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func digestsTheKnownVectors(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: Array(text.utf8).span) == digest)
  }

  @Test func agreesWithTheSystemsToolAtEveryBlockBoundary() throws {
    let tool = "/usr/bin/sha256sum"
    guard FileManager.default.isExecutableFile(atPath: tool) else { return }
    let temporary = try TemporaryFolder()
    let bytes = (0..<200).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 5) }
    for length in bytes.indices {
      try temporary.write(Data(bytes[..<length]), to: String(format: "%03d", length))
    }
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.currentDirectoryURL = temporary.url
    process.arguments = bytes.indices.map { String(format: "%03d", $0) }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()

    let expected = String(decoding: output, as: UTF8.self).split(separator: "\n")
      .map { String($0.prefix(64)) }
    #expect(expected.count == bytes.count)
    let actual = bytes.indices.map { length in
      let prefix = Array(bytes[..<length])
      return SHA256.hexadecimal(of: prefix.span)
    }
    #expect(actual == expected)
  }

  /// Where the processor has no instructions for it, both are the same.
  @Test func agreesWithTheProcessorsInstructions() {
    for length in [0, 55, 64, 129, 999] {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 7) }
      var byInstructions = SHA256()
      byInstructions.update(bytes.span)
      var byHand = SHA256(byInstructions: false)
      byHand.update(bytes.span)
      #expect(byInstructions.digest() == byHand.digest())
    }
  }

  @Test func doesNotDependOnThePieces() {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for size in [1, 3, 63, 64, 65, 127, 500] {
      var hash = SHA256()
      for start in stride(from: 0, to: bytes.count, by: size) {
        hash.update(bytes[start..<min(start + size, bytes.count)].span)
      }
      var whole = SHA256()
      whole.update(bytes.span)
      #expect(hash.digest() == whole.digest())
    }
  }
}
