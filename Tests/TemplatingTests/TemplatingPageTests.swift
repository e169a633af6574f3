import Foundation
import Templating
import Testing

/// Runs every example of `docs/templating.md`.
struct TemplatingPageTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var line: Int
    var templates: [(name: String, text: String)]
    var expected: String
    var isError: Bool
    var testDescription: String { "line \(line)" }
  }

  static let page = ConformanceCase.folder.appending(path: "../../../docs/templating.md")

  private struct Fence {
    var line: Int
    var kind: String
    var name: String
    var text: String
  }

  private static func fences() throws -> [Fence] {
    var result: [Fence] = []
    var open: (line: Int, info: [Substring], lines: [String])?
    let lines = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\n")
    for (number, line) in lines.enumerated() {
      if let fence = open, line == "```" {
        let name = fence.info.count > 1 ? String(fence.info[1]) : "page.txt"
        result.append(
          Fence(
            line: fence.line, kind: fence.info.first.map(String.init) ?? "", name: name,
            text: fence.lines.joined(separator: "\n")))
        open = nil
      } else if open != nil {
        open?.lines.append(line)
      } else if line.hasPrefix("```") {
        open = (number + 1, line.dropFirst(3).split(separator: " "), [])
      }
    }
    return result
  }

  static func examples() throws -> [Example] {
    var templates: [(name: String, text: String)] = []
    var result: [Example] = []
    for fence in try fences() {
      switch fence.kind {
      case "jinja": templates.append((fence.name, fence.text))
      case "output", "error":
        result.append(
          Example(
            line: fence.line, templates: templates, expected: fence.text,
            isError: fence.kind == "error"))
        templates = []
      default: break
      }
    }
    return result
  }

  @Test(arguments: try examples())
  func printsWhatThePageSays(example: Example) throws {
    let json = try #require(try Self.fences().first { $0.kind == "json" }).text
    guard case .dictionary(let data) = try Value(json: Array(json.utf8)) else { return }
    var sources: [String: String] = [:]
    for (name, text) in example.templates { sources[name] = text }
    let main = try #require(example.templates.last?.name)
    let set = try Environment(loader: MemoryLoader(sources)).compile(main)
    var output: [UInt8] = []
    do {
      try set.render(main, with: data, into: &output)
      #expect(!example.isError)
      #expect(String(decoding: output, as: UTF8.self) == example.expected)
    } catch {
      #expect(example.isError, "\(error)")
      #expect(error.description == example.expected + "\n")
    }
  }

  @Test func hasAnExampleForEverySection() throws {
    #expect(try Self.examples().count >= 24)
  }
}
