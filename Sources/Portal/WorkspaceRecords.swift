internal import Agreements
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Markup
internal import Registers

/// The records of a workspace, with those that are adopted from the texts of agreements.
struct WorkspaceRecords: Sendable {
  private(set) var subProcessors: [SubProcessor] = []
  private(set) var controls: [Control] = []
  /// The texts of records, by the path of their file.
  private(set) var descriptions: [String: MarkupTree] = [:]
  /// The schemes that the binary carries, with those of the workspace.
  let schemes: ControlSchemes
  /// On what transfers can rest, as the workspace says or, where it doesn't, the binary.
  let transfers: TransferCatalog
  /// The holidays that the binary carries, with those of the workspace.
  let holidays: HolidayAtlas
  /// What adopted measures are stated for, beside the scopes of the settings.
  private(set) var adoptedScopes: [PortalSettings.Scope] = []
  private(set) var diagnostics: [Diagnostic]
  /// The controls that have files of their own.
  private var statedControls: [Control] = []

  /// `languages`: those of the portal; empty where they are not known.
  init(in workspace: Workspace, languages: [String] = []) {
    (schemes, diagnostics) = readSchemes(in: workspace, languages: languages)
    let catalog = readTransfers(in: workspace)
    transfers = catalog.catalog
    diagnostics += catalog.diagnostics
    let calendars = readHolidays(in: workspace)
    holidays = calendars.atlas
    diagnostics += calendars.diagnostics
    for file in workspace.sources {
      switch file.kind {
      case .subProcessor:
        let (record, faults) = readSubProcessor(
          from: file.bytes, path: file.path, languages: languages)
        diagnostics += faults
        guard let record else { continue }
        subProcessors.append(record)
        readDescription(record.description.bytes, of: file)
      case .measure:
        let (record, faults) = readControl(
          from: file.bytes, path: file.path, languages: languages)
        diagnostics += faults
        guard let record else { continue }
        controls.append(record)
        readDescription(record.description.bytes, of: file)
      default: continue
      }
    }
  }

  private mutating func readDescription(_ range: Range<Int>, of file: SourceFile) {
    guard range.contains(where: { file.bytes[$0] > 0x20 }) else { return }
    let (tree, faults) = parseMarkdown(file.bytes, bodyStart: range.lowerBound, path: file.path)
    diagnostics += faults
    descriptions[file.path] = tree
  }

  /// Adds the records that agreements hold as lists and tables.
  ///
  /// `ids`: by agreement, those that companies have in releases, by their names.
  mutating func adopt(
    from agreements: [Agreement], settings: PortalSettings?,
    ids: [String: [String: String]] = [:], workers: Int
  ) {
    let (adopted, faults) = adoptRegisters(
      of: agreements, settings: settings, taken: subProcessors, ids: ids)
    subProcessors += adopted
    diagnostics += faults
    statedControls = controls
    diagnostics += readMeasures(
      of: agreements, settings: settings, naming: subProcessors, workers: workers)
  }

  /// Takes the measures that agreements state in place of those that were read before.
  private mutating func readMeasures(
    of agreements: [Agreement], settings: PortalSettings?, naming companies: [SubProcessor],
    workers: Int
  ) -> [Diagnostic] {
    let measures = AdoptedControls(
      adding: agreements, to: statedControls, settings: settings, subProcessors: companies,
      schemes: schemes, workers: workers)
    controls = measures.controls
    adoptedScopes = measures.scopes
    return measures.diagnostics
  }

  /// The records with the measures of the texts in force, of which nothing is left to report: they
  /// were, when their texts were the newest.
  ///
  /// `companies`: those of the register, whom measures are delegated to.
  func readingMeasures(
    of texts: TextsInForce, among agreements: [Agreement], settings: PortalSettings?,
    naming companies: [SubProcessor], workers: Int
  ) -> WorkspaceRecords {
    guard !texts.isEmpty else { return self }
    var records = self
    _ = records.readMeasures(
      of: texts.replacing(agreements), settings: settings, naming: companies, workers: workers)
    for index in records.controls.indices {
      for number in records.controls[index].measures.indices {
        let origin = records.controls[index].measures[number].origin
        guard let origin, texts.holdOne(of: origin.agreement) else { continue }
        records.controls[index].measures[number].origin?.isOfEarlierText = true
      }
    }
    return records
  }

  func registers(_ settings: PortalSettings?) -> RegisterSet {
    RegisterSet(
      settings: settings, subProcessors: subProcessors, controls: controls, schemes: schemes,
      transfers: transfers)
  }

  /// Checks what the registers that stand in texts are narrowed down by.
  func checkFilters(of agreements: [Agreement], settings: PortalSettings?) -> [Diagnostic] {
    let embedded = agreements.flatMap(\.embeddedRegisters)
    guard embedded.contains(where: { !$0.filters.isEmpty }) else { return [] }
    return Registers.checkFilters(
      products: embedded.compactMap { $0.filters["product"] },
      scopes: embedded.compactMap { $0.filters["scope"] }, in: registers(settings),
      adoptedScopes: adoptedScopes)
  }

  /// The schemes with the controls that records state beside them.
  var completedSchemes: ControlSchemes { schemes.completed(with: controls) }
}

/// The schemes that the binary carries, with those of the workspace.
private func readSchemes(
  in workspace: Workspace, languages: [String]
) -> (schemes: ControlSchemes, diagnostics: [Diagnostic]) {
  var own: [ControlScheme] = []
  var mapping: ControlMapping?
  var diagnostics: [Diagnostic] = []
  for file in workspace.sources where file.kind == .scheme {
    if file.relativePath == "mapping.yml" {
      let (read, faults) = readControlMapping(from: file.bytes, path: file.path)
      mapping = read
      diagnostics += faults
    } else {
      let (scheme, faults) = readControlScheme(
        from: file.bytes, path: file.path, languages: languages)
      if let scheme { own.append(scheme) }
      diagnostics += faults
    }
  }
  let schemes = ControlSchemes.shipped.replacing(with: own, mapping: mapping)
  return (schemes, diagnostics + schemes.check(own, mapping))
}

private func readTransfers(
  in workspace: Workspace
) -> (catalog: TransferCatalog, diagnostics: [Diagnostic]) {
  guard let file = workspace.sources.first(where: { $0.kind == .transfers }) else {
    return (.shipped, [])
  }
  let (catalog, diagnostics) = readTransferCatalog(from: file.bytes, path: file.path)
  return (catalog ?? .shipped, diagnostics)
}

/// Controls by scheme, then as the scheme lists them.
func inOrder(of schemes: ControlSchemes) -> (Control, Control) -> Bool {
  func key(_ control: Control) -> (Int, Int, String) {
    let scheme = schemes[control.scheme]
    return (
      schemes.position(of: control.scheme) ?? .max,
      scheme?.position(of: control.number) ?? .max, control.control.value
    )
  }
  return { key($0) < key($1) }
}
