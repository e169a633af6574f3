internal import Adoption
internal import Registers

/// How far a measure has come, as its cell or a remark in brackets says.
extension AgreementDiffer {
  /// What becomes of the state of a measure in a changed text; `nil` where the text says nothing of
  /// it, or says what it said.
  ///
  /// `head`: what stands above a cell. `judge`: weighs the words, for a text of which more changed.
  func stateVerdict(
    _ text: TextDifference, head: String, _ marked: MarkedText, _ judge: WordJudge
  ) -> WordJudge.Verdict? {
    guard judge.isMeasure, !marked.isUnchanged else { return nil }
    let old = MarkedText.text(marked.old[...])
    let new = MarkedText.text(marked.new[...])
    guard text.kind == .cell else { return remarksVerdict(old, new, marked, judge) }
    guard let before = Self.state(ofCell: old, head: head, beside: new),
      let after = Self.state(ofCell: new, head: head, beside: old)
    else {
      // Among other words, what a remark takes back is said as in a list.
      let verdict = remarksVerdict(old, new, marked, judge)
      return verdict?.judgement.materiality == .weakening ? verdict : nil
    }
    if before == after { return WordJudge.Verdict(judgement: Judgement(.editorial, .wording)) }
    return .states(before, after)
  }

  /// What becomes of the state of a measure that moved, by what the groups and sections say that
  /// held it and hold it now; `nil` where they say the same, or it says so itself.
  func heldStates(of entry: WovenEntry) -> WordJudge.Verdict? {
    guard isMeasure(entry), !saysState(entry.old, old), !saysState(entry.new, new) else {
      return nil
    }
    let (before, after) = (heldState(entry.old, old), heldState(entry.new, new))
    return before == after ? nil : .states(before, after)
  }

  private func saysState(_ node: Int32, _ text: ComparedText) -> Bool {
    WrittenState(remarksOf: text.words(of: text.nodes[Int(node)].tokens)) != nil
  }

  private func heldState(_ node: Int32, _ text: ComparedText) -> WrittenState {
    var holder = text.nodes[Int(node)].parent
    while holder >= 0 {
      let tokens = text.nodes[Int(holder)].tokens
      // All that moved out of a long text would read it again, which is no label.
      if tokens.count <= GroupLabels.mostTokens,
        let state = WrittenState(remarksOf: text.words(of: tokens))
      {
        return state
      }
      holder = text.nodes[Int(holder)].parent
    }
    return .stated(.implemented)
  }

  /// Of the remarks in brackets: without any, a measure is taken.
  private func remarksVerdict(
    _ old: String, _ new: String, _ marked: MarkedText, _ judge: WordJudge
  ) -> WordJudge.Verdict? {
    let (first, second) = (WrittenState(remarksOf: old), WrittenState(remarksOf: new))
    guard first != nil || second != nil else { return nil }
    // The words are what they were: `(planned)` that is `: planned` now.
    guard (marked.old + marked.new).contains(where: { $0.isMarked && $0.isWord }) else {
      return nil
    }
    let before = first ?? .stated(.implemented)
    let after = second ?? .stated(.implemented)
    guard before != after else { return nil }
    let verdict = WordJudge.Verdict.states(before, after)
    if verdict.judgement.materiality == .weakening { return verdict }
    let words = judge.judge(marked)
    return words.judgement.materiality == .weakening ? words : verdict
  }

  /// `other`: what the cell says in the other version. Where that is a mere tick, an empty cell
  /// means that the measure is not taken; below a head of states it says nothing against it.
  private static func state(
    ofCell text: String, head: String, beside other: String
  ) -> WrittenState? {
    let isState = WrittenState.isHead(head)
    guard text.isEmpty else {
      return isState ? WrittenState(cell: text) : WrittenState(whole: text)
    }
    let isTick = !other.unicodeScalars.contains { $0.properties.isAlphabetic && $0 != "x" }
    return isTick ? .notTaken : isState ? .stated(.implemented) : nil
  }
}

extension WordJudge.Verdict {
  fileprivate static func states(_ before: WrittenState, _ after: WrittenState) -> Self {
    Self(
      judgement: Judgement(after.rank < before.rank ? .weakening : .substantive, .state),
      before: before.name, after: after.name)
  }
}
