import Testing

@testable import Portal

struct CSVTextTests {
  private func written(_ cells: String?...) -> String {
    var table = CSVText(columns: Array(repeating: "a", count: cells.count))
    let head = table.bytes.count
    table.row(cells)
    return String(decoding: table.bytes[head...], as: UTF8.self)
  }

  @Test func beginsAsSpreadsheetsAskOfUTF8() {
    #expect(
      CSVText(columns: ["id", "name"]).bytes == [0xEF, 0xBB, 0xBF] + Array("id,name\r\n".utf8))
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a, b", "\"a, b\""), ("a \"b\"", "\"a \"\"b\"\"\""),
    ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""), ("Öffnung", "Öffnung"),
    ("a;b 'c'", "a;b 'c'"),
  ])
  func quotesWhatWouldEndACell(cell: String, text: String) {
    #expect(written(cell) == text + "\r\n")
  }

  /// Behind an apostrophe a spreadsheet takes them for text.
  @Test(arguments: [
    ("=1+2", "'=1+2"), ("+49 30 1", "'+49 30 1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("\n=1", "\"'\n=1\""),
    ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""), ("a=1", "a=1"),
  ])
  func guardsWhatASpreadsheetWouldRun(cell: String, text: String) {
    #expect(written(cell) == text + "\r\n")
  }

  @Test func leavesCellsEmptyThatHaveNoValue() {
    #expect(written(nil, "b", nil) == ",b,\r\n")
  }

  @Test func trapsOnARowOfAnotherLength() async {
    await #expect(processExitsWith: .failure) {
      var table = CSVText(columns: ["a", "b"])
      table.row(["a"])
    }
  }
}
