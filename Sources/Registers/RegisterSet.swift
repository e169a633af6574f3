/// All records of a workspace, or of one of its releases.
package struct RegisterSet: Sendable {
  /// `nil` where `portal.yml` can't be read; nothing is checked against it then.
  package var settings: PortalSettings?
  package var subProcessors: [SubProcessor]
  package var controls: [Control]
  /// The schemes that the binary carries, with those of the workspace.
  package var schemes: ControlSchemes
  /// On what transfers can rest: the catalog of the workspace, or that of the binary.
  package var transfers: TransferCatalog
  /// Ids of sub-processors and of measures that were left out because they are not public.
  package var hidden: (subProcessors: Set<String>, measures: Set<String>) = ([], [])

  package init(
    settings: PortalSettings?, subProcessors: [SubProcessor] = [], controls: [Control] = [],
    schemes: ControlSchemes = .shipped, transfers: TransferCatalog = .shipped
  ) {
    self.settings = settings
    self.subProcessors = subProcessors
    self.controls = controls
    self.schemes = schemes
    self.transfers = transfers
  }

  /// That of texts outside of a workspace: without records, there is nothing to look up.
  package static let none = RegisterSet(
    settings: nil, schemes: ControlSchemes([], mapping: .none), transfers: .none)
}
