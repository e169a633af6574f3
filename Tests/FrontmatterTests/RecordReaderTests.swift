import Diagnostics
import Frontmatter
import TestSupport
import Testing

struct RecordReaderTests {
  private enum Tone: String, CaseIterable, Sendable {
    case loud, quiet
  }

  private func reader(_ text: String) throws -> RecordReader {
    let (root, diagnostics) = parse(text)
    #expect(diagnostics == [])
    return RecordReader(try #require(root), path: "a.yml", what: "sample")
  }

  @Test func readsEveryKindOfValue() throws {
    var record = try reader(
      """
      version: 2.40
      none: null
      flag: true
      count: 3
      tone: quiet
      one: a
      many: [a, 2]
      address: {city: Hamburg}
      places:
        - {id: x}
        - {id: y}
      free: {p: 1, q: 2}
      """)

    #expect(record.text("version")?.value == "2.40")
    #expect(
      record.text("version")?.range == SourceRange(path: "a.yml", line: 1, column: 10, length: 4))
    #expect(record.text("none") == nil)
    #expect(record.text("absent") == nil)
    #expect(record.boolean("flag")?.value == true)
    #expect(record.integer("count")?.value == 3)
    #expect(record.choice("tone", as: Tone.self)?.value == .quiet)
    #expect(record.texts("one").map(\.value) == ["a"])
    #expect(record.texts("many").map(\.value) == ["a", "2"])
    #expect(record.texts("absent").isEmpty)
    #expect(record.record("address", what: "address") { $0.text("city")?.value } == "Hamburg")
    #expect(record.records("places", what: "place") { $0.requiredText("id")?.value } == ["x", "y"])
    #expect(record.entries("free").map(\.key) == ["p", "q"])
    #expect(record.value("count", expected: "a digit", parse: Int.init)?.value == 3)
    record.finish()
    #expect(record.diagnostics == [])
  }

