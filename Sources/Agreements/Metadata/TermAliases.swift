package import Frontmatter

/// The other spellings of a term.
package struct TermAliases: Sendable {
  package var term: Located<String>
  package var aliases: [Located<String>]
}
