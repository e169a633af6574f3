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

  /// Stretches of the text and the HTML that goes round each, or in its place.
  ///
  /// Shape: the HTML of all is in one array, since an agreement has hundreds.
  private struct Pieces {
    struct Piece {
      var range: Range<Int32>
      /// Of ``html``.
      var opening: Range<Int>
      var closing: String
      var isReplacement: Bool
    }

    private(set) var list: [Piece] = []
    private(set) var html: [UInt8] = []

    /// Adds a stretch round which there goes what `write` appends, and `closing`.
    mutating func add(
      _ range: Range<Int32>, closing: String = "</a>", isReplacement: Bool = false,
      _ write: (_ html: inout [UInt8]) -> Void
    ) {
      let start = html.count
      write(&html)
      list.append(
        Piece(
          range: range, opening: start..<html.count, closing: closing,
          isReplacement: isReplacement))
    }
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
    var pieces = Pieces()
    addDefinitions(to: &pieces)
    addReferences(to: &pieces)
    addCitations(to: &pieces)
    addBlanks(to: &pieces)
    addUses(to: &pieces)
    let list = pieces.list
    let order = list.indices.sorted {
      (list[$0].range.lowerBound, $0) < (list[$1].range.lowerBound, $1)
    }
    var end: Int32 = 0
    for place in order where list[place].range.lowerBound >= end && !list[place].range.isEmpty {
      let opening = pieces.html[list[place].opening]
      if list[place].isReplacement {
        weave.replace(list[place].range, with: opening)
      } else {
        weave.wrap(list[place].range, opening: opening, closing: list[place].closing)
      }
      end = list[place].range.upperBound
    }
    return weave
  }
}

// MARK: - References

extension AgreementWeaver {
  private func addReferences(to pieces: inout Pieces) {
    for reference in understood.resolved.references where reference.kind != .link {
      for part in reference.parts {
        guard let (url, isExternal) = href(of: part) else { continue }
        pieces.add(part.textRange) { html in
          html += (isExternal ? "<a class=\"external\" href=\"" : "<a class=\"ref\" href=\"").utf8
          appendEscapedHTML(url, to: &html)
          html += "\">".utf8
        }
      }
    }
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
  private func addCitations(to pieces: inout Pieces) {
    let laws = ReferenceCatalogs.shipped.laws.laws
    for citation in understood.resolved.citations {
      let address = laws[citation.law].address(
        of: citation.number, citation.unit, language: language)
      guard let address else { continue }
      pieces.add(citation.textRange) { html in
        html += "<a class=\"law\" href=\"".utf8
        appendEscapedHTML(address, to: &html)
        html += "\">".utf8
      }
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

  private func addDefinitions(to pieces: inout Pieces) {
    for (term, id) in zip(understood.terms.terms, termIDs) {
      guard let id else { continue }
      pieces.add(term.textRange, closing: "</dfn>") { html in
        html += "<dfn id=\"".utf8
        html += id.utf8
        html += "\">".utf8
      }
    }
  }

  private func addUses(to pieces: inout Pieces) {
    let fragments = termIDs.map { $0.map(percentEncodedFragment) }
    for use in understood.terms.uses {
      guard let fragment = fragments[use.term],
        !understood.terms.terms[use.term].places.contains(use.provision)
      else { continue }
      pieces.add(use.textRange) { html in
        html += "<a class=\"term\" href=\"#".utf8
        html += fragment.utf8
        html += "\">".utf8
      }
    }
  }

  private func addBlanks(to pieces: inout Pieces) {
    for blank in understood.blanks where blank.kind == .line {
      pieces.add(blank.textRange, isReplacement: true) { html in
        html += "<span class=\"blank\"><span class=\"visually-hidden\">".utf8
        html += words.blank
        html += "</span></span>".utf8
      }
    }
  }
}
