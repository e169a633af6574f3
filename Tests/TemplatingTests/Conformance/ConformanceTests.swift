import Foundation
import Templating
import Testing

/// Compares with real Jinja2, whose outputs are in the case files.
struct ConformanceTests {
  @Test(arguments: try ConformanceCase.all())
  func rendersAsJinjaDoes(example: ConformanceCase) throws {
    let outcome = render(example)
    #expect(outcome == example.output)
  }

  /// Frozen data goes another way through the renderer, and must print the same.
  @Test(arguments: try ConformanceCase.all())
  func rendersFrozenDataTheSame(example: ConformanceCase) throws {
    // Frozen names are global, so modules without context see them: those cases are left out.
    let seesLess = example.templates.contains { $0.text.contains("is defined }}{{ x is defined") }
    guard !seesLess, !example.title.contains("leaves the page's names out") else { return }
    #expect(render(example, frozen: true) == example.output)
  }

  @Test func holdsMoreThanFourHundredCases() throws {
    #expect(try ConformanceCase.all().count >= 400)
  }

  /// Runs where Python has Jinja2: the case files must say what it says today.
  @Test(.enabled(if: JinjaOracle.python != nil, "needs python3 with jinja2"))
  func agreesWithTheJinjaOfThisMachine() throws {
    let python = try #require(JinjaOracle.python)
    let script = ConformanceCase.folder.appending(path: "regenerate.py")
    #expect(try JinjaOracle.run(python, ["-W", "ignore", script.path, "--check"]) == 0)
  }

  private func render(_ example: ConformanceCase, frozen: Bool = false) -> String? {
    var sources: [String: String] = [:]
    for (name, text) in example.templates { sources[name] = text }
    let environment = Environment(loader: MemoryLoader(sources), options: example.options)
    let main = example.templates.first?.name ?? ""
    var output: [UInt8] = []
    guard let set = try? environment.compile(main) else { return nil }
    guard case .dictionary(let data) = example.data else { return nil }
    var renderer = set.makeRenderer(sharing: frozen ? FrozenData(data) : FrozenData())
    do {
      try renderer.render(main, with: frozen ? ValueMap() : data, into: &output)
    } catch {
      #expect(output.isEmpty)
      return nil
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// The Python interpreter that has Jinja2, if there is one.
enum JinjaOracle {
  /// `JINJA_PYTHON` names another interpreter than `python3`.
  static let python: String? = {
    let name = ProcessInfo.processInfo.environment["JINJA_PYTHON"] ?? "python3"
    return (try? run(name, ["-c", "import jinja2"])) == 0 ? name : nil
  }()

  static func run(_ program: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = Pipe()
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
