internal import Frontmatter
internal import Registers
internal import Templating

/// An Address of docs/theme.md: the lines of an envelope, and the country by its code.
func addressModel(_ address: PostalAddress?) -> Value {
  guard let address else { return .none }
  return .pairs([
    "lines": .texts(address.lines()), "country": .optional(address.country?.value),
  ])
}