  @Test func missesNoKeyThatAnotherStandsFor() throws {
    var record = try reader("titel: T\nother: 1\n")
    #expect(record.requiredText("title") == nil)
    #expect(record.requiredText("version") == nil)
    record.finish()
    #expect(
      record.diagnostics.map(\.summary) == [
        "'version' is missing from the sample", "key 'titel' is not one of the sample's",
        "key 'other' is not one of the sample's",
      ])
  }

  @Test(arguments: [
    ("k: ⟦1⟧[a]", "'k' must be text, not a list"),
    ("k: ⟦1⟧{a: b}", "'k' must be text, not a mapping"),
  ])
  func reportsACollectionWhereTextIsDue(text: String, summary: String) throws {
    let source = MarkedSource(text)
    var record = try reader(source.text)

    #expect(record.text("k") == nil)
    #expect(record.requiredText("k") == nil)

    #expect(codes(record.diagnostics) == ["wrong-type", "wrong-type"])
    #expect(record.diagnostics.first?.summary == summary)
    #expect(record.diagnostics.first?.range?.start == source.positions[1])
  }

  @Test(arguments: [
    ("a: b", 1, 1), ("k:\nl: x", 1, 1), ("l: x\nk: null", 2, 1), ("l: x\nk: ''", 2, 1),
    ("l: x\nk: ' '", 2, 1), ("l: x\nk: \"\\u00a0\\u200b\"", 2, 1),
  ])
  func reportsAMissingKey(text: String, line: Int, column: Int) throws {
    var record = try reader(text)

    #expect(record.requiredText("k") == nil)

    #expect(codes(record.diagnostics) == ["missing-key"])
    #expect(record.diagnostics.first?.summary == "'k' is missing from the sample")
    #expect(record.diagnostics.first?.help == "write k: and its value")
    #expect(record.diagnostics.first?.range?.start == SourcePosition(line: line, column: column))
  }

  @Test(arguments: [
    ("yes", "write true, without quotes"), ("'false'", "write false, without quotes"),
    ("maybe", "write true or false"),
  ])
  func saysHowToWriteABoolean(text: String, help: String) throws {
    var record = try reader("k: \(text)")

    #expect(record.boolean("k") == nil)

    #expect(codes(record.diagnostics) == ["wrong-type"])
    #expect(record.diagnostics.first?.help == help)
  }

  @Test(arguments: [
    ("'3'", "delete the quotes"), ("3.5", "write a whole number"), ("many", "write a whole number"),
    ("[]", "write a whole number"),
  ])
  func saysHowToWriteANumber(text: String, help: String) throws {
    var record = try reader("k: \(text)")

    #expect(record.integer("k") == nil)

    #expect(codes(record.diagnostics) == ["wrong-type"])
    #expect(record.diagnostics.first?.help == help)
  }

  @Test func suggestsTheNearestWord() throws {
    let source = MarkedSource("tone: ⟦1⟧qiet⟦2⟧")
    var record = try reader(source.text)

    #expect(record.choice("tone", as: Tone.self) == nil)

    #expect(codes(record.diagnostics) == ["unknown-value"])
    #expect(record.diagnostics.first?.summary == "'qiet' is not one of the values of 'tone'")
    #expect(record.diagnostics.first?.help == "replace 'qiet' with 'quiet'")
    #expect(record.diagnostics.first?.range?.start == source.positions[1])
    #expect(record.diagnostics.first?.range?.end == source.positions[2])
  }

  @Test func saysWhatAMalformedValueMustBe() throws {
    var record = try reader("k: twelve")

    #expect(record.value("k", expected: "a number such as 12", parse: Int.init) == nil)

    #expect(codes(record.diagnostics) == ["malformed-value"])
    #expect(record.diagnostics.first?.summary == "'k' must be a number such as 12, not 'twelve'")
  }

  @Test(arguments: [
    ("t: \u{201C}1.0\u{201D}", "write t: \"1.0\""),
    ("t: \u{201E}Text\u{201C}", "write t: \"Text\""),
    ("t: \u{AB}Texte\u{BB}", "write t: \"Texte\""), ("t: \u{201C}A\u{201D} and B", nil),
    ("t: \u{201C}A\u{201D} and \u{201C}B\u{201D}", nil), ("t: '\"A\"'", nil), ("t: \u{201C}", nil),
  ])
  func warnsOfQuotationMarksOfWordProcessors(text: String, help: String?) throws {
    var record = try reader(text)
    #expect(record.text("t") != nil)
    #expect(record.diagnostics.map(\.help) == (help.map { [$0] } ?? []))
    #expect(record.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func reportsKeysThatNobodyAskedFor() throws {
    let source = MarkedSource("title: a\n⟦1⟧titel⟦2⟧: b\naddress: {⟦3⟧citty: c, zip: 1}")
    var record = try reader(source.text)

    _ = record.text("title")
    _ = record.record("address", what: "address") { address in
      (address.text("city"), address.text("postal-code"))
    }
    record.finish()

    #expect(codes(record.diagnostics) == ["unknown-key", "unknown-key", "unknown-key"])
    #expect(
      record.diagnostics.map(\.summary) == [
        "key 'citty' is not one of the address's", "key 'zip' is not one of the address's",
        "key 'titel' is not one of the sample's",
      ])
    #expect(
      record.diagnostics.map(\.help) == [
        "replace 'citty' with 'city'", "use one of the keys 'city', 'postal-code'",
        "replace 'titel' with 'title'",
      ])
    #expect(record.diagnostics.last?.range?.start == source.positions[1])
    #expect(record.diagnostics.last?.range?.end == source.positions[2])
    #expect(record.diagnostics.first?.range?.start == source.positions[3])
  }

  @Test(arguments: [
    ("k: {id: x}", "write '- ' before the first key, and indent the rest"),
    ("k: x", "write the items in brackets, or each behind '- ' on a line of its own"),
  ])
  func saysHowToWriteAListOfRecords(text: String, help: String) throws {
    var record = try reader(text)

    #expect(record.records("k", what: "item") { $0.text("id") }.isEmpty)

    #expect(codes(record.diagnostics) == ["wrong-type"])
    #expect(record.diagnostics.first?.help == help)
  }

  @Test func reportsItemsOfTheWrongType() throws {
    var record = try reader("r: [x, {id: a}]\nt: [[a], b, null]\nm: [a]\ne: {a: b}")

    #expect(record.records("r", what: "item") { $0.text("id")?.value } == ["a"])
    #expect(record.texts("t").map(\.value) == ["b"])
    #expect(record.record("m", what: "item") { $0.text("id") } == nil)
    #expect(record.entries("m").isEmpty)
    #expect(record.texts("e").isEmpty)

    #expect(codes(record.diagnostics) == [String](repeating: "wrong-type", count: 6))
  }

  @Test func reportsARootThatIsNoMapping() throws {
    var record = try reader("- a")

    #expect(record.text("k") == nil)
    record.finish()

    #expect(codes(record.diagnostics) == ["wrong-type"])
    #expect(
      record.diagnostics.first?.summary == "sample must be a mapping of keys to values, not a list")
  }

  @Test func tracesTheKeysOfRecordsInside() throws {
    let root = try #require(parse("a: {b: 1}\nc: [{d: {e: 1}}, {d: {e: 2}}]").root)
    var record = RecordReader(root, path: "a.yml", what: "sample", isTracing: true)

    _ = record.record("a", what: "a") { $0.text("b") }
    _ = record.records("c", what: "c") { $0.record("d", what: "d") { $0.text("e") } }
    record.finish()

    #expect(record.diagnostics == [])
    #expect(record.askedKeys == ["a", "a.b", "c", "c[].d", "c[].d.e"])
  }

  @Test func bearsThousandsOfUnknownKeys() throws {
    let make = { (count: Int) throws in
      var record = try reader((0..<count).map { "k\($0): 1" }.joined(separator: "\n"))
      for number in 0..<30 { _ = record.text("known-key-\(number)") }
      return record
    }
    let (small, large) = (try make(1000), try make(4000))
    let finish = { (record: RecordReader) in
      var record = record
      record.finish()
      #expect(record.diagnostics.count >= 1000)
    }

    expectLinear({ finish(small) }, { finish(large) })
  }
}
