internal import Agreements
internal import Changes
internal import Deadlines
internal import Frontmatter
internal import References
internal import Templating

extension HistoryModels {
  /// What the page of an agreement, or of one of its versions, says of its other versions.
  ///
  /// `shown`: the version on the page; `nil` for the text of today.
  func addVersions(of id: String, shown: Int?, to model: inout ValueMap) {
    guard let number = history.number(ofAgreement: id) else { return }
    let agreement = history.agreements[number]
    let current = shown ?? agreement.newest
    model["versions"] = .array(
      agreement.versions.indices.reversed().filter {
        agreement.versions[$0].restores == nil
      }.map { index in
        let version = agreement.versions[index]
        // The text of today stands at the address that does not change.
        let isToday =
          agreement.latest(index) == agreement.newest && agreement.isCurrent && shown == nil
        return .pairs([
          "version": .string(name(of: version)),
          "effective": .optional(version.ownDay?.description),
          "until": until(index, in: agreement),
          "path": .string(
            isToday ? paths.agreement(id) : links.page(of: version, in: agreement)),
          "is_shown": .boolean(index == agreement.listed(current)),
          "is_never_in_force": .boolean(isNeverInForce(index, in: agreement)),
        ])
      })
    model["versions_path"] = .string(paths.versions(ofAgreement: id))
    model["history_path"] = .optional(
      agreement.versions.count > 1 ? paths.clauseHistory(ofAgreement: id) : nil)
    if let replaced = history.version(replacedBy: current, in: agreement, asOf: portal.asOf) {
      let old = agreement.versions[replaced]
      model["replaces"] = .link(
        title: name(of: old), path: links.page(of: old, in: agreement))
      model["changes_path"] = .optional(
        path(comparing: replaced, with: current, of: agreement))
    }
    if agreement.versions[current].isDraft {
      model["version"] = .string(name(of: agreement.versions[current]))
      model["changes_path"] = .optional(
        path(comparing: agreement.namesake(ofVersion: current), with: current, of: agreement))
    }
    model["until"] = until(current, in: agreement)
    // A text that has been replaced says by what.
    if agreement.latest(current) >= agreement.inForce {
      let binding = history.agreement(agreement.versions[agreement.newest]).metadata.bindingLanguage
      model["binding_versions"] = bindingVersions(besides: agreement, language: binding?.value)
    }
    addState(of: current, in: agreement, to: &model)
  }

  /// The last day on which a version was in force, or will be.
  private func until(_ version: Int, in agreement: AgreementHistory) -> Value {
    .optional(history.lastDay(ofVersion: version, in: agreement, asOf: portal.asOf)?.description)
  }

  /// Whether another version took the place of one before its day.
  private func isNeverInForce(_ version: Int, in agreement: AgreementHistory) -> Bool {
    history.replacement(ofVersion: version, beforeItTookEffectIn: agreement, asOf: portal.asOf)
      != nil
  }

  /// Whether a version binds today, what does if it does not, and what will.
  private func addState(
    of current: Int, in agreement: AgreementHistory, to model: inout ValueMap
  ) {
    model["announced"] = announced(in: agreement, besides: current)
    model["removed"] = removed(agreement)
    let current = agreement.latest(current)
    if agreement.hasVersionInForce, current == agreement.inForce {
      let isStated = agreement.versions[current].effective != nil
      model["state"] = isStated ? "in-force" : "not-stated"
      model["since_path"] = .optional(path(comparing: current, with: current, of: agreement))
      return
    }
    if agreement.hasVersionInForce { model["current"] = versionInForce(of: agreement) }
    if agreement.versions[current].isDraft {
      model["state"] = "draft"
      return
    }
    let replacement = history.replacement(
      ofVersion: current, beforeItTookEffectIn: agreement, asOf: portal.asOf)
    guard replacement != nil || current < agreement.inForce else {
      model["state"] = "announced"
      return
    }
    let number = replacement ?? history.version(after: current, in: agreement, asOf: portal.asOf)
    let next = agreement.versions[number]
    model["state"] = replacement == nil ? "superseded" : "never-in-force"
    model["replaced_by"] = .link(
      title: name(of: next), path: links.page(of: next, in: agreement))
    model["replaced_on"] = .optional(next.effective?.description)
    model["since_path"] = .optional(
      path(comparing: current, with: agreement.inForce, of: agreement))
  }

