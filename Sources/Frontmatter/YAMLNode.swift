package import Diagnostics

/// A YAML value with the place that it was read from.
package struct YAMLNode: Sendable, Equatable {
  package var value: YAMLValue
  package var range: SourceRange

  package init(_ value: YAMLValue, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

/// What a YAML node holds.
package enum YAMLValue: Sendable, Equatable {
  /// A scalar, with its text as written. Only plain scalars have a type other than text.
  case scalar(YAMLScalar)
  case sequence([YAMLNode])
  /// In the order of the file; keys are unique.
  case mapping([YAMLEntry])
}

/// A scalar: its text, and what the core schema of YAML 1.2 makes of it.
///
/// Source: YAML 1.2.2, section 10.3.2, narrowed: only `true`, `false`, `null`, `~`, the empty plain
/// scalar and core-schema numbers are typed. `no`, `on`, `12:30`, `2026-03-01`, `.inf` and digits
/// after a leading zero (`01067`) are text, and the text of a number stays as written, so that
/// version `2.40` is not `2.4`.
package struct YAMLScalar: Sendable, Equatable {
  package enum Resolved: Sendable, Equatable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text
  }

  package var text: String
  package var resolved: Resolved

  package init(text: String, resolved: Resolved) {
    self.text = text
    self.resolved = resolved
  }
}

/// One `key: value` of a mapping.
package struct YAMLEntry: Sendable, Equatable {
  package var key: String
  package var keyRange: SourceRange
  package var value: YAMLNode

  package init(key: String, keyRange: SourceRange, value: YAMLNode) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// A value that remembers where it was written.
package struct Located<Value: Sendable>: Sendable {
  package var value: Value
  package var range: SourceRange

  package init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
