internal import Agreements
internal import Deadlines
internal import Frontmatter

/// Finds the texts of one agreement that never took effect, as their version was published again with
/// another day before theirs.
struct PutOffTexts {
  private var latest: [String: (effective: CalendarDate?, since: CalendarDate)] = [:]
  /// By version: the day of the release that gave it another day.
  private var changed: [String: CalendarDate] = [:]

  /// Takes the texts from the newest to the oldest.
  ///
  /// `published`: the day of the release; for what none holds, that of the portal.
  mutating func isPutOff(_ metadata: AgreementMetadata, published: CalendarDate) -> Bool {
    guard let version = metadata.version?.value else { return false }
    let day = metadata.effectiveDay
    if let next = latest[version], next.effective != day { changed[version] = next.since }
    latest[version] = (day, published)
    guard let day, let other = changed[version] else { return false }
    return other < day
  }
}
