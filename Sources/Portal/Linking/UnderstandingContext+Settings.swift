internal import Diagnostics
internal import Frontmatter
internal import References
internal import Registers

extension UnderstandingContext {
  /// What a portal with these settings promises and asks for.
  init(_ settings: PortalSettings?) {
    let level: Diagnostic.Severity? =
      switch settings?.checks.coverage?.value {
      case .error: .error
      case .warning: .warning
      case .note: .note
      case .off, nil: nil
      }
    self.init(
      notice: settings.map { statedPeriods(of: $0.notice) } ?? [], coverageLevel: level)
  }
}
