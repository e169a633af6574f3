package import Agreements
internal import Markup
package import References

/// One agreement in two versions, woven into one: what a reader sees as a redline.
///
/// Shape: ``clauses`` is in the order of the new text, with what was removed where it stood; each
/// comes before what it encloses, and ``RedlineClause/depth`` tells how deep it stands. Texts and
/// runs are flat lists that clauses point into. Runs are stretches of the two texts' bytes, so a
/// redline of a long text costs little until it is shown; ``text(of:)`` and ``bytes(of:)`` give
/// their words.
package struct Redline: Sendable {
  /// The agreement's id.
  package var agreement: String
  /// Absent where the agreement is only in the other version.
  package var old: AgreementReading?
  package var new: AgreementReading?
  package var clauses: [RedlineClause] = []
  package var texts: [RedlineText] = []
  package var runs: [RedlineRun] = []
  /// Where words lead that stayed, by ``RedlineRun/target``.
  package var targets: [RedlineTarget] = []
  /// What the frontmatters say otherwise, before all clauses.
  package var facts: [RedlineFact] = []
  /// What looks otherwise in each version.
  var oldMarks = RedlineMarks()
  var newMarks = RedlineMarks()

  package init(agreement: String, old: AgreementReading?, new: AgreementReading?) {
    self.agreement = agreement
    self.old = old
    self.new = new
  }
}

/// One place of a redline: a section's heading, a clause, an item, a row.
package struct RedlineClause: Sendable {
  package enum State: String, Sendable {
    case unchanged
    /// The same place with other words.
    case changed
    case added, removed
    /// Stood here and stands elsewhere now: the place it left, without words.
    case movedAway = "moved-away"
    /// Stands here and stood elsewhere: with the marks of what changed in it.
    case movedHere = "moved-here"
    /// Was a part of another place, which is in ``RedlineClause/sources``, and is one of its own
    /// now.
    case splitOff = "split-off"
    /// Is a part of another place now, which is in ``RedlineClause/parts``: without words.
    case mergedAway = "merged-away"
  }

  package var state: State
  package var kind: ProvisionKind
  /// The provision in each version, or `Provision.none`; of the text of a section with a single
  /// paragraph, and of the head of a table, the place that holds it.
  package var old: Int32
  package var new: Int32
  /// 0 for the outermost.
  package var depth: Int
  /// The number or marker as printed in each version; empty where it has none.
  package var oldDesignation: String
  package var newDesignation: String
  /// Its stretch of ``Redline/texts``.
  package var texts: Range<Int> = 0..<0
  /// Whether it is the head of a table.
  package var isHead = false
  /// Of what was removed, whether its path is that of another place now, or what held it is called
  /// otherwise.
  package var isOfFormerPath = false
  /// The new provisions that it was split into beside its own, or that it is a part of now.
  package var parts: [Int32] = []
  /// The old provisions that went into it beside its own, or that it was a part of.
  package var sources: [Int32] = []
  /// The numbers of the changes that are about it.
  package var changes: [Int] = []

  package var isRenumbered: Bool {
    old >= 0 && new >= 0 && oldDesignation != newDesignation
  }
}

/// One heading, paragraph or cell of a clause.
package struct RedlineText: Sendable {
  package enum Kind: UInt8, Sendable { case heading, paragraph, cell }

  package var kind: Kind
  /// The column of a cell, from 0; 0 for other texts.
  package var column: Int
  /// Its stretch of ``Redline/runs``.
  package var runs: Range<Int>
}

/// A stretch of words that were kept, removed, added, or follow a change of numbers.
package struct RedlineRun: Sendable {
  package enum Kind: UInt8, Sendable {
    case equal, removed, added
    /// A reference whose number followed its target: the old and the new number mean the same.
    case renumbered
    /// A reference or a link whose words stayed while its target changed.
    case retargeted
  }

  package var kind: Kind
  /// Bytes of the old text (`Agreement.tree.text`); empty for what was added.
  package var old: Range<Int32>
  /// Bytes of the new text; empty for what was removed.
  package var new: Range<Int32>
  /// Of words that lead elsewhere, where: an index of ``Redline/targets``; -1 for others.
  package var target: Int32 = -1
}

