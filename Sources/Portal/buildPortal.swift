package import Deadlines
package import Diagnostics
internal import Frontmatter
internal import Parallelism
internal import Registers
internal import Synchronization
internal import Templating

/// What a build or a check is asked to do.
package struct PortalRequest: Sendable {
  /// The folder that holds `content` and `templates`.
  package var workspace: String
  /// The folder that the portal replaces; `nil` where nothing is to be written.
  package var output: String?
  /// The day that stands for today.
  package var asOf: CalendarDate
  package var workers: Int
  /// Whether warnings keep the portal from being written.
  package var isStrict: Bool
  /// What pages say they were made by, such as `Annex 0.1.0`.
  package var generator: String
  /// Whether files of text are written a second time, compressed.
  package var isPrecompressed: Bool
  /// Where the compiled portal is left when all is done; `nil` frees it.
  package var held: HeldUntilExit?

  package init(
    workspace: String, output: String?, asOf: CalendarDate, workers: Int, isStrict: Bool,
    generator: String, isPrecompressed: Bool = false, held: HeldUntilExit? = nil
  ) {
    self.workspace = workspace
    self.output = output
    self.asOf = asOf
    self.workers = workers
    self.isStrict = isStrict
    self.generator = generator
    self.isPrecompressed = isPrecompressed
    self.held = held
  }
}

/// What came of it.
package struct PortalOutcome: Sendable {
  package var diagnostics: [Diagnostic]
  /// The files that diagnostics point into.
  package var texts: PortalTexts
  package var agreementCount = 0
  package var subProcessorCount = 0
  package var measureCount = 0
  /// In the order of the plan.
  package var printed: [PrintedPage] = []
  /// `nil` where nothing was written.
  package var publication: (pages: Int, counts: SitePublication.Counts)?
}

/// Runs all passes: reads the workspace, understands it, renders every page and publishes them.
///
/// Everything found in the content is a diagnostic of the outcome, and with an error among them
/// nothing is written. Pages are rendered also when nothing is to be written, so that a check finds
/// what only shows in a template.
package func buildPortal(
  _ request: PortalRequest, progress: any ProgressReporter
) -> PortalOutcome {
  buildPortalAndKeep(request, progress: progress).outcome
}

/// What a build read on its way, beside the texts: a release needs it, too.
struct ReadContent: Sendable {
  /// `nil` where there are none that could be read.
  var settings: PortalSettings?
  var releases: ReleaseHistory
  var holidays: HolidayAtlas
}

/// ``buildPortal(_:progress:)``, with what it read.
func buildPortalAndKeep(
  _ request: PortalRequest, progress: any ProgressReporter
) -> (outcome: PortalOutcome, content: ReadContent) {
  progress.begin("load")
  let (workspace, loading) = Workspace.load(request.workspace, workers: request.workers)
  let themeFiles = ThemeFiles(overrides: workspace.sources)
  var outcome = PortalOutcome(
    diagnostics: loading, texts: PortalTexts(workspace: workspace, theme: themeFiles))
  let (settings, settingsFaults) = readSettings(in: workspace)
  let ((theme, themeFaults), records) = concurrently(workers: request.workers) {
    loadTheme(
      themeFiles, settings: settings?.theme, languages: settings?.languages.map(\.value) ?? [])
  } _: {
    WorkspaceRecords(in: workspace, languages: settings?.languages.map(\.value) ?? [])
  }
  let (releases, releaseFaults) = loadReleases(
    of: workspace, settings: settings, folder: request.workspace)
  outcome.diagnostics += releaseFaults
  let content = ReadContent(settings: settings, releases: releases, holidays: records.holidays)
  let (compiled, faults) = PortalCompiler(
    workspace: workspace, settings: settings, releases: releases, words: theme.words,
    asOf: request.asOf, letsGoOfTexts: request.output != nil && releases.releases.isEmpty,
    workers: request.workers, progress: progress
  ).compile(records)
  // Without its folder, no company is known; the folder was told.
  let isUnlisted = loading.contains(where: \.isOfMisnamedSubProcessors)
  outcome.diagnostics += settingsFaults + themeFaults
  outcome.diagnostics += faults.filter { !isUnlisted || $0.code != .unknownSubProcessor }
  guard let portal = compiled else { return (outcome.sorted(), content) }
  outcome.agreementCount = portal.agreements.count
  outcome.subProcessorCount = portal.subProcessors.count
  outcome.measureCount = portal.controls.reduce(0) { $0 + $1.measures.count }

  progress.begin("plan")
  outcome.diagnostics += checkLanguages(
    of: portal.settings, theme: theme, files: themeFiles)
  let paths = PortalPaths(defaultLanguage: portal.settings.defaultLanguage)
  let (pages, collisions) = planPages(of: portal, paths: paths)
  outcome.diagnostics += collisions
  outcome.printed = pages.compactMap { PrintedPage($0, of: portal) }
  guard !outcome.mustNotPublish(request) else { return (outcome.sorted(), content) }
  // What is rendered is understood already: of the files, only the lines are kept that faults point
  // at. A release that is only checked is frozen from them.
  _ = consume workspace
  if request.output != nil {
    outcome.texts.keepOnlyLines(of: outcome.diagnostics, workers: request.workers)
  }
  let models = PageModels(portal, theme: theme, paths: paths, generator: request.generator)
  render(pages, models, themeFiles, request, progress: progress, into: &outcome)
  request.held?.hold(models)
  return (outcome.sorted(), content)
}

