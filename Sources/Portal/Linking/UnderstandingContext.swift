internal import Diagnostics
internal import Frontmatter
internal import References
internal import Registers

/// What the texts of agreements are compared with beside each other.
struct UnderstandingContext: Sendable {
  /// What the portal promises of sub-processors, which no text may contradict.
  let notice: [StatedPeriod]
  /// How a duty is reported that no clause covers; `nil` for not at all.
  let coverageLevel: Diagnostic.Severity?

  init(_ settings: PortalSettings?) {
    notice = settings.map { statedPeriods(of: $0.notice) } ?? []
    coverageLevel =
      switch settings?.checks.coverage?.value {
      case .error: .error
      case .warning: .warning
      case .note: .note
      case .off, nil: nil
      }
  }
}
