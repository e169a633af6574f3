internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Markup
internal import References

extension AgreementDiffer {
  /// One change for a heading, one for the text, one for each cell.
  mutating func reportModified(_ entry: WovenEntry, _ texts: [TextDifference]) {
    let subject = subject(entry)
    let isHead = entry.new > 0 && new.nodes[Int(entry.new)].role == .head
    for text in texts where text.difference.hasChanges {
      let marked = marked([text.difference])
      let verdict = judge(entry).judge(marked)
      var judgement = verdict.judgement
      if text.kind == .heading || isLabel(entry, marked),
        verdict.isOfWordsAlone || RoleWords.areSynonyms(marked, verdict), !namesCompany(entry)
      {
        judgement = Judgement(.editorial, .heading)
      } else if isHead, verdict.isOfWordsAlone {
        judgement =
          verdict.namesOtherwise && hasSameCells(entry, column: text.column)
          ? Judgement(.editorial, .heading) : Judgement(.substantive, .wording)
      } else if enumerations.hold(new.nodes[Int(entry.new)]) || isRelaid(entry),
        Enumerations.areEnds(marked)
      {
        judgement = Judgement(.editorial, .wording)
      }
      let kind =
        specialKind(entry, text, marked, verdict)
        ?? (kind: .of(subject, .modified), judgement: judgement)
      let field = fieldName(text, entry)
      var change = self.change(kind.kind, entry, kind.judgement) {
        isHead
          ? TextStatements.column($1, marked)
          : Statements.modified($1, marked, verdict, text.kind, field: field)
      }
      change.field = field
      change.removed = .marked(marked, isOld: true)
      change.added = .marked(marked, isOld: false)
      if text.kind == .paragraph {
        change.valueBefore = verdict.before
        change.valueAfter = verdict.after
      } else {
        change.valueBefore = MarkedText.text(marked.old[...])
        change.valueAfter = MarkedText.text(marked.new[...])
      }
      changes.append(change)
    }
  }

  /// Whether a heading can be the name of a company: one without a number below sub-processors.
  private func namesCompany(_ entry: WovenEntry) -> Bool {
    let (before, after) = (old.nodes[Int(entry.old)], new.nodes[Int(entry.new)])
    return before.parent >= 0 && oldTopics[Int(before.parent)] == .subProcessors
      && after.parent >= 0 && newTopics[Int(after.parent)] == .subProcessors
      && new.designation(of: Int(entry.new)).isEmpty
  }

  /// Whether all that changed of a place is the name of a control above its measures, like a
  /// heading: a bold item, or the first cell of rows. What explains it in brackets is no name, and
  /// neither is a paragraph below it.
  private func isLabel(_ entry: WovenEntry, _ text: MarkedText) -> Bool {
    guard isMeasure(entry), entry.old > 0, isGroup(Int(entry.old), old),
      isGroup(Int(entry.new), new)
    else { return false }
    func isName(_ words: [MarkedText.Word], _ label: Range<Int32>) -> Bool {
      let bracket = words.firstIndex { $0.text == "(" } ?? words.endIndex
      return !words[bracket...].contains(where: \.isMarked)
        && words.allSatisfy { !$0.isMarked || label.contains($0.token) }
    }
    return isName(text.old, old.label(of: Int(entry.old)))
      && isName(text.new, new.label(of: Int(entry.new)))
  }

  private func fieldName(_ text: TextDifference, _ entry: WovenEntry) -> String {
    switch text.kind {
    case .heading: return "heading"
    case .paragraph: return "text"
    case .cell:
      let isGone = text.presence == .onlyOld
      let table =
        isGone
        ? old.row(of: entry.old).flatMap(oldColumns.table)
        : new.row(of: entry.new).flatMap(newColumns.table)
      let head = table.map { (isGone ? oldColumns : newColumns).head($0, text.column) } ?? ""
      return head.isEmpty ? "column \(text.column + 1)" : head
    }
  }

