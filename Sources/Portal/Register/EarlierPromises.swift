internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import History
internal import Registers

/// What the settings promised when the contracts in force were published.
///
/// A contract that takes effect later may bring other periods, and its text shows those of the
/// settings, which have no day. Until then customers have what the text in force was published with.
///
/// Shape: one version for each release, oldest first, and at the end the content; empty where all of
/// them promise the same.
struct EarlierPromises: Sendable {
  private struct Version {
    var notice: PortalSettings.Notice
    /// By contract: the day on which its text takes effect, where it says one.
    var begins: [String: CalendarDate?]
  }

  private var versions: [Version] = []

  init() {}

  /// `notices`: parallel to `releases`.
  ///
  /// - Complexity: O(1) where nothing promised ever changed, else the frontmatters of the releases.
  init(
    _ releases: [PublishedRelease], _ notices: [PortalSettings.Notice?],
    settings: PortalSettings?, agreements: [Agreement]
  ) {
    guard let notice = settings?.notice,
      notices.contains(where: { $0.map { !$0.promisesTheSame(as: notice) } ?? false })
    else { return }
    var known: [String: (id: String, day: CalendarDate?)?] = [:]
    for (release, then) in zip(releases, notices) {
      var begins: [String: CalendarDate?] = [:]
      for file in release.files where file.kind == .agreement {
        let key = "\(file.digest) \(file.name)"
        let contract = known[key] ?? Self.contract(in: file)
        known[key] = .some(contract)
        if let contract { begins[contract.id] = .some(contract.day) }
      }
      versions.append(Version(notice: then ?? notice, begins: begins))
    }
    var begins: [String: CalendarDate?] = [:]
    for agreement in agreements where agreement.metadata.isPublishedContract {
      begins[agreement.id] = .some(agreement.metadata.effectiveDay)
    }
    versions.append(Version(notice: notice, begins: begins))
  }

  init(_ releases: [PublishedRelease], settings: PortalSettings?, agreements: [Agreement]) {
    let read = readRecords(
      of: releases.map { release in
        UnreadVersion(id: release.id, files: release.files.filter { $0.kind == .settings })
      })
    self.init(
      releases, read.map { $0.settings?.notice }, settings: settings, agreements: agreements)
  }

  /// The day from which what is announced has the periods of the content alone; `nil` where it has
  /// today.
  func end(on day: CalendarDate) -> CalendarDate? {
    guard !notices(on: day, besideRelease: nil).isEmpty else { return nil }
    return Set(versions.flatMap { $0.begins.values.compactMap(\.self) }).filter { $0 > day }
      .sorted().first { notices(on: $0, besideRelease: nil).isEmpty }
  }

  private static func contract(in file: ContentFile) -> (id: String, day: CalendarDate?)? {
    let metadata = file.agreementMetadata
    return metadata.isPublishedContract ? (metadata.id, metadata.effectiveDay) : nil
  }

  /// What else than the notice of a release, or of the content, was promised by the contracts that
  /// were in force on a day.
  func notices(on day: CalendarDate, besideRelease release: Int?) -> [PortalSettings.Notice] {
    guard let last = versions.indices.last else { return [] }
    let number = release ?? last
    var found: Set<Int> = []
    for (id, begins) in versions[number].begins {
      guard let begins, begins > day else { continue }
      let inForce = versions[..<number].lastIndex { version in
        version.begins[id].map { $0.map { $0 <= day } ?? true } ?? false
      }
      if let inForce { found.insert(inForce) }
    }
    var notices: [PortalSettings.Notice] = []
    for index in found.sorted() {
      let notice = versions[index].notice
      guard
        !(notices + [versions[number].notice]).contains(where: { $0.promisesTheSame(as: notice) })
      else { continue }
      notices.append(notice)
    }
    return notices
  }
}

extension PortalSettings.Notice {
  fileprivate func promisesTheSame(as other: Self) -> Bool {
    beforeUse?.value == other.beforeUse?.value && objection?.value == other.objection?.value
      && week == other.week
  }
}

extension AgreementMetadata {
  fileprivate var isPublishedContract: Bool { kind == .agreement && audience == .public }
}
