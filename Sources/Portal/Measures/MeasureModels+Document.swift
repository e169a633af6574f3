internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

// The measures as a document for customers: see docs/theme.md.

extension MeasureModels {
  /// The model `document` of `pages/measures-document.html`.
  ///
  /// Sections are the controls and clauses the measures, both numbered; measures that apply in no
  /// scope are left out.
  func document() -> Value {
    let details = portal.settings.measuresDocument
    let processor = portal.settings.processor
    var sections: [Value] = []
    for control in portal.controls {
      let clauses = control.measures.filter { measure in
        measure.scopes.contains { $0.state.value != .notApplicable }
      }
      guard !clauses.isEmpty else { continue }
      let number = sections.count + 1
      sections.append(
        .pairs([
          "number": .string("\(number)"), "anchor": .string("section-\(number)"),
          "name": .string(texts.name(of: control)),
          "path": .string(paths.control(control.control.value, language)),
          "clauses": .array(
            clauses.enumerated().map { index, measure in
              clause(measure, number: index + 1, section: number, under: control)
            }),
        ]))
    }
    return .pairs([
      "title": .string(
        details.title?.text(in: language).text ?? texts.words.text("measures.title")),
      "version": .optional(details.version?.value),
      "effective": .optional(details.effective?.value.description),
      "processor": .string(processor.name.value),
      "address": addressModel(processor.address),
      "measure_count": .integer(measureCount),
      "scopes": .texts(portal.scopes.map { texts.scopeNames[$0.id.value] ?? $0.id.value }),
      "sections": .array(sections),
      "products": responsibility().member("products") ?? [],
    ])
  }

  /// A measure as a clause: its text, and where it is in which state.
  private func clause(
    _ measure: Measure, number: Int, section: Int, under control: Control
  ) -> Value {
    return .pairs([
      "number": .string("(\(number))"), "anchor": .string("section-\(section)-\(number)"),
      "text": texts.passage(measure.text),
      "path": .string(texts.path(of: measure, under: control)),
      "states": states(of: measure.scopes),
    ])
  }
}
