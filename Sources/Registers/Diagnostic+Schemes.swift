package import Diagnostics
import Frontmatter

// The words of what is wrong with references to controls.

extension Diagnostic.Code {
  package static let schemeEdition = Self(rawValue: "scheme-edition")
  package static let unknownScheme = Self(rawValue: "unknown-scheme")
}

extension Diagnostic {
  static func unknownScheme(
    _ reference: Located<String>, _ named: ControlReference, known: [String]
  ) -> Self {
    let help =
      nearMiss(for: named.scheme, among: known).map { "replace '\(named.scheme)' with '\($0)'" }
      ?? "write the scheme down in content/schemes/\(named.scheme).yml"
    return Diagnostic(
      .unknownScheme, .warning,
      "scheme '\(named.scheme)' of '\(reference.value)' is not known, so no page shows it",
      at: reference.range, help: help)
  }

  static func unknownControl(
    _ reference: Located<String>, _ named: ControlReference, in scheme: ControlScheme
  ) -> Self {
    Diagnostic(
      .unknownControl, .error,
      "control '\(reference.value)' is not one of the scheme '\(scheme.id.value)'",
      at: reference.range,
      help: replacementHelp(
        for: named.number, among: scheme.controls.map(\.number.value), noun: "controls"))
  }

  static func schemeEdition(
    _ reference: Located<String>, edition: String, scheme: ControlScheme, own: String
  ) -> Self {
    Diagnostic(
      .schemeEdition, .warning,
      "'\(reference.value)' means edition \(edition); scheme '\(scheme.id.value)' is edition \(own)",
      at: reference.range,
      help: "name the control of edition \(own), or put yours into content/schemes")
  }
}
