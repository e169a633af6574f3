internal import Adoption
internal import Agreements
internal import Deadlines
package import Diagnostics
internal import FileSystem
internal import Frontmatter
internal import History
internal import Markup
internal import Parallelism
internal import References
internal import Registers

/// Reads everything in a workspace's sources: the passes from parse to compare.
///
/// The same sources give the same result in every process, whatever the number of workers. Nothing
/// but the sources is read; what they let go of they read again, where a fault needs its exact place.
struct PortalCompiler {
  let workspace: Workspace
  /// `nil` where there are none that could be read.
  let settings: PortalSettings?
  let releases: ReleaseHistory
  /// What the theme says, by language; variables in texts are written with it.
  let words: [String: Words]
  /// The day that stands for today.
  let asOf: CalendarDate
  /// Whether the files of agreements need not be held once they are read.
  var letsGoOfTexts = false
  /// How many threads parse agreements.
  let workers: Int
  let progress: any ProgressReporter
}

extension PortalCompiler {
  /// `records`: what stands in the files of records, to which texts may add more.
  ///
  /// - Returns: the portal, `nil` where there are no settings to build one from; and all faults
  ///   found.
  func compile(
    _ records: WorkspaceRecords
  ) -> (portal: CompiledPortal?, diagnostics: [Diagnostic]) {
    let files = workspace.sources.filter { $0.kind == .agreement }
    let variables = settings.map { portalVariables(from: $0, words: words) }
    let read = readAgreements(files, variables: variables)
    let agreements = read.map(\.agreement)
    let pictures = PictureLibrary(workspace.contentFiles(ofKind: .picture))
    var diagnostics =
      tellingForeignKeysOnce(read.map(\.faults)) + checkAgreements(agreements)
      + checkAllPictures(of: zip(agreements, files), records, in: pictures)
    let (content, faults) = resolve(read, of: files, records, variables: variables)
    diagnostics += faults
    guard let settings else { return (nil, diagnostics) }
    var (portal, misstatements) = publish(content, settings: settings, variables: variables)
    diagnostics += misstatements
    portal.pictures = pictures
    if let last = releases.releases.last, asOf < last.date {
      diagnostics.append(.releaseAhead(last, of: asOf))
    }
    if !diagnostics.containsErrors, !releases.releases.isEmpty {
      diagnostics += compare(&portal, settings: settings)
    }
    // They are large, and only the versions above ask for them.
    portal.understood.readings = []
    return (portal, diagnostics)
  }

  /// Adopts the registers that stand in texts, and resolves what the texts point at.
  private func resolve(
    _ read: [ReadAgreement], of files: [SourceFile], _ records: WorkspaceRecords,
    variables: Variables?
  ) -> (content: ResolvedContent, diagnostics: [Diagnostic]) {
    let agreements = read.map(\.agreement)
    var records = records
    let lists = AnnouncedLists(
      of: agreements, settings: settings, taken: records.subProcessors,
      releases: releases.releases, variables: variables, asOf: asOf)
    records.adopt(from: agreements, settings: settings, ids: lists.ids, workers: workers)
    var diagnostics = records.diagnostics
    diagnostics += checkRegisters(records.registers(settings), schemes: records.schemes)
    diagnostics += records.checkFilters(of: agreements, settings: settings)

    // Only what is published is linked to; what is not is still checked above.
    let published = zip(read, files).filter { $0.0.agreement.metadata.audience == .public }
    let (understood, misunderstandings) = understand(
      published.map { ($0.agreement, $1) }, among: agreements, records)
    diagnostics += misunderstandings
    let ids = Set(published.map(\.0.agreement.id))
    for (path, tree, bytes) in workspace.descriptions(of: records) {
      diagnostics += checkLinks(of: tree, file: bytes, path: path, agreements: ids)
    }
    diagnostics += checkTranslations(
      of: published.map(\.0.agreement), understood.agreements, workers: workers)
    let content = ResolvedContent(
      agreements: agreements, published: published.map(\.0), understood: understood,
      records: records, lists: lists)
    return (content, diagnostics)
  }

