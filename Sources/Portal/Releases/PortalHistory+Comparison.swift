internal import Agreements
internal import Changes
internal import References

extension PortalHistory {
  /// What differs between two versions of an agreement: its own text, that of its annexes, and the
  /// registers (of an annex that is about one of them, that one), from the day on which the older
  /// one was published.
  ///
  /// The newer one is taken as it was published, too, unless it is what the content holds now. What
  /// is in force is compared with the registers of today, and with what is in force of its annexes,
  /// whether or not a newer text is announced.
  func comparison(
    of agreement: Int, from: Int, to: Int
  ) -> ChangeSet {
    let all = wholeComparison(of: agreement, from: from, to: to)
    let newest = agreements[agreement].versions[to]
    let kind = self.agreement(newest).metadata.kind
    let (_, second) = ends(of: agreement, from: from, to: to)
    guard kind.isOfOneRegister, indexes[second].family(of: agreements[agreement].id).count == 1
    else { return all }
    return ChangeSet(
      from: all.from, to: all.to, changes: all.changes.filter { kind.concerns($0) },
      redlines: all.redlines)
  }

  private func wholeComparison(of agreement: Int, from: Int, to: Int) -> ChangeSet {
    let history = agreements[agreement]
    let (old, new) = (history.versions[from], history.versions[to])
    let (first, second) = ends(of: agreement, from: from, to: to)
    let family = indexes[second].family(of: history.id)
    let names = (old.name ?? versions[first].id, new.name ?? versions[second].id)
    let isInForce = to == history.inForce && history.isAnnounced
    if first + 1 == second, !isInForce {
      return comparison(of: family, in: second, called: names)
    }
    let registers =
      first + 1 == second
      ? changesOfRegisters(in: second)
      : registerChanges[VersionPair(before: first, after: second)]
    return compare(
      part(of: first, family),
      isInForce ? partInForce(of: second, family) : part(of: second, family), registers: registers
    )
    .renamed(from: names.0, to: names.1)
    .noting(Array(notes[(first + 1)...second].joined())).changes
  }

  /// What a version changed in some agreements and in the registers: that is known already.
  private func comparison(
    of family: [String], in version: Int, called names: (from: String, to: String)
  ) -> ChangeSet {
    var changes = family.flatMap { self.changes(ofAgreement: $0, in: version) }
    changes += changesOfRegisters(in: version)
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

  /// The versions of the portal that a comparison is made between: the first that has the older
  /// one; the first that has the newer one, or the content of today where that is what counts now.
  func ends(of agreement: Int, from: Int, to: Int) -> (before: Int, after: Int) {
    let history = agreements[agreement]
    let new = history.versions[to].releases
    let before = history.versions[from].releases.lowerBound
    if to == history.inForce, history.isAnnounced { return (before, versions.count - 1) }
    let isToday = to == history.newest && history.isCurrent || from == to
    return (before, isToday ? new.upperBound : new.lowerBound)
  }

  /// The version of the portal whose text of an agreement a comparison shows as the newer one.
  func numberOfText(
    ofAgreement id: String, comparing agreement: Int, from: Int, to: Int
  ) -> Int {
    let history = agreements[agreement]
    let after = ends(of: agreement, from: from, to: to).after
    guard to == history.inForce, history.isAnnounced, let number = number(ofAgreement: id) else {
      return after
    }
    return textInForce(of: agreements[number]).releases.upperBound
  }

  func textInForce(of history: AgreementHistory) -> AgreementVersion {
    history.versions[history.inForce]
  }

  /// The registers of a version, with the texts that are in force.
  private func partInForce(of version: Int, _ family: [String]) -> ReleaseContents {
    ReleaseContents(
      id: versions[version].contents.id,
      agreements: family.compactMap { number(ofAgreement: $0) }.map {
        snapshot(textInForce(of: agreements[$0]))
      },
      registers: versions[version].contents.registers)
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
