/// The compare pass: all that differs between two versions of a portal's content.
///
/// Pure: reads only its arguments, and does not depend on the order of the agreements and records.
/// Agreements are known by their ids, records by theirs and, where a file was renamed, by name.
///
/// `registers`: what differs between the registers, where that is known already.
/// `paths`: the files of which the changes are told, where not all are.
/// `workers`: how many threads compare agreements.
///
/// - Complexity: O(bytes of the texts), with factors that documented limits bound.
package func compare(
  _ old: ReleaseContents, _ new: ReleaseContents, registers: [Change]? = nil,
  only paths: Set<String>? = nil, workers: Int = 1
) -> ChangeSet {
  var agreements = compareAgreements(
    old.agreements, new.agreements, only: paths, workers: workers)
  var changes: [Change] = []
  for index in agreements.indices {
    // Moved rather than copied: changes are large.
    if changes.isEmpty {
      swap(&changes, &agreements[index].changes)
    } else {
      changes += exchange(&agreements[index].changes, with: [])
    }
  }
  changes += (registers ?? compareRegisters(old.registers, new.registers)).filter { change in
    guard let paths else { return true }
    return [change.before, change.after].contains { $0.map { paths.contains($0.file) } ?? false }
  }
  RegisterMigration(old.registers, new.registers).retell(&changes)
  return ChangeSet(
    from: old.id, to: new.id, changes: consume changes, redlines: agreements.map(\.redline))
}

/// What differs in one agreement, not yet numbered, and the redline that proves it.
package struct AgreementComparison: Sendable {
  package var changes: [Change]
  package var redline: Redline
}
