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
      let field = fieldName(text, entry)
      let judge = judge(entry)
      let verdict = stateVerdict(text, head: field, marked, judge) ?? judge.judge(marked)
      var judgement = verdict.judgement
      if text.kind == .heading || isLabel(entry, marked),
        verdict.isOfWordsAlone || RoleWords.areSynonyms(marked, verdict), !namesCompany(entry)
      {
        judgement = Judgement(tookNameOfAnother(entry) ? .substantive : .editorial, .heading)
      } else if isHead, verdict.isOfWordsAlone || areHeadsOfCompanies(marked) {
        judgement =
          (verdict.namesOtherwise || areHeadsOfCompanies(marked))
            && tables.hasSameCells(entry, column: text.column)
          ? Judgement(.editorial, .heading) : Judgement(.substantive, .wording)
      } else if Enumerations.areEnds(marked),
        enumerations.hold(new.nodes[Int(entry.new)]) || isRelaid(entry)
      {
        judgement = Judgement(.editorial, .wording)
      } else if text.kind == .paragraph, judgement.materiality == .substantive,
        isOtherMeasure(entry, marked, judge)
      {
        judgement = Judgement(.weakening, .rewritten)
      }
      let kind =
        specialKind(entry, marked, verdict)
        ?? (kind: .of(subject, .modified), judgement: judgement)
      let row = rowName(entry)
      let isRewritten = text.kind == .paragraph && isRewritten(entry)
      report(kind.kind, entry, kind.judgement) {
        isHead
          ? TextStatements.column($1, marked)
          : isRewritten
            ? Statements.rewritten($1, marked)
            : Statements.modified($1, marked, verdict, text.kind, field: field, row: row)
      }
      // In its place: changes are large to copy.
      let last = changes.count - 1
      changes[last].field = field
      changes[last].removed = .marked(marked, isOld: true)
      changes[last].added = .marked(marked, isOld: false)
      let isParagraph = text.kind == .paragraph
      changes[last].valueBefore = isParagraph ? verdict.before : MarkedText.text(marked.old[...])
      changes[last].valueAfter = isParagraph ? verdict.after : MarkedText.text(marked.new[...])
    }
  }

  /// Whether a column of companies is headed by other words that say so.
  private func areHeadsOfCompanies(_ text: MarkedText) -> Bool {
    NameHeads.namesCompanies(MarkedText.text(text.old[...]))
      && NameHeads.namesCompanies(MarkedText.text(text.new[...]))
  }

  /// Whether the name above some measures is now what stood above others.
  private mutating func tookNameOfAnother(_ entry: WovenEntry) -> Bool {
    isMeasure(entry) && entry.old > 0 && entry.new > 0
      && relabelling.tookName(entry.new, of: new, insteadOf: entry.old)
  }

  /// Whether a heading can be the name of a company: one without a number below sub-processors.
  private func namesCompany(_ entry: WovenEntry) -> Bool {
    let (before, after) = (old.nodes[Int(entry.old)], new.nodes[Int(entry.new)])
    return before.parent >= 0 && oldRecords.topics[Int(before.parent)] == .subProcessors
      && after.parent >= 0 && newRecords.topics[Int(after.parent)] == .subProcessors
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
        ? old.row(of: entry.old).flatMap(oldRecords.columns.table)
        : new.row(of: entry.new).flatMap(newRecords.columns.table)
      let head =
        table.map { (isGone ? oldRecords : newRecords).columns.head($0, text.column) } ?? ""
      return head.isEmpty ? "column \(text.column + 1)" : head
    }
  }

  mutating func marked(_ differences: [WordDifference]) -> MarkedText {
    judging.marked(differences)
  }

  func judge(_ entry: WovenEntry) -> WordJudge {
    judging.judge(of: entry.new, isMeasure: isMeasure(entry))
  }

  func isMeasure(_ entry: WovenEntry) -> Bool {
    entry.new > 0
      ? newRecords.topics[Int(entry.new)] == .measures
      : entry.old > 0 && oldRecords.topics[Int(entry.old)] == .measures
  }

  /// The kinds that a change of words can be beside a modification.
  private func specialKind(
    _ entry: WovenEntry, _ marked: MarkedText, _ verdict: WordJudge.Verdict
  ) -> (kind: ChangeKind, judgement: Judgement)? {
    if verdict.judgement.rule == .state, isMeasure(entry) {
      return (.measureStatusChanged, verdict.judgement)
    }
    if Blanks.isFilled(marked) { return (.blankFilled, Judgement(.substantive, .blank)) }
    let label = entry.new > 0 ? labelBefore(Int(entry.new)) : ""
    // Not of `self`, which is large to copy.
    let isContact = ContactWords.areContacts(marked, label: label) { [new] in
      entry.new > 0 && new.isBesideContacts(Int(entry.new))
    }
    guard isContact else { return nil }
    let isLabel = verdict.judgement.materiality == .editorial && ContactWords.areLabels(marked)
    return (.contactModified, isLabel ? verdict.judgement : Judgement(.substantive, .contact))
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

extension ComparedText {
  /// Whether one of the next places on either side begins with a label such as `Tel.:`.
  fileprivate func isBesideContacts(_ node: Int) -> Bool {
    var (before, next) = (nodes.previousSibling(of: node), Int(nodes[node].end))
    let parent = nodes[node].parent
    guard parent >= 0 else { return false }
    for _ in 0..<4 {
      if let place = before {
        if beginsWithContact(place) { return true }
        before = nodes.previousSibling(of: place)
      }
      if next < nodes[Int(parent)].end {
        if beginsWithContact(next) { return true }
        next = Int(nodes[next].end)
      }
    }
    return false
  }
}
