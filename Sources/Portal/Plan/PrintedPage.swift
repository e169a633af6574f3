internal import Agreements

/// A page of the portal that is made for paper as well.
package struct PrintedPage: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case agreement, directory, matrix, comparison
  }

  package var kind: Kind
  /// From the portal's root.
  package var path: String
  /// What the PDF is called, without its ending; unique among the pages of a portal.
  package var name: String
  /// What chooses it among pages of its kind: an agreement's id, with the version where that is not
  /// the newest, for a comparison with the older and the newer version, for the others the
  /// language.
  package var parts: [String]

  /// `nil` for a page that is not.
  init?(_ page: PlannedPage, of portal: CompiledPortal) {
    path = page.path
    switch page.subject {
    case .agreement(let index):
      kind = .agreement
      parts = [portal.agreements[index].id]
      name = parts[0]
    case .version(let agreement, let version):
      // The agreement's own page has the newest text: where that is announced only, the contract
      // that binds today is on this one.
      let history = portal.history.agreements[agreement]
      guard version == history.inForceBehindNewest else {
        return nil
      }
      kind = .agreement
      parts = [history.id, history.versions[version].slug]
      name = parts.joined(separator: ".")
    case .subProcessors:
      kind = .directory
      parts = [page.language]
      name = "sub-processors.\(page.language)"
    case .measures:
      kind = .matrix
      parts = [page.language]
      name = "measures.\(page.language)"
    case .comparison(let agreement, let from, let to):
      kind = .comparison
      let history = portal.history.agreements[agreement]
      parts = [history.id, history.versions[from].slug, history.versions[to].slug]
      name = parts.joined(separator: ".")
    default: return nil
    }
  }
}
