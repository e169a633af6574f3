import Frontmatter

/// The control schemes whose names the binary carries, or a workspace defines.
package struct ControlSchemes: Sendable {
  package struct Scheme: Sendable {
    package var id: String
    package var titles: [String: String]
    /// In the order of the scheme.
    package var controls: [Control]
  }

  package struct Control: Sendable {
    /// Without the scheme: `1`.
    package var number: String
    /// By language tag.
    package var names: [String: String]
  }

  /// In the order of the file.
  package let all: [Scheme]
  /// The date of the data, as its file states it.
  package let edition: String
  /// By the control as it is written in files: `bdsg9.1`.
  private let controls: [String: Control]

  package subscript(scheme: String) -> Scheme? { all.first { $0.id == scheme } }

  /// The name of a control such as `bdsg9.1`, else in English; `nil` where no scheme has it.
  package func name(of control: String, in language: String) -> String? {
    controls[control].flatMap { $0.names[language] ?? $0.names["en"] }
  }

  /// Whether a scheme has this control.
  package func has(_ control: String) -> Bool { controls[control] != nil }
}

extension ControlSchemes {
  /// The schemes that the binary carries.
  package static let shipped: ControlSchemes = {
    guard let text = EmbeddedFiles.bytes(named: "schemes.yml"),
      let root = parseYAML(text[...], path: "schemes.yml").root
    else { preconditionFailure("schemes.yml is embedded and valid") }
    return ControlSchemes(root)
  }()

  init(_ root: YAMLNode) {
    var record = RecordReader(root, path: "schemes.yml", what: "list of schemes")
    edition = record.text("edition")?.value ?? ""
    all = record.entries("schemes").map { entry in
      var scheme = RecordReader(entry.value, path: "schemes.yml", what: "scheme")
      return Scheme(
        id: entry.key, titles: scheme.node("title").map(texts) ?? [:],
        controls: scheme.entries("controls").map {
          Control(number: $0.key, names: texts($0.value))
        })
    }
    controls = Dictionary(
      all.flatMap { scheme in scheme.controls.map { ("\(scheme.id).\($0.number)", $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

/// The texts of a mapping, by key.
private func texts(_ node: YAMLNode) -> [String: String] {
  guard case .mapping(let entries) = node.value else { return [:] }
  return Dictionary(
    entries.compactMap { entry in entry.value.text.map { (entry.key, $0) } },
    uniquingKeysWith: { first, _ in first })
}
