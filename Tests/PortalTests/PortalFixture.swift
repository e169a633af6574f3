import Deadlines
import Diagnostics
import History
import TestSupport
import Testing

@testable import Portal

/// A workspace on disk that is compiled as a whole.
struct PortalFixture {
  let temporary: TemporaryFolder

  init(settings: String = "", processor: String = "{name: Processor GmbH}") throws {
    temporary = try TemporaryFolder()
    let least = "title: Portal\nlanguages: [en, de]\nprocessor: \(processor)\n"
    try temporary.write(least + settings, to: "content/portal.yml")
  }

  /// Writes a record of the register: keys, and a text below them.
  func company(_ id: String, _ keys: String, text: String = "") throws {
    let address = keys.contains("address:") ? "" : "\naddress: {city: Bonn, country: DE}"
    let record = "---\nname: \(id.uppercased())\(address)\n\(keys)\n---\n\(text)\n"
    try temporary.write(record, to: "content/sub-processors/\(id).md")
  }

  /// `keys`: further lines of the frontmatter.
  func agreement(
    _ id: String, _ text: String, language: String = "en", keys: String = ""
  ) throws {
    let frontmatter = "---\ntitle: Agreement \(id)\nlanguage: \(language)\n\(keys)---\n"
    try temporary.write(frontmatter + text, to: "content/agreements/\(id).md")
  }

  func compile(asOf: CalendarDate = "2026-06-01") throws -> CompiledPortal {
    let (workspace, loading) = Workspace.load(temporary.path, workers: 1)
    let (settings, settingsFaults) = readSettings(in: workspace)
    let (releases, releaseFaults) = loadReleases(
      of: workspace, settings: settings, folder: temporary.path)
    let (portal, faults) = PortalCompiler(
      workspace: workspace, settings: settings, releases: releases,
      words: DefaultTheme.loaded.words, asOf: asOf, workers: 1, progress: SilentProgress()
    ).compile(WorkspaceRecords(in: workspace))
    let errors = (loading + settingsFaults + releaseFaults + faults).filter {
      $0.severity == .error
    }
    #expect(errors.map(\.summary) == [])
    return try #require(portal)
  }

  /// Freezes what the content holds now as the release of a day.
  func release(_ day: CalendarDate) throws {
    let (workspace, _) = Workspace.load(temporary.path, workers: 1)
    for (name, bytes) in freezeContent(
      workspace.contentFiles, id: day.description, date: day, summary: nil, notes: [],
      versions: [])
    {
      try temporary.write(
        String(decoding: bytes, as: UTF8.self), to: "content/releases/\(day)/\(name)")
    }
  }

  /// Builds the portal beside its sources.
  func build(asOf: CalendarDate = "2026-06-01", isPrecompressed: Bool = false) -> PortalOutcome {
    buildPortal(
      PortalRequest(
        workspace: temporary.path, output: temporary.path + "Site", asOf: asOf, workers: 2,
        isStrict: false, generator: "Annex", isPrecompressed: isPrecompressed),
      progress: SilentProgress())
  }

  func page(_ path: String) throws -> String { try temporary.read("Site/" + path) }
}

/// The default theme, compiled once for all tests.
enum DefaultTheme {
  static let loaded = loadTheme(ThemeFiles(overrides: [])).theme
}

/// The words of the default theme.
func shippedWords(_ language: String) throws -> Words {
  try #require(DefaultTheme.loaded.words[language])
}

extension ClauseRenderer {
  /// The whole text, for agreements in which no register stands.
  mutating func html() -> String {
    render().map { part in
      if case .html(let bytes) = part { String(decoding: bytes, as: UTF8.self) } else { "" }
    }.joined()
  }
}
