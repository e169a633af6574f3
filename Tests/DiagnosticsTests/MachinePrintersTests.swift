import Diagnostics
import Foundation
import Testing

struct MachinePrintersTests {
  private let full = Diagnostic(
    .init(rawValue: "unknown-clause"), "clause '9(7)' does not exist",
    at: SourceRange(path: "content/übung 1.md", line: 2, column: 5, length: 4),
    notes: [
      .init("it was here", at: SourceRange(path: "b.md", line: 1, column: 1)), .init("no place"),
    ],
    help: "replace '9(7)' with \"9(1)\"")
  private let bare = Diagnostic(
    .init(rawValue: "empty-workspace"), .warning, "no agreements", at: nil)

  @Test func printsOneObjectALine() {
    #expect(
      jsonLine(for: full) == #"""
        {"severity":"error","code":"unknown-clause","message":"clause '9(7)' does not exist",\#
        "file":"content/übung 1.md","line":2,"column":5,"endLine":2,"endColumn":9,\#
        "notes":[{"message":"it was here","file":"b.md","line":1,"column":1},{"message":"no place"}],\#
        "help":"replace '9(7)' with \"9(1)\""}

        """#)
  }

  @Test func leavesAbsentKeysOut() {
    #expect(
      jsonLine(for: bare)
        == #"{"severity":"warning","code":"empty-workspace","message":"no agreements"}"# + "\n")
  }

  @Test func escapesEverythingThatJSONForbids() throws {
    let nasty = "\"\\\u{0}\u{1F}\n\r\t\u{7F}\u{2028}é🙂"
    let line = jsonLine(for: Diagnostic(.init(rawValue: "x"), nasty, at: nil))
    let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(value?["message"] as? String == nasty)
    #expect(line.utf8.filter { $0 == UInt8(ascii: "\n") }.count == 1)
  }

  @Test func writesSARIFInCodePointsAndURIs() throws {
    let texts = SourceTextsInMemory(["content/übung 1.md": Array("x\n§§ ab cd".utf8)])
    let log = sarifLog(for: [bare, full], texts: texts, version: "1.2.3")
    let root = try JSONSerialization.jsonObject(with: Data(log.utf8)) as? [String: Any]
    let run = try #require((root?["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])

    #expect(root?["version"] as? String == "2.1.0")
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    #expect(results.count == 2)
    #expect(results[0]["level"] as? String == "warning")
    #expect(results[0]["locations"] == nil)
    #expect(
      log.contains(
        #""artifactLocation":{"uri":"content/%C3%BCbung%201.md"},"#
          + #""region":{"startLine":2,"startColumn":3,"endLine":2,"endColumn":7}"#))
    #expect((results[1]["relatedLocations"] as? [[String: Any]])?.count == 2)
    #expect(log.contains(#""rules":[{"id":"empty-workspace"},{"id":"unknown-clause"}]"#))
  }

  @Test func leavesSARIFColumnsOutWhereTheTextIsMissing() {
    let log = sarifLog(for: [full], texts: SourceTextsInMemory(), version: "1.2.3")
    #expect(log.contains(#""region":{"startLine":2,"endLine":2}"#))
  }

  @Test func writesAValidLogOfNothing() throws {
    let log = sarifLog(for: [], texts: SourceTextsInMemory(), version: "1.2.3")
    #expect(log.contains(#""rules":[]"#) && log.contains(#""results":[]"#))
    _ = try JSONSerialization.jsonObject(with: Data(log.utf8))
  }
}