  /// The day of the release that an agreement is missing from.
  private func removed(_ agreement: AgreementHistory) -> Value {
    guard !agreement.isCurrent else { return .none }
    let last = agreement.versions[agreement.newest].releases.upperBound
    return .string((history.date(of: last + 1) ?? portal.asOf).description)
  }

  /// The versions of the binding text, in force or announced, that there is no text of in the language
  /// of another one: list of Announced.
  func bindingVersions(besides agreement: AgreementHistory, language: String?) -> Value {
    guard agreement.isCurrent, let language,
      let binding = portal.agreements.first(where: { other in
        other.metadata.language?.value == language && other.id != agreement.id
          && original(of: other.id, other.metadata.translationOf?.value)
            == original(of: agreement.id, translated(agreement))
      }),
      let number = history.number(ofAgreement: binding.id)
    else { return [] }
    let other = history.agreements[number]
    let days = Set(agreement.versions.compactMap(\.ownDay))
    let names = Set(agreement.versions.compactMap(\.name))
    let shown = (other.hasVersionInForce ? [other.inForce] : []) + other.announced
    return .array(
      shown.map { (number: $0, version: other.versions[$0]) }.filter { _, version in
        guard let day = version.effective else { return false }
        return !days.contains(day) && !(version.name.map { names.contains($0) } ?? true)
      }.map { number, version in
        .pairs([
          "version": .string(name(of: version)),
          "effective": .optional(version.effective?.description),
          "path": .string(page(ofVersion: number, other)), "changes_path": .none,
        ])
      })
  }

  private func translated(_ agreement: AgreementHistory) -> String? {
    history.agreement(agreement.versions[agreement.newest]).metadata.translationOf?.value
  }

  private func original(of id: String, _ translated: String?) -> String { translated ?? id }

  /// A Link to the page of the version in force, its title the version.
  private func versionInForce(of agreement: AgreementHistory) -> Value {
    let version = agreement.versions[agreement.inForce]
    return .link(
      title: name(of: version), path: page(ofVersion: agreement.inForce, agreement))
  }

  /// The text of today stands at the address that does not change.
  private func page(ofVersion index: Int, _ agreement: AgreementHistory) -> String {
    index == agreement.newest && agreement.isCurrent
      ? paths.agreement(agreement.id)
      : links.page(of: agreement.versions[index], in: agreement)
  }

  /// The versions that take effect on a later day: list of Announced.
  func announced(in agreement: AgreementHistory, besides shown: Int? = nil) -> Value {
    .array(
      agreement.announced.filter { $0 != shown }.map { index in
        let version = agreement.versions[index]
        return .pairs([
          "version": .string(name(of: version)),
          "effective": .optional(version.effective?.description),
          "path": .string(page(ofVersion: index, agreement)),
          "changes_path": .optional(
            agreement.hasVersionInForce
              ? path(comparing: agreement.inForce, with: index, of: agreement) : nil),
        ])
      })
  }

  /// The version of an agreement that lists name first, where it is not the text of today: the one
  /// in force, or the one that will be, with those that are announced beside it; `nil` where the
  /// text of today is it.
  func lineInForce(of id: String) -> Value? {
    guard let number = history.number(ofAgreement: id),
      case let agreement = history.agreements[number], agreement.isCurrent,
      case let shown = agreement.hasVersionInForce ? agreement.inForce : agreement.newestNamed,
      shown < agreement.newest
    else { return nil }
    let version = agreement.versions[shown]
    let metadata = history.agreement(version).metadata
    return .pairs([
      "title": .string(metadata.title), "path": .string(page(ofVersion: shown, agreement)),
      "kind": .string(metadata.kind.rawValue),
      "version": .string(name(of: version)),
      "effective": .optional(version.effective?.description),
      "state": .string(state(of: metadata, asOf: portal.asOf)),
      "language": .string(metadata.language?.value ?? paths.defaultLanguage),
      "announced": announced(in: agreement, besides: shown),
    ])
  }

