internal import Agreements
internal import Deadlines
internal import Frontmatter

extension MetadataComparison {
  /// What the text calls itself, and other spellings of its terms.
  mutating func compareNames(_ old: AgreementMetadata, _ new: AgreementMetadata) {
    let editorial = Judgement(.editorial, .metadata)
    list(
      "self-names", FieldNames.metadata("self-names"), old.selfNames.map(\.value),
      new.selfNames.map(\.value), editorial)
    list(
      "part-of.names", FieldNames.metadata("part-of.names"),
      old.partOf?.names.map(\.value) ?? [], new.partOf?.names.map(\.value) ?? [], editorial)
    let pairs = pairUp(old.aliases, new.aliases, by: [{ $0.term.value }])
    for pair in pairs {
      guard let term = (pair.new ?? pair.old)?.term.value else { continue }
      list(
        "aliases",
        FieldNames.text(
          "the other spellings of \(Statements.quoted(term, .english))",
          "die anderen Schreibweisen von \(Statements.quoted(term, .german))"),
        pair.old?.aliases.map(\.value) ?? [], pair.new?.aliases.map(\.value) ?? [], editorial)
    }
  }

  /// Documents that the text names.
  mutating func compareDocuments(_ old: [RelatedDocument], _ new: [RelatedDocument]) {
    let key = "related-documents"
    for pair in pairUp(old, new, by: [\.id, \.title, { $0.url ?? "" }]) {
      guard let document = pair.new ?? pair.old else { continue }
      let name = FieldNames.text(
        "the related document \(Statements.quoted(document.name, .english))",
        "das zugehörige Dokument \(Statements.quoted(document.name, .german))")
      guard let before = pair.old, let after = pair.new else {
        let value = [document.title, document.url ?? ""].filter { !$0.isEmpty }
        whole(
          key, name, value: value.joined(separator: ", "), isOld: pair.new == nil,
          Judgement(.substantive, pair.new == nil ? .removal : .addition))
        continue
      }
      let editorial = Judgement(.editorial, .metadata)
      field(
        "\(key).title", name.fact("the title", "der Titel"), before.title, after.title, editorial)
      // Where none is stated, the id follows from the title.
      if before.title == after.title {
        field(
          "\(key).id", name.fact("the agreement of the portal", "die Vereinbarung des Portals"),
          before.id, after.id, Judgement(.substantive, .reference))
      }
      address("\(key).url", name.fact("the address", "die Adresse"), before.url, after.url)
      list(
        "\(key).names", name.fact("the other names", "die anderen Namen"),
        before.names.map(\.value), after.names.map(\.value), editorial)
    }
  }

  /// Signatures, by who signed.
  mutating func compareSignatures(_ old: [Signature], _ new: [Signature]) {
    let key = "signatures"
    for pair in pairUp(old, new, by: [\.party]) {
      guard let signature = pair.new ?? pair.old else { continue }
      let name = FieldNames.text(
        "the signature of \(Statements.quoted(signature.party, .english))",
        "die Unterschrift von \(Statements.quoted(signature.party, .german))")
      guard let before = pair.old, let after = pair.new else {
        let details = [signature.place, signature.date].compactMap(\.self)
        let shown = details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"
        whole(
          key, FieldNames.text(name.english + shown, name.german + shown),
          value: ([signature.party] + details).joined(separator: ", "), isOld: pair.new == nil,
          Judgement(.substantive, pair.new == nil ? .removal : .addition))
        continue
      }
      field(
        "\(key).place", name.fact("the place", "der Ort"), before.place, after.place,
        Judgement(.editorial, .metadata))
      field(
        "\(key).date", name.fact("the day", "der Tag"), before.date, after.date,
        Judgement(.substantive, .date))
    }
  }

  /// The places of the text that are read as registers, and how they are read.
  mutating func compareAdoption(_ old: AgreementMetadata, _ new: AgreementMetadata) {
    let record = Judgement(.substantive, .record)
    list(
      "adopt.sub-processors", FieldNames.metadata("adopt.sub-processors"),
      old.adoptedSubProcessors.map(\.line), new.adoptedSubProcessors.map(\.line), record)
    list(
      "adopt.measures", FieldNames.metadata("adopt.measures"), old.adoptedMeasures.map(\.line),
      new.adoptedMeasures.map(\.line), record)
  }
}

extension BilingualText {
  /// A fact of what this names: `the processor “Alpha AG”: the street`.
  func fact(_ english: String, _ german: String) -> BilingualText {
    BilingualText(english: "\(self.english): \(english)", german: "\(self.german): \(german)")
  }
}

extension AdoptedTable {
  /// All that is said of it, as the author writes it.
  fileprivate var line: String {
    adoptionLine(
      at,
      [
        ("columns", columns.map { "\($0.field.value): \($0.head.value)" }),
        ("products", products.map(\.value)), ("country", [country?.value].compactMap(\.self)),
      ])
  }
}

extension AdoptedMeasures {
  /// All that is said of it, as the author writes it.
  fileprivate var line: String {
    adoptionLine(
      at,
      [
        ("scheme", [scheme?.value].compactMap(\.self)),
        ("scope", [scope?.value].compactMap(\.self)),
        (
          "controls",
          controls.map { "\($0.place.value): \($0.controls.map(\.value).joined(separator: " "))" }
        ),
        ("scopes", scopes.map { "\($0.place.value): \($0.scope.value)" }),
      ])
  }
}

private func adoptionLine(_ place: Located<String>?, _ facts: [(String, [String])]) -> String {
  let told = facts.filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }
  return (place?.value ?? "true") + (told.isEmpty ? "" : " (\(told.joined(separator: "; ")))")
}
