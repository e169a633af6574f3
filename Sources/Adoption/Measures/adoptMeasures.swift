package import Agreements
package import Diagnostics
internal import Frontmatter
package import Registers

/// Reads the places of an agreement that its frontmatter names as the register of measures.
///
/// Pure: reads only its arguments.
///
/// - Returns: the measures in the order of the text, and how doubtful ones were read.
/// - Complexity: O(bytes).
package func adoptMeasures(
  of agreement: Agreement, schemes: ControlSchemes = .shipped,
  context: MeasureContext = MeasureContext()
) -> (measures: [AdoptedMeasure], diagnostics: [Diagnostic]) {
  guard !agreement.metadata.adoptedMeasures.isEmpty else { return ([], []) }
  let names = ControlNames(schemes)
  var measures: [AdoptedMeasure] = []
  var diagnostics: [Diagnostic] = []
  for adoption in agreement.metadata.adoptedMeasures {
    let (place, faults) = findAdoptedPlace(adoption.at, in: agreement)
    diagnostics += faults
    guard let place else { continue }
    var reader = MeasureReader(
      of: agreement, names: names, adoption: adoption, context: context)
    let range = provisions(of: place, in: agreement, words: names.words)
    let isWhole = range.count == agreement.provisions.count && place.provision == Provision.none
    reader.read(range, place: isWhole ? nil : range.lowerBound)
    measures += reader.measures
    diagnostics += reader.diagnostics
  }
  return (measures, diagnostics)
}

/// The provisions of the place; of a whole text, those of its list of measures, if one has the
/// title.
private func provisions(
  of place: AdoptedPlace, in agreement: Agreement, words: MeasureWords
) -> Range<Int> {
  let provisions = agreement.provisions
  if place.provision != Provision.none {
    let index = Int(place.provision)
    return index..<Int(provisions[index].end)
  }
  let all = 0..<provisions.count
  guard agreement.metadata.kind != .measures else { return all }
  let titled = provisions.indices.filter {
    (provisions[$0].kind == .annex || provisions[$0].kind == .section)
      && words.isTitle(provisions[$0].title)
  }
  // The annex has the measures; a section of the same title only tells of them.
  let list = titled.last { provisions[$0].kind == .annex } ?? titled.last
  return list.map { $0..<Int(provisions[$0].end) } ?? all
}

extension AdoptedMeasure {
  /// The measure as a record would state it.
  ///
  /// `number` tells apart measures that stand in one place of the text.
  package func record(in agreement: Agreement, number: Int) -> Measure {
    let id = "\(agreement.id).\(anchor)" + (number > 0 ? ".\(number + 1)" : "")
    let stated = scopes.map { scope in
      MeasureScope(
        scope: Located(scope.id, at: range), state: Located(scope.state, at: range),
        reason: scope.reason.map { text($0, of: agreement) },
        delegate: scope.delegate.map { Located($0, at: range) })
    }
    var measure = Measure(
      id: Located(id, at: range), text: text(text, of: agreement), scopes: stated,
      evidence: evidence.map { pointer in
        Evidence(
          title: pointer.title.map { text($0, of: agreement) },
          url: pointer.url.map { Located($0, at: range) })
      },
      origin: MeasureOrigin(agreement: agreement.id, path: path, anchor: anchor))
    measure.mapsTo = mapsTo.map { Located($0, at: range) }
    measure.objective = objective.map { Located($0, at: range) }
    return measure
  }

  /// Words of the agreement, in its language.
  private func text(_ words: String, of agreement: Agreement) -> LocalizedText {
    LocalizedText(Located(words, at: range), in: agreement.metadata.language)
  }
}
