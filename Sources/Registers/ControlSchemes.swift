import Frontmatter

/// The control schemes that the binary carries and those of a workspace, and how they correspond.
package struct ControlSchemes: Sendable {
  /// The usual ones first, then those of the workspace.
  package let all: [ControlScheme]
  package let mapping: ControlMapping
  private let positions: [String: Int]
  /// By qualified control and scheme: the positions in the scheme whose `maps-to` names the control.
  private let naming: [String: [String: [Int]]]

  package init(_ all: [ControlScheme], mapping: ControlMapping) {
    self.all = all
    self.mapping = mapping
    positions = Dictionary(
      all.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    var naming: [String: [String: [Int]]] = [:]
    for scheme in all {
      for (index, control) in scheme.controls.enumerated() where !control.mapsTo.isEmpty {
        for reference in Set(control.mapsTo.compactMap { ControlReference($0.value)?.id }) {
          naming[reference, default: [:]][scheme.id.value, default: []].append(index)
        }
      }
    }
    self.naming = naming
  }

  /// The controls of `scheme` that say of themselves that they correspond to `reference`, ascending.
  func controls(naming reference: String, in scheme: ControlScheme) -> [Int] {
    guard !naming.isEmpty, let reference = ControlReference(reference) else { return [] }
    return naming[reference.id]?[scheme.id.value] ?? []
  }

  package subscript(scheme: String) -> ControlScheme? { positions[scheme].map { all[$0] } }

  /// The place of a scheme in ``all``.
  package func position(of scheme: String) -> Int? { positions[scheme] }

  /// The scheme and the control that `reference` names, in any of its forms.
  package func find(_ reference: String) -> (scheme: ControlScheme, control: ControlScheme.Control)?
  {
    guard let reference = ControlReference(reference), let scheme = self[reference.scheme],
      let control = scheme.control(reference.number)
    else { return nil }
    return (scheme, control)
  }

  /// The name of a control such as `bdsg9.1`; `nil` where no scheme has it.
  package func name(of control: String, in language: String) -> String? {
    find(control)?.control.name.text(in: language).text
  }

  /// Whether a scheme has this control.
  package func has(_ control: String) -> Bool { find(control) != nil }

  /// These schemes with those of a workspace: one of an id that is here takes its place.
  package func replacing(with own: [ControlScheme], mapping: ControlMapping?) -> ControlSchemes {
    var all = all
    for scheme in own {
      if let position = positions[scheme.id.value] {
        all[position] = scheme
      } else {
        all.append(scheme)
      }
    }
    return ControlSchemes(all, mapping: mapping ?? self.mapping)
  }

  /// These schemes with the controls that only records name: one of the author's own, with a title.
  package func completed(with records: [Control]) -> ControlSchemes {
    var missing: [String: [Control]] = [:]
    for record in records where !has(record.control.value) {
      missing[record.scheme, default: []].append(record)
    }
    var all = all
    for (scheme, controls) in missing.sorted(by: { $0.key < $1.key }) {
      if let position = positions[scheme] {
        all[position].add(controls)
      } else {
        all.append(ControlScheme(namedOnlyBy: controls, scheme: scheme))
      }
    }
    return ControlSchemes(all, mapping: mapping)
  }
}

extension ControlSchemes {
  /// The schemes that the binary carries.
  package static let shipped: ControlSchemes = {
    let schemes = shippedNames.map { name in
      readShippedData(
        EmbeddedFiles.bytes(named: "schemes/\(name).yml"), named: "schemes/\(name).yml",
        what: "scheme"
      ) { ControlScheme(reading: &$0) }
    }
    let mapping = readShippedData(
      EmbeddedFiles.bytes(named: "mapping.yml"), named: "mapping.yml", what: "mapping"
    ) { ControlMapping(reading: &$0) }
    return ControlSchemes(schemes, mapping: mapping)
  }()

  /// In the order in which pages list them.
  package static let shippedNames = [
    usual, "bdsg64", article32, "scc", "sdm", "iso27001", "c5", "soc2",
  ]

  /// The scheme that lists of measures follow where they name none.
  package static let usual = "bdsg9"
  /// The scheme of the letters of Article 32(1) GDPR, which all measures answer to.
  package static let article32 = "gdpr32"
}