/// The render and write passes.
private func render(
  _ pages: [PlannedPage], _ models: PageModels, _ files: ThemeFiles, _ request: PortalRequest,
  progress: any ProgressReporter, into outcome: inout PortalOutcome
) {
  do throws(PublishingError) {
    let publication = try request.output.map { output throws(PublishingError) in
      try SitePublication.begin(
        output: output, workspace: request.workspace, isPrecompressed: request.isPrecompressed)
    }
    if let publication {
      try writeFiles(beside: pages, models, request, progress: progress, to: publication)
    }
    progress.begin("render", total: pages.count, unit: "pages")
    let endless = EndlessPages()
    let failures = concurrentMap(
      count: pages.count, workers: request.workers,
      makeState: { PageRenderer(models, files) }
    ) { renderer, index -> Diagnostic? in
      defer { progress.advance() }
      guard !endless.leaveOut(index, pages[index].kind) else { return nil }
      let failure = renderer.render(pages[index], into: publication)
      if failure?.code == .templateLimit { endless.note(index, pages[index].kind) }
      return failure
    }
    // A fault of a template fails the same way on every page that uses it: it is told once.
    var isAborted = false
    var seen: Set<TemplateFault> = []
    for (index, failure) in failures.enumerated() {
      guard let failure, !endless.leaveOut(index, pages[index].kind) else { continue }
      isAborted = true
      let fault = TemplateFault(summary: failure.summary, range: failure.range)
      if seen.insert(fault).inserted { outcome.diagnostics.append(failure) }
    }
    guard !isAborted else {
      publication?.abandon()
      return
    }
    guard let publication else { return }
    progress.begin("write")
    outcome.publication = (pages.count, try publication.commit(workers: request.workers))
  } catch {
    outcome.diagnostics.append(error.diagnostic)
  }
}

/// Which pages ran into a limit of their template. That takes long, and the others of their kind
/// would do so, too: those that follow the first one are left out.
///
/// Pages are begun in their order, so all before the first of a kind are rendered whatever the
/// threads do, and what is told of them is always the same.
private final class EndlessPages: Sendable {
  /// By kind of page, the first.
  private let first = Mutex<[String: Int]>([:])

  func note(_ index: Int, _ kind: String) {
    first.withLock { $0[kind] = min(index, $0[kind] ?? index) }
  }

  func leaveOut(_ index: Int, _ kind: String) -> Bool {
    first.withLock { first in first[kind].map { $0 < index } ?? false }
  }
}

