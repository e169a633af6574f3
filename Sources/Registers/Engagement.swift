package import Deadlines
package import Diagnostics
package import Frontmatter

/// One task that a sub-processor has: a company can have several.
package struct Engagement: Sendable, Equatable {
  /// The first key of the engagement, for what concerns it as a whole.
  package var place: SourceRange
  package var service: LocalizedText
  package var purpose: LocalizedText?
  /// Products by id, or `product/edition`; empty for all.
  package var products: [Located<String>]
  /// Categories of personal data and of data subjects, by id or in words.
  package var data: [Located<String>]
  package var subjects: [Located<String>]
  /// When it takes place at all, such as `only when the e-mail function is used`.
  package var condition: LocalizedText?
  package var locations: [ProcessingLocation]
  package var transfers: [Transfer]
  package var announced: Located<CalendarDate>?
  package var effective: Located<CalendarDate>?
  package var ended: Located<CalendarDate>?
  /// When an announced engagement was given up before it took effect.
  package var withdrawn: Located<CalendarDate>?
}

extension Engagement {
  init?(reading record: inout RecordReader) {
    place = record.place
    let service = record.requiredProse("service")
    purpose = record.prose("purpose")
    products = record.texts("products")
    data = record.texts("data")
    subjects = record.texts("subjects")
    condition = record.prose("condition")
    locations = record.records("locations", what: "location") { ProcessingLocation(reading: &$0) }
    transfers = Transfer.all(in: &record)
    announced = record.date("announced")
    effective = record.date("effective")
    ended = record.date("ended")
    withdrawn = record.date("withdrawn")
    guard let service else { return nil }
    self.service = service
  }
}
