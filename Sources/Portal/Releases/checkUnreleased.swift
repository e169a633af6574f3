internal import Agreements
internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import History
internal import Registers

/// Checks what the content holds now against what releases have published: between two releases a
/// portal is built from both, and must not tell two things of one version.
///
/// An author works between releases, so a text that needs a version yet is a warning here, and an
/// error only of a release. A day before that of the version in force is wrong at once: pages would
/// say that the older one replaced the newer.
///
/// `asOf`: the day that stands for today.
///
/// - Returns: `unchanged-version`, `reused-version` and `date-order`.
func checkUnreleased(
  _ history: PortalHistory, content: [ContentFile], settings: PortalSettings,
  words: [String: Words],
  asOf: CalendarDate
) -> [Diagnostic] {
  guard let last = history.releases.indices.last,
    let content = UnreleasedContent(
      history, content, settings, words)
  else { return [] }
  let today = last + 1
  var diagnostics = checkMeasuresDocument(history, settings)
  for agreement in history.agreements where agreement.isCurrent {
    let version = agreement.versions[agreement.newest]
    guard version.releases.lowerBound == today else { continue }
    let text = history.agreement(version)
    if version.isDraft {
      let namesake = agreement.versions[agreement.namesake(ofVersion: agreement.newest)]
      let isLast = namesake.releases.upperBound == last
      guard isLast || namesake.digest != version.digest else { continue }
      if !isLast, let name = text.metadata.version {
        let release = history.releases[namesake.releases.lowerBound].id
        diagnostics.append(.reusedVersion(name, of: text.id, release: release, .warning))
      } else if history.changes(ofAgreement: text.id, in: today).contains(where: \.isOfText) {
        diagnostics.append(
          .unchangedVersion(
            text, since: history.releases[last].id, .warning,
            settings: content.changedSettings(in: text)))
      }
    } else if let day = version.effective {
      let later = agreement.versions.indices.dropLast().last { index in
        guard let other = agreement.versions[index].effective else { return false }
        return other <= asOf && day < other
          && history.replacement(ofVersion: index, beforeItTookEffectIn: agreement, asOf: asOf)
            == nil
      }
      // Who returns to a text returns to its day.
      let isReturn = agreement.versions.dropLast().contains { $0.digest == version.digest }
      if let later, !isReturn {
        diagnostics.append(.effectiveBefore(agreement.versions[later], text, day))
      }
    }
  }
  return diagnostics
}

/// The document of measures has a version to be cited by, as an agreement has.
private func checkMeasuresDocument(
  _ history: PortalHistory, _ settings: PortalSettings
) -> [Diagnostic] {
  guard let last = history.releases.indices.last,
    let version = settings.measuresDocument.version,
    let before = history.versions[last].contents.registers.settings?.measuresDocument.version,
    before.value == version.value
  else { return [] }
  let change = history.changesOfRegisters(in: last + 1).first { change in
    change.isAboutMeasure
      && (change.materiality == .substantive || change.materiality == .weakening)
  }
  return change.map {
    [.unchangedDocument(version, since: history.releases[last].id, change: $0)]
  } ?? []
}

/// What the content is compared with, to say which setting made a text another one.
struct UnreleasedContent {
  private let files: [String: ContentFile]
  private let before: Variables
  private let after: Variables

  /// `nil` where there are no settings to compare.
  init?(
    _ history: PortalHistory, _ content: [ContentFile], _ settings: PortalSettings,
    _ words: [String: Words]
  ) {
    guard let last = history.releases.indices.last,
      let old = history.versions[last].contents.registers.settings
    else { return nil }
    self.init(old, settings, content, words)
  }

  init(
    _ old: PortalSettings, _ new: PortalSettings, _ content: [ContentFile], _ words: [String: Words]
  ) {
    files = Dictionary(content.map { ($0.path, $0) }) { first, _ in first }
    before = portalVariables(from: old, words: words)
    after = portalVariables(from: new, words: words)
  }

