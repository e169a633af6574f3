package import Agreements
package import Diagnostics

/// What the texts of a portal's agreements say of each other, of the law and of the parties.
///
/// Shape: each array has one element an agreement, in their order.
package struct UnderstoodPortal: Sendable {
  package var agreements: [UnderstoodAgreement]
  package var backLinks: BackLinks
  package var readings: [AgreementReading]

  package init(
    agreements: [UnderstoodAgreement] = [], backLinks: BackLinks = BackLinks([]),
    readings: [AgreementReading] = []
  ) {
    self.agreements = agreements
    self.backLinks = backLinks
    self.readings = readings
  }
}

/// What the texts of agreements are compared with beside each other.
package struct UnderstandingContext: Sendable {
  /// What the portal promises of sub-processors, which no text may contradict.
  package var notice: [StatedPeriod]
  /// How a duty is reported that no clause covers; `nil` for not at all.
  package var coverageLevel: Diagnostic.Severity?
  /// What the portal has registers of.
  package var registers: Set<RegisterTopic> = []
  /// What the agreements say of themselves that are not published.
  package var unpublished: [AgreementMetadata] = []
  /// Ids that may be those of agreements which state the id of another, which is told by itself.
  package var doubtfulIDs: Set<String> = []

  package init(notice: [StatedPeriod] = [], coverageLevel: Diagnostic.Severity? = nil) {
    self.notice = notice
    self.coverageLevel = coverageLevel
  }
}
