internal import Agreements
internal import Changes
internal import Deadlines
internal import Diagnostics
internal import History
internal import Parallelism
import Partitioning
internal import References
internal import Registers

/// The releases of a portal, read and compared: what its change log, the pages of old versions and
/// the comparisons are made from.
struct PortalHistory: Sendable {
  /// Oldest first.
  var releases: [PublishedRelease] = []
  /// Whether releases before the first one may be missing, as in a shallow clone.
  private(set) var isCutOff = false
  /// One for each release, and at the end what the content holds now; none without a release.
  var versions: [ReadVersion] = []
  /// What each of ``versions`` changed; nothing for the first, as it follows none. Redlines are
  /// kept aside: see ``redline(ofAgreement:in:)``.
  var changes: [ChangeSet] = []
  /// In the order of their ids.
  var agreements: [AgreementHistory] = []
  /// The notes of each of ``versions``.
  var notes: [[ReleaseNote]] = []
  /// Where the clauses of each version's agreements went to in it, from the one before.
  var moves: [[String: ClauseMoves]] = []
  /// The agreements of each of ``versions`` by their ids, and what they are made of.
  private(set) var indexes: [AgreementIndex] = []
  /// What differs between the registers of versions that are no neighbours but have a comparison.
  private(set) var registerChanges: [VersionPair: [Change]] = [:]
  private var compared: [ComparedVersion] = []
  private var numbers: [String: Int] = [:]

  /// Two of ``versions``.
  struct VersionPair: Hashable, Sendable {
    var before: Int
    var after: Int
  }

  /// How the places of an agreement are called after a change: old anchors with the new ones, where
  /// they differ.
  typealias ClauseMoves = [String: String]

  var isEmpty: Bool { releases.isEmpty }

  /// Whether the content holds something that no release has published.
  var hasUnreleasedChanges: Bool { changes.last.map { !$0.isEmpty } ?? false }

  func number(ofAgreement id: String) -> Int? { numbers[id] }

  /// What a version changed in an agreement, in the order of its change set.
  func changes(ofAgreement id: String, in version: Int) -> [Change] {
    (compared[version].changesOfAgreement[id] ?? []).map { changes[version].changes[$0] }
  }

  /// What a version changed in the registers and settings, in the order of its change set.
  func changesOfRegisters(in version: Int) -> [Change] {
    compared[version].changesOfRegisters.map { changes[version].changes[$0] }
  }

  func hasChanges(ofAgreement id: String, in version: Int) -> Bool {
    compared[version].changesOfAgreement[id] != nil
  }

  /// The redline of an agreement from the version before; `nil` where nothing changed in it.
  func redline(ofAgreement id: String, in version: Int) -> Redline? {
    compared[version].redlines[id]
  }

  /// Whether a version was published, and so has an address that stays.
  func isReleased(_ version: AgreementVersion) -> Bool {
    version.releases.lowerBound < releases.count
  }

  /// The version of an agreement that number `version` of ``versions`` holds.
  func version(ofAgreement id: String, in version: Int) -> (agreement: Int, version: Int)? {
    guard let number = numbers[id],
      case let versions = agreements[number].versions
    else { return nil }
    // The first that does not end before it.
    let index = versions.partitioningIndex { $0.releases.upperBound >= version }
    guard versions.indices.contains(index), versions[index].releases.contains(version) else {
      return nil
    }
    return (number, index)
  }

  func agreement(_ version: AgreementVersion) -> Agreement {
    versions[version.releases.lowerBound].contents.agreements[version.index].agreement
  }

  func snapshot(_ version: AgreementVersion) -> AgreementSnapshot {
    versions[version.releases.lowerBound].contents.agreements[version.index]
  }

  /// What the page of a version shows of its text.
  func understood(_ version: AgreementVersion) -> UnderstoodAgreement {
    versions[version.releases.lowerBound].understood[version.index]
  }

  /// The day of a version: that of its release; `nil` for the content of today.
  func date(of version: Int) -> CalendarDate? {
    releases.indices.contains(version) ? releases[version].date : nil
  }

  init() {}

