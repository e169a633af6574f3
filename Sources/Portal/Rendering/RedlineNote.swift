internal import Agreements
package import Changes
internal import References

/// What a redline says of a clause in words: where it stood, what it was split from.
package struct RedlineNote: Sendable, Equatable {
  package var text: String
  /// The place that it names, in the older or in the newer version.
  let provision: Int32
  let isOld: Bool
}

extension Redline {
  /// What is said of a clause beside its own place; nothing of most.
  package func notes(of clause: RedlineClause, _ words: RedlineWords) -> [RedlineNote] {
    func old(_ provisions: [Int32], _ form: (String) -> String) -> [RedlineNote] {
      provisions.map {
        RedlineNote(text: form(path(ofOld: $0)), provision: $0, isOld: true)
      }
    }
    func new(_ provisions: [Int32], _ form: (String) -> String) -> [RedlineNote] {
      provisions.map {
        RedlineNote(text: form(path(ofNew: $0)), provision: $0, isOld: false)
      }
    }
    let isElsewhere = clause.old >= 0 && clause.new >= 0 && path(of: clause) != oldPath(of: clause)
    switch clause.state {
    case .movedAway:
      return new([clause.new]) { isElsewhere ? words.now($0) : words.movedAway }
    case .mergedAway: return new(clause.parts, words.mergedInto)
    case .splitOff: return old(clause.sources, words.splitFrom)
    case .unchanged, .changed, .added, .removed, .movedHere:
      return (isElsewhere ? old([clause.old], words.was) : [])
        + new(clause.parts, words.splitInto) + old(clause.sources, words.takesIn)
    }
  }

  /// What stands at the head of a clause: its place, or for what stands elsewhere now, what it was.
  package func name(of clause: RedlineClause, _ words: RedlineWords) -> String {
    clause.leftItsPlace ? words.was(oldPath(of: clause)) : path(of: clause)
  }

  private func path(ofOld provision: Int32) -> String {
    old.map { $0.agreement.legalPath(of: Int(provision)).written } ?? ""
  }

  private func path(ofNew provision: Int32) -> String {
    new.map { $0.agreement.legalPath(of: Int(provision)).written } ?? ""
  }
}

extension RedlineClause {
  /// Whether its words stand elsewhere now, moved or as a part of another clause.
  package var leftItsPlace: Bool { state == .movedAway || state == .mergedAway }

  package var isMoved: Bool { state == .movedAway || state == .movedHere }
}
