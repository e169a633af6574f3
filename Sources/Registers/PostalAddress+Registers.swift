package import Diagnostics
package import Frontmatter

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

extension JSONText {
  /// Writes an address by the names that its parts have in all data of registers, or nothing.
  package mutating func member(_ name: String, ifPresent address: PostalAddress?) {
    guard let address else { return }
    key(name)
    object { json in
      json.member("street", ifPresent: address.street?.value)
      json.member("postalCode", ifPresent: address.postalCode?.value)
      json.member("city", ifPresent: address.city?.value)
      json.member("region", ifPresent: address.region?.value)
      json.member("country", ifPresent: address.country?.value)
    }
  }
}
