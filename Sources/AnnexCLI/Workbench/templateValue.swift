internal import Diagnostics
internal import Frontmatter
internal import Templating

/// What a template sees of data that was read from a file.
///
/// Recursion ends where the readers of YAML and JSON do, which refuse deep nesting.
func templateValue(of node: YAMLNode) -> Value {
  switch node.value {
  case .scalar(let scalar): templateValue(of: scalar)
  case .sequence(let items): .array(items.map(templateValue))
  case .mapping(let entries): .dictionary(templateMap(of: entries))
  }
}

func templateMap(of entries: [YAMLEntry]) -> ValueMap {
  ValueMap(entries.lazy.map { ($0.key, templateValue(of: $0.value)) })
}

private func templateValue(of scalar: YAMLScalar) -> Value {
  switch scalar.resolved {
  case .null: .none
  case .boolean(let value): .boolean(value)
  case .integer(let value): .integer(value)
  case .number(let value): isWhole(scalar.text) ? .bigInteger(scalar.text) : .number(value)
  case .text: .string(scalar.text)
  }
}

/// Whether `text` is an integer that was too large for one, rather than a fraction.
private func isWhole(_ text: String) -> Bool {
  let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
  return !digits.isEmpty
    && digits.allSatisfy(\.isASCIIDigit)
}
