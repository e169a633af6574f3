internal import Agreements
internal import Deadlines
internal import Differencing
internal import Markup

extension AgreementDiffer {
  /// Reports a place that only the new version has, unless what holds it is reported; a company or
  /// a measure in any case.
  mutating func noteAdded(_ entry: WovenEntry) {
    let node = new.nodes[Int(entry.new)]
    if let source = sourceOf[entry.new] {
      noteSplitOff(entry, from: source)
      return
    }
    // A table that is one of several now, with the rows that it had.
    if node.words == 0, node.isBareHeading || relaidHeads.news.contains(entry.new) { return }
    let texts = wholeTexts(node, in: new, isOld: false)
    appendClause(entry, .added, texts)
    if relaidHeads.news.contains(entry.new) { return reportRelaid(head: entry, texts) }
    let subject = subject(entry)
    guard !entry.isInside || isRecord(Int(entry.new), in: new) else { return }
    let isTask = subject == .subProcessor && holdsTask(entry)
    let isPart = { [sourceOf] (node: Int) in sourceOf[Int32(node)] != nil }
    let tokens = wholeTokens(Int(entry.new), in: new, alignment.oldOf, isPart)
    let isHeading = isHeading(Int(entry.new), in: new, alignment.oldOf, isPart)
    let added = new.changedWords(tokens, of: entry.new, redline.newMarks)
    let strikes = Strikes(tokens, in: new, marks.new)
    let label = labelBefore(Int(entry.new))
    // What a label announces with a list is no blank.
    let fills = !label.isEmpty && subject == .clause && !isItem(Int(entry.new))
    let name = name(entry, new)
    let judgement =
      isHeading
      ? Judgement(.editorial, .heading) : Judgement(.substantive, fills ? .blank : .addition)
    var change = self.change(
      fills ? .blankFilled : .of(subject, .added), entry, judgement
    ) {
      if isTask { return Statements.task($1, of: name, strikes) }
      return isHeading
        ? Statements.heading($1, name, isAdded: true)
        : Statements.added(
          $1, subject, node.role, name: name, words: added.quoted(strikes), strikes)
    }
    change.added = added
    changes.append(change)
  }

  func isItem(_ node: Int) -> Bool {
    let provision = Int(new.nodes[node].provision)
    return provision >= 0 && new.agreement.provisions[provision].kind == .item
  }

  /// Reports a place that only the old version has, unless what held it is reported; a company or a
  /// measure in any case.
  mutating func noteRemoved(_ entry: WovenEntry) {
    let node = old.nodes[Int(entry.old)]
    if let target = wentInto[entry.old] {
      appendClause(entry, .mergedAway, [])
      mergedAway[entry.old] = redline.clauses.count - 1
      redline.clauses[redline.clauses.count - 1].parts = [new.nodes[Int(target)].provision]
      return
    }
    if node.words == 0, node.isBareHeading || relaidHeads.olds.contains(entry.old) { return }
    let texts = wholeTexts(node, in: old, isOld: true)
    appendClause(entry, .removed, texts)
    if relaidHeads.olds.contains(entry.old) { return reportRelaid(head: entry, texts) }
    let subject = subject(entry)
    guard !entry.isInside || isRecord(Int(entry.old), in: old) else { return }
    let isTask = subject == .subProcessor && holdsTask(entry)
    let isPart = { [wentInto] (node: Int) in wentInto[Int32(node)] != nil }
    let tokens = wholeTokens(Int(entry.old), in: old, alignment.newOf, isPart)
    let removed = old.changedWords(tokens, of: entry.old, redline.oldMarks)
    let strikes = Strikes(tokens, in: old, marks.old)
    let isHeading = isHeading(Int(entry.old), in: old, alignment.newOf, isPart)
    let isMeasure = oldTopics[Int(entry.old)] == .measures
    let name = name(entry, old)
    let judgement =
      isHeading
      ? Judgement(.editorial, .heading)
      : Judgement(isMeasure ? .weakening : .substantive, .removal)
    var change = self.change(.of(subject, .removed), entry, judgement) {
      before, _ in
      if isTask { return Statements.endedTask(before, of: name) }
      return isHeading
        ? Statements.heading(before, name, isAdded: false)
        : Statements.removed(
          before, subject, node.role, name: name, words: removed.quoted(strikes), strikes)
    }
    change.removed = removed
    changes.append(change)
  }

  /// Whether a row that came or went is one of several of a company that its list has in both
  /// versions.
  private mutating func holdsTask(_ entry: WovenEntry) -> Bool {
    entry.new > 0
      ? engaged.old.hold(Int(entry.new), of: engaged.new, lists: alignment.oldOf)
      : engaged.new.hold(Int(entry.old), of: engaged.old, lists: alignment.newOf)
  }

