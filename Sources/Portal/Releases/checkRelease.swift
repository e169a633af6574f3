internal import Agreements
internal import Calendars
internal import Changes
internal import Deadlines
package import Diagnostics
internal import Frontmatter
internal import History
internal import Registers

/// What a release to be is checked against.
struct ReleaseCandidate {
  var id: String
  var date: CalendarDate
  /// With the author's notes; without those of files that can't be read.
  var changes: ChangeSet
  var content: ReadVersion
  /// Whether all files could be read.
  var isComplete = true
  /// What the last release holds; `nil` before the first one.
  var last: ReadVersion?
  /// Oldest first.
  var releases: [PublishedRelease]
  var holidays = HolidayAtlas.shipped
  /// Promises of contracts that are in force until others take effect.
  var earlier = EarlierPromises()
  /// The files of the content, and the words that settings are filled in with.
  var files: [ContentFile] = []
  var words: [String: Words] = [:]
}

/// Checks what a release promises by being one: a version means one text, measures are not weakened
/// in silence, and what is announced leaves the promised time.
///
/// - Returns: `release-out-of-order`, `empty-release`, `unchanged-version`, `reused-version`,
///   `unjustified-weakening` and `short-notice`.
func checkRelease(_ candidate: ReleaseCandidate) -> [Diagnostic] {
  // The first release follows none: there is nothing that it could break.
  guard let last = candidate.releases.last, let lastContent = candidate.last else { return [] }
  var diagnostics: [Diagnostic] = []
  if candidate.date < last.date {
    diagnostics.append(.releaseOutOfOrder(candidate.date, after: last))
  }
  if candidate.changes.isEmpty, candidate.isComplete {
    diagnostics.append(.emptyRelease(after: last))
  }
  diagnostics += checkVersions(candidate, since: lastContent)
  diagnostics += checkWeakening(candidate)
  diagnostics += checkAnnouncements(candidate, since: lastContent, of: last.date)
  return diagnostics
}

// MARK: - Versions

private func checkVersions(
  _ candidate: ReleaseCandidate, since last: ReadVersion
) -> [Diagnostic] {
  let changed = Set(candidate.changes.changes.filter(\.isOfText).compactMap(\.agreement))
  let before = Dictionary(
    last.contents.agreements.map { ($0.agreement.id, $0.agreement) },
    uniquingKeysWith: { first, _ in first })
  let digests = pastDigests(candidate.releases)
  let settings = last.contents.registers.settings.flatMap { old in
    candidate.content.contents.registers.settings.map { new in
      UnreleasedContent(old, new, candidate.files, candidate.words)
    }
  }
  var diagnostics: [Diagnostic] = []
  for (index, snapshot) in candidate.content.contents.agreements.enumerated() {
    let agreement = snapshot.agreement
    let version = agreement.metadata.version
    if changed.contains(agreement.id), let old = before[agreement.id],
      old.metadata.version?.value == version?.value
    {
      diagnostics.append(
        .unchangedVersion(
          agreement, since: last.id, .error,
          settings: settings?.changedSettings(in: agreement) ?? []))
    } else if let version, before[agreement.id]?.metadata.version?.value != version.value,
      let first = digests["\(agreement.id) \(version.value)"],
      first.digest != candidate.content.digests[index]
    {
      diagnostics.append(.reusedVersion(version, of: agreement.id, release: first.release))
    } else if let version, let old = before[agreement.id],
      old.metadata.version?.value == version.value,
      let begun = old.metadata.effectiveDay, begun <= candidate.date,
      let day = agreement.metadata.effectiveDay, day > candidate.date
    {
      diagnostics.append(.begunVersion(version, of: agreement.id, begun: begun, again: day))
    }
  }
  return diagnostics
}

/// The text that each version of each agreement was first published with.
///
/// - Complexity: O(bytes of the frontmatters that differ): of past texts nothing else is asked.
private func pastDigests(
  _ releases: [PublishedRelease]
) -> [String: (digest: String, release: String)] {
  var digests: [String: (digest: String, release: String)] = [:]
  var known: Set<String> = []
  for release in releases {
    for file in release.files where file.kind == .agreement {
      guard known.insert("\(file.digest) \(file.name)").inserted else { continue }
      let metadata = file.agreementMetadata
      guard let version = metadata.version?.value else { continue }
      let key = "\(metadata.id) \(version)"
      if digests[key] == nil { digests[key] = (file.digest, release.id) }
    }
  }
  return digests
}

// MARK: - Measures

