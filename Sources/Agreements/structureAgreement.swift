package import Diagnostics
package import Markup

/// The structure pass: finds the provisions of an agreement in its markup tree.
///
/// Pure: reads only its arguments. Numbers are read, never made up, unless the agreement asks for a
/// scheme.
///
/// `source`: the bytes of the file, for what Markdown does not keep, such as `1)` against `1.`.
/// `path`: the file, relative to the workspace.
/// `checksNumbers`: whether `numbering-gap` and `numbering-repeat` are looked for.
///
/// - Returns: the agreement, and `numbering-gap`, `numbering-repeat`, `duplicate-label` and
///   `unknown-attribute` where they apply.
/// - Complexity: O(bytes).
package func structureAgreement(
  _ metadata: AgreementMetadata, tree: MarkupTree, source: [UInt8], path: String,
  checksNumbers: Bool = true
) -> (agreement: Agreement, diagnostics: [Diagnostic]) {
  var builder = StructureBuilder(
    tree: tree, source: source, path: path, metadata: metadata)
  builder.build()
  var provisions = builder.takeProvisions()
  leaveOutWrapper(of: &provisions)
  for index in provisions.indices {
    switch provisions[index].kind {
    case .annex, .section, .clause, .group:
      // A heading that is underlined can have several lines.
      provisions[index].title = provisions[index].title.onOneLine
      provisions[index].part = provisions[index].part.onOneLine
      provisions[index].partForm = PathPartForm(of: provisions[index].part)
    // Counted: `item 3`.
    case .item, .paragraph, .table, .row: break
    }
  }
  let range = { [builder] (provision: Provision) in builder.range(of: provision) }
  let anchorDiagnostics = assignAnchors(to: &provisions, range: range)

  var metadata = metadata
  if metadata.title.isEmpty { metadata.title = builder.documentTitle?.onOneLine ?? "" }
  let agreement = Agreement(
    id: metadata.id, path: path, metadata: metadata, tree: builder.tree,
    provisions: provisions.fitted, layout: builder.layout.fitted)
  let diagnostics = builder.diagnostics.diagnostics + anchorDiagnostics
  guard checksNumbers else { return (agreement, diagnostics) }
  let numbering = checkNumbering(
    of: provisions, path: { agreement.legalPath(of: $0).written }, range: range)
  return (agreement, diagnostics + numbering)
}

/// Takes a heading without a number that holds all numbered sections out of their paths: a
/// subtitle, `IT IS AGREED AS FOLLOWS`. Nobody cites by it.
private func leaveOutWrapper(of provisions: inout [Provision]) {
  func isNumbered(_ index: Int) -> Bool {
    provisions[index].kind == .section && !provisions[index].designation.isEmpty
  }
  var wrapper: Int?
  var index = 0
  while index < provisions.count {
    let end = Int(provisions[index].end)
    if provisions[index].kind == .section {
      if isNumbered(index) { return }
      if (index + 1..<end).contains(where: isNumbered) {
        guard wrapper == nil else { return }
        wrapper = index
      }
    }
    index = end
  }
  guard let wrapper else { return }
  for child in wrapper + 1..<Int(provisions[wrapper].end)
  where provisions[child].pathParent == Int32(wrapper) && isNumbered(child) {
    provisions[child].pathParent = Provision.none
  }
}