  /// Takes what the public may read, and checks what depends on the day.
  private func publish(
    _ content: ResolvedContent, settings: PortalSettings, variables: Variables?
  ) -> (portal: CompiledPortal, diagnostics: [Diagnostic]) {
    var content = content
    let assessor = TransferAssessor(
      on: asOf, catalog: content.records.transfers,
      processorCountry: settings.processor.address?.country?.value)
    let notices = PublishedNotices(
      releases.releases, next: releases.next, settings: settings, agreements: content.agreements)
    let diagnostics = check(
      content.records, against: content.agreements, settings: settings, published: notices,
      using: assessor)
    let inForce = TextsInForce(
      of: content.agreements, releases: releases.releases, variables: variables, asOf: asOf)
    content.records = content.records.readingMeasures(
      of: inForce, among: content.agreements, settings: settings,
      naming: content.lists.dated(content.records.subProcessors), workers: workers)
    var portal = CompiledPortal(
      publishing: content, settings: settings, notices: notices, assessor: assessor,
      workers: workers)
    portal.registerDigest = workspace.digest(of: Set(portal.subProcessors.map(\.path)))
    portal.measuresDigest = workspace.digest(
      of: Set(portal.controls.flatMap(\.paths)), and: inForce.digests)
    portal.adoptedIDs = content.lists.ids
    portal.holidays = content.records.holidays
    return (portal, diagnostics)
  }

  /// Compares the content with the releases.
  private func compare(
    _ portal: inout CompiledPortal, settings: PortalSettings
  ) -> [Diagnostic] {
    let content = workspace.contentFiles
    portal.history = PortalHistory(
      releases, content: content,
      known: KnownReadings(portal.understood, digests: portal.digests, files: content),
      words: words, asOf: asOf, workers: workers, progress: progress)
    return checkUnreleased(
      portal.history, content: content, settings: settings, words: words, asOf: asOf)
  }
}

/// What one worker made of one file.
private struct ReadAgreement: Sendable {
  var agreement: Agreement
  var digest: String
  var faults: [Diagnostic]
}

/// What is known once all texts are read and resolved.
private struct ResolvedContent {
  /// All agreements, also those that are not published.
  var agreements: [Agreement]
  var published: [ReadAgreement]
  /// What the published ones say.
  var understood: UnderstoodPortal
  var records: WorkspaceRecords
  var lists: AnnouncedLists
}

// MARK: - The passes

extension PortalCompiler {
  private func readAgreements(_ files: [SourceFile], variables: Variables?) -> [ReadAgreement] {
    progress.begin("read", total: files.count, unit: "agreements")
    return concurrentMap(count: files.count, workers: workers) { index in
      defer { progress.advance() }
      let file = files[index]
      let (agreement, faults) = readAgreement(file.bytes, path: file.path, variables: variables)
      let digest = file.digest
      if letsGoOfTexts { file.letGo(digest: digest) }
      return ReadAgreement(agreement: agreement, digest: digest, faults: faults)
    }
  }

  /// Finds what the texts of published agreements point at and mean.
  ///
  /// `agreements`: all there are, whose ids and titles the published ones may use.
  private func understand(
    _ published: [(agreement: Agreement, file: SourceFile)], among agreements: [Agreement],
    _ records: WorkspaceRecords
  ) -> (understood: UnderstoodPortal, diagnostics: [Diagnostic]) {
    let unpublished = agreements.map(\.metadata).filter { $0.audience != .public }
    let (understood, faults) = understandAgreements(
      published.map(\.agreement), sources: published.map { item in { item.file.bytesForOnce } },
      context: UnderstandingContext(
        settings, records, unpublished: unpublished, doubtfulIDs: doubtfulIDs(of: agreements)),
      keepsReadings: !releases.releases.isEmpty, workers: workers, progress: progress)
    // A party that could not be read defines no term.
    let faulty = Set(agreements.lazy.filter { $0.metadata.reading != .sound }.map(\.path))
    return (
      understood,
      faults.filter { fault in
        guard let path = fault.range?.path else { return true }
        return fault.code != .termUndefined || !faulty.contains(path)
      }
    )
  }

  /// Checks the pictures of a workspace, and what shows them: agreements and the texts of records.
  private func checkAllPictures(
    of agreements: some Sequence<(Agreement, SourceFile)>, _ records: WorkspaceRecords,
    in pictures: PictureLibrary
  ) -> [Diagnostic] {
    var diagnostics = checkPictureFiles(of: workspace)
    for (agreement, file) in agreements {
      diagnostics += checkPictures(
        of: agreement.tree, file: file.bytesForOnce, path: file.path, in: pictures)
    }
    for (path, tree, bytes) in workspace.descriptions(of: records) {
      diagnostics += checkPictures(of: tree, file: bytes, path: path, in: pictures)
    }
    return diagnostics
  }