extension Redline {
  /// The words of a run: the new ones, or the old ones of what was removed. White space is kept as
  /// it stands at the ends, and is one space inside.
  package func text(of run: RedlineRun) -> String {
    String(decoding: bytes(of: run), as: UTF8.self)
  }

  /// The words of a run as ``text(of:)`` gives them; most are a stretch of the text as it stands.
  package func bytes(of run: RedlineRun) -> ArraySlice<UInt8> {
    bytes(of: run, isOld: run.kind == .removed)
  }

  /// The words of a run as one version writes them; none where it does not have them.
  package func bytes(of run: RedlineRun, isOld: Bool) -> ArraySlice<UInt8> {
    words(of: isOld ? run.old : run.new, isOld: isOld)
  }

  func words(of bytes: Range<Int32>, isOld: Bool) -> ArraySlice<UInt8> {
    words(isOld ? old : new, bytes)
  }

  /// The first and the last byte of what ``bytes(of:isOld:)`` gives, which need not be made for
  /// them; `nil` where there are no words.
  package func ends(of run: RedlineRun, isOld: Bool) -> (first: UInt8, last: UInt8)? {
    let (reading, range) = isOld ? (old, run.old) : (new, run.new)
    guard let reading, !range.isEmpty else { return nil }
    let text = reading.agreement.tree.text
    let (first, last) = (text[Int(range.lowerBound)], text[Int(range.upperBound) - 1])
    return (Self.isSpace(first) ? 0x20 : first, Self.isSpace(last) ? 0x20 : last)
  }

  /// The words that a renumbered reference had before.
  package func oldText(of run: RedlineRun) -> String {
    String(decoding: words(old, run.old), as: UTF8.self)
  }

  /// Whether white space stands before a run in a version that has it.
  package func standsApart(_ run: RedlineRun, isOld: Bool) -> Bool {
    let (reading, range) = isOld ? (old, run.old) : (new, run.new)
    guard let reading, range.lowerBound > 0 else { return false }
    return Self.isSpace(reading.agreement.tree.text[Int(range.lowerBound) - 1])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x09 || byte == 0x20
  }

  private func words(_ reading: AgreementReading?, _ range: Range<Int32>) -> ArraySlice<UInt8> {
    guard let reading, !range.isEmpty else { return [] }
    let text = reading.agreement.tree.text
    let place = Int(range.lowerBound)..<Int(range.upperBound)
    if Self.isOneLine(text.span.extracting(place)) { return text[place] }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for byte in text[place] {
      let isSpace = Self.isSpace(byte)
      if isSpace, bytes.last == 0x20 { continue }
      bytes.append(isSpace ? 0x20 : byte)
    }
    return bytes[...]
  }

  /// Whether words are parted by single spaces only.
  ///
  /// Goes on where it could stop: so the processor looks at sixteen bytes at a time.
  private static func isOneLine(_ text: Span<UInt8>) -> Bool {
    var found: UInt8 = 0
    var before: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      found |= (byte == 0x0A ? 1 : 0) | (byte == 0x09 ? 1 : 0)
      found |= (byte == 0x20 ? 1 : 0) & (before == 0x20 ? 1 : 0)
      before = byte
    }
    return found == 0
  }

  /// Whether anything in it is marked.
  package var isUnchanged: Bool {
    facts.isEmpty
      && clauses.allSatisfy { $0.state == .unchanged && $0.changes.isEmpty && !$0.isRenumbered }
  }

  mutating func forgetChanges() {
    for index in clauses.indices where !clauses[index].changes.isEmpty {
      clauses[index].changes = []
    }
    for index in facts.indices { facts[index].changes = [] }
  }

  /// Tells a clause the number of a change that is about it.
  mutating func note(change number: Int, at clause: Int) {
    if clauses.indices.contains(clause) { clauses[clause].changes.append(number) }
  }

  /// Tells a fact of the frontmatter the number of the change that is about it.
  mutating func note(change number: Int, ofFact fact: Int) {
    if facts.indices.contains(fact) { facts[fact].changes.append(number) }
  }
}
