internal import Agreements

/// Clauses that were written anew in their place.
extension Aligner {
  /// Matches a clause that is gone with the one that came where it stood: between the same
  /// neighbours and under the same number, whatever it says. Nothing else has to do with either.
  ///
  /// Points of lists without numbers, rows and records of companies have nothing but their words to
  /// be known by, and clauses of two titles are two. So are two measures: a letter that is used
  /// again must not hide that one is gone. A line that names a person is known by its label,
  /// whoever it is: `Mr: Jan Brandt`, `Ms: Jana Vogt`.
  mutating func matchRewritten() {
    for node in old.nodes.indices.dropFirst() where isRewritable(node, in: .old) {
      guard let match = freeBetweenNeighbours(of: node, in: .old),
        isRewritable(match, in: .new), canMatch(node, match), haveOneNumber(node, match),
        !haveTwoTitles(node, match)
      else { continue }
      alignment.match(node, match)
      if areUnrelated(node, match) { alignment.rewritten.insert(Int32(node)) }
    }
  }

  private func isRewritable(_ index: Int, in side: Side) -> Bool {
    // Nearly all correspond to something.
    guard alignment.isFree(index, in: side) else { return false }
    let text = text(side)
    let node = text.nodes[index]
    guard node.shape == .text, node.role == .place,
      node.words > 0, node.provision >= 0, text.nodes.hasNoInside(index),
      names(side)[index]?.tellsRecords != true
    else { return false }
    switch text.agreement.provisions[Int(node.provision)].kind {
    case .clause, .item:
      return !text.designation(of: index).isEmpty && topic(of: index, in: side) != .measures
        || Self.addressesPerson(node.tokens.prefix(5), in: text)
    case .paragraph: return true
    default: return false
    }
  }

  private static func addressesPerson(_ tokens: Range<Int32>, in text: ComparedText) -> Bool {
    // Words are read where a colon follows: of most places that come and go none does.
    tokens.contains {
      text.tokens.words[Int($0)].kind == .sign && text.words(of: $0..<$0 + 1) == ":"
    }
      && ContactWords.addressesPerson(tokens.map { text.words(of: $0..<$0 + 1).lowercased() })
  }

  /// Whether two places have the same number, or another one like the neighbour before them.
  private func haveOneNumber(_ left: Int, _ right: Int) -> Bool {
    let (before, after) = (old.number(of: left, oldNames), new.number(of: right, newNames))
    if before == after { return true }
    guard !before.isEmpty, !after.isEmpty, let previous = old.nodes.previousSibling(of: left),
      alignment.newOf[previous] >= 0
    else { return false }
    return old.number(of: previous, oldNames)
      != new.number(of: Int(alignment.newOf[previous]), newNames)
  }

  private func haveTwoTitles(_ left: Int, _ right: Int) -> Bool {
    let before = old.agreement.provisions[Int(old.nodes[left].provision)].title
    let after = new.agreement.provisions[Int(new.nodes[right].provision)].title
    return !before.isEmpty && !after.isEmpty && before != after
  }
}
