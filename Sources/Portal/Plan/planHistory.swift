internal import Agreements
internal import Frontmatter
internal import History

/// The pages of releases, of old versions and of comparisons.
///
/// A release has a page in each language of the portal; what is about an agreement is in the
/// language of its text, as the agreement's own page is.
func planHistory(
  _ history: PortalHistory, paths: PortalPaths, languages: [String]
) -> [PlannedPage] {
  var pages: [PlannedPage] = []
  for language in languages {
    for (index, release) in history.releases.enumerated() {
      pages.append(
        PlannedPage(
          subject: .release(index), path: paths.release(addressPart(release.id), language),
          language: language))
    }
  }
  for (number, agreement) in history.agreements.enumerated() {
    let own = history.agreement(agreement.versions[agreement.newest]).metadata.language?.value
    let language = own.flatMap { languages.contains($0) ? $0 : nil } ?? paths.defaultLanguage
    func add(_ subject: PlannedPage.Subject, _ path: String) {
      pages.append(PlannedPage(subject: subject, path: path, language: language))
    }
    add(.versions(agreement: number), paths.versions(ofAgreement: agreement.id))
    if agreement.versions.count > 1 {
      add(.clauseHistory(agreement: number), paths.clauseHistory(ofAgreement: agreement.id))
    }
    for (index, version) in agreement.versions.enumerated()
    where history.isReleased(version) {
      add(
        .version(agreement: number, version: index),
        paths.version(version.slug, ofAgreement: agreement.id))
    }
    for (from, to) in agreement.pairs {
      add(
        .comparison(agreement: number, from: from, to: to),
        paths.comparison(
          from: agreement.versions[from].slug, to: agreement.versions[to].slug,
          ofAgreement: agreement.id))
    }
  }
  return pages
}