  /// What pages call a version: of several texts under one name, each but the first says which.
  func name(of version: AgreementVersion) -> String {
    let release = version.releases.lowerBound
    let name = version.name ?? history.versions[release].id
    guard version.isNamesake else { return name }
    guard let day = history.date(of: release) else {
      return version.name.map { words.text("versions.draft", filling: ["version": $0]) }
        ?? words.text("versions.unnamed-draft")
    }
    guard version.name != nil else { return name }
    return words.text(
      "versions.namesake", filling: ["version": name, "date": words.date(day)])
  }

  /// The model `picker` of `pages/versions.html`.
  func picker(_ number: Int) -> Value {
    let agreement = history.agreements[number]
    let announced = Set(agreement.announced)
    let comparisons = agreement.versions.indices.map { index in
      agreement.versions.indices.prefix(index).reversed().compactMap { old in
        path(comparing: old, with: index, of: agreement).map {
          Value.link(title: name(of: agreement.versions[old]), path: $0)
        }
      }
    }
    return .pairs([
      "has_all_pairs": .boolean(comparisons.enumerated().allSatisfy { $0 == $1.count }),
      "agreement": agreementLink(agreement),
      "current": agreement.hasVersionInForce ? versionInForce(of: agreement) : .none,
      "announced": self.announced(in: agreement),
      "removed": removed(agreement),
      "history_path": .optional(
        agreement.versions.count > 1 ? paths.clauseHistory(ofAgreement: agreement.id) : nil),
      "versions": .array(
        agreement.versions.indices.reversed().filter {
          agreement.versions[$0].restores == nil
        }.map { index in
          let version = agreement.versions[index]
          return .pairs([
            "version": .string(name(of: version)),
            "effective": .optional(version.ownDay?.description),
            "until": until(index, in: agreement),
            "is_draft": .boolean(version.isDraft),
            "date": .optional(history.date(of: version.releases.lowerBound)?.description),
            "path": .string(links.page(of: version, in: agreement)),
            "is_in_force": .boolean(
              agreement.latest(index) == agreement.inForce && agreement.hasVersionInForce
                && agreement.isCurrent),
            "is_announced": .boolean(announced.contains(index)),
            "is_never_in_force": .boolean(isNeverInForce(index, in: agreement)),
            "since_path": .optional(
              path(comparing: agreement.latest(index), with: agreement.inForce, of: agreement)),
            "comparisons": .array(comparisons[index]),
          ])
        }),
    ])
  }

  func agreementLink(_ agreement: AgreementHistory) -> Value {
    let newest = agreement.versions[agreement.newest]
    return .link(
      title: history.agreement(newest).metadata.title,
      path: agreement.isCurrent
        ? paths.agreement(agreement.id) : links.page(of: newest, in: agreement))
  }
}

