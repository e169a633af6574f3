/// What a period is counted from: what happened, when, and how the day of it is found.
package struct NoticeEvent: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case sent, received, published
    /// What is to come, such as an inspection; the event of a backward period.
    case planned
  }

  package var kind: Kind
  package var moment: Moment
  /// The clocks of the place where the day matters; needed for an ``Moment/instant(_:)``.
  package var zone: ClockZone?
  /// From 1 to 23: what happens at this hour or later counts as of the next working day.
  package var cutOffHour: Int?
  /// How long after sending the agreement takes the notice for received.
  package var deemedReceivedAfter: Period?

  package init(
    _ kind: Kind, _ moment: Moment, zone: ClockZone? = nil, cutOffHour: Int? = nil,
    deemedReceivedAfter: Period? = nil
  ) {
    self.kind = kind
    self.moment = moment
    self.zone = zone
    self.cutOffHour = cutOffHour
    self.deemedReceivedAfter = deemedReceivedAfter
  }
}
