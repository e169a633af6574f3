internal import Agreements
internal import Changes
internal import Deadlines
internal import Frontmatter

/// One version of an agreement: a text that was in force under one name, in one release or several.
struct AgreementVersion: Sendable {
  /// What the document calls it; `nil` where it does not say.
  var name: String?
  /// Its part of an address, unique within the agreement.
  var slug: String
  /// The day on which it takes effect, where it says one.
  var effective: CalendarDate?
  var digest: String
  /// The first and the last of the portal's versions that have it, by their index in
  /// ``PortalHistory/versions``.
  var releases: ClosedRange<Int>
  /// The agreement's index in the first of them.
  var index: Int
  /// Whether a version before it has the same name.
  var isNamesake = false
  /// Whether no release holds it and another text was published under its name: it has no name of
  /// its own yet, and takes no version's place.
  var isDraft = false
  /// The earlier version that it is, byte for byte, where nothing between the two took effect: what
  /// had been announced was given up.
  var restores: Int?

  /// The day on which it takes effect; of a draft, that is the day of another text.
  var ownDay: CalendarDate? { isDraft ? nil : effective }
}

/// All versions of an agreement.
struct AgreementHistory: Sendable {
  var id: String
  /// Oldest first, never empty.
  var versions: [AgreementVersion]
  /// Whether the newest is what the content holds now; false for an agreement that is gone.
  var isCurrent: Bool
  /// The version that is in force on the day of the portal; the first, where none is yet.
  var inForce: Int
  /// Whether ``inForce`` has taken effect; false where all versions are announced only.
  var hasVersionInForce = true
  /// Whether something around the version in force has changed since it was published: an annex, or
  /// a register. Its text is compared with itself then, and what belongs to it with what it is now.
  var hasNewSurroundings = false

  var newest: Int { versions.count - 1 }

  /// The newest version that has a name of its own.
  var newestNamed: Int { versions[newest].isDraft ? newest - 1 : newest }

  /// Whether the versions newer than the one in force are announced only, or not released.
  var isAnnounced: Bool { isCurrent && inForce < newest }

  /// The version in force, where the agreement's own page shows a later one.
  var inForceBehindNewest: Int? { isAnnounced && hasVersionInForce ? inForce : nil }

  /// The version that stands for one in lists: of one that was restored, the first.
  func listed(_ version: Int) -> Int { versions[version].restores ?? version }

  /// The version that a page is about today: of one that was restored, the last.
  func latest(_ version: Int) -> Int {
    versions.indices.last { versions[$0].restores == version } ?? version
  }

  /// The versions that take effect on a later day, in the order of those days: without those that a
  /// newer one comes before or in the place of.
  var announced: [Int] {
    guard isCurrent else { return [] }
    var found: [Int] = []
    var next: CalendarDate?
    var names: Set<String> = []
    for index in versions.indices.dropFirst(hasVersionInForce ? inForce + 1 : 0).reversed() {
      guard !versions[index].isDraft, let day = versions[index].effective,
        next.map({ day < $0 }) ?? true,
        versions[index].name.map({ names.insert($0).inserted }) ?? true
      else { continue }
      found.append(index)
      next = day
    }
    return found.reversed()
  }

  /// The version before that a draft is a change of: the newest under its name.
  func namesake(ofVersion draft: Int) -> Int {
    versions.indices.prefix(draft).last { versions[$0].name == versions[draft].name } ?? draft
  }

  /// The pairs of versions that have a comparison, the older first: all of them where there are
  /// few, else neighbours and each with the newest and the one in force.
  ///
  /// Shape: by the newer version, then the older.
  var pairs: [(from: Int, to: Int)] {
    versions.indices.flatMap { to in
      versions.indices.prefix(to + 1).filter { hasComparison(from: $0, to: to) }.map { ($0, to) }
    }
  }

  func hasComparison(from: Int, to: Int) -> Bool {
    if from == to { return from == inForce && hasNewSurroundings }
    guard from < to, versions.indices.contains(to), from >= 0 else { return false }
    return versions.count <= Self.maximumOfAllPairs || from == to - 1 || to == newest
      || to == inForce
  }

  /// With more versions than this, pages would grow with their square.
  static let maximumOfAllPairs = 6
}

