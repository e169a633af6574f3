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

  /// What all agreements of the portal share.
  package let portal: PortalTitles
  package private(set) var documents: [Document] = []
  /// Names of ``documents`` in the text.
  private(set) var names = PhraseTrie()
  /// A bit for each word that one of ``names`` begins with, by its hash.
  private(set) var nameBeginnings: UInt64 = 0
  /// The same of names that are references wherever they stand.
  private(set) var bareBeginnings: UInt64 = 0
  /// The law that is meant where none is named.
  package let defaultLaw: Int?
  /// What the frontmatter calls the agreement itself, its title last.
  let ownNames: [String]
  /// What the frontmatter calls the parties.
  package let parties: [NamedTerm]
  /// The words that one annex without a number is headed by, and no other annex: `Appendix`.
  let onlyAnnexes: [AnnexWord]
  private let language: String

  /// Whether the frontmatter says that the agreement is in German.
  var isGerman: Bool { language.hasPrefix("de") }

  package var catalogs: ReferenceCatalogs { portal.catalogs }
  package var laws: LawCatalog { portal.catalogs.laws }
  var vocabulary: Vocabulary { portal.vocabulary }

  /// Puts together what `agreement` says of itself and of others, and what its portal knows.
  ///
  /// - Complexity: O(size of its frontmatter), whatever the size of the portal.
  package init(for agreement: Agreement, in portal: PortalTitles) {
    self.portal = portal
    let metadata = agreement.metadata
    language = metadata.language?.value ?? ""
    ownNames = metadata.selfNames.map(\.value) + [metadata.title]
    onlyAnnexes = Self.onlyAnnexes(of: agreement.provisions)
    defaultLaw = metadata.defaultLaw.flatMap { portal.catalogs.laws.law(named: $0.value) }
    parties =
      metadata.parties.compactMap { party in
        party.definedAs.map { NamedTerm(name: $0.value, role: party.role.rawValue) }
      } + metadata.jointTerms.map { NamedTerm(name: $0.value) }
    let related = (metadata.partOf.map { [$0] } ?? []) + metadata.relatedDocuments
    for document in related {
      add(
        Document(id: document.id, address: document.url, isNamed: true),
        names: [document.title] + document.names.map(\.value))
      // `section 5 of the DPA`; what it says of a DPA besides may be of any.
      if let title = portal.shortTitle(ofAgreement: document.id), title != metadata.listedTitle,
        !ownNames.contains(title)
      {
        add(
          Document(id: document.id, address: document.url, isNamed: false), names: [title],
          includingWords: true)
      }
    }
    add(
      Document(id: agreement.id, address: nil, isNamed: false),
      names: ownNames)
  }

  /// The context in a portal of these agreements.
  package init(for agreement: Agreement, among portal: [Agreement] = []) {
    self.init(for: agreement, in: PortalTitles(of: portal))
  }

  private static func onlyAnnexes(of provisions: [Provision]) -> [AnnexWord] {
    var words: [AnnexWord] = []
    var only: [AnnexWord] = []
    for index in provisions.indices where provisions[index].kind == .annex {
      guard let word = AnnexWord(beginning: provisions[index].designation) else { continue }
      let isFirst = !words.contains(word)
      only.removeAll { $0 == word }
      if isFirst {
        words.append(word)
        if AnnexWord(provisions[index].designation) != nil { only.append(word) }
      }
    }
    return only
  }

  /// `includingWords`: names of one word, too, though they can be words of any text.
  private mutating func add(_ document: Document, names: [String], includingWords: Bool = false) {
    for name in names where !name.isEmpty {
      guard document.isNamed || includingWords || name.contains(" ") else { continue }
      // In German, the name of a contract in the genitive, too.
      let endings = language.hasPrefix("de") && document.isNamed ? ["", "s", "es"] : [""]
      for ending in endings {
        guard let entry = self.names.insert(name + ending, value: documents.count) else { continue }
        nameBeginnings |= 1 << (entry.first.hash & 63)
        if document.isNamed { bareBeginnings |= 1 << (entry.first.hash & 63) }
      }
    }
    var document = document
    document.names = names
    documents.append(document)
  }

  /// What a law that is named so calls its provisions.
  func unit(of law: LawReference) -> Law.Unit? {
    laws.names[law.name].laws.first.map { laws.laws[$0].unit }
  }

  /// Whether something with an address of its own is called so.
  func isName(_ name: String) -> Bool {
    portal.contains(name) || documents.contains { $0.names.contains(name) }
  }
}

/// A document that a text names: one of its own context, or an agreement of the portal by title.
package struct NamedDocument: Hashable, Sendable {
  package var id: String
  package var address: String?
  /// Whether the bare name is a reference; see ``ReferenceContext/Document/isNamed``.
  var isNamed: Bool
}

extension ReferenceContext {
  /// Whether a name of a document can begin with a token.
  @inline(__always)
  func canBeginName(_ token: Token) -> Bool {
    vocabulary.beginning(of: token).contains(.title)
      || (nameBeginnings >> (token.hash & 63) & 1 != 0
        && (token.kind == .word || token.kind == .number))
  }

  /// The longest name of a document that begins at `index`, and the index behind it; of the same
  /// length, the agreement's own name for it comes first.
  func document(
    _ tokens: PassageTokens, at index: Int, in text: borrowing Span<UInt8>
  ) -> (document: NamedDocument, end: Int)? {
    let own = names.isEmpty ? nil : names.match(tokens, at: index, in: text)
    if let title = vocabulary.titles.match(tokens, at: index, in: text),
      title.end > own?.end ?? 0,
      let id = portal.agreement(titled: title.value, language: language)
    {
      return (NamedDocument(id: id, isNamed: false), title.end)
    }
    guard let own else { return nil }
    let document = documents[own.value]
    return (
      NamedDocument(id: document.id, address: document.address, isNamed: document.isNamed), own.end
    )
  }
}
