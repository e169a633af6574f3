internal import Agreements
internal import Changes
internal import Deadlines
internal import Frontmatter
internal import History
internal import Parallelism
internal import Registers

/// The feeds of a portal: of everything, of each agreement, of the sub-processors.
///
/// Readers of a feed are elsewhere, so it needs the address of the portal: without one there is
/// none.
struct PortalFeeds: Sendable {
  let portal: CompiledPortal
  let paths: PortalPaths
  private let base: String
  /// What tag URIs begin with: the host, and the day on which it was the portal's.
  private let host: String
  private let words: [String: Words]
  private let links: ChangeLinks
  /// By language.
  let registers: [String: RegisterModels]

  private var history: PortalHistory { portal.history }

  init?(
    _ portal: CompiledPortal, words: [String: Words], links: ChangeLinks,
    registers: [String: RegisterModels], paths: PortalPaths
  ) {
    guard let base = portal.settings.baseURL?.value, !portal.history.isEmpty else { return nil }
    self.portal = portal
    self.paths = paths
    self.base = base
    self.words = words
    self.links = links
    self.registers = registers
    host = String(
      base.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }.prefix { $0 != "/" && $0 != ":" })
  }

  /// The files of all feeds, by their paths in the portal.
  func files(workers: Int) -> [(path: String, bytes: [UInt8])] {
    let common = feedsOfEverything()
    let files = concurrentMap(
      count: common.count + history.agreements.count, workers: workers
    ) { index in
      if index < common.count { return self.files(of: common[index].feed, common[index].language) }
      let agreement = history.agreements[index - common.count]
      return self.files(of: feed(of: agreement), paths.defaultLanguage)
    }
    return files.flatMap(\.self)
  }

  private func files(of feed: Feed, _ language: String) -> [(path: String, bytes: [UInt8])] {
    FeedFormat.allCases.map { format in
      let path = paths.feed(format, in: feed.folder, language)
      let url = address(of: path)
      return switch format {
      case .atom:
        (
          path,
          atomFeed(
            feed, id: tag("feed/\(language)/\(feed.folder)", on: history.releases[0].day),
            url: url)
        )
      case .json: (path, jsonFeed(feed, url: url))
      }
    }
  }

  /// The feeds of a page: of all changes, or of those of a register or an agreement in `folder`.
  func links(
    in language: String, folder: String = ""
  ) -> [(name: String, type: String, path: String)] {
    let all = [("Atom", FeedFormat.atom), ("JSON Feed", .json)]
    return all.map { name, format in
      (
        name, format == .atom ? "application/atom+xml" : "application/feed+json",
        paths.feed(format, in: folder, language)
      )
    }
  }

  /// The feed of an agreement; none of one that no release holds.
  func links(ofAgreement id: String) -> [(name: String, type: String, path: String)] {
    guard history.number(ofAgreement: id) != nil else { return [] }
    return links(in: paths.defaultLanguage, folder: "agreements/\(id)")
  }
}

extension PortalFeeds {
  private func feedsOfEverything() -> [(feed: Feed, language: String)] {
    var feeds: [(feed: Feed, language: String)] = []
    for language in portal.settings.languages.map(\.value) {
      feeds.append((everything(language), language))
      if !portal.subProcessors.isEmpty { feeds.append((subProcessors(language), language)) }
    }
    return feeds
  }

  private func feed(
    in folder: String, _ title: String, _ language: String, home: String, _ entries: [Feed.Entry]
  ) -> Feed {
    Feed(
      folder: folder, title: title, language: language,
      author: portal.settings.processor.name.value, home: address(of: home),
      entries: Array(
        entries.sorted { ($1.day, $0.id) < ($0.day, $1.id) }.prefix(Feed.maximumEntries)))
  }

  private func everything(_ language: String) -> Feed {
    let entries = history.releases.indices.map { entry(ofRelease: $0, language) { _ in true } }
    return feed(
      in: "", text("feed.title", language, ["site": site(language)]), language,
      home: paths.changes(language),
      entries.compactMap(\.self) + announcements(language))
  }

  private func subProcessors(_ language: String) -> Feed {
    let entries = history.releases.indices.compactMap { index in
      entry(ofRelease: index, language) {
        links.company(of: $0, between: index - 1, and: index) != nil
      }
    }
    return feed(
      in: "sub-processors", text("feed.sub-processors", language, ["site": site(language)]),
      language, home: paths.subProcessors(language), entries + announcements(language))
  }

