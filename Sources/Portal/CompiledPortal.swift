package import Agreements
package import Markup
package import Registers

/// All that Annex understood of a workspace: what pages are made from.
package struct CompiledPortal: Sendable {
  package var settings: PortalSettings
  /// In the order of their files; only what the public may read.
  package var agreements: [Agreement]
  /// SHA-256 of each agreement's source, as hexadecimal digits.
  package var digests: [String]
  package var subProcessors: [SubProcessor]
  /// The texts of records, by the path of their file.
  package var descriptions: [String: MarkupTree]
  package var controls: [Control]
  /// The schemes that controls belong to, those of the workspace among them.
  package var schemes: ControlSchemes
  package var understood: UnderstoodPortal
  /// The day that stands for today, `YYYY-MM-DD`.
  package var asOf: String
}
