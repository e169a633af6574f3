/// An address as its country's post would have it, line by line.
package struct PostalAddress: Sendable, Equatable {
  package var street: String?
  package var postalCode: String?
  package var city: String?
  /// ISO 3166-1 alpha-2, as written.
  package var country: String?

  package init(street: String?, postalCode: String?, city: String?, country: String?) {
    self.street = street
    self.postalCode = postalCode
    self.city = city
    self.country = country
  }
}
