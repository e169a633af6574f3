package import Diagnostics
package import Frontmatter

/// A register that an agreement shows in place of a paragraph: `{{ sub_processors(product="a") }}`.
package struct EmbeddedRegister: Sendable, Equatable {
  /// What is shown.
  package enum Register: String, CaseIterable, Sendable {
    case subProcessors = "sub_processors"
    case measures

    /// What it can be narrowed down by.
    var filters: [String] {
      switch self {
      case .subProcessors: ["product"]
      case .measures: ["scope"]
      }
    }
  }

  package var register: Register
  /// What narrows it down, such as `product` or `scope`, with its value.
  package var filters: [String: Located<String>]
  /// The paragraph in the markup tree.
  package var node: Int32
}

extension EmbeddedRegister {
  /// What a text calls a register by, for near misses.
  static let calls = Register.allCases.map { "\($0.rawValue)()" }

  /// The register that an expression calls, as in `measures(...)`; `nil` for anything else.
  static func register(calledBy expression: String) -> Register? {
    guard expression.hasSuffix(")"), let open = expression.firstIndex(of: "(") else { return nil }
    return Register(rawValue: String(expression[..<open]).trimmingSpaces)
  }

  /// Reads the filters of `expression`, which calls `register`.
  ///
  /// `range`: where the braces stand around it.
  ///
  /// - Returns: the register with the filters that it has, and `wrong-arguments` for others.
  static func reading(
    _ expression: String, of register: Register, at range: SourceRange, node: Int32
  ) -> (register: EmbeddedRegister, diagnostics: [Diagnostic]) {
    var embedded = EmbeddedRegister(register: register, filters: [:], node: node)
    var diagnostics: [Diagnostic] = []
    guard let open = expression.firstIndex(of: "(") else { return (embedded, []) }
    let arguments = expression[expression.index(after: open)...].dropLast()
    for argument in arguments.split(separator: ",", omittingEmptySubsequences: false) {
      let text = String(argument).trimmingSpaces
      if text.isEmpty, arguments.allSatisfy({ $0 == " " }) { break }
      guard let (name, value) = filter(in: text) else {
        diagnostics.append(.malformedFilter(text, of: register, at: range))
        continue
      }
      guard register.filters.contains(name) else {
        diagnostics.append(.unknownFilter(name, of: register, at: range))
        continue
      }
      guard embedded.filters[name] == nil else {
        diagnostics.append(.repeatedFilter(name, of: register, at: range))
        continue
      }
      embedded.filters[name] = Located(value, at: range)
    }
    return (embedded, diagnostics)
  }

  /// `product="fleet-4"`, in quotes of either kind.
  private static func filter(in argument: String) -> (name: String, value: String)? {
    let parts = argument.split(separator: "=", maxSplits: 1).map { String($0).trimmingSpaces }
    guard parts.count == 2, parts[1].utf8.count >= 2, let quote = parts[1].first,
      parts[1].last == quote, quote == "\"" || quote == "'"
    else { return nil }
    return (parts[0], String(parts[1].dropFirst().dropLast()))
  }
}

extension EmbeddedRegister {
  /// What is shown, wherever it stands.
  struct Content: Hashable {
    let register: Register
    let filters: [String: String]
  }

  var content: Content { Content(register: register, filters: filters.mapValues(\.value)) }
}

extension Diagnostic.Code {
  package static let wrongArguments = Self(rawValue: "wrong-arguments")
  package static let duplicateRegister = Self(rawValue: "duplicate-register")
}

extension Diagnostic {
  static func duplicateRegister(
    _ content: EmbeddedRegister.Content, first: SourceRange, at range: SourceRange
  ) -> Self {
    let filter = content.filters.sorted { $0.key < $1.key }
      .map { " of \($0.key) '\($0.value)'" }.joined()
    return Diagnostic(
      .duplicateRegister,
      "register '\(content.register.rawValue)'\(filter) stands in the text twice; "
        + "a text shows it in one place",
      at: range, notes: [Note("it stands here first", at: first)],
      help: "remove one, and refer to the place of the other")
  }

  fileprivate static func unknownFilter(
    _ name: String, of register: EmbeddedRegister.Register, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .wrongArguments, .error, "register '\(register.rawValue)' has no filter '\(name)'", at: range,
      help: replacementHelp(for: name, among: register.filters, noun: "filters"))
  }

  fileprivate static func malformedFilter(
    _ text: String, of register: EmbeddedRegister.Register, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .wrongArguments, .error, "'\(text)' is no filter; a filter has a name and a value in quotes",
      at: range, help: "write {{ \(register.rawValue)(\(register.filters[0])=\"...\") }}")
  }

  fileprivate static func repeatedFilter(
    _ name: String, of register: EmbeddedRegister.Register, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .wrongArguments, .error,
      "filter '\(name)' of '\(register.rawValue)' is given twice; a register has one of each",
      at: range, help: "remove one, and show the register twice where both are meant")
  }
}