  /// One entry a release; `nil` for a later one that changed nothing that is asked for.
  private func entry(
    ofRelease index: Int, _ language: String, where isWanted: (Change) -> Bool
  ) -> Feed.Entry? {
    let release = history.releases[index]
    let changes = history.changes[index].changes.filter(isWanted)
    guard !changes.isEmpty || index == 0 else { return nil }
    let words = words(language)
    let count =
      index == 0
      ? words.text(history.isCutOff ? "change-log.cut-off" : "change-log.first")
      : words.text("change-log.count", count: changes.count)
    return Feed.Entry(
      id: tag("release/\(release.id)", on: release.day),
      title: text(
        "feed.release", language, ["date": dateText(release.date, language), "count": count]),
      day: release.day,
      url: address(of: paths.release(addressPart(release.id), language)),
      summary: release.summary?.text(in: language).text,
      sentences: sentences(changes, language, in: index, namesAgreement: true))
  }

  /// One entry for each version that was published, leading to what it changed.
  private func feed(of agreement: AgreementHistory) -> Feed {
    let newest = history.agreement(agreement.versions[agreement.newest])
    let own = newest.metadata.language?.value ?? paths.defaultLanguage
    let language =
      portal.settings.languages.contains { $0.value == own } ? own : paths.defaultLanguage
    let words = words(language)
    var entries: [Feed.Entry] = []
    for (index, version) in agreement.versions.enumerated() where history.isReleased(version) {
      let number = version.releases.lowerBound
      let comparison =
        index > 0 && agreement.hasComparison(from: index - 1, to: index)
        ? paths.comparison(
          from: agreement.versions[index - 1].slug, to: version.slug, ofAgreement: agreement.id)
        : paths.version(version.slug, ofAgreement: agreement.id)
      let name = version.name ?? history.versions[number].id
      entries.append(
        Feed.Entry(
          id: tag("agreements/\(agreement.id)/\(version.slug)", on: history.releases[number].day),
          title: newest.metadata.title + ", "
            + words.text("agreement.version-name", filling: ["version": name]),
          day: history.releases[number].day, url: address(of: comparison),
          sentences: sentences(
            history.changes(ofAgreement: agreement.id, in: number), language, in: number,
            namesAgreement: false)))
    }
    return feed(
      in: "agreements/\(agreement.id)",
      text("feed.agreement", language, ["site": site(language), "title": newest.metadata.title]),
      language, home: paths.versions(ofAgreement: agreement.id), entries)
  }
}

extension PortalFeeds {
  /// Changes in words, as pages tell them: the reason for a whole record once, and at each change
  /// that matters.
  private func sentences(
    _ changes: [Change], _ language: String, in number: Int, namesAgreement: Bool
  ) -> [String] {
    var given: Set<[String]> = []
    return changes.map { change in
      let told = sentence(change, language, in: number, namesAgreement: namesAgreement)
      guard let reason = change.reason else { return told }
      let text = reason.text(in: language).text
      let isNew = given.insert([change.entity, text]).inserted
      guard isNew || change.judgement.isMaterial else { return told }
      return "\(told). \(words(language).text("changes.reason")) \(text)"
    }
  }

  /// A change in words, as pages tell it.
  ///
  /// `number`: the portal's version that it is a part of.
  private func sentence(
    _ change: Change, _ language: String, in number: Int, namesAgreement: Bool
  ) -> String {
    let words = Language(ofReaders: language)
    let owner =
      namesAgreement ? change.agreement.flatMap { title(ofAgreement: $0, in: number) } : nil
    return (owner.map { "\($0): " } ?? "")
      + change.statement(in: words, withDays: self.words(language))
      + " (\(change.judgement.words(in: words)))"
  }

  /// As the version has it, or the one before where it is gone.
  private func title(ofAgreement id: String, in number: Int) -> String? {
    guard let found = history.number(ofAgreement: id) else { return nil }
    let agreement = history.agreements[found]
    let version = history.version(ofAgreement: id, in: number)?.version ?? agreement.newest
    return history.agreement(agreement.versions[version]).metadata.listedTitle
  }

  private func words(_ language: String) -> Words { words[language] ?? Words(language: language) }

  private func site(_ language: String) -> String {
    portal.settings.title.text(in: language).text
  }

  func text(_ key: String, _ language: String, _ values: [String: String]) -> String {
    words(language).text(key, filling: values)
  }

  func dateText(_ day: CalendarDate, _ language: String) -> String {
    words(language).date(day)
  }

  func address(of path: String) -> String { absoluteURL(of: path, base: base) }

  /// Source: RFC 4151.
  func tag(_ name: String, on day: String) -> String { "tag:\(host),\(day):\(name)" }
}

extension PublishedRelease {
  fileprivate var day: String { date.description }
}
