import Foundation
import TestSupport
import Testing

/// Workspaces with one mistake of each kind, and all that `annex check` says about them.
@Suite(.enabled(if: Program.url != nil, "the program is not built"))
struct WholeProgramMistakesTests {
  /// `mistakes` holds what can be wrong in content and in the form of templates. Templates are
  /// rendered only where the rest is right, so what goes wrong on the way is in a workspace of its
  /// own.
  static let workspaces = ["mistakes", "template-mistakes"]

  @Test(arguments: workspaces)
  func reportsEveryMistakeInOneRun(workspace: String) throws {
    let folder = try Self.copy(of: workspace)
    let result = try Program.run(["check", "--as-of", "2026-03-01"], in: folder.url)
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    try expectGolden(result.error, at: Repository.fixtures.appending(path: "\(workspace).txt"))
  }

  @Test(arguments: workspaces)
  func saysWhereAndWhatToDoInOneObjectALine(workspace: String) throws {
    let problems = try Self.problems(in: Self.copy(of: workspace))
    #expect(!problems.isEmpty)
    for problem in problems {
      #expect(problem.line >= 1 && problem.column >= 1, "\(problem)")
      #expect(problem.help?.isEmpty == false, "\(problem)")
    }
    let order = problems.map { ($0.file, $0.line, $0.column, $0.code) }
    for (first, second) in zip(order, order.dropFirst()) {
      let isInOrder =
        first.0 == second.0
        ? (first.1, first.2, first.3) <= (second.1, second.2, second.3)
        : first.0.utf8.lexicographicallyPrecedes(second.0.utf8)
      #expect(isInOrder, "\(first) stands before \(second)")
    }
  }

  @Test func makesEveryCodeAppear() throws {
    var seen: Set<String> = []
    for workspace in Self.workspaces {
      seen.formUnion(try Self.problems(in: Self.copy(of: workspace)).map(\.code))
    }
    let missing = try DiagnosticCodes.all().subtracting(seen)
    #expect(missing.sorted() == Self.elsewhere.sorted())
  }

  /// Codes of what no file of content can cause, or not beside other mistakes; each has a test
  /// where its cause can be made.
  private static let elsewhere: Set<String> = [
    // the disk, and the place of the output
    "build-running", "foreign-output", "invalid-output-path", "misplaced-output",
    "output-not-a-folder", "unwritable-output", "unreadable-file", "link-loop",
    "link-out-of-workspace", "wrong-file-kind", "file-name-not-utf8", "file-too-large",
    "oversized-file",
    // with these there is nothing else to report
    "missing-content", "missing-settings",
    // what 'annex release' refuses, and a repository that cannot be read
    "ambiguous-release-note", "changed-announcement", "empty-release", "idle-release-note",
    "release-out-of-order", "reused-version",
    "unchanged-version", "unjustified-weakening", "unreadable-repository", "missing-tags",
    "tag-without-commit", "unmerged-tag",
    // with a release only
    "closed-window",
    // data for 'annex render'
    "json-syntax",
  ]

  /// One line of `--format json`.
  struct Problem: Decodable {
    var code: String
    var file: String
    var line: Int
    var column: Int
    var help: String?
  }

  private static func problems(in folder: TemporaryFolder) throws -> [Problem] {
    let result = try Program.run(
      ["check", "--as-of", "2026-03-01", "--format", "json", "--quiet"], in: folder.url)
    #expect(result.status == 1)
    return try result.error.split(separator: "\n").map { line in
      try JSONDecoder().decode(Problem.self, from: Data(line.utf8))
    }
  }

  private static func copy(of workspace: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try Repository.copyWorkspace(
      from: Repository.fixtures.appending(path: workspace), to: folder)
    if workspace == "mistakes" { try addBulkyMistakes(to: folder) }
    return folder
  }

  /// What would only be a burden in the repository: long files, and bytes that are no text.
  private static func addBulkyMistakes(to folder: TemporaryFolder) throws {
    func add(_ name: String, _ text: String, frontmatter: String = "title: Terms\n") throws {
      try folder.write("---\n\(frontmatter)---\n\n\(text)\n", to: "content/agreements/\(name).md")
    }
    func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    try add("deep-data", "", frontmatter: "title: \(times("[", 70))\(times("]", 70))\n")
    try add("deep-markup", times(">", 120) + " Text.")
    try add("long-data", "", frontmatter: "title: Terms\nnotes: |\n\(times("  Text.\n", 9000))")
    try add("pile", times("word\n", 40_000) + "|-|")
    try add("ragged", "|\(times("a|", 150))\n|\(times("-|", 150))\n\(times("|x\n", 1000))")
    try add("definitions", "[x]: /\(times("u", 20_000))\n\n\(times("[x] ", 4000))")
    try add("wide", "|\(times("a|", 250))\n|\(times("-|", 250))")
    var latin = Data("---\ntitle: M".utf8)
    latin += [0xFC] + Data("ller\n---\n".utf8)
    try folder.write(latin, to: "content/agreements/latin.md")
    latin = Data("---\ntitle: Terms\n---\n\nM".utf8)
    latin += [0xFC] + Data("ller\n".utf8)
    try folder.write(latin, to: "content/agreements/latin-text.md")
    try add("control", "", frontmatter: "title: Data\u{1}agreement\n")
    try add("control-text", "Pasted\u{B}text, from&#7; elsewhere.")
  }
}
