package import Deadlines
package import Diagnostics
package import Frontmatter

/// One task that a sub-processor has: a company can have several.
package struct Engagement: Sendable, Equatable {
  /// The first key of the engagement, for what concerns it as a whole.
  package var place: SourceRange
  /// What keeps its calendar entries the same when engagements are put in another order.
  package var id: Located<String>?
  /// Absent only where a list that was adopted leaves it out.
  package var service: LocalizedText?
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
  /// Where a list names no certain first day: the days that its words can mean.
  package var vagueStart: VagueDay?
  package var ended: Located<CalendarDate>?
  /// When an announced engagement was given up before it took effect.
  package var withdrawn: Located<CalendarDate>?
  /// The days on which dates that had been announced were changed, oldest first.
  package var revised: [Located<CalendarDate>]
  /// What an adopted list says beyond all this: heads of columns and their cells.
  package var details: [Detail]
  /// What it is to be from later days, where texts say so that have been announced; by day.
  package var changes: [Change]

  /// The same task in other words, at another place or on another ground.
  package struct Change: Sendable, Equatable {
    package var from: CalendarDate
    package var task: Engagement
    /// The day on which customers were told, where it is one that they may object to.
    package var announced: CalendarDate?
    /// Rises with each text that brings another change, for those who have the one before.
    package var revision: Int

    package init(
      from: CalendarDate, to task: Engagement, announced: CalendarDate? = nil, revision: Int = 0
    ) {
      self.from = from
      self.task = task
      self.announced = announced
      self.revision = revision
    }
  }

  /// A fact under the name that an author gave it.
  package struct Detail: Sendable, Equatable {
    package var name: String
    package var text: Located<String>

    package init(name: String, text: Located<String>) {
      self.name = name
      self.text = text
    }
  }

  /// A day that words leave open: `March 2027` is one of 31, `tbd` any.
  package struct VagueDay: Sendable, Equatable {
    package var earliest: CalendarDate?
    package var latest: CalendarDate?

    package init(earliest: CalendarDate?, latest: CalendarDate?) {
      self.earliest = earliest
      self.latest = latest
    }
  }

  /// An engagement of which nothing is known yet.
  package init(at place: SourceRange) {
    self.place = place
    products = []
    data = []
    subjects = []
    locations = []
    transfers = []
    revised = []
    details = []
    changes = []
  }
}

extension Engagement {
  init?(reading record: inout RecordReader) {
    self.init(at: record.place)
    id = record.identifier("id")
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
    revised = record.dates("revised")
    guard let service else { return nil }
    self.service = service
  }
}
