package import Agreements
package import References
package import Registers

/// The content of one version: a release, a commit, or what is in the workspace now.
package struct ReleaseContents: Sendable {
  /// A release's id, a commit, or the name of a file.
  package var id: String
  package var agreements: [AgreementSnapshot]
  package var registers: RegisterSet

  /// Content whose references have been resolved together before.
  package init(id: String, agreements: [AgreementSnapshot], registers: RegisterSet) {
    self.id = id
    self.agreements = agreements
    self.registers = registers
  }

  /// Reads and resolves `agreements` together.
  ///
  /// `agreements`: each with the bytes of its file.
  package init(
    id: String, reading agreements: [(agreement: Agreement, source: [UInt8])],
    registers: RegisterSet = .none
  ) {
    let titles = PortalTitles(of: agreements.map(\.agreement))
    let readings = agreements.map { agreement, source in
      AgreementReading(
        agreement, source: { source }, context: ReferenceContext(for: agreement, in: titles))
    }
    self.init(
      id: id,
      agreements: AgreementSnapshot.all(
        readings, resolved: resolveReferences(in: readings).agreements),
      registers: registers)
  }
}

/// One agreement in one version, with what its references lead to.
package struct AgreementSnapshot: Sendable {
  package let reading: AgreementReading
  package let resolved: ResolvedAgreement
  /// The agreements that were resolved together, by the index in `ReferenceTarget`.
  let resolvedTogether: [AgreementReading]

  package var agreement: Agreement { reading.agreement }

  /// `resolved`: what `resolveReferences` made of `readings`, in the same order.
  package static func all(
    _ readings: [AgreementReading], resolved: [ResolvedAgreement]
  ) -> [AgreementSnapshot] {
    zip(readings, resolved).map {
      AgreementSnapshot(reading: $0, resolved: $1, resolvedTogether: readings)
    }
  }

  init(
    reading: AgreementReading, resolved: ResolvedAgreement, resolvedTogether: [AgreementReading]
  ) {
    self.reading = reading
    self.resolved = resolved
    self.resolvedTogether = resolvedTogether
  }

  /// The agreement that a reference leads to; `nil` for one that is not known.
  func agreement(of target: ReferenceTarget) -> Agreement? {
    let index = Int(target.agreement)
    return resolvedTogether.indices.contains(index) ? resolvedTogether[index].agreement : nil
  }
}
