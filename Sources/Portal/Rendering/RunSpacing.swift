package import Changes
internal import Diagnostics

/// Keeps words apart that have no white space between them only because they are of two versions.
///
/// What is removed at the end of a sentence, or replaced at the end of a cell, has no white space
/// behind it, and would run into the next word, on the page and where it is copied.
package struct RunSpacing: Sendable {
  private var endsWithSpace = true
  private var isBehindMark = false

  package init() {}

  /// Whether a space belongs before a run; to be asked once for each that is written, in order.
  ///
  /// `isOld`: whether its words are written as the old version has them.
  package mutating func needsSpace(
    before run: RedlineRun, of redline: Redline, isOld: Bool
  ) -> Bool {
    guard let ends = redline.ends(of: run, isOld: isOld) else { return false }
    let isMark = run.kind == .removed || run.kind == .added
    let touches = !endsWithSpace && ends.first != 0x20
    let isApart = touches && (isMark && isBehindMark || redline.standsApart(run, isOld: isOld))
    endsWithSpace = ends.last == 0x20
    isBehindMark = isMark
    return isApart
  }

  /// Whether a run of one version begins with a word right behind another one, which stood in a
  /// place of its own: two rows that became one have no white space between them.
  ///
  /// To be asked before ``needsSpace(before:of:isOld:)``.
  package func runsTogether(_ run: RedlineRun, of redline: Redline, isOld: Bool) -> Bool {
    guard !endsWithSpace, let first = redline.ends(of: run, isOld: isOld)?.first else {
      return false
    }
    let isSign = first < 0x80 && !first.isASCIILetterOrDigit
    return !isSign
  }

  /// The same for a run of a redline that is woven into one.
  package mutating func needsSpace(before run: RedlineRun, of redline: Redline) -> Bool {
    needsSpace(before: run, of: redline, isOld: run.kind == .removed)
  }
}
