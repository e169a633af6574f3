package import Deadlines
package import Diagnostics
package import Frontmatter

/// What the frontmatter of an agreement says of it.
///
/// Shape: what is not stated is absent; Annex invents no version and no date.
package struct AgreementMetadata: Sendable {
  /// The file's name without its ending, unless stated.
  package var id = ""
  package var title = ""
  package var kind = AgreementKind.agreement
  /// As written: `2.40` stays `2.40`.
  package var version: Located<String>?
  /// The date as written, `YYYY-MM-DD`.
  package var effective: Located<String>?
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

  package init() {}
}

/// A key of a frontmatter that means nothing to Annex, with what is written there.
package struct OtherFact: Hashable, Sendable {
  /// Keys inside of others with dots: `seo.title`.
  package var key: String
  package var value: String
}

/// What a document is for.
package enum AgreementKind: String, CaseIterable, Sendable {
  case agreement = "data-processing-agreement"
  case measures
  case subProcessorAnnex = "sub-processor-annex"
  case terms
  case policy
}

/// Who may read something.
package enum Audience: String, CaseIterable, Sendable {
  case `public`
  case customer
  case `internal`
}

/// How sub-processors are authorised: Art. 28(2) GDPR.
package enum Authorisation: String, CaseIterable, Sendable {
  case general
  case specific
}

/// What a party is to the processing.
package enum PartyRole: String, CaseIterable, Sendable {
  case processor, controller
  case jointController = "joint-controller"
  case subProcessor = "sub-processor"
  case representative
}

/// One side of an agreement.
package struct Party: Sendable {
  package var role: PartyRole
  package var name: String?
  /// Whether the party is the portal's processor.
  package var isProcessor = false
  /// Whether the other side still has to be filled in.
  package var isBlank = false
  /// Whether no single party is meant, such as any customer.
  package var isGeneric = false
  package var definedAs: Located<String>?
  package var brand: String?
  package var address: PostalAddress?
  /// Companies and branches that share the role.
  package var members: [PartyMember] = []
  /// The countries of its address and of those of its members, where they are written.
  package var countries: [Located<String>] = []
}

/// A company or branch within a party.
package struct PartyMember: Sendable {
  package var name: String
  package var branch: String?
  package var address: PostalAddress?
}

/// An address as its country's post would have it, line by line.
package struct PostalAddress: Sendable, Equatable {
  package var street: String?
  package var postalCode: String?
  package var city: String?
  /// ISO 3166-1 alpha-2, as written.
  package var country: String?

  package init(street: String?, postalCode: String?, city: String?, country: String?) {
    self.street = street
    self.postalCode = postalCode
    self.city = city
    self.country = country
  }
}

/// A document that the text names: the main contract, general terms, a concept.
package struct RelatedDocument: Sendable {
  /// The id of an agreement of the portal, or a name of its own.
  package var id: String
  package var title: String
  package var url: String?
  /// Other names that the text uses for it.
  package var names: [Located<String>] = []
}

/// The other spellings of a term.
package struct TermAliases: Sendable {
  package var term: Located<String>
  package var aliases: [Located<String>]
}

/// A line to be signed.
package struct Signature: Sendable {
  package var party: String
  package var place: String?
  package var date: String?
}

/// Tables of the text that are the register of sub-processors.
package struct AdoptedTable: Sendable {
  /// The legal path of the place that holds them; `nil` for the whole text.
  package var at: Located<String>?
  /// The text's column heads by the field that each one fills.
  package var columns: [(field: Located<String>, head: Located<String>)] = []
  /// What all of them are used for, where the text doesn't say it.
  package var products: [Located<String>] = []
  /// The country of addresses that name none.
  package var country: Located<String>?
  /// The key that switches it on, for what concerns the place as a whole.
  package var place: SourceRange
}

/// A place of the text that is the register of measures.
package struct AdoptedMeasures: Sendable {
  /// The legal path of the place that holds them; `nil` for the whole text.
  package var at: Located<String>?
  /// The scheme whose names the labels are looked for in first; `bdsg9` where nothing is said.
  package var scheme: Located<String>?
  /// What the measures are stated for, where the text names no scope.
  package var scope: Located<String>?
  /// What labels mean, by label or legal path, where the text leaves it open.
  package var controls: [(place: Located<String>, controls: [Located<String>])] = []
  /// The scopes that headings name, by title or legal path.
  package var scopes: [(place: Located<String>, scope: Located<String>)] = []
}
