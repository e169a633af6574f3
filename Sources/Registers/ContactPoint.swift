package import Frontmatter

/// Whom to write to or call, and who may know.
package struct ContactPoint: Sendable, Equatable {
  package var name: Located<String>?
  package var email: Located<String>?
  package var phone: Located<String>?
  package var url: Located<String>?
  /// `customer` where nothing is said: names of people don't belong on public pages by accident.
  package var audience: Audience
}

extension ContactPoint {
  init(reading record: inout RecordReader) {
    name = record.text("name")
    email = record.value("email", expected: "an address such as privacy@example.com") {
      isEmailAddress($0) ? $0 : nil
    }
    phone = record.text("phone")
    url = record.webAddress("url")
    audience = record.choice("audience", as: Audience.self)?.value ?? .customer
  }
}

/// Whether `text` has one `@` with something on both sides, a dot behind it, and no blanks.
///
/// Not more: whether the address exists only a message can tell.
private func isEmailAddress(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
  return parts.count == 2 && !parts[0].isEmpty && parts[1].dropFirst().contains(UInt8(ascii: "."))
    && text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
}
