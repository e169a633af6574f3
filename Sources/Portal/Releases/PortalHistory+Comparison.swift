internal import Agreements
internal import Changes
internal import References
internal import Registers

extension PortalHistory {
  /// What differs between two versions of an agreement: its own text, that of its annexes, and the
  /// registers, from the day on which the older one was published.
  ///
  /// The newer one is taken as it was published, too, unless it is what the content holds now.
  func comparison(
    of agreement: Int, from: Int, to: Int
  ) -> ChangeSet {
    let history = agreements[agreement]
    let (old, new) = (history.versions[from], history.versions[to])
    let (first, second) = ends(of: agreement, from: from, to: to)
    let family = indexes[second].family(of: history.id)
    let names = (old.name ?? versions[first].id, new.name ?? versions[second].id)
    if first + 1 == second { return comparison(of: family, in: second, called: names) }
    return compare(
      part(of: first, family), part(of: second, family),
      registers: registerChanges[VersionPair(before: first, after: second)]
    )
    .renamed(from: names.0, to: names.1)
    .noting(Array(notes[(first + 1)...second].joined())).changes
  }

  /// What a version changed in some agreements and in the registers: that is known already.
  private func comparison(
    of family: [String], in version: Int, called names: (from: String, to: String)
  ) -> ChangeSet {
    var changes = family.flatMap { self.changes(ofAgreement: $0, in: version) }
    changes += self.changes[version].changes.filter { $0.agreement == nil }
    func reading(_ id: String, in version: Int) -> AgreementReading? {
      indexes[version].numbers[id].map { versions[version].contents.agreements[$0].reading }
    }
    return ChangeSet(
      from: names.from, to: names.to, changes: changes,
      redlines: family.map { id in
        redline(ofAgreement: id, in: version)
          ?? Redline(
            agreement: id, old: reading(id, in: version - 1), new: reading(id, in: version))
      })
  }

  /// The versions of the portal that a comparison is made between: for a version and itself, the
  /// first and the last that have it.
  func ends(of agreement: Int, from: Int, to: Int) -> (before: Int, after: Int) {
    let history = agreements[agreement]
    let new = history.versions[to].releases
    let isToday = to == history.newest && history.isCurrent || from == to
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
