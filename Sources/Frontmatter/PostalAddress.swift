/// Where a company has its seat, as an agreement or a record states it.
package struct PostalAddress: Sendable, Equatable {
  /// Street and number, or what stands in their place.
  package var street: Located<String>?
  package var postalCode: Located<String>?
  package var city: Located<String>?
  /// State or province, where addresses have one.
  package var region: Located<String>?
  /// ISO 3166-1 alpha-2; in agreements, and where nobody knows the country, as it is written.
  package var country: Located<String>?

  package init() {}
}
