internal import Agreements
internal import Deadlines
internal import Frontmatter

extension Party {
  /// Who a party is, as data and as sentences say it.
  struct Identity: Sendable {
    var value: String
    var words: BilingualText
  }

  /// `the processor “Alpha AG”`; without a name, by what the text calls it.
  var title: BilingualText {
    let role = FieldNames.metadata(role.rawValue)
    guard let called = name ?? definedAs?.value else { return role }
    return FieldNames.text(
      "\(role.english) \(Statements.quoted(called, .english))",
      "\(role.german) \(Statements.quoted(called, .german))")
  }

  /// `of the processor “Alpha AG”`.
  var genitive: BilingualText {
    let role = FieldNames.ofRole(role.rawValue)
    guard let called = name ?? definedAs?.value else { return role }
    return FieldNames.text(
      "\(role.english) \(Statements.quoted(called, .english))",
      "\(role.german) \(Statements.quoted(called, .german))")
  }

  /// Who it is beside its name; `nil` where nothing is said.
  var standing: Identity? {
    var said: [(value: String, words: BilingualText)] = []
    if isProcessor {
      let words = FieldNames.text(
        "the processor of the portal", "Auftragsverarbeiter des Portals")
      said.append(("is: processor", words))
    }
    if isBlank { said.append(("blank", FieldNames.text("left blank", "offen gelassen"))) }
    if isGeneric { said.append(("generic", FieldNames.text("anybody", "jeder"))) }
    guard !said.isEmpty else { return nil }
    return Identity(
      value: said.map(\.value).joined(separator: ", "),
      words: FieldNames.text(
        said.map(\.words.english).joined(separator: ", "),
        said.map(\.words.german).joined(separator: ", ")))
  }

  /// Its name, or what is said instead.
  var identity: Identity? {
    name.map { Identity(value: $0, words: FieldNames.text($0, $0)) } ?? standing
  }

  /// All that says who it is, in one line, but what the text calls it.
  var line: String {
    let names = [identity?.value, brand, address?.envelope].compactMap(\.self)
    return (names + members.map(\.line)).joined(separator: ", ")
  }
}

extension PartyMember {
  var title: String { [name, branch].compactMap(\.self).joined(separator: ", ") }

  var line: String { [title, address?.envelope].compactMap(\.self).joined(separator: ", ") }
}

extension PostalAddress {
  /// The lines of an envelope in one, with the country: `Ring 1, 56068 Koblenz, DE`.
  var envelope: String {
    let town = [postalCode, city].compactMap { $0?.value }.joined(separator: " ")
    return [street?.value, town.isEmpty ? nil : town, country?.value].compactMap(\.self)
      .joined(separator: ", ")
  }
}

extension BilingualText {
  /// The fact of a party that is how the text calls it.
  var definedTerm: BilingualText { fact("the defined term", "die Bezeichnung im Text") }
}
