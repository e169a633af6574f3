package import Frontmatter

/// A place where a sub-processor handles personal data, and what happens there.
package struct ProcessingLocation: Sendable, Equatable {
  package enum Role: String, CaseIterable, Sendable {
    case processing, storage, backup, access, support
  }

  /// ISO 3166-1 alpha-2; absent for an international organisation or a place in words.
  package var country: Located<String>?
  package var city: Located<String>?
  /// An international organisation, which adequacy decisions can name like a country.
  package var organisation: Located<String>?
  /// What a country code can't say, such as `EU region of the customer's choice`.
  package var note: LocalizedText?
  package var roles: [Located<Role>]
  /// Overrides the engagement's where this place rests on something else.
  package var transfers: [Transfer]

  /// What its note says, in the language that comes first.
  var words: String? { note?.variants[0].text.value }

  package init() {
    roles = []
    transfers = []
  }
}

extension ProcessingLocation {
  /// Whether what stands for its country is neither the code nor the name of one.
  package var isInNoCountry: Bool {
    country.map { Countries.shipped[$0.value] == nil } ?? false
  }

  init?(reading record: inout RecordReader) {
    self.init()
    country = record.country("country")
    city = record.text("city")
    organisation = record.text("organisation")
    note = record.prose("note")
    let words = record.texts("role")
    roles = words.compactMap { record.choice($0, for: "role", as: Role.self) }
    transfers = Transfer.all(in: &record)
    if country == nil, organisation == nil, note == nil { record.reportMissing("country") }
  }
}
