package import Diagnostics

/// A sequence or mapping whose end has not been read yet.
struct OpenCollection {
  private enum Key {
    case awaited
    case read(String, SourceRange)
    /// The key was refused; its value goes with it.
    case dropped
  }

  let isMapping: Bool
  private let isFlow: Bool
  private let start: SourcePosition
  private var items: [YAMLNode] = []
  private var entries: [YAMLEntry] = []
  private var key = Key.awaited
  /// Where each key stands in `entries`; empty while a walk over them is faster.
  private var indices: [String: Int] = [:]

  private static let entriesWithoutIndex = 32
  /// Saves growing by one and two: most collections of records have two to four members.
  private static let firstCapacity = 4

  init(isMapping: Bool, isFlow: Bool, start: SourcePosition) {
    self.isMapping = isMapping
    self.isFlow = isFlow
    self.start = start
  }

  /// Whether the next node is a key.
  var awaitsKey: Bool {
    if isMapping, case .awaited = key { return true }
    return false
  }

  /// Leaves out the key that is due, and the value after it.
  mutating func dropKey() { key = .dropped }

  /// Takes the next node in, as item, key or value, and tells what is wrong with it.
  mutating func add(_ node: YAMLNode) -> Diagnostic? {
    guard isMapping else {
      if items.isEmpty { items.reserveCapacity(Self.firstCapacity) }
      items.append(node)
      return nil
    }
    switch key {
    case .awaited:
      guard case .scalar(let scalar) = node.value else {
        key = .dropped
        return .complexKey(at: node.range)
      }
      key = .read(scalar.text, node.range)
    case .dropped: key = .awaited
    case .read(let text, let range):
      key = .awaited
      if let first = index(of: text) {
        return .duplicateKey(text, at: range, first: entries[first].keyRange)
      }
      append(YAMLEntry(key: text, keyRange: range, value: node))
    }
    return nil
  }

  /// The finished node, which ends at `end` where it stands in brackets.
  ///
  /// libyaml ends other collections where the next key begins; here they end with their last value.
  func node(endingAt end: SourcePosition, path: String) -> YAMLNode {
    let lastEnd = isMapping ? entries.last?.value.range.end : items.last?.range.end
    let range = SourceRange(path: path, start: start, end: isFlow ? end : lastEnd ?? start)
    return YAMLNode(isMapping ? .mapping(entries) : .sequence(items), at: range)
  }

  private func index(of key: String) -> Int? {
    indices.isEmpty ? entries.firstIndex { $0.key == key } : indices[key]
  }

  private mutating func append(_ entry: YAMLEntry) {
    if entries.isEmpty { entries.reserveCapacity(Self.firstCapacity) }
    entries.append(entry)
    if entries.count == Self.entriesWithoutIndex {
      for (index, entry) in entries.enumerated() { indices[entry.key] = index }
    } else if entries.count > Self.entriesWithoutIndex {
      indices[entry.key] = entries.count - 1
    }
  }
}

extension Diagnostic.Code {
  package static let duplicateKey = Self(rawValue: "duplicate-key")
  package static let yamlComplexKey = Self(rawValue: "yaml-complex-key")
}

extension Diagnostic {
  fileprivate static func complexKey(at range: SourceRange) -> Self {
    Diagnostic(
      .yamlComplexKey, .error, "key must be text, not a list or a mapping", at: range,
      help: "put the key in quotes; braces and brackets begin mappings and lists")
  }

  static func duplicateKey(_ key: String, at range: SourceRange, first: SourceRange) -> Self {
    Diagnostic(
      .duplicateKey, .error, "key '\(key)' stands twice in one mapping", at: range,
      notes: [Note("it stands here first, in line \(first.start.line)", at: first)],
      help: "keep one of the two")
  }
}
