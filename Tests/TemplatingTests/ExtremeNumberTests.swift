import Testing

@testable import Templating

/// Numbers that no page means, as every argument of everything that templates can call.
struct ExtremeNumberTests {
  private static let numbers: [Value] = [
    .integer(.min), .integer(.max), .integer(-1), .number(1e308), .number(.infinity), .number(.nan),
  ]
  private static let values: [Value] =
    numbers + [true, "abc de", [1, 2, 3], ["a": 1], .markup(Array("a<b>".utf8))]

  /// Evaluates an expression of `v`, any value, and of `n`, a number: each time it ends in text or
  /// in an error that says something.
  private func evaluate(_ expression: String) throws {
    var environment = Environment(loader: MemoryLoader(["a.txt": "{{ \(expression) }}"]))
    environment.options.limits.collectionSize = 2_000
    let program: CompiledSet
    do {
      program = try environment.compile("a.txt")
    } catch {
      #expect(!"\(error)".isEmpty, "\(expression)")
      return
    }
    for value in Self.values {
      for number in Self.numbers {
        var output: [UInt8] = []
        do {
          try program.render("a.txt", with: ["v": value, "n": number], into: &output)
          #expect(output.count < 100_000, "\(expression) of \(value), \(number)")
        } catch {
          #expect(!"\(error)".isEmpty, "\(expression) of \(value), \(number)")
        }
      }
    }
  }

  @Test(arguments: Registry.filters.map(\.name))
  func filtersTakeAnyNumber(name: String) throws {
    let filter = try #require(Registry.filters.first { $0.name == name })
    try evaluate("v|\(name)")
    try evaluate("[v]|map('\(name)', n)|list")
    for parameter in filter.parameters {
      let others = filter.parameters.filter { $0.isRequired && $0.name != parameter.name }
        .map { "\($0.name)=2" }
      try evaluate("v|\(name)(\((["\(parameter.name)=n"] + others).joined(separator: ", ")))")
    }
  }

  @Test func testsTakeAnyNumber() throws {
    for name in Registry.tests.map(\.name) {
      try evaluate("v is \(name)")
      try evaluate("v is \(name)(n)")
    }
  }

  @Test(arguments: [
    "center", "count", "endswith", "expandtabs", "find", "index", "join", "ljust", "replace",
    "rfind", "rindex", "rjust", "rsplit", "split", "splitlines", "startswith", "strip", "zfill",
    "append", "pop", "insert", "get",
  ])
  func methodsTakeAnyNumber(name: String) throws {
    for arguments in ["n", "'a', n", "'a', 'b', n", "1, n", "n, n"] {
      try evaluate("v.\(name)(\(arguments))")
    }
  }

  @Test(arguments: ["+", "-", "*", "/", "//", "%", "**", "~", "<", "==", "in"])
  func operatorsTakeAnyNumber(sign: String) throws {
    for (left, right) in [("v", "n"), ("v", "(2**200)"), ("(-(2**200))", "n")] {
      try evaluate("\(left) \(sign) \(right)")
    }
  }

  @Test func rangesAndPartsTakeAnyNumber() throws {
    for expression in [
      "range(n)|list", "range(0, n)|length", "range(n, 0)|length", "range(0, 10, n)|list",
      "range(n, n, n)|list", "v[n]", "v[n:]", "v[:n]", "v[::n]", "v[n:n:n]", "-n", "n|abs",
      "cycler(n).next()", "v[2**200]", "v[-(2**200):]",
    ] { try evaluate(expression) }
  }

  @Test(arguments: [
    "%d", "%s", "%x", "%e", "%f", "%g", "%.99f", "%99d", "%c", "%*d", "{}", "{:d}", "{:%}", "{:e}",
    "{:f}", "{:.90f}", "{:g}", "{:n}", "{:x}", "{:c}", "{:,}", "{:99}", "{:.99g}", "{0.a}",
    "{0[1]}", "{:>9223372036854775807}", "{:.9223372036854775807f}", "{:010}", "{:_b}",
  ])
  func formatsTakeAnyNumber(format: String) throws {
    for expression in ["'\(format)'.format(n)", "'\(format)' % n", "'\(format)' % (n, n)"] {
      try evaluate(expression)
      try evaluate(expression.replacing("n", with: "(2**200)"))
    }
  }
}
