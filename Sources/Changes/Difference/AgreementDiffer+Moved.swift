internal import Agreements
internal import Deadlines

/// Places that stand elsewhere now.
extension AgreementDiffer {
  mutating func reportMoved(_ entry: WovenEntry, _ texts: [TextDifference]) {
    // Who is engaged is told by itself, and not among the words that changed beside it.
    let renamed = texts.filter { isName($0, of: entry) }
    let texts = texts.filter { !isName($0, of: entry) }
    defer { reportModified(entry, renamed) }
    let marked = marked(texts.map(\.difference))
    let verdict = marked.isUnchanged ? nil : judge(entry).judge(marked)
    var judgement = verdict?.judgement ?? Judgement(.editorial, .place)
    if verdict?.isOfWordsAlone == true,
      texts.allSatisfy({ $0.kind == .heading || !$0.difference.hasChanges })
    {
      judgement = Judgement(.editorial, .heading)
    }
    let labels = labels(of: entry)
    let isToldOtherwise =
      labels != nil || isInAnotherList(entry)
      || oldRecords.topics[Int(entry.old)] != .none && relabelling.holds(entry.old)
    if isToldOtherwise, judgement.materiality == .editorial {
      judgement = Judgement(.substantive, .place)
    }
    if judgement.materiality == .editorial, isOfAnotherContact(entry) {
      judgement = Judgement(.substantive, .contact)
    }
    if let states = heldStates(of: entry), judgement.materiality != .weakening {
      judgement = states.judgement
    }
    let name = shortName(entry)
    let isAmong = labels == nil && isAmongItsNeighbours(entry)
    let neighbour = isAmong ? neighbour(of: entry) : nil
    let (before, after) = (place(ofOld: entry.old), place(ofNew: entry.new))
    var change = self.change(.of(subject(entry), .moved), entry, judgement) { _, _ in
      Statements.moved(
        from: before, to: after, name: name, neighbour, labels: labels, marked, verdict)
    }
    change.removed = .marked(marked, isOld: true)
    change.added = .marked(marked, isOld: false)
    if isAmong, verdict == nil {
      order.noteMoved(entry, change)
    } else if verdict == nil, judgement.materiality == .editorial, labels == nil,
      isOfBlocks(entry)
    {
      order.noteMovedAway(entry, change)
    } else {
      changes.append(change)
    }
  }

  /// Whether a place is known by its order alone, so that many can go elsewhere as one.
  private func isOfBlocks(_ entry: WovenEntry) -> Bool {
    let node = new.nodes[Int(entry.new)]
    guard node.shape == .row || node.shape == .text && node.role == .place,
      old.nodes[Int(entry.old)].parent >= 0, node.parent >= 0
    else { return false }
    if node.role == .head { return true }
    let kind = new.writtenKind(of: entry.new)
    return kind == .row || kind == .item && new.designation(of: Int(entry.new)).isEmpty
  }

  /// The words of the labels that the row of a company stood and stands under, if it went from one
  /// to another: what it is engaged for. The places of measures name their groups.
  private mutating func labels(of entry: WovenEntry) -> Statements.Labels? {
    guard new.nodes[Int(entry.new)].shape == .row, old.nodes[Int(entry.old)].shape == .row,
      subject(entry) == .subProcessor
    else { return nil }
    let (before, after) = (groupLabels.old[entry.old], groupLabels.new[entry.new])
    guard before >= 0, after >= 0, alignment.newOf[Int(before)] != after else { return nil }
    let labels = Statements.Labels(
      before: Self.label(old, Int(before)), after: Self.label(new, Int(after)))
    return labels.before == labels.after ? nil : labels
  }

  /// Whether the row of a company went from the list of one section to that of another, which both
  /// versions have: who was engaged for one product is for another.
  private func isInAnotherList(_ entry: WovenEntry) -> Bool {
    guard new.nodes[Int(entry.new)].shape == .row, old.nodes[Int(entry.old)].shape == .row,
      subject(entry) == .subProcessor
    else { return false }
    let (before, after) = (
      section(of: entry.old, in: old), section(of: entry.new, in: new)
    )
    return before > 0 && after > 0 && alignment.newOf[before] >= 0 && alignment.oldOf[after] >= 0
      && Int(alignment.newOf[before]) != after
  }

  /// The section or annex that holds a place; 0 for none.
  private func section(of node: Int32, in text: ComparedText) -> Int {
    var holder = Int(text.nodes[Int(node)].parent)
    while holder > 0, !text.nodes[holder].isSectionOrAnnex {
      holder = Int(text.nodes[holder].parent)
    }
    return max(holder, 0)
  }

  /// Without the colon that leads to what stands below it.
  private static func label(_ text: ComparedText, _ node: Int) -> String {
    let words = text.words(of: text.nodes[node].tokens)
    return words.hasSuffix(":") ? String(words.dropLast()) : words
  }

  /// Whether a cell that changed is the one by which a record is known.
  private func isName(_ text: TextDifference, of entry: WovenEntry) -> Bool {
    guard text.kind == .cell, text.difference.hasChanges, !isRelaid(entry),
      oldRecords.names[Int(entry.old)]?.tellsRecords == true,
      let name = newRecords.names[Int(entry.new)],
      name.tellsRecords
    else { return false }
    return new.nodes[Int(entry.new)].passages.contains {
      let cell = new.passages[Int($0)]
      return Int(cell.column) == text.column && cell.tokens.overlaps(name.tokens)
    }
  }

  /// The name of a place that moved, or its text if that is short; of a row, the name that it had
  /// where it stood.
  private func shortName(_ entry: WovenEntry) -> String {
    if new.nodes[Int(entry.new)].shape == .row, old.nodes[Int(entry.old)].shape == .row {
      return recordName(Int(entry.old), old) ?? ""
    }
    if let name = entryName(Int(entry.old), old) { return name }
    let name = name(entry, new)
    let node = new.nodes[Int(entry.new)]
    guard name.isEmpty, node.shape == .text, node.words <= 5, Int32(node.end) == entry.new + 1
    else {
      return name
    }
    return new.words(of: node.tokens)
  }
}
