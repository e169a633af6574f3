internal import Agreements
package import Changes
internal import Deadlines
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
    let language = words.language
    func old(_ provisions: [Int32], _ form: (String) -> String) -> [RedlineNote] {
      provisions.map {
        RedlineNote(text: form(path(ofOld: $0, in: language)), provision: $0, isOld: true)
      }
    }
    func new(_ provisions: [Int32], _ form: (String) -> String) -> [RedlineNote] {
      provisions.map {
        RedlineNote(text: form(path(ofNew: $0, in: language)), provision: $0, isOld: false)
      }
    }
    let isElsewhere =
      clause.old >= 0 && clause.new >= 0
      && path(of: clause, in: language) != path(ofOld: clause.old, in: language)
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

  /// What a row of neighbours with other numbers is called, and what it was called.
  package func names(
    ofRow row: Range<Int>, _ words: RedlineWords
  ) -> (name: String, note: String) {
    let (first, last) = ends(ofRow: row)
    let language = words.language
    return (
      path(ofNew: first.new, in: language) + " \u{2013} " + lastPart(new, last.new, in: language),
      words.was(
        path(ofOld: first.old, in: language) + " \u{2013} " + lastPart(old, last.old, in: language))
    )
  }

  /// What a place is called beside one of its neighbours: `k` of `9.k`.
  func lastPart(_ reading: AgreementReading?, _ place: Int32, in language: Language) -> String {
    guard let reading, place >= 0 else { return "" }
    return LegalPath(reading.agreement.legalPath(of: Int(place)).parts.suffix(1))
      .written(in: language)
  }

  /// What stands at the head of a clause: its place, or what it was for what stands elsewhere now,
  /// and for what is gone while another place has its number.
  package func name(of clause: RedlineClause, _ words: RedlineWords) -> String {
    // What stands before all sections has no path.
    func named(_ path: String) -> String { path.isEmpty ? words.document : path }
    return clause.leftItsPlace || clause.isOfFormerPath
      ? words.was(named(path(ofOld: clause.old, in: words.language)))
      : named(path(of: clause, in: words.language))
  }

  /// The legal path of a clause as readers call it: the new one, or the old one of what is gone.
  private func path(of clause: RedlineClause, in language: Language) -> String {
    if clause.new >= 0, new != nil { return path(ofNew: clause.new, in: language) }
    return path(ofOld: clause.old, in: language)
  }

  /// Empty for what the older version does not have.
  private func path(ofOld provision: Int32, in language: Language) -> String {
    guard provision >= 0, let old else { return "" }
    return old.agreement.legalPath(of: Int(provision)).written(in: language)
  }

  private func path(ofNew provision: Int32, in language: Language) -> String {
    guard provision >= 0, let new else { return "" }
    return new.agreement.legalPath(of: Int(provision)).written(in: language)
  }
}

extension RedlineClause {
  /// Whether its words stand elsewhere now, moved or as a part of another clause.
  package var leftItsPlace: Bool { state == .movedAway || state == .mergedAway }

  package var isMoved: Bool { state == .movedAway || state == .movedHere }
}
