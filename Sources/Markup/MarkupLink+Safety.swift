internal import Diagnostics

extension MarkupLink {
  /// Whether the destination may become an address in a page.
  ///
  /// Allowed are `http`, `https`, `mailto`, `tel`, fragments and relative addresses. Read as a
  /// browser reads it: blanks before the scheme do not count, and a control character, which
  /// browsers drop inside a scheme, makes any destination unsafe.
  ///
  /// Source: WHATWG URL Standard, section 4.4, "scheme start state".
  package var isSafeDestination: Bool {
    guard !destination.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
    let trimmed = destination.drop { $0 == UInt8(ascii: " ") }
    let scheme = trimmed.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.endIndex < trimmed.endIndex, let first = scheme.first, first.isASCIILetter,
      scheme.allSatisfy(Self.isSchemeByte)
    else { return true }
    let allowed: [StaticString] = ["http", "https", "mailto", "tel"]
    return allowed.contains { name in
      name.utf8CodeUnitCount == scheme.count
        && name.description.utf8.elementsEqual(scheme.lazy.map { $0 | 0x20 })
    }
  }

  /// Whether a browser would ask somebody else than the portal for what is there.
  ///
  /// Two slashes begin the name of a server, and browsers take backslashes for slashes. Reads what
  /// is safe only: a scheme is then one of a few, none of which leads into the portal.
  package var isElsewhere: Bool {
    let trimmed = destination.drop { $0 == UInt8(ascii: " ") }
    if trimmed.prefix(2).count(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) == 2
    {
      return true
    }
    let scheme = trimmed.prefix { $0 != UInt8(ascii: ":") }
    guard scheme.endIndex < trimmed.endIndex, let first = scheme.first else { return false }
    return first.isASCIILetter && scheme.allSatisfy(Self.isSchemeByte)
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
