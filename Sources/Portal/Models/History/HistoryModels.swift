internal import Agreements
internal import Changes
internal import Deadlines
internal import Frontmatter
internal import History
internal import Registers
internal import Templating

/// What pages about releases, versions and comparisons show, in one language: see docs/theme.md.
struct HistoryModels: Sendable {
  let portal: CompiledPortal
  let paths: PortalPaths
  let language: String
  let links: ChangeLinks
  let redlineWords: RedlineWords
  let words: Words

  var history: PortalHistory { portal.history }

  init(_ portal: CompiledPortal, words: Words, links: ChangeLinks, paths: PortalPaths) {
    self.portal = portal
    self.paths = paths
    self.links = links
    language = words.language
    redlineWords = RedlineWords(words)
    self.words = words
  }

  var sentences: Language { Language(ofReaders: language) }

  /// A Change. `before` and `after` are the numbers of the portal's versions that it lies between;
  /// `page` is the agreement that the page is about; `hasRedlines` whether the page shows redlines.
  func change(
    _ change: Change, between before: Int, and after: Int, on page: String? = nil,
    hasRedlines: Bool = false, showsReason: Bool = true
  ) -> Value {
    let owner = owner(of: change, other: page, in: after)
    let isOpening = if case .none = owner { true } else { false }
    let reason = showsReason ? change.reason : nil
    return .pairs([
      "number": .integer(change.number),
      "owner": owner,
      "kind": .string(change.kind.rawValue),
      "materiality": .string(change.materiality.rawValue),
      "is_of_register": .boolean(change.agreement == nil),
      "register": .optional(register(of: change, between: before, and: after)),
      "found": .optional(change.judgement.found?.rawValue),
      "is_material": .boolean(change.judgement.isMaterial),
      "rule": .string(change.rule.name.text(in: sentences)),
      "owner_language": .optional(
        isOpening
          ? nil : foreign(change.agreement.map { self.language(ofAgreement: $0, in: after) })),
      "sentence": sentence(of: change, in: after, isOpening: isOpening),
      "reason": .optional(reason?.text(in: language).text),
      "reason_language": .optional(reason.flatMap { foreign(self.language(of: $0)) }),
      "is_in_redline": .boolean(hasRedlines && change.isInRedline),
      "path": .optional(links.path(to: change, after: after, language: language)),
      "before_path": .optional(
        links.path(toOldPlaceOf: change, before: before, language: language)),
    ])
  }

  /// The register that a change is about, or the settings; `nil` of an agreement's, unless it is
  /// about a row that is a record of the register.
  private func register(of change: Change, between before: Int, and after: Int) -> String? {
    if links.company(of: change, between: before, and: after) != nil { return "sub-processors" }
    guard change.agreement == nil else { return nil }
    return change.isAboutMeasure ? "measures" : "settings"
  }

  /// Changes in their order. `texts`: the version that has the newer text of an agreement, where
  /// that is not `after`. A reason that is given for a whole record stands once, and not again at
  /// each editorial change of the record.
  func list(
    _ changes: [Change], between before: Int, and after: Int, on page: String? = nil,
    hasRedlines: Bool = false, texts: ((String) -> Int)? = nil
  ) -> Value {
    var given: Set<[String]> = []
    return .array(
      changes.map { change in
        let isNew =
          change.reason.map { reason in
            given.insert([change.entity, reason.variants[0].text.value]).inserted
          } ?? false
        return self.change(
          change, between: before, and: change.agreement.flatMap { texts?($0) } ?? after,
          on: page, hasRedlines: hasRedlines, showsReason: isNew || change.judgement.isMaterial)
      })
  }

  /// The language in which readers of the page are shown a text.
  private func language(of text: LocalizedText) -> String {
    text.variants[0].language == nil
      ? paths.defaultLanguage : text.text(in: language).otherLanguage ?? language
  }

  /// A language, unless it is the page's.
  private func foreign(_ other: String?) -> String? { other == language ? nil : other }

  /// What the change belongs to, unless the whole page is about that.
  private func owner(of change: Change, other page: String?, in version: Int) -> Value {
    // Sentences about records name them.
    guard let id = change.agreement, id != page, let number = history.number(ofAgreement: id) else {
      return .none
    }
    let agreement = history.agreements[number]
    let found = history.version(ofAgreement: id, in: version)?.version ?? agreement.newest
    return .string(history.agreement(agreement.versions[found]).metadata.listedTitle)
  }

  /// `materiality` and `count` of those that occur.
  func counts(of changes: ChangeSet) -> Value {
    .array(
      Materiality.allCases.compactMap { materiality in
        let count = changes.count(materiality)
        return count == 0
          ? nil
          : .pairs([
            "materiality": .string(materiality.rawValue), "count": .integer(count),
          ])
      })
  }
}

// MARK: - Releases

extension HistoryModels {
  /// The model `releases` of `pages/change-log.html`, newest first.
  func log() -> Value {
    guard !history.isEmpty else { return [] }
    var numbers = Array(history.releases.indices.reversed())
    if history.hasUnreleasedChanges { numbers.insert(history.releases.count, at: 0) }
    return .array(numbers.map { release($0) })
  }

