internal import Agreements
internal import Changes
internal import Deadlines
internal import Frontmatter
internal import History
internal import References
internal import Search

extension SearchPartBuilder {
  /// Changes of a release as its page states them.
  mutating func add(
    release number: Int, changes range: Range<Int>, _ language: String, to part: inout SearchPart
  ) {
    let release = portal.history.releases[number]
    let words = words[language] ?? Words(language: language)
    let title = words.text("release.title", filling: ["date": words.date(release.date)])
    part.beginDocument(title: title, path: paths.release(addressPart(release.id), language))
    terms.add(title, as: .title)
    terms.add(release.date.description, as: .text)
    for change in portal.history.changes[number].changes[range] {
      var text = change.statement(
        in: Language(ofReaders: language), withDays: words)
      // Sentences about records name them.
      if let title = self.title(ofAgreement: change.agreement, in: number) {
        text = "\(title): \(text)"
      }
      part.add(place: "", anchor: "change-\(change.number)", text: text)
      terms.add(text, as: .text)
    }
  }

  private func title(ofAgreement id: String?, in number: Int) -> String? {
    guard let id, let found = portal.history.number(ofAgreement: id) else { return nil }
    let owner = portal.history.agreements[found]
    let version = portal.history.version(ofAgreement: id, in: number)?.version ?? owner.newest
    return portal.history.agreement(owner.versions[version]).metadata.listedTitle
  }

  /// A version of an agreement by its name alone, which is found without its text.
  mutating func add(nameOf version: SearchPlan.Version, to part: inout SearchPart) {
    let owner = portal.history.agreements[version.agreement]
    let (title, language) = self.title(ofVersion: version.version, of: owner)
    let isCurrent = owner.isCurrent && version.version == owner.newest
    let address =
      isCurrent
      ? paths.agreement(owner.id)
      : paths.version(owner.versions[version.version].slug, ofAgreement: owner.id)
    part.beginDocument(title: title, path: address, language: language, rank: .versionName)
    terms.add(title, as: .title)
  }

  private func title(
    ofVersion number: Int, of owner: AgreementHistory
  ) -> (title: String, language: String) {
    let version = owner.versions[number]
    let agreement = portal.history.agreement(version)
    let language = agreement.metadata.language?.value ?? paths.defaultLanguage
    let words = words[language] ?? Words(language: language)
    let name = words.text(
      "agreement.version-name", filling: ["version": version.name ?? version.slug])
    return ("\(agreement.metadata.listedTitle), \(name)", language)
  }

  /// An earlier text of an agreement, or the one in force before what is announced; its title names
  /// the version.
  mutating func add(version: Int, ofAgreement number: Int, to part: inout SearchPart) {
    let owner = portal.history.agreements[number]
    let title = title(ofVersion: version, of: owner).title
    let isInForce = version == owner.inForceBehindNewest
    let version = owner.versions[version]
    let snapshot = portal.history.snapshot(version)
    add(
      snapshot.agreement, snapshot.reading.passages, called: title,
      at: paths.version(version.slug, ofAgreement: owner.id),
      as: isInForce ? rank(of: snapshot.agreement) : .earlierVersion,
      defining: portal.history.understood(version).terms, to: &part)
  }
}
