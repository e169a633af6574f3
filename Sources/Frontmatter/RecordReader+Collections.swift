package import Diagnostics

extension RecordReader {
  /// A list of scalars; a single scalar is a list of one.
  package mutating func texts(_ key: String) -> [Located<String>] {
    node(key).map { texts(of: $0, key) } ?? []
  }

  /// The scalars of `value`, which stands under `key`.
  package mutating func texts(of value: YAMLNode, _ key: String) -> [Located<String>] {
    switch value.value {
    case .scalar: return [text(of: value, key)].compactMap { $0 }
    case .sequence(let items):
      var texts: [Located<String>] = []
      for item in items {
        if case .scalar(let scalar) = item.value, scalar.resolved != .null {
          texts.append(Located(scalar.text, at: item.range))
        } else {
          diagnostics.append(.wrongType("each item of '\(key)' must be text", item, help: nil))
        }
      }
      return texts
    case .mapping:
      diagnostics.append(
        .wrongType("'\(key)' must be a list of texts", value, help: "write \(key): [a, b]"))
      return []
    }
  }

  /// A mapping with keys that are known; ``finish()`` is called for it.
  ///
  /// `read` should ask for every key before it gives up for want of one: those that it doesn't
  /// reach are reported as unknown.
  package mutating func record<T>(
    _ key: String, what: String, _ read: (inout RecordReader) -> T?
  ) -> T? {
    guard let value = node(key) else { return nil }
    guard case .mapping = value.value else {
      diagnostics.append(
        .wrongType("'\(key)' must be a mapping of keys to values", value, help: nil))
      return nil
    }
    return readRecord(value, prefix: key, what: what, read)
  }

  /// A list of mappings with keys that are known; ``finish()`` is called for each.
  package mutating func records<T>(
    _ key: String, what: String, _ read: (inout RecordReader) -> T?
  ) -> [T] {
    guard let value = node(key) else { return [] }
    guard case .sequence(let items) = value.value else {
      var help: String?
      if case .mapping = value.value {
        help = "write '- ' before the first key, and indent the rest"
      }
      diagnostics.append(.wrongType("'\(key)' must be a list", value, help: help))
      return []
    }
    var records: [T] = []
    for item in items {
      guard case .mapping = item.value else {
        diagnostics.append(
          .wrongType("each item of '\(key)' must be a mapping of keys to values", item, help: nil))
        continue
      }
      if let record = readRecord(item, prefix: "\(key)[]", what: what, read) {
        records.append(record)
      }
    }
    return records
  }

  /// A mapping whose keys are free.
  package mutating func entries(_ key: String) -> [YAMLEntry] {
    guard let value = node(key) else { return [] }
    guard case .mapping(let entries) = value.value else {
      diagnostics.append(
        .wrongType("'\(key)' must be a mapping of keys to values", value, help: nil))
      return []
    }
    return entries
  }

  /// Reads `node`, which stands somewhere below this record, as a record of its own.
  ///
  /// `prefix` is the path to it, for ``askedKeys``.
  package mutating func readRecord<T>(
    _ node: YAMLNode, prefix: String, what: String, _ read: (inout RecordReader) -> T?
  ) -> T? {
    var reader = RecordReader(
      node, path: path, what: what, isTracing: isTracing, languages: languages)
    let record = read(&reader)
    reader.finish()
    diagnostics += reader.diagnostics
    if isTracing {
      let known = Set(askedKeys)
      askedKeys += reader.askedKeys.map { "\(prefix).\($0)" }.filter { !known.contains($0) }
    }
    return record
  }
}

extension Diagnostic.Code {
  package static let malformedValue = Self(rawValue: "malformed-value")
  package static let missingKey = Self(rawValue: "missing-key")
  package static let unknownKey = Self(rawValue: "unknown-key")
  package static let unknownValue = Self(rawValue: "unknown-value")
  package static let wrongType = Self(rawValue: "wrong-type")
}

