internal import Agreements
internal import Changes
internal import References
internal import Templating

extension PageModels {
  /// The page of a version that was published: as the agreement's own page, with the text, the
  /// registers and the neighbours of its time.
  func addPastVersion(
    _ number: Int, _ index: Int, in language: String, to model: inout ValueMap
  ) {
    guard let models = histories[language], let words = clauseWords[language] else { return }
    let history = portal.history.agreements[number]
    let version = history.versions[index]
    let past = past.releases[version.releases.lowerBound]
    let snapshot = portal.history.snapshot(version)
    let understood = portal.history.understood(version)
    let value = agreementModel(
      snapshot.agreement, digest: version.digest,
      blankCount: understood.blanks.count { $0.kind != .party }, in: past.surroundings)
    if case .dictionary(var members) = value {
      models.addVersions(of: history.id, shown: index, to: &members)
      model["agreement"] = .dictionary(members)
    }
    model["outline"] = outlineModel(of: snapshot.agreement)
    // What is understood of the current text is no matter of an earlier one.
    for name in ["translation_checks", "duties", "coverage"] { model[name] = [] }
    model["cited_laws"] = understanding(language).citedLaws(by: understood)
    let weaver = AgreementWeaver(
      past.portal, number: version.index, understood: understood, paths: past.paths,
      language: language, words: words)
    var renderer = ClauseRenderer(
      snapshot.agreement, words: words, weave: weaver.weave(), citedBy: [:])
    let parts = renderer.render()
    let needsRegisters = !snapshot.agreement.embeddedRegisters.isEmpty
    let themeWords = theme.words[language] ?? Words(language: language)
    let registers =
      needsRegisters ? RegisterModels(past.portal, words: themeWords, paths: past.paths) : nil
    let measures =
      needsRegisters ? MeasureModels(past.portal, words: themeWords, paths: past.paths) : nil
    model["body"] = .array(
      parts.map { part in
        switch part {
        case .html(let bytes): .pairs(["html": .markup(bytes), "register": .none])
        case .register(let register):
          embedded(
            snapshot.agreement.embeddedRegisters[register], registers: registers,
            measures: measures, past: (past.portal.asOf, language))
        }
      })
  }
}
