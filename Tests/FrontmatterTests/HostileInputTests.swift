import Diagnostics
import Frontmatter
import TestSupport
import Testing

/// Input that is made to hang or crash a reader ends in a diagnostic, soon.
@Suite(.serialized)
struct HostileInputTests {
  @Test(arguments: [
    String(repeating: "[", count: 60_000), String(repeating: "{a: ", count: 15_000),
    String(repeating: "- ", count: 30_000), String(repeating: "? ", count: 30_000),
    "a: " + String(repeating: "[é,", count: 15_000),
  ])
  func stopsAtTheDepthLimit(text: String) {
    let (root, diagnostics) = parse(text)

    #expect(root == nil)
    #expect(codes(diagnostics) == ["data-depth"])
  }

  @Test(arguments: [
    String(repeating: "[", count: 1_000_000), String(repeating: "[", count: 100_000),
  ])
  func refusesAMillionBracketsUnread(text: String) {
    #expect(codes(parse(text).diagnostics) == ["data-size"])
  }

  @Test func acceptsNestingUpToTheLimit() {
    let deepest = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)

    #expect(parse(deepest).diagnostics == [])
    #expect(codes(parse("[" + deepest + "]").diagnostics) == ["data-depth"])
  }

  /// Nothing that is left out goes without one of the codes by which others know it.
  @Test(arguments: [
    "a: " + String(repeating: "[", count: 80) + String(repeating: "]", count: 80),
    "# " + String(repeating: "x", count: 70_000) + "\na: 1", "a: \u{FFFF}", "a: \u{0}",
  ])
  func saysThatItRefuses(text: String) throws {
    let first = try #require(parse(text).diagnostics.first)
    #expect(Diagnostic.Code.yamlRefusals.contains(first.code))
  }

  @Test func saysThatItRefusesWhatIsNoText() throws {
    let (_, diagnostics) = parseYAML([0x61, 0x3A, 0x20, 0xFF], path: "a.yml")
    #expect(diagnostics.map(\.code) == [.dataEncoding])
    #expect(Diagnostic.Code.yamlRefusals.contains(.dataEncoding))
  }

  @Test func doesNotExpandABombOfAliases() {
    var lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in 1...9 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      lines.append("a\(level): &a\(level) [\(aliases)]")
    }
    let (_, diagnostics) = parse(lines.joined(separator: "\n"))

    #expect(diagnostics.count { $0.code == .yamlAnchor } == 10)
    #expect(diagnostics.count { $0.code == .yamlAlias } == 81)
  }

  /// `piece`, so often that it fills some 60,000 bytes.
  @Test(arguments: [
    ("", "é, ", ""), ("", "a: 1\n", ""), ("", "k", ": v"), ("[", "é: é, ", "]"), ("", "\0", ""),
    ("", "\u{2028}", ""), ("", "#\n", ""), ("", "\n", ""), ("", "\"", ""), ("", "'a'\n", ""),
    ("", "!a ", ""), ("", "&a ", ""), ("", "a\n", ""), ("|\n", " \n", ""),
  ])
  func takesTimeLinearInTheText(start: String, piece: String, end: String) {
    let make = { start + String(repeating: piece, count: $0) + end }

    expectLinear(from: 15_000 / piece.utf8.count, on: make) { _ = parse($0) }
  }

  @Test func takesTimeLinearInTheKeys() {
    let make = { (0..<$0).map { "key\($0): \($0)" }.joined(separator: "\n") }

    expectLinear(from: 1250, on: make) { _ = parse($0) }
  }

  @Test func survivesEveryByteAfterEveryPrefix() {
    let prefixes = [
      "", "a: ", "a: \"", "- ", "a: |\n", "{", "[", "&", "*", "!", "%", "a: 'é", "? ", "\\",
    ]
    for prefix in prefixes {
      for byte in UInt8.min...UInt8.max {
        for end in ["", "\n", ": b", "\"]}"] {
          _ = parseYAML((Array(prefix.utf8) + [byte] + Array(end.utf8))[...], path: "a.yml")
        }
      }
    }
  }

  @Test func survivesDamagedTexts() {
    let text = Array(
      "title: \"Tërms\"\nlist: [a, {b: c}]\nblock: |\n  x\nmap:\n  k: 'v'\n- bad".utf8)
    var generator = SplitMix(seed: 7)
    for _ in 0..<20_000 {
      var bytes = text
      for _ in 0..<3 {
        let index = Int(generator.next() % UInt64(bytes.count))
        bytes[index] = UInt8(truncatingIfNeeded: generator.next())
      }
      let (root, diagnostics) = parseYAML(bytes[...], path: "a.yml")
      #expect(root != nil || !diagnostics.isEmpty)
      // Every message of libyaml has words of its own.
      #expect(!diagnostics.contains { $0.summary.hasPrefix("text is not YAML") })
    }
  }
}
