internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// What becomes of the tasks that an adopted list gives to a company, from the text in force through
/// those that are announced.
///
/// A task that a text leaves out ends, also where a later one has it again: it begins anew then.
struct TaskTracks {
  /// One task, under the wording that it begins with.
  struct Track {
    var task: Engagement
    /// Whether the text in force has it.
    let isInForce: Bool
    /// The day of the text that brings it.
    let begins: CalendarDate?
    var changes: [Engagement.Change] = []
  }

  /// By their places in the last text.
  private(set) var going: [SourceRange: Track] = [:]
  /// Those that it does not have.
  private(set) var ending: [Engagement] = []

  /// `before`: the company in the text in force; `known`: the same, with the days of its tasks.
  ///
  /// - Complexity: O(texts to come × tasks).
  init(
    of company: SubProcessor, since before: SubProcessor?, known: SubProcessor?,
    in list: PublishedLists
  ) {
    let id = list.ids[company.name.value] ?? company.id.value
    for task in known?.engagements ?? [] {
      going[task.place] = Track(task: task, isInForce: true, begins: nil)
    }
    var tasks = before?.engagements ?? []
    for step in list.steps {
      let then = step.companies[id]
      let pairing = TaskPairing(tasks, then?.engagements ?? [])
      var next: [SourceRange: Track] = [:]
      for (old, task) in pairing.pairs {
        guard var track = going[old.place] else { continue }
        if old.differs(from: task, of: company) {
          let announced =
            task.hasNews(beyond: old, of: company)
            ? list.dayOfAnnouncing(task, of: company, upTo: step.number) : nil
          track.changes.append(
            Engagement.Change(
              from: step.begins, to: task, announced: announced, revision: step.revision))
        }
        next[task.place] = track
      }
      for task in pairing.gone { end(going[task.place], before: step.begins) }
      for task in pairing.added {
        var first = task
        if task.effective == nil, task.announced == nil {
          let announced = list.dayOfAnnouncing(task, of: company, upTo: step.number)
          first.announced = announced.map { Located($0, at: task.place) }
          first.effective = Located(step.begins, at: task.place)
        }
        next[task.place] = Track(task: first, isInForce: false, begins: step.begins)
      }
      (going, tasks) = (next, then?.engagements ?? [])
    }
  }

  /// The last day of use is the one before the new text.
  private mutating func end(_ track: Track?, before day: CalendarDate) {
    guard var task = track?.task else { return }
    if let last = day.advanced(byDays: -1), task.ended.map({ $0.value > last }) ?? true {
      task.ended = Located(last, at: task.place)
    }
    task.changes = track?.changes ?? []
    ending.append(task)
  }
}
