package import Frontmatter

/// A document that the text names: the main contract, general terms, a concept.
package struct RelatedDocument: Sendable {
  /// The id of an agreement of the portal, or a name of its own.
  package var id: String
  package var title: String
  package var url: String?
  /// Other names that the text uses for it.
  package var names: [Located<String>] = []
}
