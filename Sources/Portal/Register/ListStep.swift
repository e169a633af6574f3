internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// From one text of an adopted list to the next.
struct ListStep {
  /// `nil` where the text does not say it.
  let begins: CalendarDate?
  /// `nil` for what no release holds.
  let published: CalendarDate?
  let asOf: CalendarDate
  let isSameVersion: Bool
  /// The day on which the last text took effect, or was to.
  let last: CalendarDate?

  private var today: CalendarDate { published ?? asOf }

  func days(
    of record: SubProcessor, since old: SubProcessor?, _ known: [PublishedLists.Days]
  ) -> [PublishedLists.Days] {
    let ahead = begins.flatMap { $0 > today ? $0 : nil }
    let tasks = TaskPairing(old?.engagements ?? [], record.engagements)
    var days = [PublishedLists.Days](repeating: .init(), count: record.engagements.count)
    let places = record.engagements.places
    let oldPlaces = old?.engagements.places ?? [:]
    for (before, after) in tasks.pairs {
      guard let index = places[after.place] else { continue }
      let kept = oldPlaces[before.place].flatMap { known.indices.contains($0) ? known[$0] : nil }
      guard let kept else { continue }
      days[index] = moved(kept)
      // What comes in the place of what was announced, and is something else, is announced with it.
      if takesPlace(ofTextFrom: kept.effective), kept.announced != nil,
        after.hasNews(beyond: before, of: record)
      {
        days[index].announced = published
      }
      let isRevised =
        kept.announced != days[index].announced || kept.effective != days[index].effective
      if isRevised, let published { days[index].revised.append(published) }
    }
    guard let ahead else { return days }
    for task in tasks.added {
      guard let index = places[task.place] else { continue }
      days[index] = .init(announced: published, effective: ahead)
    }
    return days
  }

  /// A text that never took effect, as another day was set or another text came before, gave its
  /// rows no day.
  private func moved(_ days: PublishedLists.Days) -> PublishedLists.Days {
    guard let begins, takesPlace(ofTextFrom: days.effective) else { return days }
    var days = days
    days.effective = begins
    return days
  }

  /// Whether it does before the day on which another text was to take effect: it comes no later, or is
  /// the same version that was put off.
  private func takesPlace(ofTextFrom day: CalendarDate?) -> Bool {
    guard let begins, let day, day > today else { return false }
    return begins <= day || isSameVersion && day == last
  }
}

extension ListStep {
  /// A task of the last text that this one leaves out: ended, or withdrawn before it began; `nil`
  /// where nobody was told of it.
  ///
  /// `day`: the one on which the last text took effect.
  func ending(
    _ task: Engagement, _ known: PublishedLists.Days, after day: CalendarDate?
  ) -> Engagement? {
    var task = task
    if task.effective == nil, task.announced == nil {
      task.announced = known.announced.map { Located($0, at: task.place) }
      task.effective = known.effective.map { Located($0, at: task.place) }
      task.revised = known.revised.map { Located($0, at: task.place) }
    }
    let first = task.effective?.value
    if let first, first > today, takesPlace(ofTextFrom: first) || begins == nil {
      guard task.announced != nil else { return nil }
      task.withdrawn = Located(today, at: task.place)
      return task
    }
    // A day that the last text has, too, is none of this change; nor is one before its use.
    let stated = begins.flatMap { begins in
      day.map { $0 < begins } ?? true ? begins.advanced(byDays: -1) : nil
    }
    let last = stated.flatMap { last in first.map { $0 <= last } ?? true ? last : nil }
    guard let last = last ?? today.advanced(byDays: -1),
      task.ended.map({ $0.value > last }) ?? true
    else { return task }
    task.ended = Located(last, at: task.place)
    return task
  }

  /// Whether a task that was to end has not ended when a text takes effect that has it again.
  func goesOn(_ task: Engagement) -> Bool {
    guard let ended = task.ended?.value, ended >= today else { return false }
    return (begins ?? today).advanced(byDays: -1).map { $0 <= ended } ?? true
      || isSameVersion && ended == last?.advanced(byDays: -1)
  }

  /// The task with the last day that this text sets, where the one before it never took effect.
  func moved(_ task: Engagement) -> Engagement {
    guard let begins, let ended = task.ended?.value, ended >= today,
      let moved = begins.advanced(byDays: -1),
      moved < ended || isSameVersion && ended == last?.advanced(byDays: -1)
    else { return task }
    var task = task
    if let first = task.effective?.value, first > today, first >= begins {
      (task.ended, task.withdrawn) = (nil, Located(today, at: task.place))
      return task
    }
    // Until this text came, the last one in force had it.
    let yesterday = today.advanced(byDays: -1) ?? today
    task.ended = Located(max(moved, yesterday), at: task.place)
    return task
  }
}

extension [Engagement] {
  /// The index of each.
  fileprivate var places: [SourceRange: Int] {
    Dictionary(enumerated().map { ($0.element.place, $0.offset) }) { first, _ in first }
  }
}
