package import Diagnostics
import Frontmatter

extension ControlSchemes {
  /// Checks what schemes and mapping of a workspace say of controls: each that they name must
  /// exist.
  ///
  /// Pure: reads only its arguments. These schemes are all there are, `own` and `mapping` those
  /// that the workspace states.
  package func check(_ own: [ControlScheme], _ mapping: ControlMapping?) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    reportDuplicates(among: own.map(\.id), noun: "scheme", in: &diagnostics)
    for scheme in own {
      for control in scheme.controls {
        for reference in control.mapsTo {
          diagnostics += fault(of: reference, ControlReference(reference.value))
        }
        guard let group = control.group, !scheme.groups.contains(where: { $0.id == group }) else {
          continue
        }
        diagnostics.append(.unknownGroup(group, of: control, in: scheme))
      }
    }
    for topic in mapping?.topics ?? [] {
      for (scheme, numbers) in topic.controls {
        for number in numbers {
          diagnostics += fault(of: number, ControlReference("\(scheme).\(number.value)"))
        }
      }
    }
    return diagnostics
  }

  private func fault(of reference: Located<String>, _ named: ControlReference?) -> [Diagnostic] {
    guard let named else {
      let expected = "a scheme and a control such as iso27001:2022/7.2"
      return [.malformedValue(reference, for: "maps-to", expected: expected)]
    }
    guard let scheme = self[named.scheme] else {
      return [.unknownScheme(reference, named, known: all.map(\.id.value))]
    }
    guard scheme.position(of: named.number) == nil else { return [] }
    return [.unknownControl(reference, named, in: scheme)]
  }
}

extension Diagnostic {
  fileprivate static func unknownGroup(
    _ group: String, of control: ControlScheme.Control, in scheme: ControlScheme
  ) -> Self {
    Diagnostic(
      .unknownValue, .error,
      "group '\(group)' of control '\(control.number.value)' is not one of the scheme's",
      at: control.number.range,
      help: replacementHelp(for: group, among: scheme.groups.map(\.id), noun: "groups"))
  }
}
