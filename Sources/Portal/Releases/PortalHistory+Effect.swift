internal import Deadlines

// Which versions took effect: one that was announced may be replaced before its day.

extension PortalHistory {
  /// The version that took the place of one before the day on which that was to take effect; `nil`
  /// where it took effect, or still may.
  ///
  /// `asOf`: the day that stands for today, on which the content counts as published.
  func replacement(
    ofVersion index: Int, beforeItTookEffectIn agreement: AgreementHistory, asOf: CalendarDate
  ) -> Int? {
    guard let day = agreement.versions[index].effective else { return nil }
    return agreement.versions.indices.dropFirst(index + 1).first { later in
      let version = agreement.versions[later]
      let published = date(of: version.releases.lowerBound) ?? asOf
      return !version.isDraft && published < day && (version.effective ?? published) <= day
    }
  }

  /// The version that another one replaces: the last one before it that took effect, or will; the
  /// one before it, where none did. A draft replaces nothing.
  func version(
    replacedBy index: Int, in agreement: AgreementHistory, asOf: CalendarDate
  ) -> Int? {
    guard index > 0, !agreement.versions[index].isDraft else { return nil }
    return agreement.versions.indices.prefix(index).last {
      replacement(ofVersion: $0, beforeItTookEffectIn: agreement, asOf: asOf) == nil
    } ?? index - 1
  }

  /// The version that a superseded one gave way to: the first one after it that took effect.
  func version(after index: Int, in agreement: AgreementHistory, asOf: CalendarDate) -> Int {
    agreement.versions.indices.dropFirst(index + 1).first {
      !agreement.versions[$0].isDraft
        && replacement(ofVersion: $0, beforeItTookEffectIn: agreement, asOf: asOf) == nil
    } ?? index + 1
  }

  /// The last day on which a version was in force, or will be: that before the next one takes
  /// effect; `nil` where no day is stated, or none follows.
  func lastDay(
    ofVersion index: Int, in agreement: AgreementHistory, asOf: CalendarDate
  ) -> CalendarDate? {
    guard let first = agreement.versions[index].ownDay,
      replacement(ofVersion: index, beforeItTookEffectIn: agreement, asOf: asOf) == nil,
      case let next = version(after: index, in: agreement, asOf: asOf),
      agreement.versions.indices.contains(next), !agreement.versions[next].isDraft,
      let last = agreement.versions[next].effective?.advanced(byDays: -1), last >= first
    else { return nil }
    return last
  }
}
