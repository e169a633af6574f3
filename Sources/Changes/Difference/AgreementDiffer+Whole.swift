internal import Agreements
internal import Deadlines
internal import Differencing
internal import Markup

extension AgreementDiffer {
  /// Reports a place that only one version has, unless what holds it is reported; a company or a
  /// measure in any case.
  mutating func noteWhole(_ entry: WovenEntry, in side: Side) {
    let (text, isAdded) = (text(side), side == .new)
    let index = isAdded ? entry.new : entry.old
    if let whole = reshaped.whole(of: index, in: side) {
      return isAdded ? noteSplitOff(entry, from: whole) : noteMergedAway(entry, into: whole)
    }
    let node = text.nodes[Int(index)]
    let isRelaid = relaidHeads.hold(index, in: side)
    // A table that is one of several now, with the rows that it had.
    if node.words == 0, node.isBareHeading || isRelaid { return }
    appendWhole(entry, in: side)
    if !isAdded, isOfFormerPath(Int(index)) {
      redline.clauses[redline.clauses.count - 1].isOfFormerPath = true
    }
    if isRelaid { return reportRelaid(head: entry, wholeTexts(node, in: side)) }
    guard !entry.isInside || isRecord(Int(index), in: side) else { return }
    // A company that came or went did so with all of its tasks.
    if let named = records(side).names.row(continuedBy: Int(index)),
      alignment.match(of: named, in: side) < 0
    {
      return
    }
    reportWhole(entry, in: side)
  }

  private mutating func reportWhole(_ entry: WovenEntry, in side: Side) {
    let (text, isAdded) = (text(side), side == .new)
    let node = Int(isAdded ? entry.new : entry.old)
    let (subject, role) = (subject(entry), text.nodes[node].role)
    let isTask = subject == .subProcessor && holdsTask(entry)
    let lists = subject == .subProcessor && !isTask ? otherLists(entry) : nil
    let isHeading = isHeading(node, in: side)
    let tokens = wholeTokens(node, in: side)
    let words = text.changedWords(
      tokens, of: node, isAdded ? redline.newMarks : redline.oldMarks)
    let strikes = Strikes(tokens, in: text, isAdded ? marks.new : marks.old)
    let name = name(entry, text)
    let label = isHeading && name.isEmpty ? labelWords(node, text) : ""
    let isOfFormerPath =
      !isAdded && (subject == .clause || subject == .measure) && isInsideOfRenumbered(node)
    let control = subject == .measure ? control(node, in: side) : nil
    // What a label announces with a list is no blank.
    let fills = isAdded && subject == .clause && !isItem(node) && !labelBefore(node).isEmpty
    let isWordyHead = role == .head && isHeadOfColumns(text, entry, tokens)
    let judgement: Judgement =
      if isHeading {
        Judgement(.editorial, .heading)
      } else if subject == .clause, RevisionLine.mayBe(tokens, of: text),
        RevisionLine.isAll(words.quotable.map { $0.text.lowercased() })
      {
        Judgement(.editorial, .metadata)
      } else if isWordyHead {
        Judgement(.editorial, .heading)
      } else if subject == .clause, SiteMarkup.mayBe(tokens, of: text),
        SiteMarkup.isAll(words.quotable.map(\.text))
      {
        Judgement(.editorial, .metadata)
      } else if isAdded {
        Judgement(.substantive, fills ? .blank : .addition)
      } else {
        Judgement(isPromise(entry) ? .weakening : .substantive, .removal)
      }
    let kind = fills ? ChangeKind.blankFilled : .of(subject, isAdded ? .added : .removed)
    report(kind, entry, judgement) { before, after in
      let place = isAdded ? after : isOfFormerPath ? before.ofVersionBefore : before
      if isTask {
        return isAdded
          ? Statements.task(place, of: name, strikes) : Statements.endedTask(place, of: name)
      }
      if isHeading {
        return Statements.heading(place, name.isEmpty ? label : name, isAdded: isAdded)
      }
      if let lists {
        return isAdded
          ? Statements.joined(lists, place, name, strikes)
          : Statements.left(lists, place, name, strikes)
      }
      if let control {
        return Statements.control(control, isAdded ? strikes.added : strikes.removed)
      }
      let words = words.quoted(strikes)
      return isAdded
        ? Statements.added(place, subject, role, name: name, words: words, strikes)
        : Statements.removed(place, subject, role, name: name, words: words, strikes)
    }
    // In its place: changes are large to copy.
    let last = changes.count - 1
    if isAdded { changes[last].added = words } else { changes[last].removed = words }
  }

  /// Whether the heads of a table that came or went are words, and nothing that could be promised:
  /// its rows are told by themselves.
  private mutating func isHeadOfColumns(
    _ text: ComparedText, _ entry: WovenEntry, _ tokens: [Range<Int32>]
  ) -> Bool {
    let runs = tokens.map { tokens in
      text === new
        ? WordRun(kind: .added, old: 0..<0, new: tokens)
        : WordRun(kind: .removed, old: tokens, new: 0..<0)
    }
    let verdict = judge(entry).judge(marked([WordDifference(runs: runs)]))
    return verdict.isOfWordsAlone || verdict.judgement.materiality == .editorial
  }

  func isItem(_ node: Int) -> Bool {
    let provision = Int(new.nodes[node].provision)
    return provision >= 0 && new.agreement.provisions[provision].kind == .item
  }

  /// Whether a row that came or went is one of several of a company that its list has in both
  /// versions.
  private mutating func holdsTask(_ entry: WovenEntry) -> Bool {
    entry.new > 0
      ? engaged.old.hold(Int(entry.new), of: engaged.new, lists: alignment.oldOf)
      : engaged.new.hold(Int(entry.old), of: engaged.old, lists: alignment.newOf)
  }

