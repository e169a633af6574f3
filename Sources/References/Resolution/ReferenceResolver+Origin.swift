internal import Agreements

// The places that mentions count from: the document, the unit around them, or an annex.

extension ReferenceResolver {
  /// From where a mention counts, in the order in which it is tried.
  func origin(of mention: Mention, in target: Int) -> [PlaceFinder.Origin] {
    guard target == number else { return [.document] }
    let here = PlaceFinder.Origin.place(mention.provision)
    switch mention.qualifier {
    case .thisDocument:
      if let annex = annexThatNamesItself(in: mention) { return [.inside(annex), .document, here] }
      return [.document, here]
    case .document: return [.document, here]
    case .law: return clauses.own.places.map { .inside($0) }
    case .thisUnit(let level):
      guard let unit = enclosing(mention.provision, level: level) else { return [here] }
      return [.inside(unit), here]
    default: return isOfMainText(mention) ? [.document, here] : [here]
    }
  }

  /// Whether `clause 2` in an annex is that of the main text, since the annex has only a list
  /// there: what is counted in it are its paragraphs.
  private func isOfMainText(_ mention: Mention) -> Bool {
    guard mention.clauseWord != .none, mention.provision != Provision.none,
      reading.index.scopes[Int(mention.provision)] != Provision.none,
      let first = mention.parts.first?.path.first
    else { return false }
    let finder = PlaceFinder(index: reading.index)
    let provisions = reading.agreement.provisions
    let own = finder.find([first], from: .place(mention.provision)).places
    let main = finder.find([first], from: .document).places
    return own.first.map { provisions[Int($0)].kind == .clause } == true
      && main.count == 1 && provisions[Int(main[0])].kind == .section
  }

  /// The annex around a mention that says `these Data Processing Terms` and is headed so.
  private func annexThatNamesItself(in mention: Mention) -> Int32? {
    guard mention.provision != Provision.none else { return nil }
    let annex = reading.index.scopes[Int(mention.provision)]
    guard annex != Provision.none else { return nil }
    let title = reading.agreement.provisions[Int(annex)].title
    let end = min(
      Int(reading.passages[Int(mention.passage)].end),
      Int(mention.textRange.upperBound) + title.utf8.count)
    guard !title.isEmpty, end > Int(mention.textRange.lowerBound) else { return nil }
    let text = reading.text(mention.textRange.lowerBound..<Int32(end))
    return text.lowercased().contains(" \(title.lowercased())") ? annex : nil
  }

  private func enclosing(_ place: Int32, level: DesignatorLevel) -> Int32? {
    var current = place
    while current != Provision.none {
      let provision = reading.agreement.provisions[Int(current)]
      switch (level, provision.kind) {
      case (.part, .section) where reading.index.divisionLabel(of: current)?.word == .part,
        (.chapter, .section) where reading.index.divisionLabel(of: current)?.word == .chapter:
        return current
      case (.annex, .annex), (.paragraph, .clause): return current
      case (.section, .section), (.section, .annex): return current
      default: break
      }
      current = provision.parent
    }
    return nil
  }
}
