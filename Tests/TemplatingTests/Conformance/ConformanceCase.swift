import Foundation
import Templating
import Testing

/// One case of a case file: templates, data, settings, and what Jinja2 makes of them.
///
/// The format is described in `regenerate.py`, which writes the outcomes.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  var file: String
  var title: String
  /// In the order of the file; the first is rendered.
  var templates: [(name: String, text: String)]
  var data: Value
  var options: EnvironmentOptions
  /// The text, or `nil` where Jinja2 ends in an error.
  var output: String?

  var testDescription: String { "\(file): \(title)" }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()

  /// All cases of all files, in the order of the files' names.
  static func all() throws -> [ConformanceCase] {
    let cases = folder.appending(path: "Cases")
    let names = try FileManager.default.contentsOfDirectory(atPath: cases.path).sorted()
    return try names.filter { $0.hasSuffix(".cases") }.flatMap { name in
      try read(String(contentsOf: cases.appending(path: name), encoding: .utf8), file: name)
    }
  }

  private static func read(_ text: String, file: String) throws -> [ConformanceCase] {
    var shared: [Section] = []
    var result: [ConformanceCase] = []
    var title: String?
    var sections: [Section] = []
    func close() throws {
      guard let title else {
        shared = sections
        return
      }
      result.append(try ConformanceCase(file: file, title: title, sections, shared: shared))
    }
    // The file's last line break ends its last section; it starts no new line.
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("== ") {
        try close()
        title = String(line.dropFirst(3))
        sections = []
      } else if line.hasPrefix("-- ") {
        sections.append(Section(title: String(line.dropFirst(3)), lines: []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(String(line))
      }
    }
    try close()
    return result
  }

  private struct Section {
    var title: String
    var lines: [String]
    var text: String { lines.joined(separator: "\n") }
  }

  private init(
    file: String, title: String, _ sections: [Section], shared: [Section]
  ) throws {
    self.file = file
    self.title = title
    let outcome = sections.last
    output = outcome?.title == "output" ? outcome?.text : nil
    templates = sections.filter { !["data", "settings", "output", "error"].contains($0.title) }
      .map { ($0.title, $0.text) }
    func section(_ title: String) -> String? {
      (sections + shared).first { $0.title == title }?.text
    }
    data = try Value(json: Array((section("data") ?? "{}").utf8))
    options = EnvironmentOptions()
    guard
      case .dictionary(let settings) = try Value(json: Array((section("settings") ?? "{}").utf8))
    else { return }
    for (key, value) in settings { apply(key, value) }
  }

  private mutating func apply(_ key: String, _ value: Value) {
    switch (key, value) {
    case ("undefined", .string(let name)):
      options.undefined = EnvironmentOptions.UndefinedPolicy(rawValue: name) ?? .strict
    case ("trim_blocks", .boolean(let flag)): options.trimBlocks = flag
    case ("lstrip_blocks", .boolean(let flag)): options.lstripBlocks = flag
    case ("keep_trailing_newline", .boolean(let flag)): options.keepTrailingNewline = flag
    case ("line_statement_prefix", .string(let text)):
      options.delimiters.lineStatementPrefix = text
    case ("line_comment_prefix", .string(let text)): options.delimiters.lineCommentPrefix = text
    default: break
    }
  }
}
