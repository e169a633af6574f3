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

extension PostalAddress {
  /// The lines of an envelope, without the country, by whose habit the town is written:
  /// `24103 Kiel`, `San Francisco, CA 94105`.
  package func lines(_ countries: Countries = .shipped) -> [String] {
    func joined(_ parts: Located<String>?..., by separator: String = " ") -> String? {
      let texts = parts.compactMap { $0?.value }.filter { !$0.isEmpty }
      return texts.isEmpty ? nil : texts.joined(separator: separator)
    }
    let form = country.flatMap { countries[$0.value]?.town } ?? .codeCity
    let town: [String?] =
      switch form {
      case .codeCity: [joined(postalCode, city), region?.value]
      case .cityCode: [joined(city, postalCode), region?.value]
      case .cityRegionCode: [joined(city, region, postalCode)]
      case .cityCommaRegionCode:
        [
          [joined(city, region, by: ", "), postalCode?.value].compactMap(\.self)
            .joined(separator: " ")
        ]
      }
    return ([street?.value] + town).compactMap(\.self).filter { !$0.isEmpty }
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
