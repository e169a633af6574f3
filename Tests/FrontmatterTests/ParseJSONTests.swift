import Diagnostics
import Frontmatter
import TestSupport
import Testing

struct ParseJSONTests {
  private func read(_ text: String) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    parseJSON(Array(text.utf8), path: "a.json")
  }

  @Test(arguments: [
    ("null", "null"), ("true", "true"), ("false", "false"), ("0", "0"), ("-0", "0"), ("12", "12"),
    ("-12", "-12"), ("1.5", "1.5"), ("-0.0", "-0.0"), ("1e2", "100.0"), ("1E+2", "100.0"),
    ("25e-1", "2.5"),
    ("9223372036854775807", "9223372036854775807"),
    ("9223372036854775808", "9.223372036854776e+18"),
    ("\"\"", "''"), ("\"a\"", "'a'"), ("\"é\u{7F}\"", "'é\u{7F}'"), ("[]", "[]"), ("{}", "{}"),
    ("[ ]", "[]"),
    ("[1,[2,[]],{}]", "[1, [2, []], {}]"),
    ("{\"a\":1,\"b\":{\"c\":[null]}}", "{a: 1, b: {c: [null]}}"),
    ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "'\"\\/\u{8}\u{C}\n\r\t'"), ("\"\\u00e9x\"", "'éx'"),
    ("\"\\u0000\"", "'\0'"),
    ("\"\\ud83d\\ude00\"", "'😀'"), (" \t\r\n[ 1 , 2 ] \n", "[1, 2]"), ("\u{FEFF}1", "1"),
    ("{\"\":1}", "{: 1}"),
  ])
  func readsEveryKindOfValue(text: String, value: String) {
    let (root, diagnostics) = read(text)

    #expect(diagnostics == [])
    #expect(described(root) == value)
  }

  @Test(arguments: [
    ("⟦1⟧", "value is missing at the end of the text"),
    ("[1,⟦1⟧", "value is missing at the end of the text"),
    ("[1,⟦1⟧]", "value must follow ','"), ("{\"a\":1,⟦1⟧}", "key must be text in double quotes"),
    ("{⟦1⟧a:1}", "key must be text in double quotes"), ("{\"a\" ⟦1⟧1}", "':' must follow a key"),
    ("[1 ⟦1⟧2]", "',' or ']' must follow a value"),
    ("{\"a\":1 ⟦1⟧]", "',' or '}' must follow a value"),
    ("1 ⟦1⟧2", "text must not follow the end of the data"),
    ("[]⟦1⟧,", "text must not follow the end of the data"),
    ("⟦1⟧'a'", "text must stand in double quotes"),
    ("⟦1⟧nul", "value must be text, a number, a list, an object, true, false or null"),
    ("⟦1⟧True", "value must be text, a number, a list, an object, true, false or null"),
    ("⟦1⟧NaN", "value must be text, a number, a list, an object, true, false or null"),
    ("⟦1⟧// c", "value must be text, a number, a list, an object, true, false or null"),
    ("⟦1⟧.5", "value must be text, a number, a list, an object, true, false or null"),
    ("⟦1⟧+1", "value must be text, a number, a list, an object, true, false or null"),
    ("⟦1⟧01", "number must not begin with 0"), ("-⟦1⟧", "digit must follow '-'"),
    ("-⟦1⟧a", "digit must follow '-'"), ("1.⟦1⟧", "digit must follow '.'"),
    ("1e⟦1⟧", "digit must follow an exponent's 'e'"),
    ("1e+⟦1⟧x", "digit must follow an exponent's 'e'"), ("⟦1⟧1e999", "number is too large"),
    ("[\n  ⟦1⟧\"a", "quote is not closed"),
    ("\"a⟦1⟧\n\"", "control character must be written as an escape between quotes"),
    ("\"é⟦1⟧\\x\"", "escape doesn't exist in JSON"),
    ("\"⟦1⟧\\ud800\"", "surrogate must be one of a pair"),
    ("\"⟦1⟧\\ud800\\u0041\"", "surrogate must be one of a pair"),
    ("\"⟦1⟧\\udc00\"", "surrogate must be one of a pair"),
    ("\"\\u12⟦1⟧g4\"", "'\\u' must be followed by four hexadecimal digits"),
    ("\"\\⟦1⟧", "quote is not closed"),
  ])
  func pointsAtTheFault(text: String, summary: String) {
    let source = MarkedSource(text)

    let (root, diagnostics) = parseJSON(source.bytes, path: "a.json")

    #expect(root == nil)
    #expect(codes(diagnostics) == ["json-syntax"])
    #expect(diagnostics.first?.summary == summary)
    #expect(diagnostics.first?.range?.start == source.positions[1])
  }

  @Test func keepsTheDigitsOfABigInteger() {
    let digits = "123456789012345678901234567890"
    let (root, _) = read(digits)

    #expect(root?.text == digits)
  }

  @Test func placesKeysAndValues() throws {
    let source = MarkedSource("{\n  ⟦1⟧\"é\"⟦2⟧: ⟦3⟧[1,\n 2]⟦4⟧}")
    let (root, _) = parseJSON(source.bytes, path: "a.json")

    guard case .mapping(let entries) = root?.value else { return #expect(Bool(false)) }
    #expect(entries[0].keyRange.start == source.positions[1])
    #expect(entries[0].keyRange.end == source.positions[2])
    #expect(entries[0].value.range.start == source.positions[3])
    #expect(entries[0].value.range.end == source.positions[4])
  }

  @Test func reportsEveryDuplicateKeyAndKeepsTheFirst() {
    let (root, diagnostics) = read("{\"a\": 1,\n\"a\": 2, \"b\": {\"c\": 3, \"\\u0063\": 4}}")

    #expect(described(root) == "{a: 1, b: {c: 3}}")
    #expect(codes(diagnostics) == ["duplicate-key", "duplicate-key"])
    #expect(diagnostics.first?.range?.start.line == 2)
    #expect(diagnostics.first?.notes.first?.range?.start.line == 1)
  }

  @Test func reportsBytesThatAreNotUTF8() {
    let (root, diagnostics) = parseJSON(Array("[\n\"é".utf8) + [0xFF, 0x22, 0x5D], path: "a.json")

    #expect(root == nil)
    #expect(codes(diagnostics) == ["data-encoding"])
    #expect(diagnostics.first?.range == SourceRange(path: "a.json", line: 2, column: 4, length: 1))
  }

  @Test(arguments: [
    String(repeating: "[", count: 1_000_000), String(repeating: "{\"a\":", count: 200_000),
  ])
  func stopsAtTheDepthLimit(text: String) {
    #expect(codes(read(text).diagnostics) == ["data-depth"])
  }

  @Test func acceptsNestingUpToTheLimit() {
    let deepest = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)

    #expect(read(deepest).diagnostics == [])
    #expect(codes(read("[" + deepest + "]").diagnostics) == ["data-depth"])
  }

  @Test func survivesDamagedTexts() {
    let text = Array(#"{"a": [1, -2.5e3, "é\n\ud83d\ude00", true, null], "b": {"c": ""}}"#.utf8)
    var generator = SplitMix(seed: 11)
    for _ in 0..<20_000 {
      var bytes = text
      bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(
        truncatingIfNeeded: generator.next())
      bytes.removeLast(Int(generator.next() % 8))
      let (root, diagnostics) = parseJSON(bytes, path: "a.json")
      #expect(root != nil || !diagnostics.isEmpty)
    }
  }

  @Test func readsLargeFilesInLinearTime() {
    let row = #"{"name": "Row", "cells": [1, 2.5, "three", null, true]}"#
    let make = { "[" + [String](repeating: row, count: $0).joined(separator: ",") + "]" }

    expectLinear(from: 1000, on: make) { #expect(read($0).diagnostics == []) }
  }
}
