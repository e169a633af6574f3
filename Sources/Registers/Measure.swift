package import Deadlines
import Diagnostics
package import Frontmatter

/// One technical or organisational measure, with its state in each scope.
package struct Measure: Sendable, Equatable {
  package struct Attribute: Sendable, Equatable {
    package var name: Located<String>
    package var values: [Located<String>]
  }

  package var id: Located<String>
  package var text: LocalizedText
  package var scopes: [MeasureScope]
  /// Controls of other schemes, such as `iso27001:2022/7.2`.
  package var mapsTo: [Located<String>]
  package var reviewed: Located<CalendarDate>?
  /// Who answers for it; not published beyond the internal edition.
  package var owner: Located<String>?
  package var evidence: [Evidence]
  /// Facts of the author's own, such as the length of a retention.
  package var attributes: [Attribute]
}

extension Measure {
  init?(reading record: inout RecordReader) {
    let id = record.requiredIdentifier("id")
    let text = record.requiredProse("text")
    if !record.has("scopes") { record.reportMissing("scopes") }
    scopes = MeasureScope.all(in: &record)
    mapsTo = record.texts("maps-to")
    reviewed = record.date("reviewed")
    owner = record.text("owner")
    evidence = record.records("evidence", what: "evidence") { Evidence(reading: &$0) }
    attributes = Attribute.all(in: &record)
    guard let id, let text else { return nil }
    self.id = id
    self.text = text
  }
}

extension Measure.Attribute {
  fileprivate static func all(in record: inout RecordReader) -> [Self] {
    var attributes: [Self] = []
    for entry in record.entries("attributes") {
      let items: [YAMLNode]
      if case .sequence(let list) = entry.value.value {
        items = list
      } else {
        items = [entry.value]
      }
      var values: [Located<String>] = []
      for item in items {
        if let text = item.text {
          values.append(Located(text, at: item.range))
        } else {
          record.report(
            .wrongType("'\(entry.key)' must be text or a list of texts", item, help: nil))
        }
      }
      attributes.append(Self(name: Located(entry.key, at: entry.keyRange), values: values))
    }
    return attributes
  }
}