  /// The title of a section, the first cell of a row, the company of an entry of a list; empty for
  /// what has none of them.
  func name(_ entry: WovenEntry, _ text: ComparedText) -> String {
    let node = Int(entry.new > 0 ? entry.new : entry.old)
    if text.nodes[node].shape == .row { return recordName(node, text) ?? "" }
    if subject(entry) == .subProcessor, let name = entryName(node, text) { return name }
    let provision = text.nodes[node].provision
    guard provision >= 0, text.nodes[node].role == .place || text.nodes[node].role == .title else {
      return ""
    }
    // The heading that an annex took is that of its section.
    if text.nodes[node].shape == .annex, text.nodes[node].tokens.isEmpty { return "" }
    guard text.agreement.provisions[Int(provision)].level > 0 else { return "" }
    return text.agreement.provisions[Int(provision)].title
  }

  private func wholeTexts(_ node: TextNode, in side: Side) -> [TextDifference] {
    let (text, isOld) = (text(side), side == .old)
    func run(_ tokens: Range<Int32>) -> WordDifference {
      WordDifference(runs: [
        WordRun(
          kind: isOld ? .removed : .added, old: isOld ? tokens : 0..<0, new: isOld ? 0..<0 : tokens)
      ])
    }
    return node.passages.map { index in
      let passage = text.passages[Int(index)]
      return TextDifference(
        kind: RedlineText.Kind(passage.kind), column: Int(passage.column),
        difference: run(passage.tokens))
    }
  }

  /// Whether what is gone was a measure that was taken: one that says of itself that it is not
  /// applicable promised nothing, unless it holds others.
  private func isPromise(_ entry: WovenEntry) -> Bool {
    guard isMeasure(entry) else { return false }
    let root = Int(entry.old)
    // What stands below a heading is told by itself.
    let end = old.nodes[root].isSectionOrAnnex ? root + 1 : Int(old.nodes[root].end)
    return (root..<end).contains { node in
      old.nodes[node].words > 0 && !old.saysNotApplicable(node)
        && (node == root || alignment.newOf[node] < 0)
    }
  }

  /// Whether only a heading came or went, and all that stands below it is, or was, elsewhere.
  private func isHeading(_ root: Int, in side: Side) -> Bool {
    let text = text(side)
    if text.nodes[root].isBareHeading {
      return text.nodes[root].shape != .text || !text.statesTerms(root)
    }
    let isLabel = text.isListLabel(root) && !text.statesTerms(root)
    guard text.nodes[root].isSectionOrAnnex || isGroup(root, text) || isLabel else {
      return false
    }
    var holdsAny = false
    var node = root + 1
    while node < Int(text.nodes[root].end) {
      let isElsewhere = alignment.match(of: node, in: side) >= 0
      if text.nodes[node].words > 0, !text.nodes[node].isSectionOrAnnex {
        guard isElsewhere || isPart(node, in: side) else { return false }
        holdsAny = true
      } else if text.nodes[node].isSectionOrAnnex, isElsewhere {
        holdsAny = true
      }
      node = isElsewhere ? Int(text.nodes[node].end) : node + 1
    }
    return holdsAny
  }

  /// Whether a place that corresponds to nothing is a part of another one.
  private func isPart(_ node: Int, in side: Side) -> Bool {
    reshaped.whole(of: Int32(node), in: side) != nil
  }

  /// The words of a label, without its colon.
  private func labelWords(_ node: Int, _ text: ComparedText) -> String {
    let words = text.words(of: text.nodes[node].tokens)
    return words.hasSuffix(":") ? String(words.dropLast()) : words
  }

  func isGroup(_ node: Int, _ text: ComparedText) -> Bool {
    let provision = Int(text.nodes[node].provision)
    return provision >= 0 && text.kind(of: node) == .group
  }

  /// Whether a place is a company or a measure, so that it is told by itself whatever it came or
  /// went with. A measure is told with all that is in it.
  private func isRecord(_ node: Int, in side: Side) -> Bool {
    let (text, records) = (text(side), records(side))
    let place = text.nodes[node]
    guard place.role == .place, place.provision >= 0 else { return false }
    // A row below a head that speaks of companies is one only where companies are listed.
    if let name = records.names[node],
      place.shape == .section || place.shape != .row && name.isOfCompany
    {
      return true
    }
    switch (text.kind(of: node), records.topics[node]) {
    case (.row, .subProcessors): return true
    case (.row, .measures), (.clause, .measures), (.item, .measures), (.group, .measures):
      return place.parent < 0 || text.nodes[Int(place.parent)].shape != .text
    default: return false
    }
  }

  /// The words of a place and of what came or went with it; what is a record is reported by itself,
  /// and parts of clauses with those.
  private func wholeTokens(_ root: Int, in side: Side) -> [Range<Int32>] {
    let text = text(side)
    var ranges: [Range<Int32>] = []
    var node = root
    let end = Int(text.nodes[root].end)
    while node < end {
      let isElsewhere = alignment.match(of: node, in: side) >= 0 || isPart(node, in: side)
      if node != root, isElsewhere || isRecord(node, in: side) {
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
  func changedWords(
    _ ranges: [Range<Int32>], of node: Int, _ marks: RedlineMarks
  ) -> ChangedWords {
    .text(
      snapshot.reading,
      ranges.map { tokens.bytes(from: $0.lowerBound, through: $0.upperBound - 1) }, marks,
      isRow: nodes[node].shape == .row)
  }
}

extension ChangedWords {
  /// As a sentence quotes them; what is struck out as a whole, it says so itself.
  func quoted(_ strikes: Strikes) -> [QuotableWord] {
    strikes == .all ? quotable.map { QuotableWord(text: $0.text) } : quotable
  }
}
