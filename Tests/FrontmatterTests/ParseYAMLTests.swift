import Diagnostics
import Frontmatter
import TestSupport
import Testing

struct ParseYAMLTests {
  @Test(arguments: [
    ("", "null"), ("~", "null"), ("null", "null"), ("true", "true"), ("false", "false"),
    ("True", "'True'"), ("NULL", "'NULL'"), ("yes", "'yes'"), ("no", "'no'"), ("on", "'on'"),
    ("0", "0"), ("12", "12"), ("-7", "-7"), ("+7", "7"), ("0x1F", "31"), ("0o17", "15"),
    ("0b1", "'0b1'"), ("1_000", "'1_000'"), ("01067", "'01067'"), ("-01", "'-01'"),
    ("9223372036854775807", "9223372036854775807"),
    ("9223372036854775808", "9.223372036854776e+18"),
    ("0xFFFFFFFFFFFFFFFFFF", "'0xFFFFFFFFFFFFFFFFFF'"), ("-a", "'-a'"), ("+", "'+'"), (".", "'.'"),
    ("2.40", "2.4"), (".5", "0.5"), ("5.", "5.0"), ("-1.5e3", "-1500.0"), ("1e3", "1000.0"),
    ("1e", "'1e'"), ("1e999", "'1e999'"), (".inf", "'.inf'"), (".nan", "'.nan'"),
    ("1.2.3", "'1.2.3'"),
    ("2026-03-01", "'2026-03-01'"), ("12:30", "'12:30'"), ("14 working days", "'14 working days'"),
    ("\"12\"", "'12'"), ("'true'", "'true'"), ("\"\"", "''"), ("''", "''"), ("é", "'é'"),
    ("\"\\u00e9\\t\\\"\"", "'é\t\"'"), ("a # comment", "'a'"), ("a#b", "'a#b'"),
    ("nullable", "'nullable'"),
  ])
  func typesPlainScalarsOnly(text: String, value: String) {
    let (root, diagnostics) = parse("key: \(text)")

    #expect(diagnostics == [])
    #expect(described(root) == "{key: \(value)}")
  }

  @Test func keepsTheTextOfANumber() throws {
    let root = try #require(parse("2.40").root)

    #expect(root.value == .scalar(YAMLScalar(text: "2.40", resolved: .number(2.4))))
  }

  @Test func readsNestedDataInEveryStyle() {
    let (root, diagnostics) = parse(
      """
      # comment
      title: Terms
      parties:
      - {role: processor, blank: true}
      - role: controller
        members: [a, "b", [c]]
      text: |
        one
          two
      folded: >-
        one
        two
      empty:
      none: []
      map: {}
      ? asked
      : told
      """)

    #expect(diagnostics == [])
    #expect(
      described(root) == """
        {title: 'Terms', parties: [{role: 'processor', blank: true}, \
        {role: 'controller', members: ['a', 'b', ['c']]}], text: 'one
          two
        ', folded: 'one two', empty: null, none: [], map: {}, asked: 'told'}
        """)
  }

  @Test func placesKeysAndValuesInBytes() throws {
    let source = MarkedSource(
      """
      ⟦1⟧größe⟦2⟧: ⟦3⟧"länge é"⟦4⟧   # ü
      liste: ⟦5⟧[ä, ⟦6⟧ö⟦7⟧]⟦8⟧
      block: ⟦9⟧|
        Zeile
        zwei⟦10⟧

      map:
        ⟦11⟧a: ü
        b: plain ⟦12⟧
      """.replacing("plain ⟦12⟧", with: "plain⟦12⟧ "))

    let root = try #require(parseYAML(source.bytes[...], path: "a.yml").root)

    guard case .mapping(let entries) = root.value,
      case .sequence(let items) = entries[1].value.value
    else { return #expect(Bool(false), "not a mapping with a list") }
    let ranges = [
      entries[0].keyRange, entries[0].value.range, entries[1].value.range, items[1].range,
      entries[2].value.range, entries[3].value.range, root.range,
    ]
    let marks = [(1, 2), (3, 4), (5, 8), (6, 7), (9, 10), (11, 12), (1, 12)]
    for (range, mark) in zip(ranges, marks) {
      #expect(range.start == source.positions[mark.0])
      #expect(range.end == source.positions[mark.1])
    }
  }

  @Test func countsLinesFromTheFilesFirst() throws {
    let bytes = Array("a: 1\r\nb: x: y\r\n".utf8)

    let (_, diagnostics) = parseYAML(bytes[...], path: "a.md", firstLine: 2)

    #expect(diagnostics.map(\.range) == [SourceRange(path: "a.md", line: 3, column: 5, length: 1)])
  }

  @Test func skipsAByteOrderMarkAndCountsItsBytes() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("a: 1\nb: 2".utf8)

    let (root, diagnostics) = parseYAML(bytes[...], path: "a.yml")

    #expect(diagnostics == [])
    guard case .mapping(let entries) = root?.value else { return #expect(Bool(false)) }
    #expect(entries.map(\.key) == ["a", "b"])
    #expect(entries.map(\.keyRange.start.column) == [4, 1])
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "   "])
  func givesNothingForAnEmptyText(text: String) {
    #expect(parse(text).root == nil)
    #expect(parse(text).diagnostics == [])
  }

  @Test func acceptsOneDocumentBetweenMarkers() {
    #expect(described(parse("---\na: 1\n...\n").root) == "{a: 1}")
    #expect(parse("---\na: 1\n...\n").diagnostics == [])
  }

  @Test func readsTheSameFromASlice() {
    let bytes = Array("xxxa: é\nb: 2yyy".utf8)
    let (root, _) = parseYAML(bytes[3..<(bytes.count - 3)], path: "a.yml")

    #expect(described(root) == "{a: 'é', b: 2}")
  }
}
