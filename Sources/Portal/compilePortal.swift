internal import Adoption
internal import Agreements
internal import Deadlines
internal import Diagnostics
internal import FileSystem
internal import Frontmatter
internal import Markup
internal import Parallelism
internal import Registers

/// Reads everything in a workspace's sources: the passes from parse to check.
///
/// Pure: reads only its arguments. The same sources give the same result in every process, whatever
/// the number of workers.
///
/// `words`: what the theme says, by language; variables in texts are written with it.
/// `asOf`: the day that stands for today, `YYYY-MM-DD`.
/// `workers`: how many threads parse agreements.
///
/// - Returns: the portal, `nil` where there are no settings to build one from; and all faults found.
func compilePortal(
  from workspace: Workspace, settings: PortalSettings?, releases: ReleaseHistory = .init(),
  words: [String: Words], asOf: String,
  workers: Int, progress: any ProgressReporter
) -> (portal: CompiledPortal?, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let variables = settings.map { portalVariables(from: $0, words: words) }
  let files = workspace.sources.filter { $0.kind == .agreement }
  progress.begin("read", total: files.count, unit: "agreements")
  let read = concurrentMap(count: files.count, workers: workers) { index in
    defer { progress.advance() }
    let file = files[index]
    let (agreement, faults) = readAgreement(file.bytes, path: file.path, variables: variables)
    return ReadAgreement(
      agreement: agreement, digest: SHA256.hexadecimal(of: file.bytes.span), faults: faults)
  }
  diagnostics += read.flatMap(\.faults)
  let agreements = read.map(\.agreement)
  diagnostics += checkAgreements(agreements)

  var subProcessors: [SubProcessor] = []
  var controls: [Control] = []
  let (schemes, schemeFaults) = readSchemes(in: workspace)
  diagnostics += schemeFaults
  var descriptions: [String: MarkupTree] = [:]
  for file in workspace.sources {
    switch file.kind {
    case .subProcessor:
      let (record, faults) = readSubProcessor(from: file.bytes, path: file.path)
      diagnostics += faults
      guard let record else { continue }
      subProcessors.append(record)
      guard record.description.contains(where: { file.bytes[$0] > 0x20 }) else { continue }
      let (tree, parsing) = parseMarkdown(
        file.bytes, bodyStart: record.description.lowerBound, path: file.path)
      diagnostics += parsing
      descriptions[file.path] = tree
    case .measure:
      let (record, faults) = readControl(from: file.bytes, path: file.path)
      diagnostics += faults
      guard let record else { continue }
      controls.append(record)
      guard record.description.contains(where: { file.bytes[$0] > 0x20 }) else { continue }
      let (tree, parsing) = parseMarkdown(
        file.bytes, bodyStart: record.description.lowerBound, path: file.path)
      diagnostics += parsing
      descriptions[file.path] = tree
    default: continue
    }
  }
  let (adopted, adopting) = adoptRegisters(
    of: agreements, settings: settings, taken: subProcessors)
  subProcessors += adopted
  diagnostics += adopting
  let adoptedControls = AdoptedControls(
    adding: agreements, to: controls, settings: settings, subProcessors: subProcessors,
    schemes: schemes, workers: workers)
  controls = adoptedControls.controls
  diagnostics += adoptedControls.diagnostics
  let registers = RegisterSet(
    settings: settings, subProcessors: subProcessors, controls: controls)
  diagnostics += checkRegisters(registers, schemes: schemes)

  // Only what is published is linked to; what is not is still checked above.
  let published = zip(read, files).filter { $0.0.agreement.metadata.audience == .public }
  let (understood, misunderstandings) = understand(
    published.map(\.0.agreement), sources: published.map(\.1.bytes),
    context: UnderstandingContext(settings), workers: workers,
    progress: progress)
  diagnostics += misunderstandings
  guard let settings else { return (nil, diagnostics) }
  guard let day = CalendarDate(asOf) else { preconditionFailure("'asOf' is a day") }
  let completed = schemes.completed(with: controls)
  let assessor = TransferAssessor(on: day)
  diagnostics += checkMeasures(registers, schemes: completed, asOf: day)
  diagnostics += checkNotice(of: subProcessors, settings: settings, asOf: day)
  diagnostics += checkTransfers(
    of: subProcessors, processorCountry: settings.processor.address?.country?.value,
    using: assessor)
  if !subProcessors.isEmpty {
    let facts = RegisterFacts(subProcessors, settings: settings, using: assessor)
    diagnostics += concurrentMap(count: agreements.count, workers: workers) {
      checkTexts(of: agreements[$0], against: facts)
    }.flatMap(\.self)
  }
  let listed = subProcessors.filter { $0.audience == .public }
  let shown = publicParts(of: controls).sorted(by: inOrder(of: completed))
  var portal = CompiledPortal(
    settings: settings, agreements: published.map(\.0.agreement),
    digests: published.map(\.0.digest),
    subProcessors: listed, descriptions: descriptions, controls: shown, schemes: completed,
    scopes: settings.scopes + adoptedControls.scopes,
    catalog: MeasureCatalog(of: shown, in: completed, shown: settings.schemes.map(\.value)),
    understood: understood,
    timeline: RegisterTimeline(listed, notice: settings.notice, assessor: assessor),
    transferCatalog: assessor.catalog,
    mentions: findMentions(of: listed, in: published.map(\.0.agreement), workers: workers),
    asOf: asOf)
  if !diagnostics.containsErrors {
    portal.history = PortalHistory(
      releases, content: workspace.contentFiles, settings: settings, words: words, asOf: asOf,
      workers: workers, progress: progress)
  }
  return (portal, diagnostics)
}

/// What one worker made of one file.
private struct ReadAgreement: Sendable {
  var agreement: Agreement
  var digest: String
  var faults: [Diagnostic]
}

/// The settings of the workspace; that there are none is reported where files are looked for.
func readSettings(
  in workspace: Workspace
) -> (settings: PortalSettings?, diagnostics: [Diagnostic]) {
  guard let file = workspace.sources.first(where: { $0.kind == .portal }) else { return (nil, []) }
  return readPortalSettings(from: file.bytes, path: file.path)
}

/// The schemes that the binary carries, with those of the workspace.
private func readSchemes(
  in workspace: Workspace
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
      let (scheme, faults) = readControlScheme(from: file.bytes, path: file.path)
      if let scheme { own.append(scheme) }
      diagnostics += faults
    }
  }
  let schemes = ControlSchemes.shipped.replacing(with: own, mapping: mapping)
  return (schemes, diagnostics + schemes.check(own, mapping))
}

/// The controls with the measures that the public may read.
func publicParts(of controls: [Control]) -> [Control] {
  controls.map { control in
    var control = control
    control.measures.removeAll { $0.audience != .public }
    return control
  }
}

/// Controls by scheme, then as the scheme lists them.
private func inOrder(of schemes: ControlSchemes) -> (Control, Control) -> Bool {
  func key(_ control: Control) -> (Int, Int, String) {
    let scheme = schemes[control.scheme]
    return (
      schemes.position(of: control.scheme) ?? .max,
      scheme?.position(of: control.number) ?? .max, control.control.value
    )
  }
  return { key($0) < key($1) }
}
