package import Deadlines
package import Frontmatter

/// What the frontmatter of an agreement says of it.
///
/// Shape: what is not stated is absent; Annex invents no version and no date.
package struct AgreementMetadata: Sendable {
  /// The file's name without its ending, unless stated.
  package var id = ""
  package var title = ""
  /// What lists of places call it, where the title is long.
  package var shortTitle: String?
  package var kind = AgreementKind.agreement
  /// As written: `2.40` stays `2.40`.
  package var version: Located<String>?
  /// The date as written, `YYYY-MM-DD`.
  package var effective: Located<String>?
  /// As lists name it: by the short title, if it has one.
  package var listedTitle: String { shortTitle ?? title }
  /// ``effective`` as a day, to be compared with others.
  package var effectiveDay: CalendarDate? { effective.flatMap { CalendarDate($0.value) } }
  /// A BCP 47 language tag.
  package var language: Located<String>?
  package var bindingLanguage: Located<String>?
  /// The agreement of which this is another language version.
  package var translationOf: Located<String>?
  package var partOf: RelatedDocument?
  /// The id in ``partOf``, where it is one of an agreement of the portal.
  package var partOfID: Located<String>?
  /// What the document is called as a part of another, such as `Exhibit 1`.
  package var exhibit: String?
  package var parties: [Party] = []
  /// What both parties together, and each of them, are called.
  package var jointTerms: [Located<String>] = []
  package var governingLaw: Located<String>?
  /// The law that articles without a law's name belong to.
  package var defaultLaw: Located<String>?
  package var audience = Audience.public
  package var numbering = NumberingScheme.literal
  package var basedOn: Located<String>?
  package var authorisation: Authorisation?
  /// Other names by which the text means itself.
  package var selfNames: [Located<String>] = []
  package var relatedDocuments: [RelatedDocument] = []
  /// Other spellings of a defined term, by term.
  package var aliases: [TermAliases] = []
  package var signatures: [Signature] = []
  package var adoptedSubProcessors: [AdoptedTable] = []
  package var adoptedMeasures: [AdoptedMeasures] = []
  /// What the frontmatter says besides, in its order: unknown keys, and known ones with a value
  /// that was not understood.
  package var otherFacts: [OtherFact] = []
  /// What was found wrong: what is not stated may only have been misread.
  package var reading = Reading.sound

  package enum Reading: Sendable {
    case sound
    /// Some keys have errors.
    case faulty
    /// Nothing could be read.
    case failed
  }

  package init() {}
}

/// A key of a frontmatter that means nothing to Annex, with what is written there.
package struct OtherFact: Hashable, Sendable {
  /// Keys inside of others with dots: `seo.title`.
  package var key: String
  package var value: String
  /// Of a list of texts, each of them.
  package var items: [String]?
}

/// What a document is for.
package enum AgreementKind: String, CaseIterable, Sendable {
  case agreement = "data-processing-agreement"
  case measures
  case subProcessorAnnex = "sub-processor-annex"
  case terms
  case policy
}

/// How sub-processors are authorised: Art. 28(2) GDPR.
package enum Authorisation: String, CaseIterable, Sendable {
  case general
  case specific
}
