/// What is marked in the two versions of a text, and which footnotes of them are the same.
struct MarksOfBoth: Sendable {
  let old: InlineMarks
  let new: InlineMarks
  let numbers: FootnoteNumbers

  init(_ old: ComparedText, _ new: ComparedText) {
    self.old = InlineMarks(old)
    self.new = InlineMarks(new)
    numbers = FootnoteNumbers(self.old, self.new)
  }

  var isEmpty: Bool { old.nodes.isEmpty && new.nodes.isEmpty }

  /// The references of the old text, into the portal, whose words are links to elsewhere now.
  func referencesThatBecameLinks(
    _ difference: WordDifference, _ text: ComparedText
  ) -> Set<Int32> {
    var references: Set<Int32> = []
    guard !new.marks.isEmpty, difference.retargets.contains(where: { $0.new < 0 }) else {
      return references
    }
    for run in difference.runs where run.kind == .retargeted {
      for (before, after) in zip(run.old, run.new) where !new.touches(after, .link).isEmpty {
        references.insert(Int32(text.reference(at: Int(before))))
      }
    }
    return references
  }
}
