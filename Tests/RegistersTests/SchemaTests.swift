import Foundation
import Frontmatter
import Testing

@testable import Registers

/// The schemas that editors complete and check records with must have the readers' keys.
struct SchemaTests {
  private static let samples: [(name: String, read: @Sendable () throws -> [String])] = [
    (
      "sub-processor",
      {
        try keys(Samples.subProcessor) {
          _ = SubProcessor(reading: &$0, description: .none(at: $0.place))
        }
      }
    ),
    (
      "measure",
      { try keys(Samples.control) { _ = Control(reading: &$0, description: .none(at: $0.place)) } }
    ),
    ("portal", { try keys(Samples.settings) { _ = PortalSettings(reading: &$0) } }),
    ("release", { try keys(Samples.release) { _ = Release(reading: &$0) } }),
    ("next-release", { try keys(Samples.nextRelease) { _ = NextRelease(reading: &$0) } }),
    ("scheme", { try keys(Samples.scheme) { _ = ControlScheme(reading: &$0) } }),
    ("transfers", { try keys(Samples.transfers) { _ = TransferCatalog(reading: &$0) } }),
    ("mapping", { try keys(Samples.mapping) { _ = ControlMapping(reading: &$0) } }),
  ]

  @Test(arguments: 0..<8)
  func hasTheKeysThatTheReaderAsksFor(index: Int) throws {
    let (name, read) = Self.samples[index]
    let asked = try Set(read())

    let schema = try Schema(named: name)
    let described = schema.keys()

    #expect(described.subtracting(asked) == [])
    #expect(asked.subtracting(described) == [])
  }

  @Test(arguments: [
    "sub-processor", "measure", "portal", "release", "next-release", "agreement", "scheme",
    "mapping", "transfers",
  ])
  func isCompleteInItself(name: String) throws {
    let schema = try Schema(named: name)

    #expect(schema.text("$schema") == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema.text("title")?.isEmpty == false)
    #expect(schema.missingDefinitions() == [])
  }

  /// The keys that a reader asks for in a record, those of all records inside included.
  private static func keys(
    _ sample: String, _ read: (inout RecordReader) -> Void
  ) throws -> [String] {
    let bytes = Array(sample.utf8)
    let yaml = findFrontmatter(in: bytes).map { bytes[$0.yaml] } ?? bytes[...]
    let root = try #require(parseYAML(yaml, path: "a").root)
    var reader = RecordReader(root, path: "a", what: "record", isTracing: true)
    read(&reader)
    return reader.askedKeys.map { $0.replacing("[]", with: "") }
  }
}

/// A JSON Schema, as far as its property names go.
private struct Schema {
  private let root: YAMLNode

  init(named name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../docs/schemas/\(name).json")
    let (root, diagnostics) = parseJSON(Array(try Data(contentsOf: file)), path: name)
    #expect(diagnostics == [])
    self.root = try #require(root)
  }

  func text(_ key: String) -> String? { member(key, of: root)?.text }

  /// Paths of all properties, with `*` for free names; lists add nothing to a path.
  func keys() -> Set<String> {
    var keys: Set<String> = []
    collect(root, at: "", into: &keys)
    return keys
  }

  func missingDefinitions() -> [String] {
    var names: Set<String> = []
    collectReferences(root, into: &names)
    return names.filter { definition($0) == nil }.sorted()
  }

  private func collect(_ node: YAMLNode, at path: String, into keys: inout Set<String>) {
    if let name = member("$ref", of: node)?.text, let target = definition(name) {
      collect(target, at: path, into: &keys)
    }
    for alternative in items(of: member("anyOf", of: node)) {
      collect(alternative, at: path, into: &keys)
    }
    if let items = member("items", of: node) { collect(items, at: path, into: &keys) }
    if let free = member("additionalProperties", of: node) {
      collect(free, at: path + ".*", into: &keys)
    }
    for property in entries(of: member("properties", of: node)) {
      let inner = path.isEmpty ? property.key : "\(path).\(property.key)"
      keys.insert(inner)
      collect(property.value, at: inner, into: &keys)
    }
  }

  private func collectReferences(_ node: YAMLNode, into names: inout Set<String>) {
    if let name = member("$ref", of: node)?.text { names.insert(name) }
    for item in items(of: node) { collectReferences(item, into: &names) }
    for entry in entries(of: node) { collectReferences(entry.value, into: &names) }
  }

  private func definition(_ reference: String) -> YAMLNode? {
    member(String(reference.dropFirst("#/$defs/".count)), of: member("$defs", of: root))
  }

  private func member(_ key: String, of node: YAMLNode?) -> YAMLNode? {
    entries(of: node).first { $0.key == key }?.value
  }

  private func entries(of node: YAMLNode?) -> [YAMLEntry] {
    if case .mapping(let entries)? = node?.value { entries } else { [] }
  }

  private func items(of node: YAMLNode?) -> [YAMLNode] {
    if case .sequence(let items)? = node?.value { items } else { [] }
  }
}
