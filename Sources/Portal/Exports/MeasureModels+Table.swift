internal import Deadlines
internal import Frontmatter
internal import Registers

// The measures as a table for spreadsheets: see docs/data.md.

extension MeasureModels {
  /// The heads of the columns, which are the same in every language. New ones come last.
  private static let columns = [
    "id", "measure", "scheme", "control", "controlName", "objective", "products", "scope",
    "scopeName", "state", "stateName", "subProcessor", "subProcessorName", "reason", "duty",
    "mapsTo", "evidence", "reviewed", "page", "since", "due",
  ]

  /// One row for each measure in each scope, as the matrix has a cell; words and prose in the
  /// language of the models.
  func table() -> [UInt8] {
    var table = CSVText(columns: Self.columns)
    let names = Dictionary(
      portal.subProcessors.map { ($0.id.value, $0.displayName) }, uniquingKeysWith: { $1 })
    for control in portal.controls {
      for measure in control.measures {
        let (before, after) = cells(of: measure, under: control)
        for scope in portal.scopes {
          let id = scope.id.value
          let stated = measure.scopes.first { $0.scope.value == id }
          let state = stated?.state.value.rawValue ?? MeasureTexts.notStated
          let delegate = stated?.delegate?.value
          table.row(
            before + [
              id, texts.scopeNames[id], state, texts.words.text("state.\(state)"), delegate,
              delegate.flatMap { names[$0] }, stated?.reason?.text(in: language).text,
              stated?.duty?.text(in: language).text,
            ] + after + [stated?.since?.value.description, stated?.due?.value.description])
        }
      }
    }
    return table.bytes
  }

  /// What is the same in all rows of a measure, before what differs and behind it.
  private func cells(
    of measure: Measure, under control: Control
  ) -> (before: [String?], after: [String?]) {
    let known = portal.schemes.find(control.control.value)?.control
    let objective = measure.objective?.value ?? control.objective?.value ?? known?.objectives.first
    let before: [String?] = [
      measure.id.value, measure.text.text(in: language).text, control.scheme, control.number,
      texts.name(of: control), objective?.rawValue,
      CSVText.list(measure.products.map(\.value)),
    ]
    let after: [String?] = [
      CSVText.list(measure.mapsTo.map(\.value)),
      CSVText.list(
        publicEvidence(of: measure).compactMap { evidence in
          let title = evidence.title?.text(in: language).text
          return [title, evidence.url?.value].compactMap { $0 }.joined(separator: " ")
        }),
      measure.reviewed?.value.description,
      portal.settings.address(ofPage: texts.path(of: measure, under: control)),
    ]
    return (before, after)
  }
}
