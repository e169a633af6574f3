package import Diagnostics

/// Reads a mapping into typed values, and reports all that doesn't fit.
///
/// Every record kind is read with it: ask for each key once, then call ``finish()``, which reports
/// the keys that nobody asked for. A value of the wrong type is reported and read as absent, so
/// that one run finds every fault. `null` is absent, too.
package struct RecordReader {
  /// The mapping that is read.
  package let node: YAMLNode
  package let path: String
  /// What the mapping is, for words: `agreement`, `sub-processor`.
  package let what: String
  package internal(set) var diagnostics: [Diagnostic] = []
  /// The keys asked for so far, and those of records inside: `address.street`, `measures[].id`.
  ///
  /// Keys of records inside are there only with ``isTracing``.
  package internal(set) var askedKeys: [String] = []
  /// Whether ``askedKeys`` is kept for records inside, too; for comparing readers with schemas.
  package let isTracing: Bool
  /// The languages that texts are shown in; empty where that is not known.
  package let languages: [String]
  let entries: [YAMLEntry]
  /// The keys that were reported as missing, with the index of the diagnostic.
  private var missing: [String: Int] = [:]

  /// Reads `node`; unless it is a mapping, it is reported as of the wrong type and read as empty.
  package init(
    _ node: YAMLNode, path: String, what: String, isTracing: Bool = false,
    languages: [String] = []
  ) {
    self.node = node
    self.path = path
    self.what = what
    self.isTracing = isTracing
    self.languages = languages
    guard case .mapping(let entries) = node.value else {
      self.entries = []
      if !node.isNull {
        diagnostics.append(
          .wrongType("\(what) must be a mapping of keys to values", node, help: nil))
      }
      return
    }
    self.entries = entries
  }

  /// Reports the keys that were not asked for. Call it last, once.
  ///
  /// `foreign`: keys of other programs, which are no faults unless they are like one that was asked
  /// for.
  package mutating func finish(foreign: Set<String> = []) {
    var helped = 0
    var misspelled: Set<Int> = []
    for entry in entries where !askedKeys.contains(entry.key) {
      // Near misses cost a few microseconds each, and a hostile record has thousands.
      let known = helped < 20 ? askedKeys.filter { !$0.contains(".") } : []
      helped += 1
      if foreign.contains(entry.key), nearMiss(for: entry.key, among: known) == nil {
        diagnostics.append(.foreignKeys([entry.key], at: entry.keyRange))
        continue
      }
      diagnostics.append(.unknownKey(entry, in: what, known: known))
      if !missing.isEmpty, let key = nearMiss(for: entry.key, among: known),
        let index = missing[key]
      {
        misspelled.insert(index)
      }
    }
    // What is to be written in the place of another key is not missing beside.
    guard !misspelled.isEmpty else { return }
    diagnostics = diagnostics.indices.filter { !misspelled.contains($0) }.map { diagnostics[$0] }
  }

  /// The value of `key` as it was read, or `nil` where it is absent or null.
  package mutating func node(_ key: String) -> YAMLNode? {
    askedKeys.append(key)
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else {
      return nil
    }
    return value
  }

  /// Whether the record has a value for `key`; doesn't count as asking for it.
  package func has(_ key: String) -> Bool {
    entries.contains { $0.key == key && !$0.value.isNull }
  }

  /// Whether the record has `key`, and nothing behind it.
  package func isEmpty(_ key: String) -> Bool {
    entries.contains { $0.key == key && $0.value.isNull }
  }

  /// Whether the record says nothing for `key`: it is absent, null or blank, or has no items.
  ///
  /// Doesn't count as asking for it.
  package func lacks(_ key: String) -> Bool {
    entries.first { $0.key == key }?.value.isBlank ?? true
  }

  /// Where `key` stands; where the record begins if it has none.
  package func range(of key: String) -> SourceRange {
    entries.first { $0.key == key }?.keyRange ?? place
  }

  private var isMapping: Bool {
    if case .mapping = node.value { true } else { false }
  }

  /// Where the record begins, for what concerns the record as a whole.
  package var place: SourceRange {
    entries.first?.keyRange
      ?? SourceRange(path: path, start: node.range.start, end: node.range.start)
  }

  /// Adds a fault that the caller found in a value.
  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

extension RecordReader {
  /// The text of any scalar, as it is written: `2.40` stays `2.40`.
  package mutating func text(_ key: String) -> Located<String>? {
    let text = word(key)
    if let text { checkQuotes(of: text, key) }
    return text
  }

  /// A text of which whoever asks says more.
  private mutating func word(_ key: String) -> Located<String>? {
    node(key).flatMap { text(of: $0, key) }
  }

  /// Warns of quotation marks of word processors, which YAML takes for part of a text.
  private mutating func checkQuotes(of text: Located<String>, _ key: String) {
    guard let first = text.value.unicodeScalars.first, let last = text.value.unicodeScalars.last,
      text.value.unicodeScalars.count > 2, Self.opening.contains(first),
      Self.closing.contains(last),
      !text.value.unicodeScalars.dropFirst().dropLast().contains(where: {
        Self.opening.contains($0) || Self.closing.contains($0)
      })
    else { return }
    diagnostics.append(.typographicQuotes(text, for: key))
  }

  private static let opening: Set<Unicode.Scalar> = ["\u{201C}", "\u{201E}", "\u{AB}", "\u{BB}"]
  private static let closing: Set<Unicode.Scalar> = [
    "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}",
  ]

  /// Like ``text(_:)``; reports the key as missing where it is absent, null or blank.
  package mutating func requiredText(_ key: String) -> Located<String>? {
    guard let value = node(key) else {
      reportMissing(key)
      return nil
    }
    guard let text = text(of: value, key) else { return nil }
    guard !value.isBlank else {
      reportMissing(key)
      return nil
    }
    checkQuotes(of: text, key)
    return text
  }

  /// `true` or `false`.
  package mutating func boolean(_ key: String) -> Located<Bool>? {
    guard let value = node(key) else { return nil }
    if case .scalar(let scalar) = value.value, case .boolean(let boolean) = scalar.resolved {
      return Located(boolean, at: value.range)
    }
    let help: String? =
      switch value.text?.lowercased() {
      case "yes", "on", "true", "1", "y": "write true, without quotes"
      case "no", "off", "false", "0", "n": "write false, without quotes"
      default: nil
      }
    diagnostics.append(.wrongType("'\(key)' must be true or false", value, help: help))
    return nil
  }

  /// A whole number.
  package mutating func integer(_ key: String) -> Located<Int>? {
    guard let value = node(key) else { return nil }
    if case .scalar(let scalar) = value.value, case .integer(let integer) = scalar.resolved {
      return Located(integer, at: value.range)
    }
    let isQuoted = value.text.flatMap { Int($0) } != nil
    diagnostics.append(
      .wrongType(
        "'\(key)' must be a whole number", value, help: isQuoted ? "delete the quotes" : nil))
    return nil
  }

  /// One of the words of `type`.
  package mutating func choice<T>(_ key: String, as type: T.Type) -> Located<T>?
  where T: RawRepresentable & CaseIterable & Sendable, T.RawValue == String {
    word(key).flatMap { choice($0, for: key, as: type) }
  }

  /// The word of `type` that `text`, the value of `key`, is.
  package mutating func choice<T>(
    _ text: Located<String>, for key: String, as type: T.Type
  ) -> Located<T>? where T: RawRepresentable & CaseIterable & Sendable, T.RawValue == String {
    if let value = T(rawValue: text.value) { return Located(value, at: text.range) }
    diagnostics.append(.unknownValue(text, for: key, known: T.allCases.map(\.rawValue)))
    return nil
  }

  /// A scalar that `parse` understands.
  ///
  /// `expected` says what it must be, with an example: `a date such as 2026-03-01`.
  package mutating func value<T: Sendable>(
    _ key: String, expected: String, parse: (String) -> T?
  ) -> Located<T>? {
    guard let text = word(key) else { return nil }
    if let value = parse(text.value) { return Located(value, at: text.range) }
    diagnostics.append(.malformedValue(text, for: key, expected: expected))
    return nil
  }

  /// The text of a scalar that stands under `key`; reports anything else.
  mutating func text(of node: YAMLNode, _ key: String) -> Located<String>? {
    if case .scalar(let scalar) = node.value, scalar.resolved != .null {
      return Located(scalar.text, at: node.range)
    }
    diagnostics.append(.wrongType("'\(key)' must be text", node, help: nil))
    return nil
  }

  /// Reports that the record lacks `key`.
  package mutating func reportMissing(_ key: String) {
    // What is no mapping was reported as such, and lacks every key.
    guard node.isNull || isMapping else { return }
    let emptyEntry = entries.first { $0.key == key }
    if emptyEntry == nil { missing[key] = diagnostics.count }
    diagnostics.append(.missingKey(key, in: what, at: emptyEntry?.keyRange ?? place))
  }
}

extension YAMLNode {
  package var isNull: Bool {
    if case .scalar(let scalar) = value { return scalar.resolved == .null }
    return false
  }

  /// Whether nothing can be seen of it: null, a text of blanks, a list or a mapping without items.
  package var isBlank: Bool {
    switch value {
    case .scalar(let scalar):
      scalar.resolved == .null
        || scalar.text.unicodeScalars.allSatisfy {
          $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
        }
    case .sequence(let items): items.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }

  /// The text of a scalar; `nil` for a list or a mapping.
  package var text: String? {
    if case .scalar(let scalar) = value { return scalar.text }
    return nil
  }
}
