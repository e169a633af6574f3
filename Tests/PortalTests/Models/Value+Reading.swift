import Templating

@testable import Portal

extension Value {
  /// What stands at the end of a path of members, as text; `nil` where it is `none`.
  func text(_ names: String...) -> String? {
    var value: Value? = self
    for name in names { value = value?.member(name) }
    switch value {
    case .string(let text): return text
    case .integer(let number): return String(number)
    case .boolean(let flag): return String(flag)
    default: return nil
    }
  }

  /// The values of a list.
  var items: [Value] { if case .array(let items) = self { items } else { [] } }

  /// The texts of a list.
  func strings(_ name: String) -> [String] {
    list(name).compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  func list(_ name: String) -> [Value] {
    if case .array(let items)? = member(name) { items } else { [] }
  }
}
