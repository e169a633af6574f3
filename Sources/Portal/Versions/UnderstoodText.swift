internal import References

/// One text of a version as it was read, with what its own page shows of it.
struct UnderstoodText: Sendable {
  let reading: AgreementReading
  /// Defined terms and blanks; nothing where no pages are made.
  let findings: UnderstoodAgreement

  init(_ reading: AgreementReading, _ findings: UnderstoodAgreement) {
    self.reading = reading
    self.findings = findings
  }
}

extension UnderstoodAgreement {
  /// What a page shows of a text beside its references.
  init(ofPageWith terms: TermReading, _ blanks: [Blank]) {
    self.init()
    self.terms = terms
    self.blanks = blanks
  }
}
