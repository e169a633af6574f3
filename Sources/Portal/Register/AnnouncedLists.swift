internal import Adoption
internal import Agreements
internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import History
internal import Registers

/// The lists of texts that take effect on a later day, beside those of the texts in force.
///
/// A row that such a text adds is planned from its day, and was announced by the release that first
/// published it; a row that it drops ends with the text in force; and one that it changes does both,
/// without another notice, as nobody is added. What a row itself states counts; what releases
/// published of it stays when its text is in force.
struct AnnouncedLists: Sendable {
  /// By agreement: the day on which its text takes effect, where that is to come.
  private var days: [String: CalendarDate] = [:]
  /// By agreement.
  private var lists: [String: PublishedLists] = [:]
  /// What the texts in force list, with the ids that it has in the register.
  private var inForce: [SubProcessor] = []

  /// - Complexity: reads the lists of all releases, each different text once, and only of agreements
  ///   that were ever published before their day.
  init(
    of agreements: [Agreement], settings: PortalSettings?, taken: [SubProcessor],
    releases: [PublishedRelease], variables: Variables?, asOf: CalendarDate
  ) {
    let context = settings.map { AdoptionContext($0) } ?? AdoptionContext()
    var current: [Agreement] = []
    let adopting = agreements.filter { !$0.metadata.adoptedSubProcessors.isEmpty }
    guard !adopting.isEmpty else { return }
    let files = releases.map { release in
      let texts = release.files.filter { $0.kind == .agreement }
      return Dictionary(texts.map { ($0.name, $0) }) { first, _ in first }
    }
    for agreement in adopting {
      let day = agreement.metadata.effectiveDay.flatMap { $0 > asOf ? $0 : nil }
      days[agreement.id] = day
      let texts = zip(releases, files).compactMap { release, files in
        Self.file(of: agreement, in: files).map { (file: $0, day: release.date) }
      }
      guard day != nil || texts.contains(where: { Self.isAhead($0.file, on: $0.day) }) else {
        current.append(agreement)
        continue
      }
      let list = PublishedLists(
        of: agreement, published: Self.read(texts, of: agreement, variables), in: context,
        asOf: asOf)
      lists[agreement.id] = list
      if day == nil {
        current.append(agreement)
      } else if let text = list.inForce {
        current.append(text)
      }
    }
    guard !days.isEmpty else { return }
    inForce = adoptRegisters(of: current, settings: settings, taken: taken).records
  }

  /// The file of the same name in a release.
  private static func file(
    of agreement: Agreement, in files: [String: ContentFile]
  ) -> ContentFile? {
    var rest = agreement.path[...]
    while let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      if let file = files[String(rest)] { return file }
    }
    return nil
  }

  /// Whether a text was published before its day.
  private static func isAhead(_ file: ContentFile, on day: CalendarDate) -> Bool {
    file.agreementMetadata.effectiveDay.map { $0 > day } ?? false
  }

  /// Each different text once, with the first day on which it was published.
  private static func read(
    _ texts: [(file: ContentFile, day: CalendarDate)], of agreement: Agreement,
    _ variables: Variables?
  ) -> [(text: Agreement, day: CalendarDate)] {
    var digest = ""
    return texts.compactMap { file, day in
      guard file.digest != digest else { return nil }
      digest = file.digest
      let text = readAgreement(file.bytes, path: file.path, variables: variables).agreement
      return text.id == agreement.id ? (text, day) : nil
    }
  }

  /// The register as it is today: with the days of rows, and with rows that are to go.
  func dated(_ companies: [SubProcessor]) -> [SubProcessor] {
    guard !lists.isEmpty else { return companies }
    let old = Dictionary(inForce.map { ($0.id.value, $0) }) { first, _ in first }
    var listed: Set<String> = []
    let kept = companies.map { company in
      listed.insert(company.id.value)
      guard let agreement = company.adoption?.agreement, let list = lists[agreement] else {
        return company
      }
      // Where the text in force was read as no register, nobody is new.
      guard let day = days[agreement],
        list.inForce.map({ !$0.metadata.adoptedSubProcessors.isEmpty }) ?? true
      else { return company.dated(by: list.today) }
      let before = old[company.id.value].flatMap { $0.adoption?.agreement == agreement ? $0 : nil }
      return dated(company, since: before, in: list, from: day)
    }
    return kept
      + inForce.compactMap { record in
        guard let agreement = record.adoption?.agreement, let day = days[agreement],
          record.audience == .public, !listed.contains(record.id.value)
        else { return nil }
        var record = record.dated(by: lists[agreement]?.before ?? [:])
        // They are places of a text that has no page of today.
        record.adoption?.provisions = []
        record.engagements = record.engagements.map { ending($0, before: day) }
        return record
      }
  }

  /// `before`: the same company in the text in force.
  private func dated(
    _ company: SubProcessor, since before: SubProcessor?, in list: PublishedLists,
    from day: CalendarDate
  ) -> SubProcessor {
    // Where it sits and who is to be asked is true of it as a whole, and until the day as it was.
    var dated = before ?? company
    dated.path = company.path
    dated.adoption = company.adoption
    dated.engagements = company.dated(by: list.today).engagements
    let tasks = TaskPairing(before?.engagements ?? [], company.engagements)
    let changed = tasks.pairs.filter { $0.before.differs(from: $0.after, of: company) }
    let (added, new) = (Set(tasks.added.map(\.place)), Set(changed.map(\.after.place)))
    for (index, task) in company.engagements.enumerated() {
      guard added.contains(task.place) || new.contains(task.place), !task.hasBeginning else {
        continue
      }
      if new.contains(task.place) {
        dated.engagements[index].announced = nil
        dated.engagements[index].effective = Located(day, at: task.place)
      } else if dated.engagements[index].effective == nil {
        dated.engagements[index].effective = Located(day, at: task.place)
      }
    }
    // A row of the text in force has its days, whatever texts between the two left out.
    let inForce = before?.dated(by: list.before).engagements ?? []
    for (old, task) in tasks.pairs where !new.contains(task.place) && !task.hasBeginning {
      guard let index = company.engagements.firstIndex(where: { $0.place == task.place }),
        let known = inForce.first(where: { $0.place == old.place })
      else { continue }
      dated.engagements[index].announced = known.announced
      dated.engagements[index].effective = known.effective
    }
    let going = Set((changed.map(\.before) + tasks.gone).map(\.place))
    dated.engagements += (before?.dated(by: list.before).engagements ?? []).filter {
      going.contains($0.place)
    }.map { ending($0, before: day) }
    return dated
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

extension SubProcessor {
  /// With the days that releases gave to its tasks, where they state none.
  fileprivate func dated(by days: [String: [PublishedLists.Days]]) -> SubProcessor {
    guard let days = days[name.value] else { return self }
    var dated = self
    for (index, task) in engagements.enumerated()
    where !task.hasBeginning && days.indices.contains(index) {
      dated.engagements[index].announced = days[index].announced.map { Located($0, at: task.place) }
      dated.engagements[index].effective = days[index].effective.map { Located($0, at: task.place) }
    }
    return dated
  }
}

extension Engagement {
  /// Whether it says itself when it began or was announced.
  fileprivate var hasBeginning: Bool { effective != nil || announced != nil }
}
