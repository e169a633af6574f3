internal import Adoption
internal import Agreements
internal import Diagnostics
internal import Frontmatter
internal import Parallelism
internal import Registers

/// The measures that agreements state, as records beside those of `content/measures`.
struct AdoptedControls: Sendable {
  var controls: [Control]
  /// Scopes that agreements name and `portal.yml` doesn't.
  var scopes: [PortalSettings.Scope] = []
  var diagnostics: [Diagnostic] = []

  /// Reads the agreements that ask for it, and adds their measures to `controls`.
  init(
    adding agreements: [Agreement], to controls: [Control], settings: PortalSettings?,
    subProcessors: [SubProcessor], schemes: ControlSchemes, workers: Int
  ) {
    self.controls = controls
    let adopting = agreements.filter { !$0.metadata.adoptedMeasures.isEmpty }
    guard !adopting.isEmpty else { return }
    let context = MeasureContext(settings, subProcessors: subProcessors)
    let read = concurrentMap(count: adopting.count, workers: workers) { index in
      adoptMeasures(of: adopting[index], schemes: schemes, context: context)
    }
    var positions = Dictionary(
      controls.enumerated().map { ($1.control.value, $0) }, uniquingKeysWith: { first, _ in first })
    var known = Set((settings?.scopes ?? []).map(\.id.value))
    let places = Dictionary(
      adopting.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (agreement, (measures, faults)) in zip(adopting, read) {
      // A translation states no measures of its own: it adds its words to those of its original.
      if let original = agreement.metadata.translationOf?.value, places[original] != nil {
        continue
      }
      diagnostics += faults
      var translations: [(agreement: Agreement, measures: [AdoptedMeasure])] = []
      for translation in agreement.translations(among: adopting) {
        guard let place = places[translation.id] else { continue }
        if areParallel(measures, read[place].measures) {
          translations.append((translation, read[place].measures))
        } else {
          diagnostics.append(
            .translatedList("measures", of: translation, original: agreement))
        }
      }
      add(
        measures, of: agreement, translations, schemes: schemes, positions: &positions,
        known: &known)
    }
  }

  private mutating func add(
    _ measures: [AdoptedMeasure], of agreement: Agreement,
    _ translations: [(agreement: Agreement, measures: [AdoptedMeasure])], schemes: ControlSchemes,
    positions: inout [String: Int], known: inout Set<String>
  ) {
    var counts: [String: Int] = [:]
    for (index, measure) in measures.enumerated() {
      let position: Int
      if let found = positions[measure.control] {
        position = found
      } else {
        position = controls.count
        positions[measure.control] = position
        let title = Located(
          measure.label.isEmpty ? measure.control : measure.label, at: measure.range)
        controls.append(
          Control(
            path: agreement.path, control: Located(measure.control, at: measure.range),
            title: schemes.has(measure.control)
              ? nil : LocalizedText(title, in: agreement.metadata.language)))
      }
      let number = counts[measure.anchor, default: 0]
      counts[measure.anchor] = number + 1
      var record = measure.record(in: agreement, number: number)
      for translation in translations {
        record.addWords(
          of: translation.measures[index].record(in: translation.agreement, number: 0),
          besides: agreement)
      }
      record.audience = agreement.metadata.audience
      controls[position].measures.append(record)
      for scope in measure.scopes where known.insert(scope.id).inserted {
        let id = Located(scope.id, at: measure.range)
        scopes.append(
          PortalSettings.Scope(
            id: id,
            name: LocalizedText(
              Located(scope.name, at: measure.range), in: agreement.metadata.language),
            country: nil, isSite: false))
      }
    }
  }
}
