internal import Agreements
internal import Diagnostics
internal import Frontmatter
internal import References
internal import Registers

extension UnderstandingContext {
  /// What a portal with these settings promises and asks for, and what it has beside the agreements
  /// that it publishes.
  init(
    _ settings: PortalSettings?, _ records: WorkspaceRecords, unpublished: [AgreementMetadata],
    doubtfulIDs: Set<String>
  ) {
    let level: Diagnostic.Severity? =
      switch settings?.checks.coverage?.value {
      case .error: .error
      case .warning: .warning
      case .note: .note
      case .off, nil: nil
      }
    self.init(
      notice: settings.map { statedPeriods(of: $0.notice) } ?? [], coverageLevel: level)
    if !records.subProcessors.isEmpty { registers.insert(.subProcessing) }
    if !records.controls.isEmpty { registers.insert(.measures) }
    self.unpublished = unpublished
    self.doubtfulIDs = doubtfulIDs
  }
}
