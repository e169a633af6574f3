internal import Frontmatter
internal import Templating

/// An Address of docs/theme.md: the lines of an envelope, and the country by its code.
func addressModel(_ address: PostalAddress?) -> Value {
  guard let address else { return .none }
  let town = [address.postalCode, address.city].compactMap { $0?.value }.joined(separator: " ")
  let lines = [address.street?.value, town, address.region?.value].compactMap(\.self)
  return .pairs([
    "lines": .texts(lines.filter { !$0.isEmpty }), "country": .optional(address.country?.value),
  ])
}
