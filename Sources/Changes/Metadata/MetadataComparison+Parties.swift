internal import Agreements
internal import Deadlines
internal import Frontmatter

extension MetadataComparison {
  /// Parties by role, then by name or what is said instead, by what the text calls them, and by
  /// their order.
  mutating func compareParties(_ old: [Party], _ new: [Party]) {
    for role in PartyRole.allCases {
      let before = old.filter { $0.role == role }
      let after = new.filter { $0.role == role }
      let isOne = before.count <= 1 && after.count <= 1
      var pairs = pairUp(
        before, after,
        by: [
          { $0.name ?? "" }, { $0.standing?.value ?? "" }, { $0.definedAs?.value ?? "" },
        ])
      let gone = pairs.indices.filter { pairs[$0].new == nil }
      let come = pairs.indices.filter { pairs[$0].old == nil }
      for (left, right) in zip(gone, come) {
        pairs[right].old = pairs[left].old
        pairs[left].old = nil
      }
      for pair in pairs {
        switch pair {
        case (let before?, let after?): party(before, after, isOne: isOne)
        case (let party?, nil): whole(party, isOld: true)
        case (nil, let party?): whole(party, isOld: false)
        case (nil, nil): continue
        }
      }
    }
  }

  private mutating func whole(_ party: Party, isOld: Bool) {
    let term = party.definedAs.map { ", \u{201C}\($0.value)\u{201D}" } ?? ""
    whole(
      party.role.rawValue, party.title, value: party.line + term, isOld: isOld,
      Judgement(.substantive, .party), kind: .partyChanged)
  }

  /// `isOne`: whether there is no other of the role.
  private mutating func party(_ old: Party, _ new: Party, isOne: Bool) {
    let role = new.role.rawValue
    let title = new.title
    if old.isBlank, !new.isBlank {
      let (name, line) = (FieldNames.metadata(role), new.line)
      append(.blankFilled, role, name, nil, line, Judgement(.substantive, .blank)) {
        BilingualText(
          english: "\(name.english) was left blank and is \(Statements.quoted(line, .english)) now",
          german: "\(name.german) war offen und ist jetzt \(Statements.quoted(line, .german))")
      }
      fact("\(role).defined-as", title.definedTerm, old.definedAs?.value, new.definedAs?.value)
      return
    }
    if new.isBlank, !old.isBlank {
      let (name, line) = (FieldNames.metadata(role), old.line)
      append(.partyChanged, role, name, line, nil, Judgement(.substantive, .party)) {
        BilingualText(
          english: "\(name.english) was \(Statements.quoted(line, .english)) and is left blank now",
          german: "\(name.german) war \(Statements.quoted(line, .german)) und ist jetzt offen")
      }
      fact("\(role).defined-as", title.definedTerm, old.definedAs?.value, new.definedAs?.value)
      return
    }
    if let before = old.name, let after = new.name {
      let genitive = FieldNames.ofRole(role)
      fact(
        "\(role).name",
        FieldNames.text("the name \(genitive.english)", "der Name \(genitive.german)"), before,
        after)
      identity(role, old.standing, new.standing)
    } else {
      identity(role, old.identity, new.identity)
    }
    fact("\(role).defined-as", title.definedTerm, old.definedAs?.value, new.definedAs?.value)
    fact("\(role).brand", title.fact("the brand", "die Marke"), old.brand, new.brand)
    address("\(role).address", title, old.address, new.address)
    members(of: isOne ? FieldNames.ofRole(role) : new.genitive, role, old.members, new.members)
  }

  /// Reports who a party is, where that is said otherwise than by a name.
  private mutating func identity(
    _ role: String, _ before: Party.Identity?, _ after: Party.Identity?
  ) {
    guard before?.value != after?.value else { return }
    let name = FieldNames.metadata(role)
    append(
      .partyChanged, role, name, before?.value, after?.value, Judgement(.substantive, .party)
    ) { Statements.value(name, before?.words, after?.words) }
  }

  private mutating func fact(
    _ name: String, _ words: BilingualText, _ before: String?, _ after: String?
  ) {
    field(name, words, before, after, Judgement(.substantive, .party), kind: .partyChanged)
  }

  /// Reports the one line that changed, or the whole address.
  private mutating func address(
    _ name: String, _ title: BilingualText, _ old: PostalAddress?, _ new: PostalAddress?
  ) {
    typealias Part = KeyPath<PostalAddress, Located<String>?>
    let parts: [(key: String, words: BilingualText, part: Part)] = [
      ("street", title.fact("the street", "die Straße"), \.street),
      ("postal-code", title.fact("the postal code", "die Postleitzahl"), \.postalCode),
      ("city", title.fact("the city", "der Ort"), \.city),
      ("country", title.fact("the country", "das Land"), \.country),
    ]
    func text(_ address: PostalAddress?, _ part: Part) -> String? { address?[keyPath: part]?.value }
    let changed = parts.filter { text(old, $0.part) != text(new, $0.part) }
    guard !changed.isEmpty || (old == nil) != (new == nil) else { return }
    if old != nil, new != nil, changed.count == 1, let (key, words, part) = changed.first {
      fact("\(name).\(key)", words, text(old, part), text(new, part))
    } else {
      fact(name, title.fact("the address", "die Anschrift"), old?.envelope, new?.envelope)
    }
  }

  /// `party`: whose they are, such as `of the processor`.
  private mutating func members(
    of party: BilingualText, _ role: String, _ old: [PartyMember], _ new: [PartyMember]
  ) {
    let name = "\(role).members"
    // Who came to the address of another is the same under a new name.
    let pairs = pairUp(
      old, new, by: [\.title, \.name, { $0.address?.envelope ?? "" }])
    for pair in pairs {
      guard let member = pair.new ?? pair.old else { continue }
      let title = FieldNames.text(
        "the member \(Statements.quoted(member.title, .english)) \(party.english)",
        "das Mitglied \(Statements.quoted(member.title, .german)) \(party.german)")
      guard let before = pair.old, let after = pair.new else {
        whole(
          name, title, value: member.line, isOld: pair.new == nil,
          Judgement(.substantive, .party), kind: .partyChanged)
        continue
      }
      fact("\(name).name", title.fact("the name", "der Name"), before.name, after.name)
      fact(
        "\(name).branch", title.fact("the branch", "die Zweigstelle"), before.branch, after.branch)
      address("\(name).address", title, before.address, after.address)
    }
  }
}