/// The histories of all agreements that some versions of a portal hold, in the order of their ids.
///
/// `changes`: what each of `versions` changed; a file that only looks otherwise is no other version.
/// `asOf`: the day that stands for today.
func agreementHistories(
  of versions: [ReadVersion], changes: [ChangeSet], asOf: CalendarDate
) -> [AgreementHistory] {
  let changed = changes.map { $0.changedAgreements }
  var histories: [AgreementHistory] = []
  var numbers: [String: Int] = [:]
  for (number, version) in versions.enumerated() {
    for (index, snapshot) in version.contents.agreements.enumerated() {
      let agreement = snapshot.agreement
      let history = numbers[agreement.id] ?? histories.count
      if history == histories.count {
        numbers[agreement.id] = history
        histories.append(
          AgreementHistory(id: agreement.id, versions: [], isCurrent: false, inForce: 0))
      }
      histories[history].add(
        agreement, digest: version.digests[index],
        isChanged: changed[number].contains(agreement.id),
        at: index, in: number, called: version.id)
      histories[history].isCurrent = number == versions.count - 1
    }
  }
  for index in histories.indices {
    histories[index].findDraft(today: versions.count - 1)
    let inForce = histories[index].versions.lastIndex { version in
      !version.isDraft && version.effective.map { $0 <= asOf } ?? true
    }
    histories[index].inForce = inForce ?? 0
    histories[index].hasVersionInForce = inForce != nil
  }
  return histories.sorted { $0.id < $1.id }
}

extension AgreementHistory {
  /// Adds what release number `number` holds: the version before, or a new one.
  fileprivate mutating func add(
    _ agreement: Agreement, digest: String, isChanged: Bool, at index: Int, in number: Int,
    called release: String
  ) {
    let name = agreement.metadata.version?.value
    // Another setting makes another text of the same file, and other line breaks none of another.
    if let last = versions.last, last.name == name,
      last.releases.upperBound == number - 1 ? !isChanged : last.digest == digest
    {
      versions[versions.count - 1].releases = last.releases.lowerBound...number
      return
    }
    versions.append(
      AgreementVersion(
        name: name, slug: freeSlug(name ?? release, release),
        effective: agreement.metadata.effectiveDay, digest: digest,
        releases: number...number, index: index,
        isNamesake: versions.contains { $0.name == name }))
  }

  /// Marks the newest version where its name is one that another text was published under. To return
  /// to an earlier text is no draft.
  ///
  /// `today`: the number of the version that no release holds.
  fileprivate mutating func findDraft(today: Int) {
    guard let last = versions.last, last.releases.lowerBound == today else { return }
    let namesakes = versions.dropLast().filter { $0.name == last.name }
    let isEarlierText = namesakes.contains {
      $0.digest == last.digest && $0.releases.upperBound < last.releases.lowerBound - 1
    }
    versions[newest].isDraft = !namesakes.isEmpty && !isEarlierText
  }

  private func freeSlug(_ name: String, _ release: String) -> String {
    let taken = Set(versions.map { $0.slug.lowercased() })
    let slug = addressPart(name)
    if !taken.contains(slug.lowercased()) { return slug }
    let dated = addressPart("\(name)-\(release)")
    if !taken.contains(dated.lowercased()) { return dated }
    return "\(dated)-\(versions.count + 1)"
  }
}

extension ChangeSet {
  /// The agreements that say something else than before: their text, or a fact of theirs that
  /// matters.
  fileprivate var changedAgreements: Set<String> {
    Set(
      changes.lazy.filter { change in
        change.isOfText || change.materiality == .substantive || change.materiality == .weakening
      }.compactMap(\.agreement))
  }
}

/// `name` as one part of an address: `2.40` stays, `Fassung 3/2026` becomes `Fassung-3-2026`.
///
/// Names that pages of the portal have in the same places get a hyphen at the end.
func addressPart(_ name: String) -> String {
  var part: [UInt8] = []
  for byte in name.utf8.prefix(80) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      part.append(byte)
    default: if part.last != UInt8(ascii: "-") { part.append(UInt8(ascii: "-")) }
    }
  }
  while part.first == UInt8(ascii: ".") { part.removeFirst() }
  let text = part.isEmpty ? "version" : String(decoding: part, as: UTF8.self)
  return reservedParts.contains(text.lowercased()) ? text + "-" : text
}

private let reservedParts: Set<String> = [
  "index.html", "versions", "compare", "history", "feed.atom", "feed.json",
]
