/// A public holiday in one year.
package struct Holiday: Hashable, Sendable {
  package let date: CalendarDate
  package let name: BilingualText
  /// Whether it stands in for a holiday that fell on a weekend.
  package let isSubstitute: Bool
  /// What the data says about it beside its name.
  package let note: String?
}
