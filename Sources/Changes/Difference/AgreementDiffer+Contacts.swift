/// Lines that say how somebody is reached.
extension AgreementDiffer {
  /// Whether a line of a contact only stands elsewhere and tells something else there: a number that
  /// is below another name now, a person who is below another office.
  func isOfAnotherContact(_ entry: WovenEntry) -> Bool {
    let (before, after) = (Int(entry.old), Int(entry.new))
    guard old.nodes[before].shape == .text, new.nodes[after].shape == .text,
      old.isContact(before), new.isContact(after)
    else { return false }
    return !staysBeside(old.beforeInContact(before), new.beforeInContact(after))
      || !staysBeside(old.afterInContact(before), new.afterInContact(after))
      || !staysBeside(old.labelOfContact(before), new.labelOfContact(after))
  }

  /// Whether of the neighbours of a line none stands elsewhere now, or stood elsewhere.
  private func staysBeside(_ before: Int?, _ after: Int?) -> Bool {
    let (now, then) = (before.map { alignment.newOf[$0] }, after.map { alignment.oldOf[$0] })
    if let now, now >= 0, Int(now) != after { return false }
    if let then, then >= 0, Int(then) != before { return false }
    return true
  }
}

extension ComparedText {
  /// Whether a place begins with a label such as `Tel.:`.
  func beginsWithContact(_ node: Int) -> Bool { ContactWords.isLabel(firstWords(of: node)) }

  private func firstWords(of node: Int) -> [String] {
    nodes[node].tokens.prefix(5).map { words(of: $0..<$0 + 1).lowercased() }
  }

  /// Whether a place is a line of a contact, or what a label in a paragraph before it is of.
  fileprivate func isContact(_ node: Int) -> Bool {
    if nodes[node].role != .place || !nodes.hasNoInside(node) { return false }
    if beginsWithContact(node) { return true }
    guard let label = nodes.previousSibling(of: node) else { return false }
    return isLabelAlone(label) && beginsWithContact(label)
  }

  private func isLabelAlone(_ node: Int) -> Bool {
    let tokens = nodes[node].tokens
    guard let last = tokens.last, tokens.count <= 5 else { return false }
    return words(of: last..<last + 1) == ":"
  }

  /// Whether a line begins a contact: whom the lines below it are of.
  private func beginsRecord(_ node: Int) -> Bool {
    let words = firstWords(of: node)
    return ContactWords.addressesPerson(words) || words.first == "name"
  }

  /// The line of the same contact before another.
  fileprivate func beforeInContact(_ node: Int) -> Int? {
    guard !beginsRecord(node), let sibling = nodes.previousSibling(of: node), isContact(sibling)
    else { return nil }
    return sibling
  }

  fileprivate func afterInContact(_ node: Int) -> Int? {
    let next = Int(nodes[node].end)
    guard next < Int(nodes[Int(nodes[node].parent)].end), isContact(next), !beginsRecord(next)
    else { return nil }
    return next
  }

  /// What stands above some contacts: `For the office in Kiel:`.
  fileprivate func labelOfContact(_ node: Int) -> Int? {
    var place = node
    for _ in 0..<Self.mostLinesOfContacts {
      guard let sibling = nodes.previousSibling(of: place) else { return nil }
      place = sibling
      guard let last = nodes[place].tokens.last, words(of: last..<last + 1) == ":",
        !beginsWithContact(place)
      else { continue }
      return place
    }
    return nil
  }

  private static var mostLinesOfContacts: Int { 32 }
}
