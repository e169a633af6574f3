internal import Agreements
internal import Changes
internal import Registers

extension PortalHistory {
  /// What differs between two versions of an agreement: its own text, that of its annexes, and the
  /// registers, from the day on which the older one was published.
  ///
  /// The newer one is taken as it was published, too, unless it is what the content holds now.
  func comparison(
    of agreement: Int, from: Int, to: Int, language: String
  ) -> ChangeSet {
    let history = agreements[agreement]
    let (old, new) = (history.versions[from], history.versions[to])
    let (first, second) = ends(of: agreement, from: from, to: to)
    let family = indexes[second].family(of: history.id)
    return compare(part(of: first, family), part(of: second, family))
      .renamed(from: old.name ?? versions[first].id, to: new.name ?? versions[second].id)
      .noting(Array(notes[(first + 1)...second].joined()), in: language).changes
  }

  /// The versions of the portal that a comparison is made between.
  func ends(of agreement: Int, from: Int, to: Int) -> (before: Int, after: Int) {
    let history = agreements[agreement]
    let new = history.versions[to].releases
    let isToday = to == history.newest && history.isCurrent
    return (
      history.versions[from].releases.lowerBound, isToday ? new.upperBound : new.lowerBound
    )
  }

  private func part(of version: Int, _ family: [String]) -> ReleaseContents {
    let contents = versions[version].contents
    return ReleaseContents(
      id: contents.id,
      agreements: family.compactMap { indexes[version].numbers[$0] }.map {
        contents.agreements[$0]
      },
      registers: contents.registers)
  }
}

extension ChangeSet {
  fileprivate func renamed(from: String, to: String) -> ChangeSet {
    var renamed = self
    (renamed.from, renamed.to) = (from, to)
    return renamed
  }
}
