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
/// published it; a row that it drops ends with the text before; and one that it words anew is one
/// task that changes on the day. Where several texts are to come, the day is that of the first one
/// that says so. What a row itself states counts; what releases published of it stays
/// when its text is in force, and of companies and tasks that are gone, too.
struct AnnouncedLists: Sendable {
  /// By agreement: the day on which its text takes effect, where that is to come.
  private var days: [String: CalendarDate] = [:]
  /// By agreement.
  private var lists: [String: PublishedLists] = [:]
  /// What the texts in force list, with the ids that it has in the register.
  private var inForce: [SubProcessor] = []
  /// The files of agreements, and which of them the public may read.
  private var paths: [String: String] = [:]
  private var publishes: Set<String> = []
  private var asOf: CalendarDate

  /// The ids that companies of each agreement were first published under, by their names.
  var ids: [String: [String: String]] { lists.mapValues(\.ids) }

  /// - Complexity: reads the lists of all releases, each different text once.
  init(
    of agreements: [Agreement], settings: PortalSettings?, taken: [SubProcessor],
    releases: [PublishedRelease], variables: Variables?, asOf: CalendarDate
  ) {
    self.asOf = asOf
    let context = settings.map { AdoptionContext($0) } ?? AdoptionContext()
    var current: [Agreement] = []
    let adopting = agreements.filter { !$0.metadata.adoptedSubProcessors.isEmpty }
    guard !adopting.isEmpty else { return }
    let files = releases.map { Self.texts(of: $0) }
    let originals = Set(adopting.map(\.id))
    for agreement in adopting {
      // The list of a translation is read in its original.
      if let original = agreement.metadata.translationOf?.value, originals.contains(original) {
        continue
      }
      paths[agreement.id] = agreement.path
      if agreement.metadata.audience == .public { publishes.insert(agreement.id) }
      let day = agreement.metadata.effectiveDay.flatMap { $0 > asOf ? $0 : nil }
      days[agreement.id] = day
      let texts = zip(releases, files).compactMap { release, files in
        Self.file(of: agreement, in: files).map { (file: $0, day: release.date) }
      }
      guard !texts.isEmpty || day != nil else {
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
    inForce = adoptRegisters(of: current, settings: settings, taken: taken, ids: ids).records
  }

  /// The file of the same name in a release.
  static func file(of agreement: Agreement, in release: PublishedRelease) -> ContentFile? {
    file(of: agreement, in: texts(of: release))
  }

  /// By name.
  private static func texts(of release: PublishedRelease) -> [String: ContentFile] {
    let texts = release.files.filter { $0.kind == .agreement }
    return Dictionary(texts.map { ($0.name, $0) }) { first, _ in first }
  }

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

  /// The register as it is today: with the days of rows, and with rows that are to go or are gone.
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
    let listedToday =
      kept
      + inForce.compactMap { record in
        guard let agreement = record.adoption?.agreement, days[agreement] != nil,
          record.audience == .public, !listed.contains(record.id.value)
        else { return nil }
        guard let list = lists[agreement] else { return nil }
        var record = record
        let tracks = TaskTracks(
          of: record, since: record, known: record.dated(by: list.before), in: list)
        // They are places of a text that has no page of today.
        record.adoption?.provisions = []
        record.engagements = tracks.ending
        return record
      }
    return withWhatIsGone(listedToday)
  }

  /// Adds the tasks that published texts listed and those of today don't: what could be cited keeps
  /// its page.
  private func withWhatIsGone(_ companies: [SubProcessor]) -> [SubProcessor] {
    var companies = companies
    var listed = Set(companies.flatMap(\.allNames))
    var ids = Set(companies.map(\.id.value))
    for (agreement, list) in lists.sorted(by: { $0.key < $1.key }) {
      var gone = Dictionary(list.gone.values.map { ($0.id.value, $0) }) { first, _ in first }
      for index in companies.indices where companies[index].adoption?.agreement == agreement {
        let tasks = gone.removeValue(forKey: companies[index].id.value)?.engagements ?? []
        companies[index].engagements += tasks.filter { $0.isGone(on: asOf) }
      }
      // What comes and goes with texts that are announced is in neither the first nor the last.
      for id in gone.keys {
        gone[id]?.engagements.removeAll { task in
          !task.isGone(on: asOf) && task.effective.map { $0.value <= asOf } ?? true
        }
      }
      guard publishes.contains(agreement) else { continue }
      for (id, company) in gone.sorted(by: { $0.key < $1.key }) {
        guard !company.engagements.isEmpty, listed.isDisjoint(with: company.allNames),
          ids.insert(id).inserted
        else { continue }
        listed.formUnion(company.allNames)
        var company = company
        company.path = paths[agreement] ?? company.path
        company.adoption = SubProcessor.Adoption(agreement: agreement, provisions: [])
        companies.append(company)
      }
    }
    return companies
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
    var tasks = company.dated(by: list.today).engagements
    let tracks = TaskTracks(
      of: company, since: before, known: before?.dated(by: list.before), in: list)
    for (index, task) in company.engagements.enumerated() {
      guard let track = tracks.going[task.place] else { continue }
      // A row of the text in force has its days, whatever texts between the two left out.
      let known = track.isInForce ? track.task : tasks[index]
      if !track.changes.isEmpty {
        var first = track.task
        (first.announced, first.effective) = (known.announced, known.effective)
        first.revised = known.revised
        first.changes = track.changes
        tasks[index] = first
      } else if track.isInForce, !task.hasBeginning {
        tasks[index].announced = known.announced
        tasks[index].effective = known.effective
        tasks[index].revised = known.revised
      }
      if !track.isInForce, !task.hasBeginning, tasks[index].effective == nil {
        tasks[index].effective = Located(track.begins ?? day, at: task.place)
      }
    }
    dated.engagements = tasks + tracks.ending
    return dated
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
      dated.engagements[index].revised = days[index].revised.map { Located($0, at: task.place) }
    }
    return dated
  }
}

extension Engagement {
  /// Whether it has ended, or was given up.
  fileprivate func isGone(on day: CalendarDate) -> Bool {
    withdrawn.map { $0.value <= day } ?? ended.map { $0.value < day } ?? false
  }

  /// Whether it says itself when it began or was announced.
  fileprivate var hasBeginning: Bool { effective != nil || announced != nil }
}
