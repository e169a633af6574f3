internal import Foundation
internal import Testing

/// A JSON Schema of `docs/schemas`, as far as those use the language.
package struct DataSchema {
  private let root: [String: Any]

  package init(named name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/schemas/\(name).json")
    let read = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    root = try #require(read as? [String: Any])
  }

  /// What is wrong with `text`, each with its place.
  package func faults(in text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return faults(of: value, by: root, at: "")
  }

  /// All properties that the schema describes, by the definition that they stand in.
  package func keys() -> Set<String> {
    var keys: Set<String> = []
    collect(root, into: &keys, at: "")
    return keys
  }

  /// Those of them that stand in `text`.
  package func keys(in text: String) throws -> Set<String> {
    var keys: Set<String> = []
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    collect(value, by: root, into: &keys, at: "")
    return keys
  }

  private func resolved(_ schema: [String: Any]) -> [String: Any] {
    guard let reference = schema["$ref"] as? String else { return schema }
    let definitions = root["$defs"] as? [String: [String: Any]]
    return definitions?[String(reference.dropFirst("#/$defs/".count))] ?? ["enum": [String]()]
  }

  private func faults(of value: Any, by schema: [String: Any], at path: String) -> [String] {
    let schema = resolved(schema)
    var faults: [String] = []
    func expect(_ isTrue: Bool, _ what: String) { if !isTrue { faults.append("\(path): \(what)") } }
    if let type = schema["type"] as? String { expect(isA(type, value), "no \(type)") }
    if let constant = schema["const"] as? NSObject { expect(constant.isEqual(value), "not const") }
    if let values = schema["enum"] as? [NSObject] {
      expect(values.contains { $0.isEqual(value) }, "\(value) is none of the values")
    }
    if let pattern = schema["pattern"] as? String, let text = value as? String {
      expect(text.range(of: pattern, options: .regularExpression) != nil, "\(text) is malformed")
    }
    if let object = value as? [String: Any] {
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for key in schema["required"] as? [String] ?? [] { expect(object[key] != nil, "no '\(key)'") }
      expect(object.count >= schema["minProperties"] as? Int ?? 0, "empty")
      for (key, member) in object.sorted(by: { $0.key < $1.key }) {
        if let inner = properties[key] ?? schema["additionalProperties"] as? [String: Any] {
          faults += self.faults(of: member, by: inner, at: "\(path).\(key)")
        } else {
          expect(schema["additionalProperties"] as? Bool ?? true, "unknown '\(key)'")
        }
      }
    }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      for (index, item) in list.enumerated() {
        faults += self.faults(of: item, by: items, at: "\(path)[\(index)]")
      }
    }
    return faults
  }

  private func isA(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int
    default: false
    }
  }

  private func collect(_ schema: [String: Any], into keys: inout Set<String>, at path: String) {
    let path = schema["$ref"] as? String ?? path
    let schema = resolved(schema)
    if let items = schema["items"] as? [String: Any] { collect(items, into: &keys, at: path) }
    for (key, inner) in schema["properties"] as? [String: [String: Any]] ?? [:] {
      keys.insert("\(path).\(key)")
      collect(inner, into: &keys, at: "\(path).\(key)")
    }
  }

  private func collect(
    _ value: Any, by schema: [String: Any], into keys: inout Set<String>, at path: String
  ) {
    let path = schema["$ref"] as? String ?? path
    let schema = resolved(schema)
    if let items = schema["items"] as? [String: Any] {
      for item in value as? [Any] ?? [] { collect(item, by: items, into: &keys, at: path) }
    }
    guard let properties = schema["properties"] as? [String: [String: Any]] else { return }
    for (key, member) in value as? [String: Any] ?? [:] {
      keys.insert("\(path).\(key)")
      collect(member, by: properties[key] ?? [:], into: &keys, at: "\(path).\(key)")
    }
  }
}