  mutating func marked(_ differences: [WordDifference]) -> MarkedText {
    var text = MarkedText(differences, old: old, new: new, marks, &spelled)
    text.sameCitations = sameCitations(in: text)
    text.citations = citations(of: text)
    return text
  }

  func judge(_ entry: WovenEntry) -> WordJudge {
    WordJudge(
      partyNames: partyNames, isMeasure: isMeasure(entry), uses: uses,
      renamed: renamed.used(in: entry.new))
  }

  private func isMeasure(_ entry: WovenEntry) -> Bool {
    entry.new > 0
      ? newTopics[Int(entry.new)] == .measures
      : entry.old > 0 && oldTopics[Int(entry.old)] == .measures
  }

  /// The kinds that a change of words can be beside a modification.
  private func specialKind(
    _ entry: WovenEntry, _ text: TextDifference, _ marked: MarkedText, _ verdict: WordJudge.Verdict
  ) -> (kind: ChangeKind, judgement: Judgement)? {
    if verdict.judgement.rule == .state, isMeasure(entry) {
      return (.measureStatusChanged, verdict.judgement)
    }
    if Blanks.isFilled(marked) { return (.blankFilled, Judgement(.substantive, .blank)) }
    let label = entry.new > 0 ? labelBefore(Int(entry.new)) : ""
    if ContactWords.areContacts(marked, label: label) {
      return (.contactModified, Judgement(.substantive, .contact))
    }
    return nil
  }

  /// The text of the paragraph before a place, if it is a label such as `Tel.:`, in lower case. An
  /// item is no label of a paragraph behind its list.
  func labelBefore(_ node: Int) -> String {
    let parent = Int(new.nodes[node].parent)
    guard node - 1 > parent, Int(new.nodes[node - 1].parent) == parent,
      isItem(node - 1) == isItem(node), new.nodes[node].words <= 12
    else { return "" }
    let tokens = new.nodes[node - 1].tokens
    guard let last = tokens.last,
      new.agreement.tree.text[Int(new.tokens.words[Int(last)].end) - 1] == UInt8(ascii: ":")
    else { return "" }
    let words = new.words(of: tokens).lowercased()
    return words.utf8.count <= 40 ? words : ""
  }
}

// MARK: - Places that moved

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
    let name = shortName(entry)
    let isAmong = isAmongItsNeighbours(entry)
    let neighbour = isAmong ? neighbour(of: entry) : nil
    let (before, after) = (place(ofOld: entry.old), place(ofNew: entry.new))
    var change = self.change(.of(subject(entry), .moved), entry, judgement) { _, _ in
      Statements.moved(from: before, to: after, name: name, neighbour, marked, verdict)
    }
    change.removed = .marked(marked, isOld: true)
    change.added = .marked(marked, isOld: false)
    if isAmong, verdict == nil {
      reordered.append((entry, change))
    } else {
      changes.append(change)
    }
  }

  /// Whether a cell that changed is the one by which a record is known.
  private func isName(_ text: TextDifference, of entry: WovenEntry) -> Bool {
    guard text.kind == .cell, text.difference.hasChanges, !isRelaid(entry),
      oldNames[Int(entry.old)]?.tellsRecords == true, let name = newNames[Int(entry.new)],
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
    let name = name(entry, new)
    let node = new.nodes[Int(entry.new)]
    guard name.isEmpty, node.shape == .text, node.words <= 5, Int32(node.end) == entry.new + 1
    else {
      return name
    }
    return new.words(of: node.tokens)
  }
}

// MARK: - References

extension AgreementDiffer {
  /// Reports the references of a text whose words stayed and whose target changed.
  mutating func reportRetargets(_ difference: WordDifference, in entry: WovenEntry) {
    guard !difference.retargets.isEmpty else { return }
    let linked = marks.referencesThatBecameLinks(difference, old)
    for retarget in difference.retargets
    where retarget.new >= 0 || !linked.contains(retarget.old) {
      if !isReaddressed(retarget) { report(retarget, in: entry) }
    }
  }

