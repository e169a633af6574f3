import Foundation
import Testing

@testable import EmbedFilesTool

struct SwiftSourceTests {
  @Test func usesMorePoundsThanTheText() {
    let source = swiftSource(embedding: [
      EmbeddedText(name: "a.html", text: "a \"\"\"## b \\#(c)\n")
    ])

    #expect(source.contains("###\"\"\"\na \"\"\"## b \\#(c)\n\n\"\"\"###\n"))
    #expect(source.contains("case #\"a.html\"#:"))
  }

  @Test func escapesWhatTheCompilerWouldChange() {
    let source = swiftSource(embedding: [
      EmbeddedText(name: "a", text: "\u{FEFF}a\r\nb\tc\u{1}\u{7F}")
    ])

    #expect(source.contains("\\#u{feff}a\\#u{d}\nb\tc\\#u{1}\\#u{7f}\n"))
  }

  @Test func compilesToTheSameBytes() throws {
    let texts = [
      "", "\n", "\n\n", "plain", "line\n", "\"\"\"", "\\", "\\\n", "\\#\n", "##\"\"\"## \\##n",
      "\r\n\r",
      "  indented\n    more", "{{ a }} é 😀 \u{2028}", "\u{FEFF}\u{0B}", "\"", "a\\(b)",
    ]
    let files = texts.enumerated().map { EmbeddedText(name: "file \"\($0)\".txt", text: $1) }
    var program = swiftSource(embedding: files)
    program += "for name in EmbeddedFiles.names { print(EmbeddedFiles.bytes(named: name) ?? []) }\n"
    program += "print(EmbeddedFiles.bytes(named: \"other\") as Any)\n"

    let output = try run(program)

    #expect(output == texts.map { "\(Array($0.utf8))" }.joined(separator: "\n") + "\nnil\n")
  }

  /// What a program of one file prints.
  private func run(_ program: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "annex-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "main.swift")
    try program.write(to: file, atomically: true, encoding: .utf8)

    let binary = folder.appending(path: "main")
    _ = try output(of: [
      "swiftc", file.path(percentEncoded: false), "-o", binary.path(percentEncoded: false),
    ])
    return try output(of: [binary.path(percentEncoded: false)])
  }

  private func output(of command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
