internal import Agreements
internal import Changes

extension PortalHistory {
  /// Finds the agreements in force around which something has changed since they were published.
  ///
  /// A change of the registers alone concerns what is about them, and makes no page for each of the
  /// agreements of a large portal.
  ///
  /// - Complexity: O(releases × agreements of a family), for each agreement.
  mutating func findNewSurroundings() {
    // By version: how many of the versions up to it have changed the registers that a kind is about.
    func count(where isWanted: (Change) -> Bool) -> [Int] {
      changes.indices.reduce(into: [0]) { counts, version in
        let isChanged = changes[version].changes.contains { $0.agreement == nil && isWanted($0) }
        counts.append(counts[version] + (isChanged ? 1 : 0))
      }
    }
    let all = count { _ in true }
    let ofOne = [AgreementKind.measures, .subProcessorAnnex].map { kind in
      count { kind.concerns($0) }
    }
    let isLarge = agreements.count > Self.mostWithRegisters
    for number in agreements.indices {
      let agreement = agreements[number]
      guard agreement.isCurrent else { continue }
      // Texts that are announced only leave the one in force as it is.
      let first = agreement.versions[agreement.inForce].releases.lowerBound
      let held = first...(versions.count - 1)
      guard held.count > 1 else { continue }
      let family = indexes[held.upperBound].family(of: agreement.id)
      let metadata = self.agreement(agreement.versions[agreement.inForce]).metadata
      let registerChanges =
        family.count > 1 || !metadata.kind.isOfOneRegister
        ? all : ofOne[metadata.kind == .measures ? 0 : 1]
      let changed = registerChanges[held.upperBound + 1] - registerChanges[held.lowerBound + 1]
      agreements[number].hasNewSurroundings =
        changed > 0 && (!isLarge || family.count > 1) && metadata.kind.isAboutRegisters
        || family.dropFirst().contains { hasNewText($0, of: agreement, since: held) }
    }
  }

  private func hasNewText(
    _ annex: String, of agreement: AgreementHistory, since held: ClosedRange<Int>
  ) -> Bool {
    if agreement.isAnnounced, let number = number(ofAgreement: annex) {
      return textInForce(of: agreements[number]).releases.lowerBound > held.lowerBound
    }
    return held.dropFirst().contains { hasChanges(ofAgreement: annex, in: $0) }
  }

  /// With more agreements than this, those without annexes have no page for changes of registers.
  private static let mostWithRegisters = 500
}

extension AgreementKind {
  /// Whether it is an annex about one register, and about no other.
  var isOfOneRegister: Bool { self == .measures || self == .subProcessorAnnex }

  /// Whether a change can be one of what an annex of this kind states.
  func concerns(_ change: Change) -> Bool {
    switch self {
    case .measures: !change.isAboutSubProcessor
    case .subProcessorAnnex: !change.isAboutMeasure
    default: true
    }
  }

  /// Whether those who agree to it agree to what the registers say.
  fileprivate var isAboutRegisters: Bool {
    switch self {
    case .agreement, .measures, .subProcessorAnnex: true
    case .terms, .policy: false
    }
  }
}