private func checkWeakening(_ candidate: ReleaseCandidate) -> [Diagnostic] {
  let measureTexts = Set(
    candidate.content.contents.agreements.filter { $0.agreement.metadata.kind == .measures }
      .map(\.agreement.id))
  let places = Dictionary(
    candidate.content.contents.registers.controls.flatMap(\.measures).map {
      ($0.id.value, $0.id.range)
    }, uniquingKeysWith: { first, _ in first })
  let left = candidate.changes.leftPlaces
  return candidate.changes.changes.compactMap { change in
    guard change.materiality == .weakening, change.reason == nil else { return nil }
    guard change.isOfMeasure || measureTexts.contains(change.agreement ?? "") else { return nil }
    let place = (change.after ?? change.before).map {
      SourceRange(path: $0.file, line: $0.line, column: 1)
    }
    return .unjustifiedWeakening(
      change, at: places[change.entity] ?? place,
      isAmbiguous: left.contains("\(change.agreement ?? "") \(change.after?.path ?? "")"))
  }
}

extension ChangeSet {
  /// Where what changed stood before and does not stand now, by agreement and path.
  fileprivate var leftPlaces: Set<String> {
    var places: Set<String> = []
    for change in changes where change.materiality != .renumberingOnly {
      guard let agreement = change.agreement, let path = change.before?.path,
        change.after?.path != path
      else { continue }
      places.insert("\(agreement) \(path)")
    }
    return places
  }
}

// MARK: - Diagnostics

extension Diagnostic.Code {
  package static let releaseOutOfOrder = Self(rawValue: "release-out-of-order")
  package static let emptyRelease = Self(rawValue: "empty-release")
  package static let unchangedVersion = Self(rawValue: "unchanged-version")
  package static let reusedVersion = Self(rawValue: "reused-version")
  package static let unjustifiedWeakening = Self(rawValue: "unjustified-weakening")
  package static let idleReleaseNote = Self(rawValue: "idle-release-note")
  package static let ambiguousReleaseNote = Self(rawValue: "ambiguous-release-note")
}

extension Diagnostic {
  /// The portal of a day before a release that it holds.
  static func releaseAhead(_ last: PublishedRelease, of day: CalendarDate) -> Self {
    Diagnostic(
      .releaseOutOfOrder, .warning,
      "release '\(last.id)' of \(last.date) lies after \(day), the day of this portal; pages show "
        + "its texts and registers all the same", at: last.place,
      help:
        "write '--as-of \(last.date)' or a later day; for the portal of an earlier day, take the "
        + "workspace of that day")
  }

  fileprivate static func releaseOutOfOrder(
    _ date: CalendarDate, after last: PublishedRelease
  ) -> Self {
    Diagnostic(
      .releaseOutOfOrder,
      "release of \(date) would stand before release '\(last.id)' of \(last.date); "
        + "releases follow one another",
      at: last.place, help: "write '--as-of \(last.date)' or a later day")
  }

  fileprivate static func emptyRelease(after last: PublishedRelease) -> Self {
    Diagnostic(
      .emptyRelease, "nothing has changed since release '\(last.id)'; a release says what has",
      at: last.place, help: "change the content first; a portal can be built without a release")
  }

  /// `isAmbiguous`: whether its path was that of another change before.
  fileprivate static func unjustifiedWeakening(
    _ change: Change, at range: SourceRange?, isAmbiguous: Bool
  ) -> Self {
    let key = change.after == nil ? "before" : isAmbiguous ? "after" : "path"
    let path = (change.after ?? change.before)?.path ?? ""
    let note =
      change.agreement.map { "{agreement: \($0), \(key): \(JSONText.quoted(path))" }
      ?? "{measure: \(change.entity)"
    let name = change.agreement == nil ? change.entity : path
    return Diagnostic(
      .unjustifiedWeakening,
      "'\(name)' is weakened without a reason; the level of protection must not fall "
        + "in silence",
      at: range, notes: [Note(change.statement.english)],
      help: "write \(note), reason: ...} into 'notes' of 'content/releases/next.yml'")
  }

  static func idleReleaseNote(_ note: ReleaseNote) -> Self {
    Diagnostic(
      .idleReleaseNote, .warning,
      "note is about \(note.subjectWords), of which nothing has changed", at: note.place,
      help: "correct what it is about, or remove it; a release leaves it in 'next.yml'")
  }

  static func ambiguousReleaseNote(_ note: ReleaseNote, _ gone: Change, _ here: Change) -> Self {
    Diagnostic(
      .ambiguousReleaseNote, .error,
      "note is about \(note.subjectWords), which is one place in the last release and another one now",
      at: note.place,
      notes: [
        Note("before: \(gone.statement.english)"), Note("after: \(here.statement.english)"),
      ],
      help: "write 'before' for the place that it was, or 'after' for the one that it is, "
        + "instead of 'path'")
  }
}
