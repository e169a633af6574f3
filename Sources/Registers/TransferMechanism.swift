/// On what a transfer of personal data out of the European Economic Area rests.
///
/// Source: Regulation (EU) 2016/679, Articles 45, 46, 47 and 49, and national law.
package enum TransferMechanism: String, CaseIterable, Sendable {
  /// Nothing leaves the European Economic Area.
  case none = "none-eea"
  /// Article 45(3).
  case adequacy
  /// Article 45(3), for certified participants of the EU-US Data Privacy Framework.
  case dataPrivacyFramework = "adequacy-dpf"
  /// Article 46(2)(a).
  case publicInstrument = "public-instrument"
  /// Articles 46(2)(b) and 47.
  case bindingCorporateRules = "bcr"
  /// Article 46(2)(c), Implementing Decision (EU) 2021/914.
  case standardClauses = "scc-2021-914"
  /// Article 46(2)(d).
  case authorityClauses = "scc-authority"
  /// Article 46(2)(e).
  case codeOfConduct = "code-of-conduct"
  /// Article 46(2)(f).
  case certification
  /// Article 46(3)(a).
  case adHocClauses = "ad-hoc-clauses"
  /// Article 46(3)(b).
  case administrativeArrangement = "admin-arrangement"
  /// Article 49(1), first subparagraph.
  case derogation
  /// Article 49(1), second subparagraph.
  case compellingInterest = "compelling-interest"
  case ukTransferAgreement = "uk-idta"
  case ukAddendum = "uk-addendum"
  case swissAddendum = "swiss-addendum"
}
