import Diagnostics
import Frontmatter

/// A value in one line, types told apart: text in quotes, numbers and words bare.
func described(_ node: YAMLNode?) -> String {
  guard let node else { return "nothing" }
  switch node.value {
  case .scalar(let scalar):
    switch scalar.resolved {
    case .null: return "null"
    case .boolean(let value): return String(value)
    case .integer(let value): return String(value)
    case .number(let value): return "\(value)"
    case .text: return "'\(scalar.text)'"
    }
  case .sequence(let items): return "[" + items.map(described).joined(separator: ", ") + "]"
  case .mapping(let entries):
    return "{" + entries.map { "\($0.key): \(described($0.value))" }.joined(separator: ", ") + "}"
  }
}

func parse(_ text: String) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
  parseYAML(Array(text.utf8)[...], path: "a.yml")
}

func codes(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map(\.code.rawValue) }
