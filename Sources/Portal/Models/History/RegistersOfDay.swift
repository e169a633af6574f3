internal import Agreements
internal import Changes
internal import Deadlines
internal import Frontmatter
internal import History
internal import Registers

/// The registers of a release as they were on its day.
///
/// What a release freezes is what its texts state; a text in it that takes effect later only
/// announces. It is read as a portal built on the day would have read it.
struct RegistersOfDay {
  private(set) var subProcessors: [SubProcessor]
  private(set) var controls: [Control]
  private(set) var scopes: [PortalSettings.Scope]
  /// The part of an address of the version in force, for agreements whose measures are those of an
  /// earlier text than that of the release.
  private(set) var inForce: [String: String] = [:]

  init(ofRelease index: Int, in history: PortalHistory, words: [String: Words]) {
    let version = history.versions[index]
    let registers = version.contents.registers
    (subProcessors, controls) = (registers.subProcessors, registers.controls)
    scopes = version.adoptedScopes
    let agreements = version.contents.agreements.map(\.agreement)
    let day = history.releases[index].date
    let announced = agreements.filter {
      let isAdopted =
        !$0.metadata.adoptedSubProcessors.isEmpty || !$0.metadata.adoptedMeasures.isEmpty
      return isAdopted && $0.metadata.effectiveDay.map { $0 > day } ?? false
    }
    guard let settings = registers.settings, !announced.isEmpty else { return }
    // Of each release, only those back to the texts in force: all of them, of all releases, would
    // be read as often as there are pairs.
    let first = announced.map { history.release(inForceBehind: $0, on: day, upTo: index) }.min()
    let releases = Array(history.releases[(first ?? index)...index])
    let variables = portalVariables(from: settings, words: words)
    let lists = AnnouncedLists(
      of: agreements, settings: settings,
      taken: registers.subProcessors.filter { $0.adoption == nil }, releases: releases,
      variables: variables, asOf: day)
    subProcessors = lists.dated(subProcessors.map { $0.named(by: lists.ids) })
    let texts = TextsInForce(
      of: agreements, releases: releases, variables: variables, asOf: day)
    guard !texts.isEmpty else { return }
    readMeasures(
      of: texts.replacing(agreements), among: agreements, registers, settings: settings)
    for control in controls.indices {
      for measure in controls[control].measures.indices {
        guard let origin = controls[control].measures[measure].origin,
          texts.holdOne(of: origin.agreement)
        else { continue }
        controls[control].measures[measure].origin?.isOfEarlierText = true
      }
    }
    for agreement in agreements where texts.holdOne(of: agreement.id) {
      inForce[agreement.id] = history.slug(ofTextInForce: agreement.id, on: day, upTo: index)
    }
  }

  /// Reads the measures anew, from the texts that were in force.
  private mutating func readMeasures(
    of texts: [Agreement], among agreements: [Agreement], _ registers: RegisterSet,
    settings: PortalSettings
  ) {
    let paths = Set(agreements.map(\.path))
    let stated = registers.controls.compactMap { control -> Control? in
      guard !paths.contains(control.path) else { return nil }
      var control = control
      control.measures.removeAll { $0.origin != nil }
      return control
    }
    let adopted = AdoptedControls(
      adding: texts, to: stated, settings: settings, subProcessors: subProcessors,
      schemes: registers.schemes, workers: 1)
    controls = publicParts(of: adopted.controls, hiding: registers.hidden.subProcessors)
    scopes = adopted.scopes
  }
}

extension PortalHistory {
  /// The newest release up to `index` that holds an earlier text of an agreement which had taken
  /// effect; the first of those in a row that hold any, where none had.
  fileprivate func release(
    inForceBehind agreement: Agreement, on day: CalendarDate, upTo index: Int
  ) -> Int {
    var found = index
    var putOff = PutOffTexts()
    _ = putOff.isPutOff(agreement.metadata, published: day)
    while found > 0,
      let file = AnnouncedLists.file(of: agreement, in: releases[found - 1])
    {
      found -= 1
      let metadata = file.agreementMetadata
      let isPutOff = putOff.isPutOff(metadata, published: releases[found].date)
      if !isPutOff, metadata.effectiveDay.map({ $0 <= day }) ?? true { break }
    }
    return found
  }

  /// The slug of the newest version that releases up to `index` hold and that had taken effect.
  fileprivate func slug(ofTextInForce id: String, on day: CalendarDate, upTo index: Int) -> String?
  {
    (0...index).reversed().lazy.compactMap { self.version(ofAgreement: id, in: $0) }
      .first { found in
        let agreement = self.agreements[found.agreement]
        return agreement.versions[found.version].effective.map { $0 <= day } ?? true
          && self.replacement(
            ofVersion: found.version, beforeItTookEffectIn: agreement, asOf: day) == nil
      }.map { self.agreements[$0.agreement].versions[$0.version].slug }
  }
}

extension SubProcessor {
  /// `ids`: by agreement, those that companies have in releases, by their names.
  fileprivate func named(by ids: [String: [String: String]]) -> Self {
    guard let agreement = adoption?.agreement, let known = ids[agreement]?[name.value] else {
      return self
    }
    var company = self
    company.id.value = known
    return company
  }
}
