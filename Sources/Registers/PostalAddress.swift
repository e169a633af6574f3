package import Frontmatter

/// Where a company has its seat.
package struct PostalAddress: Sendable, Equatable {
  /// Street and number, or what stands in their place.
  package var street: Located<String>?
  package var postalCode: Located<String>?
  package var city: Located<String>?
  /// State or province, where addresses have one.
  package var region: Located<String>?
  /// ISO 3166-1 alpha-2.
  package var country: Located<String>?

  package init() {}
}

extension PostalAddress {
  init(reading record: inout RecordReader) {
    self.init()
    street = record.text("street")
    postalCode = record.text("postal-code")
    city = record.text("city")
    region = record.text("region")
    country = record.country("country")
    if country == nil { record.reportMissing("country") }
  }
}