  /// The title of a section, the first cell of a row; empty for what has neither.
  func name(_ entry: WovenEntry, _ text: ComparedText) -> String {
    let node = Int(entry.new > 0 ? entry.new : entry.old)
    if text.nodes[node].shape == .row { return recordName(node, text) ?? "" }
    let provision = text.nodes[node].provision
    guard provision >= 0, text.nodes[node].role == .place || text.nodes[node].role == .title else {
      return ""
    }
    // The heading that an annex took is that of its section.
    if text.nodes[node].shape == .annex, text.nodes[node].tokens.isEmpty { return "" }
    guard text.agreement.provisions[Int(provision)].level > 0 else { return "" }
    return text.agreement.provisions[Int(provision)].title
  }

  private func wholeTexts(
    _ node: TextNode, in text: ComparedText, isOld: Bool
  ) -> [TextDifference] {
    func run(_ tokens: Range<Int32>) -> WordDifference {
      WordDifference(runs: [
        WordRun(
          kind: isOld ? .removed : .added, old: isOld ? tokens : 0..<0, new: isOld ? 0..<0 : tokens)
      ])
    }
    return node.passages.map { index in
      let passage = text.passages[Int(index)]
      let kind: RedlineText.Kind =
        switch passage.kind {
        case .heading: .heading
        case .paragraph: .paragraph
        case .cell: .cell
        }
      return TextDifference(
        kind: kind, column: Int(passage.column), difference: run(passage.tokens))
    }
  }

  /// Whether only a heading came or went, and all that stands below it is, or was, elsewhere.
  private func isHeading(
    _ root: Int, in text: ComparedText, _ matches: [Int32], _ isPart: (Int) -> Bool
  ) -> Bool {
    if text.nodes[root].isBareHeading { return true }
    guard text.nodes[root].isSectionOrAnnex || isGroup(root, text) else { return false }
    var holdsAny = false
    var node = root + 1
    while node < Int(text.nodes[root].end) {
      let isElsewhere = matches[node] >= 0
      if text.nodes[node].words > 0, !text.nodes[node].isSectionOrAnnex {
        guard isElsewhere || isPart(node) else { return false }
        holdsAny = true
      } else if text.nodes[node].isSectionOrAnnex, isElsewhere {
        holdsAny = true
      }
      node = isElsewhere ? Int(text.nodes[node].end) : node + 1
    }
    return holdsAny
  }

  func isGroup(_ node: Int, _ text: ComparedText) -> Bool {
    let provision = Int(text.nodes[node].provision)
    return provision >= 0 && text.kind(of: node) == .group
  }

  /// Whether a place is a company or a measure, so that it is told by itself whatever it came or
  /// went with. A measure is told with all that is in it.
  private func isRecord(_ node: Int, in text: ComparedText) -> Bool {
    let place = text.nodes[node]
    guard place.role == .place, place.provision >= 0 else { return false }
    let (names, topics) = text === new ? (newNames, newTopics) : (oldNames, oldTopics)
    // A row below a head that speaks of companies is one only where companies are listed.
    if let name = names[node],
      place.shape == .section || place.shape != .row && name.isOfCompany
    {
      return true
    }
    switch (text.kind(of: node), topics[node]) {
    case (.row, .subProcessors): return true
    case (.row, .measures), (.clause, .measures), (.item, .measures), (.group, .measures):
      return place.parent < 0 || text.nodes[Int(place.parent)].shape != .text
    default: return false
    }
  }

  /// The words of a place and of what came or went with it; what is a record is reported by itself,
  /// and parts of clauses with those.
  private func wholeTokens(
    _ root: Int, in text: ComparedText, _ matches: [Int32], _ isPart: (Int) -> Bool
  ) -> [Range<Int32>] {
    var ranges: [Range<Int32>] = []
    var node = root
    let end = Int(text.nodes[root].end)
    while node < end {
      let isElsewhere = node != root && (matches[node] >= 0 || isPart(node))
      if isElsewhere || node != root && isRecord(node, in: text) {
        node = Int(text.nodes[node].end)
        continue
      }
      for passage in text.nodes[node].passages {
        let tokens = text.passages[Int(passage)].tokens
        if !tokens.isEmpty { ranges.append(tokens) }
      }
      node += 1
    }
    return ranges
  }
}

extension ComparedText {
  /// The words of a place. `ranges`: of its tokens, none of them empty.
  fileprivate func changedWords(
    _ ranges: [Range<Int32>], of node: Int32, _ marks: RedlineMarks
  ) -> ChangedWords {
    .text(
      snapshot.reading,
      ranges.map { tokens.bytes(from: $0.lowerBound, through: $0.upperBound - 1) }, marks,
      isRow: nodes[Int(node)].shape == .row)
  }
}

extension ChangedWords {
  /// As a sentence quotes them; what is struck out as a whole, it says so itself.
  fileprivate func quoted(_ strikes: Strikes) -> [QuotableWord] {
    strikes == .all ? quotable.map { QuotableWord(text: $0.text) } : quotable
  }
}