/// Writes all that no template makes: what pages show and load, and what programs read.
private func writeFiles(
  beside pages: [PlannedPage], _ models: PageModels, _ request: PortalRequest,
  progress: any ProgressReporter, to publication: SitePublication
) throws(PublishingError) {
  for asset in models.theme.assets.values { try publication.write(asset.path, asset.bytes) }
  for picture in models.pictures() { try publication.write(picture.path, picture.bytes) }
  for (path, bytes) in models.calendars() { try publication.write(path, bytes) }
  for (path, bytes) in models.dataFiles() { try publication.write(path, bytes) }
  for feed in models.feeds?.files(workers: request.workers) ?? [] {
    try publication.write(feed.path, feed.bytes)
  }
  for file in siteFiles(for: pages, of: models, isPrecompressed: request.isPrecompressed) {
    try publication.write(file.path, file.bytes)
  }
  progress.begin("index")
  try writeSearchIndex(
    of: models.portal, paths: models.paths, words: models.theme.words, to: publication,
    workers: request.workers)
}

/// What a template does wrong, by whichever way a page comes to it.
private struct TemplateFault: Hashable {
  var summary: String
  var range: SourceRange?
}

/// Renders pages on one thread, keeping its memory between them.
private final class PageRenderer {
  private let models: PageModels
  private let files: ThemeFiles
  private var renderers: [String: LanguageRenderer] = [:]
  private var output: [UInt8] = []

  init(_ models: PageModels, _ files: ThemeFiles) {
    self.models = models
    self.files = files
  }

  /// - Returns: what went wrong, if anything did.
  func render(_ page: PlannedPage, into publication: SitePublication?) -> Diagnostic? {
    output.removeAll(keepingCapacity: true)
    do throws(TemplateError) {
      try renderer(for: page).render(page, with: models.model(of: page), into: &output)
    } catch {
      return Diagnostic(theme: error)
    }
    if output.isBlank { return files.emptyPage(of: "pages/\(page.kind).html") }
    do throws(PublishingError) {
      try publication?.write(page.path, output)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  private func renderer(for page: PlannedPage) -> LanguageRenderer {
    // What is remembered of addresses is remembered for pages that know where they stand.
    let key = models.root(of: page) == nil ? page.language : page.path
    if let known = renderers[key] { return known }
    let made = LanguageRenderer(models, language: page.language)
    renderers[key] = made
    return made
  }
}

/// Renders the pages of one language, which share what they say of the site.
private final class LanguageRenderer {
  private var renderer: Renderer
  private let models: PageModels

  init(_ models: PageModels, language: String) {
    self.models = models
    let site = FrozenData(["site": models.sites[language] ?? .none])
    renderer = models.theme.templates.makeRenderer(sharing: site)
  }

  func render(
    _ page: PlannedPage, with model: ValueMap, into output: inout [UInt8]
  ) throws(TemplateError) {
    try renderer.render(
      "pages/\(page.kind).html", with: model,
      at: PagePlace(path: page.path, language: page.language, root: models.root(of: page)),
      into: &output)
  }
}

extension PortalOutcome {
  fileprivate func sorted() -> PortalOutcome {
    var sorted = self
    sorted.diagnostics = diagnostics.inReadingOrder()
    return sorted
  }

  fileprivate func mustNotPublish(_ request: PortalRequest) -> Bool {
    diagnostics.contains { $0.severity == .error || (request.isStrict && $0.severity == .warning) }
  }
}

/// The files that diagnostics point into: those of the workspace, and the default theme's.
package struct PortalTexts: SourceTexts, Sendable {
  private(set) var workspace: Workspace
  private let theme: ThemeFiles

  init(workspace: Workspace, theme: ThemeFiles) {
    self.workspace = workspace
    self.theme = theme
  }

  /// Drops the texts of agreements, but for the lines that diagnostics point at.
  mutating func keepOnlyLines(of diagnostics: [Diagnostic], workers: Int) {
    let drawn = diagnostics.drawnLines
    let sources = workspace.sources
    let kept = concurrentMap(count: sources.count, workers: workers) { index -> [UInt8] in
      guard sources[index].kind == .agreement, let lines = drawn[sources[index].path] else {
        return []
      }
      return keepLines(lines, of: sources[index].bytesForOnce)
    }
    for index in sources.indices where sources[index].kind == .agreement {
      workspace.sources[index].bytes = kept[index]
    }
  }

  package func bytes(of path: String) -> [UInt8]? {
    if let bytes = workspace.bytes(of: path) { return bytes }
    guard path.hasPrefix("templates/") else { return nil }
    return theme.source(named: String(path.dropFirst(10)))
  }
}