  /// The latest release on the start page that says something, as the one of a tag may not; `none`
  /// without a release.
  func latest() -> Value {
    let speaking = history.releases.indices.last {
      !history.changes[$0].isEmpty || history.releases[$0].summary != nil
    }
    guard let last = speaking ?? history.releases.indices.last, var members = members(of: last)
    else { return .none }
    let changes = history.changes[last]
    // Whoever reads no more than these must not miss who is new.
    func rank(_ change: Change) -> Int {
      if change.materiality == .weakening { return 0 }
      let isOfRegister = links.company(of: change, between: last - 1, and: last) != nil
      let isFact = change.materiality == .substantive && change.field != "description"
      if isOfRegister && isFact { return 1 }
      // A date alone, such as that of a list, says less than what came with it.
      return change.materiality.isMaterial ? change.rule == .date ? 3 : 2 : 4
    }
    let own = ownLanguageFirst(changes.changes, in: last)
    let ordered = (0...4).flatMap { number in own.filter { rank($0) == number } }
    members["changes"] = .array(
      ordered.prefix(5).map { change($0, between: last - 1, and: last) })
    members["change_count"] = .integer(changes.changes.count)
    return .dictionary(members)
  }

  /// One release as a page of its own: the model `release` of `pages/release.html`.
  func release(_ number: Int) -> Value { members(of: number).map { .dictionary($0) } ?? .none }

  private func members(of number: Int) -> ValueMap? {
    let changes = history.changes[number]
    let release = history.releases.indices.contains(number) ? history.releases[number] : nil
    let next = history.releases.indices.contains(number + 1) ? number + 1 : nil
    return [
      "anchor": .string(release.map { "release-\($0.id)" } ?? "unreleased"),
      "title": .optional(release.flatMap { $0.id == $0.date.description ? nil : $0.id }),
      "date": .optional(release?.date.description),
      "path": .optional(release.map { paths.release(addressPart($0.id), language) }),
      "summary": release?.summary.map {
        .passage($0, in: language, writtenIn: paths.defaultLanguage)
      } ?? .none,
      "tags": .array((release?.furtherTags ?? []).map { .string($0) }),
      "is_first": .boolean(number == 0 && !history.isCutOff),
      "is_cut_off": .boolean(number == 0 && history.isCutOff),
      "changes": list(
        ownLanguageFirst(changes.changes, in: number), between: number - 1, and: number),
      "counts": counts(of: changes),
      "agreements": agreements(in: number),
      "previous": number > 0 ? link(toRelease: number - 1) : .none,
      "next": next.map { link(toRelease: $0) } ?? .none,
    ]
  }

  /// Changes by their weight, and of each weight those last that the page has in its own language,
  /// too: what changed in a text and its translation is read in the reader's language first.
  private func ownLanguageFirst(_ changes: [Change], in version: Int) -> [Change] {
    var known: [String: Bool] = [:]
    func isTranslation(_ change: Change) -> Bool {
      guard let id = change.agreement else { return false }
      if let found = known[id] { return found }
      let isForeign =
        foreign(self.language(ofAgreement: id, in: version)) != nil
        && history.indexes[version].languageVersions(of: id).contains {
          self.language(ofAgreement: $0, in: version) == language
        }
      known[id] = isForeign
      return isForeign
    }
    let isLast = changes.map(isTranslation)
    guard isLast.contains(true) else { return changes }
    let weights = changes.map { Materiality.allCases.firstIndex(of: $0.materiality) ?? 0 }
    let order = changes.indices.sorted {
      (weights[$0], isLast[$0] ? 1 : 0, $0) < (weights[$1], isLast[$1] ? 1 : 0, $1)
    }
    return order.map { changes[$0] }
  }

  private func link(toRelease number: Int) -> Value {
    let release = history.releases[number]
    return .link(
      title: release.id == release.date.description ? words.date(release.date) : release.id,
      path: paths.release(addressPart(release.id), language))
  }

  /// The versions that a release holds, those that are new in it first.
  private func agreements(in number: Int) -> Value {
    var lines: [(isNew: Bool, value: Value)] = []
    for snapshot in history.versions[number].contents.agreements {
      let agreement = snapshot.agreement
      guard let found = history.version(ofAgreement: agreement.id, in: number) else { continue }
      let owner = history.agreements[found.agreement]
      let version = owner.versions[found.version]
      let isNew = version.releases.lowerBound == number
      let comparison =
        isNew && found.version > 0
        ? path(comparing: found.version - 1, with: found.version, of: owner) : nil
      lines.append(
        (
          isNew,
          .pairs([
            "title": .string(agreement.metadata.title),
            "path": .string(links.page(of: version, in: owner)),
            "url": .none,
            "version": .optional(version.name == nil ? nil : name(of: version)),
            "language": .string(agreement.metadata.language?.value ?? paths.defaultLanguage),
            "is_new": .boolean(isNew),
            "comparison_path": .optional(comparison),
          ])
        ))
    }
    return .array(lines.filter(\.isNew).map(\.value) + lines.filter { !$0.isNew }.map(\.value))
  }

  /// `nil` where the pair has no page.
  func path(comparing from: Int, with to: Int, of history: AgreementHistory) -> String? {
    guard history.hasComparison(from: from, to: to) else { return nil }
    return paths.comparison(
      from: history.versions[from].slug, to: history.versions[to].slug, ofAgreement: history.id)
  }

  /// What happened to a company: the list `history` of its page, newest first.
  func events(ofSubProcessor id: String) -> Value {
    .array(
      (links.events[id] ?? []).map { event in
        let change = history.changes[event.version].changes[event.change]
        let release =
          history.releases.indices.contains(event.version) ? history.releases[event.version] : nil
        return .pairs([
          "date": .optional(release?.date.description),
          "sentence": sentence(of: change, in: event.version, isOpening: false),
          "path": .optional(
            release.map { paths.release(addressPart($0.id), language) + "#change-\(change.number)" }
          ),
        ])
      })
  }
}