  /// The settings that a text is filled in from and that have changed, in the order of their names.
  func changedSettings(in agreement: Agreement) -> [ChangedSetting] {
    let language = agreement.metadata.language?.value
    guard let bytes = files[agreement.path]?.bytes else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    let used = Set(
      text.split(separator: "{{").dropFirst().map { part in
        String(part.drop { $0 == " " }.prefix { $0 != " " && $0 != "|" && $0 != "}" })
      })
    return used.sorted().compactMap { name in
      let (old, new) = (
        before.value(of: name, in: language), after.value(of: name, in: language)
      )
      guard let old, let new, old != new else { return nil }
      return ChangedSetting(name: name.replacing("_", with: "-"), before: old, after: new)
    }
  }
}

/// A setting that a text is filled in from, by its key in `content/portal.yml`.
struct ChangedSetting {
  var name: String
  var before: String
  var after: String
}

extension Diagnostic {
  /// `settings`: those that made the text another one.
  static func unchangedVersion(
    _ agreement: Agreement, since release: String, _ severity: Severity,
    settings: [ChangedSetting]
  ) -> Self {
    let stated = agreement.metadata.version
    let version = stated.map { "is still '\($0.value)'" } ?? "is not stated"
    return Diagnostic(
      .unchangedVersion, severity,
      "text of '\(agreement.id)' has changed since release '\(release)' and its version \(version); "
        + "a version must mean one text",
      at: stated?.range ?? SourceRange(path: agreement.path, line: 1, column: 1),
      notes: settings.map {
        Note(
          "it shows the setting '\($0.name)' of 'content/portal.yml', which was '\($0.before)' and "
            + "is '\($0.after)' now")
      },
      help: settings.isEmpty
        ? "write a new 'version' in the frontmatter"
        : "write a new 'version' in the frontmatter, or set "
          + settings.map { "'\($0.name)'" }.joined(separator: ", ") + " back")
  }

  static func reusedVersion(
    _ version: Located<String>, of agreement: String, release: String, _ severity: Severity = .error
  ) -> Self {
    Diagnostic(
      .reusedVersion, severity,
      "version '\(version.value)' of '\(agreement)' was another text in release '\(release)'; "
        + "a version must mean one text",
      at: version.range, help: "write a version that was not used before")
  }

  /// Only what has not begun can be put off.
  static func begunVersion(
    _ version: Located<String>, of agreement: String, begun: CalendarDate, again: CalendarDate
  ) -> Self {
    Diagnostic(
      .reusedVersion,
      "version '\(version.value)' of '\(agreement)' has been in force since '\(begun)' and can't take "
        + "effect anew on '\(again)'",
      at: version.range, help: "write a version that was not used before, or '\(begun)' again")
  }

  fileprivate static func unchangedDocument(
    _ version: Located<String>, since release: String, change: Change
  ) -> Self {
    Diagnostic(
      .unchangedVersion, .warning,
      "measures have changed since release '\(release)' and the version of their document is still "
        + "'\(version.value)'; a version must mean one text",
      at: version.range, notes: [Note(change.statement.english)],
      help: "write a new 'version' in 'measures-document'")
  }

  fileprivate static func effectiveBefore(
    _ other: AgreementVersion, _ agreement: Agreement, _ day: CalendarDate
  ) -> Self {
    let name = agreement.metadata.version.map { "version '\($0.value)'" } ?? "the text"
    let earlier = other.name.map { "version '\($0)'" } ?? "the one"
    let since = other.effective.map { " since \($0)" } ?? ""
    return Diagnostic(
      .dateOrder,
      "\(name) of '\(agreement.id)' takes effect on \(day), before \(earlier), in force"
        + "\(since); what replaces a text can't begin before it",
      at: agreement.metadata.effective?.range
        ?? SourceRange(path: agreement.path, line: 1, column: 1),
      help: other.effective.map { "write '\($0)' or a later day" })
  }
}