  /// Checks what depends on the day: reviews, notice, transfers, and what texts promise of them.
  private func check(
    _ records: WorkspaceRecords, against agreements: [Agreement], settings: PortalSettings,
    published: PublishedNotices, using assessor: TransferAssessor
  ) -> [Diagnostic] {
    let subProcessors = records.subProcessors
    var diagnostics = checkMeasures(
      records.registers(settings), schemes: records.completedSchemes, asOf: assessor.day)
    if let expires = settings.security?.expires, expires.value < assessor.day {
      diagnostics.append(.expiredSecurityContact(expires))
    }
    diagnostics += checkNotice(
      of: subProcessors, settings: settings, holidays: records.holidays, published: published,
      asOf: assessor.day)
    diagnostics += checkCertificates(of: subProcessors, on: assessor.day)
    diagnostics += checkEndedCompanies(in: records.registers(settings), on: assessor.day)
    diagnostics += checkTransfers(
      of: subProcessors, processorCountry: settings.processor.address?.country?.value,
      using: assessor)
    guard !subProcessors.isEmpty else { return diagnostics }
    let facts = RegisterFacts(subProcessors, settings: settings, using: assessor)
    let found = concurrentMap(count: agreements.count, workers: workers) {
      checkTexts(of: agreements[$0], against: facts)
    }
    return diagnostics + found.flatMap(\.self)
  }
}

extension Workspace {
  /// The texts of records in the order of their paths, each with the bytes of its file.
  fileprivate func descriptions(
    of records: WorkspaceRecords
  ) -> [(path: String, tree: MarkupTree, bytes: [UInt8])] {
    records.descriptions.sorted { $0.key < $1.key }.compactMap { path, tree in
      bytes(of: path).map { (path, tree, $0) }
    }
  }

  /// One digest of several files: that of the lines which `sha256sum` writes for them, in the order
  /// of their paths. `frozen`: digests of files that releases hold, by path.
  func digest(of paths: Set<String>, and frozen: [String: String] = [:]) -> String {
    let files =
      sources.filter { paths.contains($0.path) }.map { (path: $0.path, digest: $0.digest) }
      + frozen.filter { paths.contains($0.key) }.map { (path: $0.key, digest: $0.value) }
    let lines = files.sorted { precedesInByteOrder($0.path, $1.path) }
      .map { "\($0.digest)  \($0.path)\n" }
    return SHA256.hexadecimal(of: Array(lines.joined().utf8).span)
  }
}

extension Control {
  /// The files that its measures stand in: its own, and agreements that they are adopted from.
  fileprivate var paths: [String] { [path] + measures.map(\.id.range.path) }
}

extension CompiledPortal {
  /// Takes what the public may read.
  fileprivate init(
    publishing content: ResolvedContent, settings: PortalSettings, notices: PublishedNotices,
    assessor: TransferAssessor, workers: Int
  ) {
    let records = content.records
    let agreements = content.published.map(\.agreement)
    var part = publicPart(of: records.registers(settings))
    let listed = content.lists.dated(part.subProcessors)
    var notices = notices
    notices.add(adopted: listed)
    let periods = NoticePeriods(settings.notice, holidays: records.holidays, published: notices)
    // Pages say what holds for what is announced today.
    let notice = part.settings?.notice ?? settings.notice
    part.settings?.notice = periods.promised(notice, on: assessor.day)
    let schemes = records.completedSchemes
    let shown = part.controls.sorted(by: inOrder(of: schemes))
    self.init(
      settings: part.settings ?? settings, agreements: agreements,
      digests: content.published.map(\.digest), subProcessors: listed,
      descriptions: records.descriptions, controls: shown, schemes: schemes,
      scopes: settings.scopes + records.adoptedScopes,
      catalog: MeasureCatalog(of: shown, in: schemes, shown: settings.schemes.map(\.value)),
      understood: content.understood,
      timeline: RegisterTimeline(listed, terms: periods, assessor: assessor),
      noticePeriods: periods, transferCatalog: assessor.catalog,
      mentions: findMentions(of: listed, in: agreements, workers: workers),
      asOf: assessor.day)
  }
}

/// The settings of the workspace; that there are none is reported where files are looked for.
func readSettings(
  in workspace: Workspace
) -> (settings: PortalSettings?, diagnostics: [Diagnostic]) {
  guard let file = workspace.sources.first(where: { $0.kind == .portal }) else { return (nil, []) }
  return readPortalSettings(from: file.bytes, path: file.path)
}

extension Diagnostic.Code {
  package static let expiredSecurityContact = Self(rawValue: "expired-security-contact")
}

extension Diagnostic {
  fileprivate static func expiredSecurityContact(_ expires: Located<CalendarDate>) -> Self {
    Diagnostic(
      .expiredSecurityContact, .warning,
      "'security' expired on '\(expires.value)'; nobody should rely on what 'security.txt' says",
      at: expires.range, help: "write a day less than a year ahead, as RFC 9116 recommends")
  }
}