  /// Whether a reference leads to the same document, of which the frontmatter says where it is.
  private func isReaddressed(_ retarget: Retarget) -> Bool {
    guard retarget.new >= 0, let before = old.references[Int(retarget.old)].part.address,
      let after = new.references[Int(retarget.new)].part.address
    else { return false }
    return readdressed[before] == after
  }

  private mutating func report(_ retarget: Retarget, in entry: WovenEntry) {
    let before = old.references[Int(retarget.old)]
    let after = retarget.new >= 0 ? new.references[Int(retarget.new)] : nil
    let words = old.text(before.range).filter { $0 != "[" && $0 != "]" }
    let (from, to) = (old.describe(before.part), after.flatMap { new.describe($0.part) })
    let range = after.flatMap { rangeChange(before.part, $0.part) }
    var change = self.change(.referenceRetargeted, entry, Judgement(.substantive, .reference)) {
      if let range { return Statements.retargeted($1, words, range) }
      return Statements.retargeted($1, words, from: from, to: to)
    }
    change.field = "reference"
    change.valueBefore = from?.line
    change.valueAfter = to?.line
    changes.append(change)
  }
}

extension AgreementDiffer {
  /// What a reference to several places takes in now, and leaves out; `nil` of one to a single
  /// place, or one that has none of its places any more.
  private func rangeChange(
    _ before: ResolvedReference.Part, _ after: ResolvedReference.Part
  ) -> Statements.RangeChange? {
    guard before.targets.count > 1 || after.targets.count > 1 else { return nil }
    let olds = before.targets.map { targets.key(ofOld: $0, in: old.snapshot) }
    let news = after.targets.map { targets.key(ofNew: $0, in: new.snapshot) }
    let (known, kept) = (Set(olds), Set(news))
    guard !known.isDisjoint(with: kept) else { return nil }
    func names(
      _ part: ResolvedReference.Part, _ keys: [TargetMap.Key], besides others: Set<TargetMap.Key>,
      _ text: ComparedText
    ) -> [Statements.Target] {
      zip(part.targets, keys).filter { !others.contains($1) }.compactMap { target, _ in
        var one = part
        one.targets = [target]
        return text.describe(one)
      }
    }
    let change = Statements.RangeChange(
      came: names(after, news, besides: known, new), gone: names(before, olds, besides: kept, old))
    return change.came.isEmpty && change.gone.isEmpty ? nil : change
  }
}

extension ComparedText {
  func text(_ range: Range<Int32>) -> String { snapshot.reading.text(range) }

  /// Where a reference leads: the path and the title of the place.
  func describe(_ part: ResolvedReference.Part) -> Statements.Target? {
    guard let target = part.targets.first else {
      return part.address.map { Statements.Target(path: $0, title: "") }
    }
    guard let other = snapshot.agreement(of: target) else {
      return Statements.Target(path: "", title: "")
    }
    guard target.provision >= 0 else {
      return Statements.Target(path: other.metadata.title, title: "")
    }
    let place = Int(target.provision)
    var described = Statements.Target(
      path: other.legalPath(of: place).written, title: other.provisions[place].title)
    if other.id != agreement.id {
      described.document = other.metadata.title.isEmpty ? other.id : other.metadata.title
    } else if described.title.isEmpty {
      described.title = opening(of: place)
    }
    return described
  }

  /// The first words of a place that has no title.
  private func opening(of provision: Int) -> String {
    let range = nodes[Int(nodeOfProvision[provision])].tokens
    let start = range.prefix(Self.openingWords)
    guard let first = start.first, let last = start.last else { return "" }
    let words = words(of: first..<last + 1)
    return start.count < range.count ? words + " \u{2026}" : words
  }

  private static var openingWords: Int { 6 }
}