extension HistoryModels {
  /// The model `comparison` of `pages/comparison.html`.
  func comparison(_ number: Int, from: Int, to: Int, deadlines: [Value]) -> Value {
    let agreement = history.agreements[number]
    let new = agreement.versions[to]
    let changes = history.comparison(of: number, from: from, to: to)
    let (before, after) = history.ends(of: number, from: from, to: to)
    let text = history.agreement(new).metadata.language?.value ?? paths.defaultLanguage
    let isToInForce = to == agreement.inForce && agreement.hasVersionInForce
    let isOpen =
      to == agreement.inForce || to == agreement.newest || agreement.announced.contains(to)
    let hasOtherPeriods = changes.changes.contains { $0.field?.hasPrefix("notice.") ?? false }
    let periodsFrom =
      isOpen && hasOtherPeriods ? portal.noticePeriods.published.earlier.end(on: portal.asOf) : nil
    return .pairs([
      "agreement": agreementLink(agreement),
      "language": .string(text),
      "from": side(from, in: agreement),
      "to": side(to, in: agreement),
      "is_to_in_force": .boolean(isToInForce),
      "announced": isToInForce ? announced(in: agreement) : [],
      "is_same": .boolean(from == to),
      "periods_from": .optional(periodsFrom?.description),
      "since": .optional(history.date(of: before)?.description),
      "versions_path": .string(paths.versions(ofAgreement: agreement.id)),
      "changes": list(
        changes.changes, between: before, and: after, on: agreement.id, hasRedlines: true
      ) { history.numberOfText(ofAgreement: $0, comparing: number, from: from, to: to) },
      "counts": counts(of: changes),
      "deadlines": .array(isOpen ? deadlines : []),
      "redlines": .array(redlines(of: changes, number, from: from, to: to)),
      "others": .array(
        agreement.versions.indices.filter { $0 != from }.reversed().compactMap { other in
          path(comparing: from, with: other, of: agreement).map {
            .link(title: name(of: agreement.versions[other]), path: $0)
          }
        }),
    ])
  }

  /// The agreement's own text comes first, then that of its annexes.
  private func redlines(
    of changes: ChangeSet, _ number: Int, from: Int, to: Int
  ) -> [Value] {
    let agreement = history.agreements[number]
    let before = history.ends(of: number, from: from, to: to).before
    let own = changes.redlines.filter { $0.agreement == agreement.id }
    return (own + changes.redlines.filter { $0.agreement != agreement.id }).map { redline in
      let isUnchanged = redline.isUnchanged
      let title = redline.title
      let name = redline.listedTitle
      let after = history.numberOfText(
        ofAgreement: redline.agreement, comparing: number, from: from, to: to)
      let language = language(ofAgreement: redline.agreement, in: after)
      if isUnchanged {
        return .pairs([
          "title": .string(title), "name": .string(name), "language": .string(language),
          "is_unchanged": true,
          "list_changes": .array(
            changes.changes(inRegistersOf: redline.new?.agreement).map { .integer($0.number) }),
          "html": .markup([]),
        ])
      }
      let html = RedlineRenderer(
        redline, words: redlineWords,
        oldPage: url(
          links.page(ofAgreement: redline.agreement, in: before), agreement, from, to),
        newPage: url(links.page(ofAgreement: redline.agreement, in: after), agreement, from, to)
      ).render()
      return .pairs([
        "title": .string(title), "name": .string(name), "language": .string(language),
        "is_unchanged": false,
        "list_changes": [],
        "html": .markup(html),
      ])
    }
  }

  private func url(
    _ path: String?, _ agreement: AgreementHistory, _ from: Int, _ to: Int
  ) -> String? {
    guard let path, let page = self.path(comparing: from, with: to, of: agreement) else {
      return nil
    }
    return relativeURL(from: page, to: path)
  }

  private func side(_ index: Int, in agreement: AgreementHistory) -> Value {
    let version = agreement.versions[index]
    return .pairs([
      "version": .string(name(of: version)), "effective": .optional(version.ownDay?.description),
      "until": until(index, in: agreement),
      "is_never_in_force": .boolean(isNeverInForce(index, in: agreement)),
      "date": .optional(history.date(of: version.releases.lowerBound)?.description),
      "path": .string(links.page(of: version, in: agreement)),
      "digest": .string(version.digest),
    ])
  }
}

extension ChangeSet {
  /// The changes of the registers that the text of an agreement shows.
  fileprivate func changes(inRegistersOf agreement: Agreement?) -> [Change] {
    let shown = Set(agreement?.embeddedRegisters.map(\.register) ?? [])
    return changes.filter { change in
      shown.contains(.subProcessors) && change.isAboutSubProcessor
        || shown.contains(.measures) && change.isAboutMeasure
    }
  }
}
