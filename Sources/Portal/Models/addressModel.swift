internal import Agreements
internal import Frontmatter
internal import Registers
internal import Templating

/// An Address of docs/theme.md: the lines of an envelope, and the country by its code.
func addressModel(_ address: Registers.PostalAddress?) -> Value {
  guard let address else { return .none }
  return addressModel(
    street: address.street?.value, postalCode: address.postalCode?.value,
    city: address.city?.value, region: address.region?.value, country: address.country?.value)
}

/// The same of one that an agreement states.
func addressModel(_ address: Agreements.PostalAddress?) -> Value {
  guard let address else { return .none }
  return addressModel(
    street: address.street, postalCode: address.postalCode, city: address.city, region: nil,
    country: address.country)
}

private func addressModel(
  street: String?, postalCode: String?, city: String?, region: String?, country: String?
) -> Value {
  let town = [postalCode, city].compactMap { $0 }.joined(separator: " ")
  let lines = [street, town, region].compactMap { $0 }.filter { !$0.isEmpty }
  return .pairs(["lines": .texts(lines), "country": .optional(country)])
}
