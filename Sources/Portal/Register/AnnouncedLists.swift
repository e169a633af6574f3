internal import Adoption
internal import Agreements
internal import Changes
internal import Deadlines
internal import Frontmatter
internal import History
internal import Registers

/// The lists of texts that take effect on a later day, beside those of the texts in force.
///
/// A row that such a text adds is planned from its day, and was announced by the release that first
/// published it; a row that it drops ends with the text in force; and one that it changes does both,
/// without another notice, as nobody is added. What a row itself states counts.
struct AnnouncedLists: Sendable {
  /// By agreement: the day on which its text takes effect.
  private var days: [String: CalendarDate] = [:]
  /// By agreement, company and task: the day of the first release that held the row.
  private var announcements: [String: CalendarDate] = [:]
  /// What the texts in force list, with the ids that it has in the register.
  private var inForce: [SubProcessor] = []

  /// - Complexity: reads the lists of the releases back to the one with the text in force, and only
  ///   where a text that is announced is adopted from.
  init(
    of agreements: [Agreement], settings: PortalSettings?, taken: [SubProcessor],
    releases: [PublishedRelease], variables: Variables?, asOf: CalendarDate
  ) {
    let context = settings.map { AdoptionContext($0) } ?? AdoptionContext()
    var current: [Agreement] = []
    for agreement in agreements where !agreement.metadata.adoptedSubProcessors.isEmpty {
      guard let day = agreement.metadata.effectiveDay, day > asOf else {
        current.append(agreement)
        continue
      }
      days[agreement.id] = day
      for release in releases.reversed() {
        guard let text = Self.text(of: agreement, in: release, variables) else { break }
        guard let then = text.metadata.effectiveDay, then > asOf else {
          current.append(text)
          break
        }
        for record in adoptSubProcessors(of: text, in: context).records {
          for task in record.engagements {
            announcements[Self.key(agreement.id, record, task)] = release.date
          }
        }
      }
    }
    guard !days.isEmpty else { return }
    inForce = adoptRegisters(of: current, settings: settings, taken: taken).records
  }

  /// The agreement as a release has it, in the file of the same name.
  private static func text(
    of agreement: Agreement, in release: PublishedRelease, _ variables: Variables?
  ) -> Agreement? {
    let file = release.files.first {
      $0.kind == .agreement && agreement.path.hasSuffix("/" + $0.name)
    }
    guard let file else { return nil }
    let text = readAgreement(file.bytes, path: file.path, variables: variables).agreement
    return text.id == agreement.id ? text : nil
  }

  private static func key(_ agreement: String, _ record: SubProcessor, _ task: Engagement) -> String
  {
    let service = task.service?.variants.first?.text.value ?? ""
    return "\(agreement)\n\(record.name.value)\n\(service)"
  }

  /// The register as it is today: with the days of rows to come, and with rows that are to go.
  func dated(_ companies: [SubProcessor]) -> [SubProcessor] {
    guard !days.isEmpty else { return companies }
    let old = Dictionary(inForce.map { ($0.id.value, $0) }) { first, _ in first }
    var listed: Set<String> = []
    let kept = companies.map { company in
      listed.insert(company.id.value)
      guard let agreement = company.adoption?.agreement, let day = days[agreement] else {
        return company
      }
      let before = old[company.id.value].flatMap { $0.adoption?.agreement == agreement ? $0 : nil }
      return dated(company, since: before, of: agreement, from: day)
    }
    return kept
      + inForce.compactMap { record in
        guard let agreement = record.adoption?.agreement, let day = days[agreement],
          record.audience == .public, !listed.contains(record.id.value)
        else { return nil }
        var record = record
        // They are places of a text that has no page of today.
        record.adoption?.provisions = []
        record.engagements = record.engagements.map { ending($0, before: day) }
        return record
      }
  }

  /// `before`: the same company in the text in force.
  private func dated(
    _ company: SubProcessor, since before: SubProcessor?, of agreement: String,
    from day: CalendarDate
  ) -> SubProcessor {
    // Where it sits and who is to be asked is true of it as a whole, and until the day as it was.
    var dated = before ?? company
    dated.path = company.path
    dated.adoption = company.adoption
    dated.engagements = company.engagements
    let tasks = TaskPairing(before?.engagements ?? [], company.engagements)
    let changed = tasks.pairs.filter { isChanged($0.before, to: $0.after, of: company) }
    let (added, new) = (Set(tasks.added.map(\.place)), Set(changed.map(\.after.place)))
    for index in dated.engagements.indices {
      let task = dated.engagements[index]
      guard added.contains(task.place) || new.contains(task.place), task.effective == nil,
        task.announced == nil
      else { continue }
      dated.engagements[index].effective = Located(day, at: task.place)
      guard added.contains(task.place) else { continue }
      dated.engagements[index].announced =
        announcements[Self.key(agreement, company, task)].map { Located($0, at: task.place) }
    }
    dated.engagements += (changed.map(\.before) + tasks.gone).map { ending($0, before: day) }
    return dated
  }

  /// Whether a task is not what it was, but for how it is written.
  private func isChanged(
    _ before: Engagement, to after: Engagement, of company: SubProcessor
  ) -> Bool {
    func register(_ task: Engagement) -> RegisterSet {
      var record = company
      // Rows of agreements are compared with their texts.
      record.adoption = nil
      record.engagements = [task]
      return RegisterSet(settings: nil, subProcessors: [record])
    }
    return compareRegisters(register(before), register(after))
      .contains { $0.materiality != .editorial }
  }

  /// The last day of use is the one before the new text.
  private func ending(_ task: Engagement, before day: CalendarDate) -> Engagement {
    guard let last = day.advanced(byDays: -1), task.ended.map({ $0.value > last }) ?? true else {
      return task
    }
    var task = task
    task.ended = Located(last, at: task.place)
    return task
  }
}
