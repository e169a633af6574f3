import Diagnostics
import Frontmatter
import TestSupport
import Testing

/// One fault a text, with its place between ⟦1⟧ and ⟦2⟧.
struct YAMLFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var source: String
    var code: String
    var summary: String
    var testDescription: String { source }

    init(_ source: String, _ code: String, _ summary: String) {
      self.source = source
      self.code = code
      self.summary = summary
    }
  }

  @Test(arguments: [
    Fault(
      "title: Terms⟦1⟧:⟦2⟧ general", "yaml-syntax", "': ' must not stand in a value without quotes"),
    Fault("title: a\n  b⟦1⟧:⟦2⟧ c", "yaml-syntax", "': ' must not stand in a value without quotes"),
    Fault("a: 1\n⟦1⟧b⟦2⟧\nc: 2", "yaml-syntax", "key must be followed by ': '"),
    Fault(
      "a: 1\n⟦1⟧<⟦2⟧<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> c\n", "merge-conflict",
      "git could not merge these lines, and left both versions of them"),
    Fault(
      "a:\n  b: 1\n⟦1⟧<⟦2⟧<<<<<< HEAD\n  c: 2\n=======\n  c: 3\n>>>>>>> d\n", "merge-conflict",
      "git could not merge these lines, and left both versions of them"),
    Fault("a: ⟦1⟧-⟦2⟧ b", "yaml-syntax", "list item '- ' must begin a line"),
    Fault("a: ⟦1⟧?⟦2⟧ b", "yaml-syntax", "'? ' must not begin a value without quotes"),
    Fault("a: [b, ⟦1⟧,⟦2⟧ c]", "yaml-syntax", "value is missing here"),
    Fault(
      "a: \"b\" ⟦1⟧c⟦2⟧", "yaml-syntax", "key must follow here, in the column of the keys above"),
    Fault(
      "a:\n  - b\n ⟦1⟧-⟦2⟧ c", "yaml-syntax",
      "key must follow here, in the column of the keys above"),
    Fault(
      "- a\n⟦1⟧b⟦2⟧: c", "yaml-syntax",
      "list item '- ' must follow here, in the column of the items above"),
    Fault("a: ⟦1⟧[⟦2⟧b, c", "yaml-syntax", "',' or ']' must follow an item of a list in brackets"),
    Fault(
      "a: [b, [c] ⟦1⟧d⟦2⟧]", "yaml-syntax", "',' or ']' must follow an item of a list in brackets"),
    Fault("a: ⟦1⟧{⟦2⟧b: c", "yaml-syntax", "',' or '}' must follow a value of a mapping in braces"),
    Fault(
      "a: {b: c⟦1⟧]⟦2⟧", "yaml-syntax", "',' or '}' must follow a value of a mapping in braces"),
    Fault("a: é\nb: ⟦1⟧\"⟦2⟧open\nc: d", "yaml-syntax", "quote is not closed"),
    Fault("a: ⟦1⟧'⟦2⟧open", "yaml-syntax", "quote is not closed"),
    Fault(
      "a: \"C:⟦1⟧\\⟦2⟧dir\"", "yaml-syntax",
      "'\\' begins an escape between double quotes, and this one doesn't exist"),
    Fault("a: \"\\x⟦1⟧Z⟦2⟧Z\"", "yaml-syntax", "escape must go on with hexadecimal digits"),
    Fault("a: \"\\u⟦1⟧d⟦2⟧800\"", "yaml-syntax", "escape must stand for a Unicode character"),
    Fault("a: |⟦1⟧0⟦2⟧\n  b", "yaml-syntax", "indentation after '|' or '>' must be 1 to 9"),
    Fault("a: | ⟦1⟧b⟦2⟧", "yaml-syntax", "'|' and '>' must end their line"),
    Fault(
      "a: ⟦1⟧*⟦2⟧.example.com", "yaml-syntax", "'*' and '&' must not begin a value without quotes"),
    Fault("a: ⟦1⟧&⟦2⟧ b", "yaml-syntax", "'*' and '&' must not begin a value without quotes"),
    Fault("a: ⟦1⟧@⟦2⟧b", "yaml-syntax", "'@', '`' and '%' must not begin a value without quotes"),
    Fault("a: ⟦1⟧%⟦2⟧b", "yaml-syntax", "'@', '`' and '%' must not begin a value without quotes"),
    Fault("a:\n⟦1⟧\t⟦2⟧b: c", "yaml-tab", "tab must not indent; YAML indents with spaces"),
    Fault("a:\n  b: c\n⟦1⟧\t⟦2⟧d: e", "yaml-tab", "tab must not indent; YAML indents with spaces"),
    Fault("a: |\n⟦1⟧\t⟦2⟧b", "yaml-tab", "tab must not indent; YAML indents with spaces"),
    Fault("[a]\n⟦1⟧b⟦2⟧", "yaml-syntax", "text must not follow the end of the data"),
    Fault(
      "⟦1⟧%⟦2⟧YAML 1.2\n---\na: b", "yaml-directive",
      "'%' begins a directive, which is not supported"),
    Fault(
      "%YAML ⟦1⟧x⟦2⟧\n---\na: b", "yaml-directive", "'%' begins a directive, which is not supported"
    ),
    Fault(
      "⟦1⟧%⟦2⟧TAG ! tag:a\n---\na: b", "yaml-directive",
      "'%' begins a directive, which is not supported"),
    Fault("a: ⟦1⟧!!str b⟦2⟧", "yaml-tag", "'!' begins a tag, which is not supported"),
    Fault("a: ⟦1⟧!⟦2⟧x!b c", "yaml-tag", "'!' begins a tag, which is not supported"),
    Fault("a: ⟦1⟧!⟦2⟧<b", "yaml-tag", "'!' begins a tag, which is not supported"),
    Fault("a: ⟦1⟧&x b⟦2⟧", "yaml-anchor", "'&' begins an anchor, which is not supported"),
    Fault("a: ⟦1⟧*x⟦2⟧", "yaml-alias", "'*' begins an alias, which is not supported"),
    Fault(
      "⟦1⟧<<⟦2⟧: {a: b}", "yaml-merge-key", "'<<' merges another mapping, which is not supported"),
    Fault(
      "a: b\n⟦1⟧---⟦2⟧\nc: d", "yaml-document",
      "'---' begins a second document; a file must hold one"),
    Fault("⟦1⟧[a, b]⟦2⟧: c", "yaml-complex-key", "key must be text, not a list or a mapping"),
    Fault("⟦1⟧{a: b}⟦2⟧: c", "yaml-complex-key", "key must be text, not a list or a mapping"),
    Fault("a: 1\n⟦1⟧a⟦2⟧: 2", "duplicate-key", "key 'a' stands twice in one mapping"),
    Fault("a: b⟦1⟧\u{1}⟦2⟧", "yaml-character", "control character U+0001 must not stand in YAML"),
    Fault("a: b⟦1⟧\0⟦2⟧", "yaml-character", "control character U+0000 must not stand in YAML"),
    Fault("a: b⟦1⟧\u{2028}c", "yaml-character", "control character U+2028 must not stand in YAML"),
    Fault("a: b⟦1⟧\u{85}c", "yaml-character", "control character U+0085 must not stand in YAML"),
    Fault("a: ⟦1⟧\"\\0\"⟦2⟧", "yaml-character", "control character U+0000 must not stand in YAML"),
    Fault(
      "a: ⟦1⟧\"\\x9B\"⟦2⟧", "yaml-character", "control character U+009B must not stand in YAML"),
    Fault(
      "a: ⟦1⟧\"\\uFFFE\"⟦2⟧", "yaml-character", "control character U+FFFE must not stand in YAML"),
  ])
  func pointsAtTheFault(fault: Fault) throws {
    let source = MarkedSource(fault.source)

    let (_, diagnostics) = parseYAML(source.bytes[...], path: "a.yml")

    let first = try #require(diagnostics.first)
    #expect(codes(diagnostics) == [fault.code])
    #expect(first.summary == fault.summary)
    #expect(first.range?.start == source.positions[1])
    if let end = source.positions[2] { #expect(first.range?.end == end) }
    #expect(first.severity == .error)
    #expect(first.help != nil)
    #expect(Diagnostic.Code.yamlRefusals.contains(first.code) == (fault.code != "duplicate-key"))
  }

  /// What turns a text round is told of, and left out; marks of direction are not.
  @Test(arguments: [
    ("a: AG\u{202E}GA", "AG GA"), ("a: \"AG\\u202EGA\"", "AG GA"),
    ("a: '\u{2067}AG\u{2069}'", " AG "), ("a: AG\u{200E}\u{200F}", nil), ("a: AG\u{202F}", nil),
  ])
  func warnsOfWhatTurnsATextRound(source: String, text: String?) throws {
    let (root, diagnostics) = parse(source)

    #expect(codes(diagnostics) == (text == nil ? [] : ["control-character"]))
    #expect(diagnostics.allSatisfy { $0.severity == .warning && $0.range?.start.column == 4 })
    guard let text, case .mapping(let entries)? = root?.value else { return }
    #expect(entries.first?.value.text == text)
  }

  @Test func offersTheValueInQuotesWhereATitleHasAColon() {
    let (_, diagnostics) = parse("title: Data processing: the terms")

    #expect(diagnostics.map(\.help) == [#"write title: "Data processing: the terms""#])
  }

  @Test func namesBothPlacesOfADuplicateKey() {
    let (root, diagnostics) = parse("a: 1\nb: 2\n'a': 3\nb: 4")

    #expect(described(root) == "{a: 1, b: 2}")
    #expect(diagnostics.map(\.range?.start.line) == [3, 4])
    #expect(diagnostics.flatMap(\.notes).map(\.range?.start.line) == [1, 2])
  }

  @Test func findsDuplicatesInLargeMappings() {
    let lines = (0..<500).map { "key\($0): \($0)" } + ["key3: again", "key499: again"]
    let (_, diagnostics) = parse(lines.joined(separator: "\n"))

    #expect(codes(diagnostics) == ["duplicate-key", "duplicate-key"])
    #expect(diagnostics.flatMap(\.notes).map(\.range?.start.line) == [4, 500])
  }

  @Test func reportsAllThatItRefusesInOneRun() {
    let (root, diagnostics) = parse(
      """
      a: &x 1
      b: *x
      a: 2
      c: !!int 3
      <<: {d: 4}
      [e]: 5
      f: 6
      """)

    #expect(
      codes(diagnostics) == [
        "yaml-anchor", "yaml-alias", "duplicate-key", "yaml-tag", "yaml-merge-key",
        "yaml-complex-key",
      ])
    #expect(described(root) == "{a: 1, b: null, c: 3, f: 6}")
  }

  @Test func goesOnBehindBytesThatAreNotUTF8() {
    var bytes = Array("a: x\nb: é".utf8)
    bytes += [0xFF, 0xFE, 0x0A] + Array("b: 2\nc: ".utf8) + [0xC3]

    let (root, diagnostics) = parseYAML(bytes[...], path: "a.yml", firstLine: 5)

    #expect(codes(diagnostics) == ["data-encoding", "duplicate-key"])
    #expect(diagnostics.first?.summary == "byte 0xFF is not UTF-8 text")
    #expect(diagnostics.first?.range == SourceRange(path: "a.yml", line: 6, column: 6, length: 2))
    #expect(diagnostics.first?.notes.map(\.summary) == ["1 more in this file"])
    #expect(described(root) == "{a: 'x', b: 'é__', c: '_'}")
  }

  @Test func refusesTextsOverTheLimit() {
    let (root, diagnostics) = parse(String(repeating: "a", count: 64 * 1024 + 1))

    #expect(root == nil)
    #expect(codes(diagnostics) == ["data-size"])
    #expect(parse("a: " + String(repeating: "b", count: 64 * 1024 - 3)).diagnostics == [])
  }
}
