internal import Agreements
internal import Deadlines
internal import Frontmatter

/// Compares what the frontmatter of two versions says.
func compareMetadata(
  _ id: String, _ old: AgreementMetadata, _ new: AgreementMetadata,
  files: (old: String, new: String)
) -> [Change] {
  var comparison = MetadataComparison(id: id, files: files)
  comparison.compare(old, new)
  return comparison.changes
}

private struct MetadataComparison {
  let id: String
  let files: (old: String, new: String)
  var changes: [Change] = []

  mutating func compare(_ old: AgreementMetadata, _ new: AgreementMetadata) {
    let editorial = Judgement(.editorial, .metadata)
    let substantive = Judgement(.substantive, .metadata)
    field("title", old.title, new.title, editorial)
    field("version", old.version?.value, new.version?.value, editorial)
    field(
      "effective", old.effective?.value, new.effective?.value, Judgement(.substantive, .date))
    field("kind", old.kind.rawValue, new.kind.rawValue, editorial)
    field("language", old.language?.value, new.language?.value, editorial)
    field(
      "binding-language", old.bindingLanguage?.value, new.bindingLanguage?.value, substantive)
    field("translation-of", old.translationOf?.value, new.translationOf?.value, editorial)
    field(
      "part-of", old.partOf?.title ?? old.partOf?.id, new.partOf?.title ?? new.partOf?.id,
      substantive)
    field("exhibit", old.exhibit, new.exhibit, editorial)
    field("governing-law", old.governingLaw?.value, new.governingLaw?.value, substantive)
    field("default-law", old.defaultLaw?.value, new.defaultLaw?.value, editorial)
    field("audience", old.audience.rawValue, new.audience.rawValue, editorial)
    field("based-on", old.basedOn?.value, new.basedOn?.value, substantive)
    field("authorisation", old.authorisation?.rawValue, new.authorisation?.rawValue, substantive)
    field(
      "joint-terms", old.jointTerms.map(\.value).joined(separator: ", "),
      new.jointTerms.map(\.value).joined(separator: ", "), editorial)
    parties(old.parties, new.parties)
  }

  private mutating func field(
    _ name: String, _ before: String?, _ after: String?, _ judgement: Judgement
  ) {
    let before = before.flatMap { $0.isEmpty ? nil : $0 }
    let after = after.flatMap { $0.isEmpty ? nil : $0 }
    guard before != after else { return }
    append(.metadataChanged, field: name, before, after, judgement)
  }

  private mutating func append(
    _ kind: ChangeKind, field: String, _ before: String?, _ after: String?, _ judgement: Judgement
  ) {
    var change = Change(
      kind, entity: id, agreement: id, before: ChangePlace(file: files.old),
      after: ChangePlace(file: files.new), judgement: judgement,
      statement: { Statements.value(FieldNames.metadata(field), before, after) })
    change.field = field
    change.valueBefore = before
    change.valueAfter = after
    change.removed = .list((before ?? "").split(separator: " ").map(String.init))
    change.added = .list((after ?? "").split(separator: " ").map(String.init))
    change.order = ChangeOrder(owner: id, place: 0, sequence: changes.count)
    changes.append(change)
  }

  // MARK: Parties

  /// Parties by role, and by their place among those of the same role.
  private mutating func parties(_ old: [Party], _ new: [Party]) {
    for role in PartyRole.allCases {
      let before = old.filter { $0.role == role }
      let after = new.filter { $0.role == role }
      for index in 0..<max(before.count, after.count) {
        party(
          role, index < before.count ? before[index] : nil,
          index < after.count ? after[index] : nil)
      }
    }
  }

  private mutating func party(_ role: PartyRole, _ old: Party?, _ new: Party?) {
    let (before, after) = (old.map(words), new.map(words))
    guard before != after else { return }
    let isFilled = old?.isBlank == true && new?.isBlank == false
    append(
      isFilled ? .blankFilled : .partyChanged, field: role.rawValue, before, after,
      isFilled ? Judgement(.substantive, .blank) : Judgement(.substantive, .party))
  }

  /// A party in one line: all that says who it is.
  private func words(_ party: Party) -> String {
    var words: [String] = []
    if let name = party.name { words.append(name) }
    if party.isProcessor { words.append("processor") }
    if party.isBlank { words.append("[blank]") }
    if party.isGeneric { words.append("[any]") }
    if let brand = party.brand { words.append(brand) }
    if let address = party.address { words.append(line(address)) }
    if let term = party.definedAs { words.append("\u{201C}\(term.value)\u{201D}") }
    for member in party.members {
      words.append([member.name, member.branch].compactMap(\.self).joined(separator: " "))
      if let address = member.address { words.append(line(address)) }
    }
    return words.joined(separator: ", ")
  }

  private func line(_ address: Agreements.PostalAddress) -> String {
    [address.street, address.postalCode, address.city, address.country].compactMap(\.self)
      .joined(separator: " ")
  }
}
