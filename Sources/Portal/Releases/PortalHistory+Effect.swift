internal import Deadlines

// Which versions took effect: one that was announced may be replaced before its day.

extension PortalHistory {
  /// Finds the versions that only restore an earlier one, and the one in force where others were put
  /// off.
  func findGivenUp(in known: AgreementHistory, asOf: CalendarDate) -> AgreementHistory {
    var agreement = known
    for index in agreement.versions.indices where agreement.versions[index].isNamesake {
      let version = agreement.versions[index]
      guard !version.isDraft,
        let first = agreement.versions.indices.prefix(index).last(where: {
          agreement.versions[$0].name == version.name
            && agreement.versions[$0].digest == version.digest
        }), first + 1 < index,
        replacement(ofVersion: first, beforeItTookEffectIn: agreement, asOf: asOf) == nil,
        agreement.versions.indices[first..<index].dropFirst().allSatisfy({
          replacement(ofVersion: $0, beforeItTookEffectIn: agreement, asOf: asOf) != nil
        })
      else { continue }
      agreement.versions[index].restores = agreement.listed(first)
      agreement.versions[index].isNamesake = agreement.versions[first].isNamesake
    }
    let inForce = agreement.versions.indices.last { index in
      let version = agreement.versions[index]
      return !version.isDraft && version.effective.map { $0 <= asOf } ?? true
        && replacement(ofVersion: index, beforeItTookEffectIn: agreement, asOf: asOf) == nil
    }
    agreement.inForce = inForce ?? 0
    agreement.hasVersionInForce = inForce != nil
    return agreement
  }

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
      // A version that is published again with another day is put off.
      let isSame = version.name != nil && version.name == agreement.versions[index].name
      return !version.isDraft && published < day
        && ((version.effective ?? published) <= day || isSame && version.effective != day)
    }
  }

  /// The version that another one replaces: the last one before it that took effect, or will; the
  /// one before it, where none did. A draft replaces nothing.
  func version(
    replacedBy index: Int, in agreement: AgreementHistory, asOf: CalendarDate
  ) -> Int? {
    guard index > 0, !agreement.versions[index].isDraft else { return nil }
    if let first = agreement.versions[index].restores {
      return version(replacedBy: first, in: agreement, asOf: asOf)
    }
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
    let index = agreement.latest(index)
    guard let first = agreement.versions[index].ownDay,
      replacement(ofVersion: index, beforeItTookEffectIn: agreement, asOf: asOf) == nil,
      case let next = version(after: index, in: agreement, asOf: asOf),
      agreement.versions.indices.contains(next), !agreement.versions[next].isDraft,
      let last = agreement.versions[next].effective?.advanced(byDays: -1), last >= first
    else { return nil }
    return last
  }
}