extension Diagnostic {
  /// A value that breaks `rule`, such as `'k' must be text`; the words for what it is are added.
  package static func wrongType(_ rule: String, _ node: YAMLNode, help: String?) -> Self {
    let found =
      switch node.value {
      case .sequence: "a list"
      case .mapping: "a mapping"
      case .scalar(let scalar):
        switch scalar.resolved {
        case .null: "empty"
        case .boolean, .integer, .number: "'\(scalar.text)'"
        case .text: "the text '\(shortened(scalar.text))'"
        }
      }
    return Diagnostic(
      .wrongType, .error, "\(rule), not \(found)", at: node.range,
      help: help ?? whatToWrite(by: rule))
  }

  /// The help that a rule itself gives: `write text` where something must be text.
  private static func whatToWrite(by rule: String) -> String? {
    let words = rule.split(separator: " ")
    guard let must = words.lastIndex(of: "must"), words.count > must + 2 else { return nil }
    switch words[(must + 2)...].joined(separator: " ") {
    case "a list": return "write the items in brackets, or each behind '- ' on a line of its own"
    case "a mapping of keys to values" where rule.hasPrefix("'address'"):
      return "write {street: ..., postal-code: \"...\", city: ..., country: ...}"
    case "a mapping of keys to values" where rule.hasPrefix("'releases'"):
      return "write {from: git, tags: \"v*\"}"
    case "a mapping of keys to values": return "write 'key: value', each on a line of its own"
    case "a state or a mapping":
      return "write a state, such as implemented or planned, or {state: ..., reason: ...}"
    case let what: return "write \(what)"
    }
  }

  static func missingKey(_ key: String, in what: String, at range: SourceRange) -> Self {
    Diagnostic(
      .missingKey, .error, "'\(key)' is missing from the \(what)", at: range,
      help: "write \(key): and its value")
  }

  static func unknownKey(_ entry: YAMLEntry, in what: String, known: [String]) -> Self {
    Diagnostic(
      .unknownKey, .error,
      "key '\(shortened(entry.key))' is not one of "
        + (what.contains(" of ") ? "those of the \(what)" : "the \(what)'s"),
      at: entry.keyRange, help: replacementHelp(for: entry.key, among: known, noun: "keys"))
  }

  /// Keys that generators of sites read.
  package static func foreignKeys(_ keys: [String], at range: SourceRange) -> Self {
    let shown = keys.prefix(5).map { "'\(shortened($0))'" }.joined(separator: ", ")
    let rest = keys.count > 5 ? " and \(keys.count - 5) more" : ""
    let isOne = keys.count == 1
    return Diagnostic(
      .unknownKey, .warning,
      "\(isOne ? "key" : "keys") \(shown)\(rest) \(isOne ? "is" : "are") of a generator of sites, "
        + "such as Jekyll or Hugo, and \(isOne ? "means" : "mean") nothing here",
      at: range, help: "keep what a site that is made of the same file needs, and delete the rest")
  }

  /// Whether it tells of keys that generators of sites read.
  package var isOfForeignKey: Bool { code == .unknownKey && severity == .warning }

  package static func unknownValue(
    _ text: Located<String>, for key: String, known: [String]
  ) -> Self {
    Diagnostic(
      .unknownValue, .error, "'\(shortened(text.value))' is not one of the values of '\(key)'",
      at: text.range, help: replacementHelp(for: text.value, among: known, noun: "values"))
  }

  /// A text between quotation marks that are none to YAML.
  static func typographicQuotes(_ text: Located<String>, for key: String) -> Self {
    let inside = String(text.value.unicodeScalars.dropFirst().dropLast())
    return Diagnostic(
      .malformedValue, .warning,
      "the quotation marks of '\(key)' are those of a word processor, and part of the text",
      at: text.range, help: "write \(key): \"\(shortened(inside))\"")
  }

  package static func malformedValue(
    _ text: Located<String>, for key: String, expected: String
  ) -> Self {
    Diagnostic(
      .malformedValue, .error, "'\(key)' must be \(expected), not '\(shortened(text.value))'",
      at: text.range, help: "write \(expected)")
  }

  /// `text` in one line of at most 60 characters: values can be whole paragraphs.
  private static func shortened(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }.prefix(60)
    return line.endIndex == text.endIndex ? text : "\(line)..."
  }
}
