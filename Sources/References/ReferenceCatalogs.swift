/// The data that references are read with: laws, topics, what parties are called, the duties of
/// Art. 28 GDPR.
///
/// Facts that change, so they are files with an edition and not code.
package struct ReferenceCatalogs: Sendable {
  package var laws = LawCatalog()
  package var topics = TopicCatalog()
  package var roles = RoleCatalog()
  package var duties = DutyCatalog()
  /// The words of the grammars and the names of the laws.
  private(set) var vocabulary = Vocabulary()

  /// Reads the four files.
  ///
  /// - Parameter file: the bytes of `laws.yml`, `topics.yml`, `roles.yml` and `duties.yml`; `nil`
  ///   where there is none, which leaves that catalog empty.
  package init(file: (String) -> [UInt8]?) {
    if let bytes = file("laws.yml") { laws = readLaws(bytes, path: "laws.yml").catalog }
    if let bytes = file("topics.yml") { topics = readTopics(bytes, path: "topics.yml").catalog }
    if let bytes = file("roles.yml") { roles = readRoles(bytes, path: "roles.yml").catalog }
    if let bytes = file("duties.yml") { duties = readDuties(bytes, path: "duties.yml").catalog }
    vocabulary = Vocabulary(laws: laws)
  }

  /// The catalogs that the binary carries.
  package static let shipped = ReferenceCatalogs { shippedFile($0) }

  /// One of the files that ``shipped`` is made of.
  package static func shippedFile(_ name: String) -> [UInt8]? { EmbeddedFiles.bytes(named: name) }
}
