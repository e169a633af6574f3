internal import Agreements
internal import Markup
internal import References

/// Makes the links of one agreement's text: references, citations, terms, definitions, blanks.
///
/// The HTML is the contract with the theme, described in docs/theme.md under "References, terms and
/// definitions".
struct AgreementWeaver {
  let portal: CompiledPortal
  let paths: PortalPaths
  /// The agreement, by its index in the portal.
  let number: Int
  /// The language of the page, in which the text of a law is linked if it is to be had.
  let language: String
  let words: ClauseWords

  private let agreement: Agreement
  private let understood: UnderstoodAgreement
  /// Where its page stands.
  private let page: String
  /// The ids of the definitions, by term.
  private let termIDs: [String?]

  /// A stretch of the text and the HTML that goes round it, or in its place.
  private struct Piece {
    var range: Range<Int32>
    var opening: [UInt8]
    var closing = "</a>"
    var isReplacement = false
  }

  init(
    _ portal: CompiledPortal, number: Int, understood: UnderstoodAgreement? = nil,
    paths: PortalPaths, language: String, words: ClauseWords
  ) {
    self.portal = portal
    self.number = number
    self.paths = paths
    self.language = language
    self.words = words
    agreement = portal.agreements[number]
    self.understood = understood ?? portal.understood.agreements[number]
    page = paths.agreement(agreement.id)
    termIDs = Self.termIDs(of: self.understood.terms.terms, in: agreement)
  }

  func weave() -> MarkupWeave {
    var weave = MarkupWeave()
    redirectLinks(in: &weave)
    portal.pictures.redirect(picturesOf: agreement.tree, from: page, in: &weave)
    // What comes first wins where two overlap: a definition over the uses of other terms in it.
    var pieces = definitions() + references() + citations() + blanks() + uses()
    let order = pieces.indices.sorted {
      (pieces[$0].range.lowerBound, $0) < (pieces[$1].range.lowerBound, $1)
    }
    pieces = order.map { pieces[$0] }
    var end: Int32 = 0
    for piece in pieces where piece.range.lowerBound >= end && !piece.range.isEmpty {
      if piece.isReplacement {
        weave.replace(piece.range, with: piece.opening)
      } else {
        weave.wrap(piece.range, opening: piece.opening, closing: piece.closing.utf8)
      }
      end = piece.range.upperBound
    }
    return weave
  }
}

// MARK: - References

extension AgreementWeaver {
  private func references() -> [Piece] {
    understood.resolved.references.flatMap { reference in
      reference.kind == .link
        ? []
        : reference.parts.compactMap { part in
          href(of: part).map { link($0.url, isExternal: $0.isExternal, over: part.textRange) }
        }
    }
  }

  private func link(_ url: String, isExternal: Bool, over range: Range<Int32>) -> Piece {
    var opening = Array(
      (isExternal ? "<a class=\"external\" href=\"" : "<a class=\"ref\" href=\"").utf8)
    appendEscapedHTML(url, to: &opening)
    opening += "\">".utf8
    return Piece(range: range, opening: opening)
  }

  private func href(of part: ResolvedReference.Part) -> (url: String, isExternal: Bool)? {
    if let target = part.targets.first { return url(of: target).map { ($0, false) } }
    return part.address.map { ($0, true) }
  }

  /// The URL that leads from this agreement's page to a place; `nil` where it is not published.
  func url(of target: ReferenceTarget) -> String? {
    guard portal.agreements.indices.contains(Int(target.agreement)) else { return nil }
    let other = Int(target.agreement)
    var fragment = ""
    if target.provision != Provision.none {
      let anchor = portal.agreements[other].provisions[Int(target.provision)].anchor
      fragment = "#" + percentEncodedFragment(anchor)
      if other == number { return fragment }
    }
    return relativeURL(from: page, to: paths.agreement(portal.agreements[other].id) + fragment)
  }

  /// Markdown links keep their words; what is resolved is where they lead.
  private func redirectLinks(in weave: inout MarkupWeave) {
    let links = understood.resolved.references.filter { $0.kind == .link }
    guard !links.isEmpty else { return }
    var nodes = agreement.tree.nodes.indices.filter { agreement.tree.nodes[$0].kind == .link }[...]
    for reference in links {
      guard let part = reference.parts.first, let href = href(of: part) else { continue }
      while let node = nodes.first {
        let link = agreement.tree.nodes[node]
        if link.textStart > part.textRange.lowerBound { break }
        nodes.removeFirst()
        if link.textEnd >= part.textRange.upperBound {
          weave.redirect(link: Int(link.value), to: href.url.utf8)
          break
        }
      }
    }
  }
}

// MARK: - Law, terms, blanks

extension AgreementWeaver {
  private func citations() -> [Piece] {
    let laws = ReferenceCatalogs.shipped.laws.laws
    return understood.resolved.citations.compactMap { citation in
      let law = laws[citation.law]
      guard let url = law.address(of: citation.number, citation.unit, language: language) else {
        return nil
      }
      var opening = Array("<a class=\"law\" href=\"".utf8)
      appendEscapedHTML(url, to: &opening)
      opening += "\">".utf8
      return Piece(range: citation.textRange, opening: opening)
    }
  }

  /// Terms that are defined in the text, with the id of each one's definition.
  private static func termIDs(of terms: [DefinedTerm], in agreement: Agreement) -> [String?] {
    let taken = Set(agreement.provisions.lazy.map(\.anchor).filter { $0.hasPrefix("term-") })
    var used: Set<String> = []
    return terms.map { term in
      guard term.source == .text, !term.textRange.isEmpty else { return nil }
      let base = "term-" + slug(term.name)
      var id = base
      var count = 1
      while taken.contains(id) || !used.insert(id).inserted {
        count += 1
        id = "\(base)-\(count)"
      }
      return id
    }
  }

  private func definitions() -> [Piece] {
    zip(understood.terms.terms, termIDs).compactMap { term, id in
      id.map {
        Piece(
          range: term.textRange, opening: Array("<dfn id=\"\($0)\">".utf8), closing: "</dfn>")
      }
    }
  }

  private func uses() -> [Piece] {
    let openings = termIDs.map { id in
      id.map { Array("<a class=\"term\" href=\"#\(percentEncodedFragment($0))\">".utf8) }
    }
    return understood.terms.uses.compactMap { use in
      guard let opening = openings[use.term],
        !understood.terms.terms[use.term].places.contains(use.provision)
      else { return nil }
      return Piece(range: use.textRange, opening: opening)
    }
  }

  private func blanks() -> [Piece] {
    understood.blanks.filter { $0.kind == .line }.map { blank in
      Piece(
        range: blank.textRange,
        opening: Array("<span class=\"blank\"><span class=\"visually-hidden\">".utf8) + words.blank
          + Array("</span></span>".utf8), isReplacement: true)
    }
  }
}
