import Diagnostics
import Testing

struct DiagnosticListTests {
  private func diagnostic(
    _ code: String, _ severity: Diagnostic.Severity, line: Int, path: String = "dpa.md"
  ) -> Diagnostic {
    Diagnostic(
      Diagnostic.Code(rawValue: code), severity, "line \(line)",
      at: SourceRange(path: path, line: line, column: 1))
  }

  @Test(arguments: [(Diagnostic.Severity.note, 20), (.warning, 20), (.error, 100)])
  func tellsTheFirstFewOfACodeAndCountsTheRest(severity: Diagnostic.Severity, limit: Int) {
    var list = DiagnosticList()
    for line in 1...limit { list.append(diagnostic("gap", severity, line: line)) }
    #expect(list.diagnostics.allSatisfy { $0.notes.isEmpty })

    for line in 1...7 { list.append(diagnostic("gap", severity, line: limit + line)) }
    list.append(diagnostic("other", severity, line: 1))

    let told = list.diagnostics
    #expect(told.map(\.summary).prefix(limit) == (1...limit).map { "line \($0)" }[...])
    #expect(told.count == limit + 1)
    #expect(told[limit - 1].notes == [Diagnostic.Note("the file has 7 more of these")])
    #expect(told.count { !$0.notes.isEmpty } == 1)
  }

  @Test func countsWarningsBesideErrorsOfTheirCode() {
    var list = DiagnosticList()
    for line in 1...19 { list.append(diagnostic("gap", .warning, line: line)) }
    list.append(diagnostic("gap", .error, line: 20))
    for line in 21...30 { list.append(diagnostic("gap", .warning, line: line)) }
    #expect(list.diagnostics.map(\.severity).count { $0 == .error } == 1)
    #expect(list.diagnostics.count == 21)
    #expect(list.diagnostics.reduce(0) { $0 + $1.untold } == 9)
  }

  @Test func keepsCountOfWhatSeveralListsLeftOut() {
    let told = (0..<3).flatMap { number in
      var list = DiagnosticList()
      for line in 1...50 { list.append(diagnostic("gap", .warning, line: number * 100 + line)) }
      return list.diagnostics
    }.limited()
    #expect(told.count == 20)
    #expect(told.last?.untold == 130)
    #expect(told.last?.notes == [Diagnostic.Note("the file has 130 more of these")])
    #expect(told.limited() == told)
  }

  @Test func makesNoneThatIsNotTold() {
    var list = DiagnosticList()
    var made = 0
    func make(_ line: Int) -> Diagnostic {
      made += 1
      return diagnostic("gap", .warning, line: line)
    }
    for line in 1...1000 { list.append(.init(rawValue: "gap"), .warning, make(line)) }
    #expect(made == 20)
    #expect(list.diagnostics.last?.notes.map(\.summary) == ["the file has 980 more of these"])
  }

  @Test func limitsEachFileByItself() {
    let many = ["a.md", "b.md"].flatMap { path in
      (1...30).map { diagnostic("gap", .warning, line: $0, path: path) }
    }
    let unplaced = (1...30).map { number in
      Diagnostic(.init(rawValue: "gap"), .warning, "\(number)", at: nil)
    }
    let told = (many + unplaced).limited()
    #expect(told.count == 20 + 20 + 30)
    #expect(told[19].notes == [Diagnostic.Note("the file has 10 more of these")])
    #expect(told[39].notes == [Diagnostic.Note("the file has 10 more of these")])
    #expect(told.count { $0.notes.isEmpty } == 68)
    // What has been limited stays as it is.
    #expect(told.limited() == told)
  }
}
