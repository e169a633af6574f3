internal import Agreements
internal import Deadlines
internal import Frontmatter

/// The days on which versions of agreements take effect that were announced before.
///
/// Shape: in the order of the days, then of the agreements' ids. Those whose day has passed are
/// there, too: who was told of a day is told when it is given up.
struct AnnouncedVersions: Sendable {
  struct Version: Sendable {
    var agreement: String
    /// The agreement that it is a translation of, or itself.
    var original: String
    var title: String
    /// What the document calls the version, and its part of an address.
    var name: String?
    var slug: String
    var language: String
    var day: CalendarDate
    /// What changes on the day, or the text.
    var path: String
    /// When it was settled that the day is the one; no later than the day of the portal.
    var stamp: CalendarDate
    /// Whether another version took its place before the day.
    var isCancelled: Bool
  }

  let versions: [Version]
  private let asOf: CalendarDate

  init(_ portal: CompiledPortal, paths: PortalPaths) {
    asOf = portal.asOf
    let found =
      portal.history.isEmpty
      ? portal.agreements.compactMap { Version($0, of: portal, paths: paths) }
      : portal.history.agreements.flatMap { Self.versions(of: $0, in: portal, paths: paths) }
    versions = found.sorted { ($0.day, $0.agreement, $0.slug) < ($1.day, $1.agreement, $1.slug) }
  }

  /// Those still to come; of one text in several languages the one in `language`, else the
  /// original.
  func toCome(in language: String) -> [Version] {
    shown(in: language).filter { $0.day > asOf && !$0.isCancelled }
  }

  /// Of one text in several languages, the version in `language`, else the original.
  func shown(in language: String) -> [Version] {
    func rank(_ version: Version) -> Int {
      if version.language == language { return 0 }
      return version.agreement == version.original ? 1 : 2
    }
    func key(_ version: Version) -> String {
      "\(version.original) \(version.day) \(version.isCancelled)"
    }
    var best: [String: Int] = [:]
    for version in versions { best[key(version)] = min(best[key(version)] ?? 2, rank(version)) }
    return versions.filter { rank($0) == best[key($0)] }
  }

  private static func versions(
    of agreement: AgreementHistory, in portal: CompiledPortal, paths: PortalPaths
  ) -> [Version] {
    let history = portal.history
    return agreement.versions.indices.compactMap { index in
      let version = agreement.versions[index]
      let published = history.date(of: version.releases.lowerBound) ?? portal.asOf
      guard !version.isDraft, let day = version.effective, day > published else { return nil }
      let metadata = history.agreement(version).metadata
      let replacement = history.replacement(
        ofVersion: index, beforeItTookEffectIn: agreement, asOf: portal.asOf)
      let replaced = replacement.map {
        history.date(of: agreement.versions[$0].releases.lowerBound) ?? portal.asOf
      }
      let isGone = !agreement.isCurrent && day > portal.asOf
      let old = history.version(replacedBy: index, in: agreement, asOf: portal.asOf)
      let page =
        index == agreement.newest && agreement.isCurrent || !history.isReleased(version)
        ? paths.agreement(agreement.id) : paths.version(version.slug, ofAgreement: agreement.id)
      let changes = old.flatMap { old in
        agreement.hasComparison(from: old, to: index)
          ? paths.comparison(
            from: agreement.versions[old].slug, to: version.slug, ofAgreement: agreement.id) : nil
      }
      return Version(
        agreement: agreement.id, original: metadata.translationOf?.value ?? agreement.id,
        title: metadata.title,
        name: version.name ?? history.versions[version.releases.lowerBound].id,
        slug: version.slug, language: metadata.language?.value ?? paths.defaultLanguage, day: day,
        path: changes ?? page, stamp: min(replaced ?? published, portal.asOf),
        isCancelled: replacement != nil || isGone)
    }
  }
}

extension AnnouncedVersions.Version {
  /// A text of today that takes effect later; `nil` of another.
  fileprivate init?(_ agreement: Agreement, of portal: CompiledPortal, paths: PortalPaths) {
    let metadata = agreement.metadata
    guard let day = metadata.effectiveDay, day > portal.asOf else { return nil }
    self.init(
      agreement: agreement.id, original: metadata.translationOf?.value ?? agreement.id,
      title: metadata.title, name: metadata.version?.value,
      slug: addressPart(metadata.version?.value ?? ""),
      language: metadata.language?.value ?? paths.defaultLanguage, day: day,
      path: paths.agreement(agreement.id), stamp: portal.asOf, isCancelled: false)
  }
}