  /// Reads the releases and the content of today, and compares each with the one before.
  ///
  /// Pure. Memory is that of the texts that differ, and time grows with the releases.
  ///
  /// `known`: the texts of today, as far as they are read already.
  init(
    _ history: ReleaseHistory, content: [ContentFile], known: KnownReadings = KnownReadings(),
    words: [String: Words], asOf: CalendarDate, workers: Int,
    progress: any ProgressReporter
  ) {
    guard !history.releases.isEmpty else { return }
    releases = history.releases
    isCutOff = history.isCutOff
    progress.begin("compare", total: releases.count, unit: "releases")
    versions = readVersions(
      releases.map { UnreadVersion(id: $0.id, files: $0.files) }
        + [UnreadVersion(id: "", files: content)],
      words: words, isPublic: true, known: known, workers: workers)
    notes = releases.map(\.notes) + [history.next?.notes ?? []]
    indexes = versions.map { AgreementIndex($0.contents.agreements.map(\.agreement)) }

    let (versions, notes) = (versions, notes)
    // Side by side, either the versions or the agreements of the one pair that there is.
    let inner = versions.count > 2 ? 1 : workers
    var compared = concurrentMap(count: versions.count, workers: workers) { index in
      defer { progress.advance() }
      return ComparedVersion(
        index, of: versions, notes: notes[index], workers: inner)
    }
    changes = compared.indices.map { exchange(&compared[$0].changes, with: .none) }
    moves = compared.map(\.moves)
    self.compared = compared
    agreements = agreementHistories(of: versions, changes: changes, asOf: asOf)
    agreements = agreements.map { findGivenUp(in: $0, asOf: asOf) }
    for (index, agreement) in agreements.enumerated() { numbers[agreement.id] = index }
    findNewSurroundings()
    compareRegistersOfPages(workers: workers)
  }

  /// Compares the registers of all versions that pages compare and that are no neighbours, each
  /// pair once: most agreements are new in the same releases.
  private mutating func compareRegistersOfPages(workers: Int) {
    var wanted: Set<VersionPair> = []
    for (number, agreement) in agreements.enumerated() {
      for (from, to) in agreement.pairs {
        let (before, after) = ends(of: number, from: from, to: to)
        if before + 1 < after { wanted.insert(VersionPair(before: before, after: after)) }
      }
    }
    let pairs = wanted.sorted { ($0.before, $0.after) < ($1.before, $1.after) }
    let registers = versions.map(\.contents.registers)
    let found = concurrentMap(count: pairs.count, workers: workers) {
      compareRegisters(registers[pairs[$0].before], registers[pairs[$0].after])
    }
    registerChanges = Dictionary(uniqueKeysWithValues: zip(pairs, found))
  }
}

/// What one worker found out about one version.
private struct ComparedVersion: Sendable {
  var changes: ChangeSet
  var moves: [String: PortalHistory.ClauseMoves] = [:]
  /// By agreement, of those that changed.
  var redlines: [String: Redline] = [:]
  var changesOfAgreement: [String: [Int]] = [:]
  /// Listed once: every comparison of the version shows them, and its changes are thousands.
  var changesOfRegisters: [Int] = []

  init(_ index: Int, of versions: [ReadVersion], notes: [ReleaseNote], workers: Int) {
    let version = versions[index]
    guard index > 0 else {
      changes = ChangeSet(from: "", to: version.id, changes: [])
      return
    }
    changes =
      compare(versions[index - 1].contents, version.contents, workers: workers)
      .noting(notes).changes
    for redline in changes.redlines where !redline.isUnchanged {
      moves[redline.agreement] = clauseMoves(in: redline)
      redlines[redline.agreement] = redline
    }
    changes.forgetRedlines()
    for number in changes.changes.indices {
      guard let agreement = changes.changes[number].agreement else {
        changesOfRegisters.append(number)
        continue
      }
      changesOfAgreement[agreement, default: []].append(number)
    }
  }
}

extension ChangeSet {
  fileprivate static var none: ChangeSet { ChangeSet(from: "", to: "", changes: []) }
}

private func clauseMoves(in redline: Redline) -> PortalHistory.ClauseMoves {
  guard let old = redline.old?.agreement, let new = redline.new?.agreement else { return [:] }
  var moves: PortalHistory.ClauseMoves = [:]
  for clause in redline.clauses where clause.old >= 0 && clause.new >= 0 {
    let before = old.provisions[Int(clause.old)].anchor
    let after = new.provisions[Int(clause.new)].anchor
    if before != after { moves[before] = after }
  }
  return moves
}
