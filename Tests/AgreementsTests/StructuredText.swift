import Diagnostics
import Markup

@testable import Agreements

/// An agreement made from a Markdown text without frontmatter.
func structured(
  _ markdown: String, title: String = "", numbering: NumberingScheme = .literal
) -> (agreement: Agreement, diagnostics: [Diagnostic]) {
  var metadata = AgreementMetadata()
  metadata.id = "dpa"
  metadata.title = title
  metadata.numbering = numbering
  let bytes = Array(markdown.utf8)
  let (tree, parsing) = parseMarkdown(bytes, bodyStart: 0, path: "dpa.md")
  let (agreement, structuring) = structureAgreement(
    metadata, tree: tree, source: bytes, path: "dpa.md")
  return (agreement, parsing + structuring)
}

/// The paths of all provisions with their texts: `7(2): Words`.
func pathsAndTexts(of markdown: String, title: String = "") -> [String] {
  let agreement = structured(markdown, title: title).agreement
  return zip(agreement.provisions.indices, agreement.plainTexts()).map { index, text in
    let path = agreement.legalPath(of: index).written
    return text.isEmpty ? path : "\(path): \(text)"
  }
}
