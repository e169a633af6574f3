/// A stretch of text that refers to another place, as it was read: not yet looked up.
package struct Mention: Sendable {
  /// What the reference leads to beside its numbers.
  package enum Qualifier: Hashable, Sendable {
    case none
    /// `of this agreement`, `hereof`.
    case thisDocument
    /// `of this section`, `of this annex`: the enclosing place of that level.
    case thisUnit(DesignatorLevel)
    /// A law; see ``LawCatalog``.
    case law(LawReference)
    /// A document that the workspace knows by name; its index in ``Recognition/named``.
    case document(Int)
    /// A document that no one named to us: not to be looked for here.
    case foreign
    /// `of that Regulation`, `thereof`, and `dessen` before it: of what was cited or named before.
    case same
  }

  /// The whole expression, in bytes of the agreement's text: `sections 3 and 4 of this contract`.
  package var textRange: Range<Int32>
  /// The place that it stands in.
  package var provision: Int32
  /// The passage that it stands in; see ``findPassages(in:)``.
  package var passage: Int32
  package var parts: [Part]
  package var qualifier: Qualifier
  /// Whether it is a reference only if its target exists: `item 3`, `7.2` without a word.
  package var isWeak = false
  /// Whether it is of another document where its target does not exist: `OA, Schedule 7`.
  package var mayBeElsewhere = false
  /// Whether it says `clause` and not `section`, and in which case: what the standard clauses call
  /// their provisions.
  package var clauseWord = ClauseWord.none

  package enum ClauseWord: Sendable { case none, small, capital }

  /// One target of a mention, or the two ends of a range.
  package struct Part: Sendable {
    package var textRange: Range<Int32>
    /// Outermost first; empty where only a title or a name is given.
    package var path: [Designator]
    /// The last place of a range, as long as ``path``.
    package var through: [Designator] = []
    /// `f.`, `ff.`, `et seq.`
    package var following = Following.none
    /// The place's title as quoted beside its number, or instead of one; empty where none is.
    package var titleRange: Range<Int32> = 0..<0
    package var title = Title.none
    /// How many leading steps of ``path`` may be a reference of their own, where the whole has no
    /// target: `Annex 1, section 2` can be one place or two; 0 where it is surely one.
    package var looseSteps = 0
    /// How many leading steps of ``path`` are those of the part before, which may as well not hold
    /// this one: `section 5 and paragraph 2`.
    package var sharedSteps = 0
    /// How many leading steps are those of the part before it, whether it is surely of them or not.
    package var stepsBefore = 0
    /// Where it can be two places, `clause 5` and `paragraph 3 of Schedule 1`.
    package var split: Split?
    /// A letter that stands behind the number as a word of its own, `b` of `section 3 b`, and the
    /// text up to its end: a step of the path where that place exists, and else a word.
    package var spacedLetter: (designator: Designator, textRange: Range<Int32>)?
    /// Without a number: -1 for the place before the one at hand, 1 for the one behind it.
    package var neighbour = 0
  }

  /// The comma of `clause 5, paragraph 3 of Schedule 1`, before which a place of its own can end.
  package struct Split: Sendable {
    /// How many leading steps of the path are those of the annex behind both.
    var container: UInt8 = 0
    /// How many steps of the path stand before the comma, beside those of the annex.
    var steps: UInt8
    /// Where the text before the comma ends and that behind it begins.
    var end: Int32
    var start: Int32
  }

  package enum Following: Sendable { case none, one, many }

  package enum Title: Sendable {
    case none
    /// In quotation marks.
    case quoted
    /// In brackets after the number, which may as well be a remark.
    case remark
  }
}
