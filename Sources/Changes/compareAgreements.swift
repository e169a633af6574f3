/// Compares agreements that cite each other, each with the one of the same id.
func compareAgreements(
  _ old: [AgreementSnapshot], _ new: [AgreementSnapshot], areSame: Bool = false
) -> [AgreementComparison] {
  []
}
