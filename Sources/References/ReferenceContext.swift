package import Agreements
internal import Frontmatter

/// What the references of one agreement are resolved with beside its text.
package struct ReferenceContext: Sendable {
  /// A document that the text can name.
  package struct Document: Sendable {
    /// The id of an agreement of the portal, or of a document that only the frontmatter knows.
    package var id: String
    package var address: String?
    /// Whether the bare name is a reference. A title of the portal is one only in quotation marks,
    /// or with a number before it: it can be made of words that occur in any text.
    package var isNamed: Bool
    var names: [String] = []
  }

  package let catalogs: ReferenceCatalogs
  package private(set) var documents: [Document] = []
  package private(set) var vocabulary: Vocabulary
  /// The law that is meant where none is named.
  package let defaultLaw: Int?
  /// What the frontmatter calls the parties.
  package let names: [NamedTerm]

  package var laws: LawCatalog { catalogs.laws }

  /// Puts together what `agreement` and the titles of the whole portal give.
  package init(
    for agreement: Agreement, among portal: [Agreement] = [],
    catalogs: ReferenceCatalogs = .shipped
  ) {
    self.catalogs = catalogs
    vocabulary = catalogs.vocabulary
    let metadata = agreement.metadata
    defaultLaw = metadata.defaultLaw.flatMap { catalogs.laws.law(named: $0.value) }
    names =
      metadata.parties.compactMap { party in
        party.definedAs.map { NamedTerm(name: $0.value, role: party.role.rawValue) }
      } + metadata.jointTerms.map { NamedTerm(name: $0.value) }
    let related = (metadata.partOf.map { [$0] } ?? []) + metadata.relatedDocuments
    for document in related {
      add(
        Document(id: document.id, address: document.url, isNamed: true),
        names: [document.title] + document.names.map(\.value))
    }
    add(
      Document(id: agreement.id, address: nil, isNamed: false),
      names: metadata.selfNames.map(\.value) + [metadata.title])
    for other in portal where other.id != agreement.id {
      add(Document(id: other.id, address: nil, isNamed: false), names: [other.metadata.title])
    }
  }

  private mutating func add(_ document: Document, names: [String]) {
    for name in names where !name.isEmpty {
      // A title of one word is a word of every text.
      guard document.isNamed || name.contains(" ") else { continue }
      vocabulary.addDocument(name, number: documents.count, isExact: false)
    }
    var document = document
    document.names = names
    documents.append(document)
  }
}
