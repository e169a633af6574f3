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
        day == nil ? portal.translation(of: agreement, in: language, paths: paths) : nil
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
    let periods = understood[number].objections
    let page = paths.agreement(newest.id)
    // What is announced only has been agreed with nobody yet.
    guard
      let inForce = portal.history.versionInForce(
        insteadOf: newest, promising: portal.settings.notice)
    else { return clauses(of: newest, periods, on: page) }
    return clauses(
      of: inForce.agreement, inForce.objections,
      on: paths.version(inForce.slug, ofAgreement: newest.id))
      + clauses(of: newest, periods, on: page, from: newest.metadata.effectiveDay)
  }
}

extension CompiledPortal {
  /// The text in force of an agreement in another language, and its page.
  fileprivate func translation(
    of agreement: Agreement, in language: String, paths: PortalPaths
  ) -> (Agreement, page: String)? {
    let original = agreement.metadata.translationOf?.value ?? agreement.id
    guard (agreement.metadata.language?.value ?? paths.defaultLanguage) != language,
      let text = agreements.first(where: {
        ($0.metadata.translationOf?.value ?? $0.id) == original
          && ($0.metadata.language?.value ?? paths.defaultLanguage) == language
      })
    else { return nil }
    guard let number = history.number(ofAgreement: text.id),
      let inForce = history.agreements[number].inForceBehindNewest
    else { return (text, paths.agreement(text.id)) }
    let version = history.agreements[number].versions[inForce]
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
    let agreement = self.agreement(version)
    // Of old versions is known what their pages show; few contracts are announced at a time.
    let understood = understandAgreements(
      [agreement], sources: [{ [] }], context: .init(notice: statedPeriods(of: notice))
    ).portal
    return (agreement, version.slug, understood.agreements[0].objections)
  }
}
