internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import References
internal import Registers
internal import Templating

/// A clause that says how long customers may object to a sub-processor.
struct ObjectionClause: Sendable {
  var title: String
  /// As the version of its text calls itself.
  var version: String?
  /// Its path within the agreement, in the language of the page.
  var place: String
  var path: String
  /// That of its text, where it is not that of the page.
  var language: String?
  /// Never empty.
  var periods: [References.Period]
  /// The day on which its text takes effect, where another one is in force until then.
  var from: CalendarDate?
  /// The text that was agreed, of which the page may name the version in another language.
  var agreement: Agreement

  /// Whether a day that was counted by some terms is the one that the clause gives.
  func states(_ terms: DeadlineTerms) -> Bool {
    periods.contains { $0.isAsLong(as: terms.period, week: terms.week) }
  }

  /// Whether it gives a later day than the one that was counted.
  func isLonger(than window: Deadline) -> Bool {
    periods.compactMap(\.promised).contains { period in
      var terms = window.terms
      terms.period = period
      let own = try? computeDeadline(terms, from: window.event)
      return own.map { $0.lastDay > window.lastDay } ?? false
    }
  }
}

/// With more, a portal has a contract for each customer, and nobody knows which is the reader's.
private let mostContracts = 5

/// The clauses of the contracts in force, then those of texts that will take the place of one of
/// these; of portals of the past, only the texts are known.
func objectionClauses(
  in portal: CompiledPortal, language: String, paths: PortalPaths
) -> [ObjectionClause] {
  let understood = portal.understood.agreements
  let contracts = zip(portal.agreements, understood).enumerated().filter {
    $1.0.metadata.kind == .agreement && !$1.1.objections.isEmpty
  }.map(\.offset)
  let own = contracts.filter {
    (portal.agreements[$0].metadata.language?.value ?? paths.defaultLanguage) == language
  }
  let shown = own.isEmpty ? contracts : own
  guard shown.count <= mostContracts else { return [] }
  return shown.flatMap { number in
    let newest = portal.agreements[number]
    func clauses(
      of agreement: Agreement, _ periods: [References.Period], on page: String,
      from day: CalendarDate? = nil
    ) -> [ObjectionClause] {
      let provisions = inOrder(periods.map(\.provision)).filter { $0 >= 0 }
      let translation =
        portal.translation(of: agreement, in: language, from: day, paths: paths)
      return provisions.map { provision in
        let place = agreement.provisions.path(of: Int(provision), in: language)
        let own = (agreement, Int(provision), page)
        // Who reads German is led to the German text, where that has the same clause.
        let (text, index, address) =
          translation.flatMap { text, page in
            text.provisions.indices.first { text.provisions.path(of: $0, in: language) == place }
              .map { (text, $0, page) }
          } ?? own
        let anchor = percentEncodedFragment(text.provisions[index].anchor)
        return ObjectionClause(
          title: text.metadata.listedTitle, version: text.metadata.version?.value, place: place,
          path: "\(address)#\(anchor)",
          language: portal.foreignLanguage(of: text, onPagesIn: language),
          periods: periods.filter { $0.provision == provision }, from: day, agreement: agreement)
      }
    }
    let page = paths.agreement(newest.id)
    // What is announced only has been agreed with nobody yet.
    guard
      let inForce = portal.history.versionInForce(
        insteadOf: newest, promising: portal.settings.notice)
    else { return clauses(of: newest, understood[number].objections, on: page) }
    var found = clauses(
      of: inForce.agreement, inForce.objections,
      on: paths.version(inForce.slug, ofAgreement: newest.id))
    // Of texts to come that say the same, the first.
    var said: [Deadlines.Period]?
    for text in portal.history.announced(of: newest, promising: portal.settings.notice) {
      let promised = text.objections.compactMap(\.promised)
      guard said != promised else { continue }
      said = promised
      found += clauses(
        of: text.agreement, text.objections,
        on: text.slug.map { paths.version($0, ofAgreement: newest.id) } ?? page,
        from: text.agreement.metadata.effectiveDay)
    }
    return found
  }
}

extension CompiledPortal {
  /// The text in force of an agreement in another language, or the one that takes effect on a day to
  /// come, and its page.
  fileprivate func translation(
    of agreement: Agreement, in language: String, from day: CalendarDate?, paths: PortalPaths
  ) -> (Agreement, page: String)? {
    let original = agreement.metadata.translationOf?.value ?? agreement.id
    guard (agreement.metadata.language?.value ?? paths.defaultLanguage) != language,
      let text = agreements.first(where: {
        ($0.metadata.translationOf?.value ?? $0.id) == original
          && ($0.metadata.language?.value ?? paths.defaultLanguage) == language
      })
    else { return nil }
    let known = history.number(ofAgreement: text.id).map { history.agreements[$0] }
    guard let known, let inForce = known.inForceBehindNewest else {
      return day == nil || text.metadata.effectiveDay == day
        ? (text, paths.agreement(text.id)) : nil
    }
    let shown = day == nil ? inForce : known.announced.first { known.versions[$0].effective == day }
    guard let shown else { return nil }
    if shown == known.newest { return (text, paths.agreement(text.id)) }
    let version = known.versions[shown]
    return (history.agreement(version), paths.version(version.slug, ofAgreement: text.id))
  }
}

extension PortalHistory {
  /// The version in force of an agreement whose text of today is announced only.
  fileprivate func versionInForce(
    insteadOf agreement: Agreement, promising notice: PortalSettings.Notice
  ) -> (agreement: Agreement, slug: String, objections: [References.Period])? {
    guard let number = number(ofAgreement: agreement.id), case let history = agreements[number],
      let inForce = history.inForceBehindNewest
    else { return nil }
    let version = history.versions[inForce]
    let text = self.agreement(version)
    return (text, version.slug, objections(of: text, promising: notice))
  }

  /// The texts of an agreement that take effect on a later day, in the order of the days; the slug is
  /// `nil` of the one that is its text of today.
  fileprivate func announced(
    of agreement: Agreement, promising notice: PortalSettings.Notice
  ) -> [(agreement: Agreement, slug: String?, objections: [References.Period])] {
    guard let number = number(ofAgreement: agreement.id) else { return [] }
    let history = agreements[number]
    return history.announced.map { index in
      let version = history.versions[index]
      let text = index == history.newest ? agreement : self.agreement(version)
      return (
        text, index == history.newest ? nil : version.slug, objections(of: text, promising: notice)
      )
    }
  }

  private func objections(
    of text: Agreement, promising notice: PortalSettings.Notice
  ) -> [References.Period] {
    // Of old versions is known what their pages show; few contracts are announced at a time.
    let understood = understandAgreements(
      [text], sources: [{ [] }], context: .init(notice: statedPeriods(of: notice))
    ).portal
    return understood.agreements[0].objections
  }
}
