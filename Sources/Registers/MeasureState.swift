/// How far a measure has come in one scope, or whose task it is there.
package enum MeasureState: String, CaseIterable, Sendable {
  case implemented, partial, planned
  /// Needs a reason.
  case notApplicable = "not-applicable"
  /// A sub-processor sees to it.
  case delegated
  /// The customer's own duty.
  case customer
  /// Processor and customer each do a part.
  case shared
}
