internal import Agreements
internal import Diagnostics
internal import History
internal import Parallelism
internal import Registers

/// The records of one version as its files have them, before anything is adopted from agreements.
struct VersionRecords: Sendable {
  var settings: PortalSettings?
  var subProcessors: [SubProcessor] = []
  var controls: [Control] = []
  var schemes: ControlSchemes
  var transfers: TransferCatalog
  /// Names and digests of the files behind all of them.
  var key = ""
  /// The files that hold errors.
  var refusals: [RefusedFile] = []
}

/// The registers of one version, with what agreements of it state.
struct VersionRegisters: Sendable {
  var records: RegisterSet
  /// Scopes that agreements name and the settings don't.
  var scopes: [PortalSettings.Scope] = []
}

/// Reads the records of several versions, each file that they share once.
func readRecords(of versions: [UnreadVersion]) -> [VersionRecords] {
  var cache = RecordCache()
  // The newest first, so that places are in the version that can be mended.
  return versions.reversed().map { version in
    guard !version.isLoose else {
      return VersionRecords(
        schemes: RegisterSet.none.schemes, transfers: RegisterSet.none.transfers)
    }
    var records = VersionRecords(schemes: .shipped, transfers: .shipped)
    var schemes: [ContentFile] = []
    for file in version.files {
      switch file.kind {
      case .settings: records.settings = cache.settings(in: file)
      case .subProcessor:
        if let company = cache.subProcessor(in: file) { records.subProcessors.append(company) }
      case .measure:
        if let control = cache.control(in: file) { records.controls.append(control) }
      case .scheme: schemes.append(file)
      case .transfers: records.transfers = cache.transfers(in: file) ?? .shipped
      case .agreement, .picture, nil: continue
      }
      records.key += "\(file.name) \(file.digest)\n"
      if let refusal = cache.refusal(of: file) { records.refusals.append(refusal) }
    }
    records.schemes = cache.schemes(in: schemes)
    return records
  }.reversed()
}

/// Adds to the records of each version what its agreements state, as for the portal of today.
///
/// `agreements`: those of each version, each with a key that is the same where it is the same text.
///
/// - Complexity: lists are read once for each version that differs in one of the texts that hold
///   them, or in a record.
func adoptRegisters(
  _ records: [VersionRecords], of agreements: [[(key: String, agreement: Agreement)]],
  isPublic: Bool, workers: Int
) -> [VersionRegisters] {
  var known: [String: Int] = [:]
  var jobs: [Int] = []
  let jobOfVersion = records.indices.map { index -> Int? in
    let adopting = agreements[index].filter { $0.agreement.adopts }
    guard !adopting.isEmpty else { return nil }
    let key = records[index].key + adopting.map(\.key).joined(separator: "\n")
    if let job = known[key] { return job }
    known[key] = jobs.count
    jobs.append(index)
    return jobs.count - 1
  }
  let work = jobs
  let adopted = concurrentMap(count: work.count, workers: workers) { job in
    let index = work[job]
    return adopt(
      records[index], from: agreements[index].map(\.agreement).filter(\.adopts), isPublic: isPublic)
  }
  return records.indices.map { index in
    jobOfVersion[index].map { adopted[$0] } ?? adopt(records[index], from: [], isPublic: isPublic)
  }
}

private func adopt(
  _ records: VersionRecords, from agreements: [Agreement], isPublic: Bool
) -> VersionRegisters {
  var companies = records.subProcessors
  companies +=
    adoptRegisters(of: agreements, settings: records.settings, taken: companies).records
  let controls = AdoptedControls(
    adding: agreements, to: records.controls, settings: records.settings,
    subProcessors: companies, schemes: records.schemes, workers: 1)
  let registers = RegisterSet(
    settings: records.settings, subProcessors: companies, controls: controls.controls,
    schemes: records.schemes, transfers: records.transfers)
  return VersionRegisters(
    records: isPublic ? publicPart(of: registers) : registers, scopes: controls.scopes)
}

extension Agreement {
  /// Whether its author names a list or measures of it as a register.
  fileprivate var adopts: Bool {
    !metadata.adoptedSubProcessors.isEmpty || !metadata.adoptedMeasures.isEmpty
  }
}

/// The records that were read, by the digests and names of their files.
private struct RecordCache {
  private var settings: [String: PortalSettings?] = [:]
  private var companies: [String: SubProcessor?] = [:]
  private var controls: [String: Control?] = [:]
  private var schemes: [[String]: ControlSchemes] = [:]
  private var transfers: [String: TransferCatalog?] = [:]
  private var refusals: [String: RefusedFile] = [:]

  mutating func settings(in file: ContentFile) -> PortalSettings? {
    Self.record(in: file, &settings, &refusals) {
      let (record, diagnostics) = readPortalSettings(from: $0.bytes, path: $0.path)
      return (record, diagnostics)
    }
  }

  mutating func subProcessor(in file: ContentFile) -> SubProcessor? {
    Self.record(in: file, &companies, &refusals) { readSubProcessor(from: $0.bytes, path: $0.path) }
  }

  mutating func control(in file: ContentFile) -> Control? {
    Self.record(in: file, &controls, &refusals) { readControl(from: $0.bytes, path: $0.path) }
  }

  mutating func transfers(in file: ContentFile) -> TransferCatalog? {
    Self.record(in: file, &transfers, &refusals) {
      let (catalog, diagnostics) = readTransferCatalog(from: $0.bytes, path: $0.path)
      return (catalog, diagnostics)
    }
  }

  /// Why a record that was read can't be trusted to say what its author meant.
  func refusal(of file: ContentFile) -> RefusedFile? { refusals[Self.key(of: file)] }

  /// The schemes that the binary carries, with those of some files.
  mutating func schemes(in files: [ContentFile]) -> ControlSchemes {
    guard !files.isEmpty else { return .shipped }
    let key = files.map { "\($0.digest) \($0.name)" }
    if let read = schemes[key] { return read }
    var own: [ControlScheme] = []
    var mapping: ControlMapping?
    for file in files {
      if file.name == "schemes/mapping.yml" {
        mapping = readControlMapping(from: file.bytes, path: file.path).mapping
      } else if let scheme = readControlScheme(from: file.bytes, path: file.path).scheme {
        own.append(scheme)
      }
    }
    let read = ControlSchemes.shipped.replacing(with: own, mapping: mapping)
    schemes[key] = read
    return read
  }

  private static func record<Record>(
    in file: ContentFile, _ known: inout [String: Record?], _ refusals: inout [String: RefusedFile],
    _ read: (ContentFile) -> (record: Record?, diagnostics: [Diagnostic])
  ) -> Record? {
    let key = key(of: file)
    if let record = known[key] { return record }
    let (record, diagnostics) = read(file)
    known[key] = .some(record)
    let errors = diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty {
      refusals[key] = RefusedFile(
        subject: .record(file.name), digest: file.digest, diagnostics: errors)
    }
    return record
  }

  private static func key(of file: ContentFile) -> String { "\(file.digest) \(file.name)" }
}
