package import Deadlines
package import Frontmatter

/// One technical or organisational measure, with its state in each scope.
package struct Measure: Sendable, Equatable {
  package struct Attribute: Sendable, Equatable {
    package var name: Located<String>
    package var values: [Located<String>]

    /// What the values say, as far as their texts show it.
    package var typed: [AttributeValue] { values.map { AttributeValue($0.value) } }
  }

  package var id: Located<String>
  package var text: LocalizedText
  /// What it protects, where that is another thing than what its control protects.
  package var objective: Located<ProtectionObjective>?
  /// Products that it is for, each perhaps with an edition; all of them where there are none.
  package var products: [Located<String>]
  package var scopes: [MeasureScope]
  /// Scopes that a record names with a state that can't be read, which is reported by itself.
  package var unreadScopes: [String] = []
  /// Controls of other schemes, such as `iso27001:2022/7.2`.
  package var mapsTo: [Located<String>]
  package var reviewed: Located<CalendarDate>?
  /// Who answers for it; not published beyond the internal edition.
  package var owner: Located<String>?
  package var evidence: [Evidence]
  /// Facts of the author's own, such as the length of a retention.
  package var attributes: [Attribute]
  package var audience: Audience
  /// The place of an agreement that it was read from; `nil` for a record's.
  package var origin: MeasureOrigin?
}

extension Measure {
  /// A measure that an agreement states.
  package init(
    id: Located<String>, text: LocalizedText, scopes: [MeasureScope], evidence: [Evidence],
    origin: MeasureOrigin
  ) {
    self.id = id
    self.text = text
    products = []
    self.scopes = scopes
    mapsTo = []
    self.evidence = evidence
    attributes = []
    audience = .public
    self.origin = origin
  }

  init?(reading record: inout RecordReader) {
    let id = record.requiredIdentifier("id")
    let text = record.requiredProse("text")
    if record.lacks("scopes") { record.reportMissing("scopes") }
    objective = record.choice("objective", as: ProtectionObjective.self)
    products = record.texts("products")
    (scopes, unreadScopes) = MeasureScope.all(in: &record)
    mapsTo = record.texts("maps-to")
    reviewed = record.date("reviewed")
    owner = record.text("owner")
    evidence = record.records("evidence", what: "evidence") { Evidence(reading: &$0) }
    attributes = Attribute.all(in: &record)
    audience = record.choice("audience", as: Audience.self)?.value ?? .public
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
          let value = Located(text, at: item.range)
          let known = KnownAttribute(rawValue: entry.key)
          if let expected = known?.fault(of: AttributeValue(text)) {
            record.report(.malformedValue(value, for: entry.key, expected: expected))
          }
          values.append(value)
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

/// The place of an agreement that a measure was read from.
package struct MeasureOrigin: Sendable, Equatable {
  /// The id of the agreement.
  package var agreement: String
  /// The legal path as it is written.
  package var path: String
  package var anchor: String
  /// Whether it is a place of the text in force, and the agreement has a newer one.
  package var isOfEarlierText = false

  package init(agreement: String, path: String, anchor: String) {
    self.agreement = agreement
    self.path = path
    self.anchor = anchor
  }
}
