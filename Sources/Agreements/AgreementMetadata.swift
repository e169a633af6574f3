/// What the frontmatter of an agreement says.
package struct AgreementMetadata: Sendable {
  package var id = ""
  package var title = ""
  package var numbering = NumberingScheme.literal
  package init() {}
}
