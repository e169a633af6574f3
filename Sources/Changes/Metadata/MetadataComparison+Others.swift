internal import Agreements
internal import Deadlines

extension MetadataComparison {
  /// What Annex does not understand: no more than wording, unless it is a date.
  ///
  /// Keys that were told of already, as one version has a value that is understood, are left out.
  mutating func compareOthers(_ old: [OtherFact], _ new: [OtherFact]) {
    let editorial = Judgement(.editorial, .metadata)
    let told = Set(changes.compactMap { $0.field.map(Self.firstPart) })
    compareUnread(
      old.filter(\.key.isEmpty).map(\.value), new.filter(\.key.isEmpty).map(\.value))
    let pairs = pairUp(old, new, by: [\.key])
      .filter { pair in
        guard let key = (pair.new ?? pair.old)?.key else { return false }
        return !key.isEmpty && !told.contains(Self.firstPart(key))
      }
    var records: [String: RecordSides] = [:]
    for pair in pairs {
      guard let record = (pair.new ?? pair.old).flatMap({ Self.record(of: $0.key) }) else {
        continue
      }
      records[record, default: RecordSides()].note(pair.old?.value, pair.new?.value)
    }
    var toldRecords: Set<String> = []
    for pair in pairs {
      guard let key = (pair.new ?? pair.old)?.key else { continue }
      if let record = Self.record(of: key), let sides = records[record], sides.isOneSided {
        if toldRecords.insert(record).inserted { wholeRecord(record, sides) }
        continue
      }
      let (before, after) = (pair.old?.value, pair.new?.value)
      let isDate = [before, after].contains { $0.map(Self.isDate) ?? false }
      let isParty = Self.firstPart(key) == "parties"
      field(
        key, Self.name(ofField: key), before, after,
        isParty
          ? Judgement(.substantive, .party)
          : isDate ? Judgement(.substantive, .date) : editorial,
        kind: isParty ? .partyChanged : .metadataChanged)
    }
  }

  /// Lines of a frontmatter that is no YAML: quoted where both versions have such lines, and else
  /// no more than that it can be read in one of them only.
  private mutating func compareUnread(_ old: [String], _ new: [String]) {
    let (name, words) = ("frontmatter", FieldNames.text("the frontmatter", "der Dateikopf"))
    guard old.isEmpty != new.isEmpty else {
      return list(name, words, old, new, Judgement(.editorial, .metadata))
    }
    append(
      .metadataChanged, name, words, old.isEmpty ? nil : old.joined(separator: ", "),
      new.isEmpty ? nil : new.joined(separator: ", "), Judgement(.editorial, .metadata)
    ) {
      BilingualText(
        english: "the frontmatter can\(new.isEmpty ? "" : "\u{2019}t") be read now",
        german: "der Dateikopf ist jetzt \(new.isEmpty ? "lesbar" : "nicht mehr lesbar")")
    }
  }

  /// A record of a list that only one version has, or that was not understood in one of them only.
  private mutating func wholeRecord(_ record: String, _ sides: RecordSides) {
    let isParty = Self.firstPart(record) == "parties"
    whole(
      record, Self.name(ofField: record), value: sides.values.joined(separator: ", "),
      isOld: sides.isOld,
      isParty ? Judgement(.substantive, .party) : Judgement(.editorial, .metadata),
      kind: isParty ? .partyChanged : .metadataChanged)
  }

  /// What is said of one record, by which versions.
  private struct RecordSides {
    var values: [String] = []
    var isOld = false
    var isNew = false

    var isOneSided: Bool { isOld != isNew }

    mutating func note(_ before: String?, _ after: String?) {
      values.append(contentsOf: [before, after].compactMap(\.self))
      isOld = isOld || before != nil
      isNew = isNew || after != nil
    }
  }

  /// `parties.2` of `parties.2.address.city`; `nil` for what is in no list.
  private static func record(of key: String) -> String? {
    let parts = key.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1, Int(parts[1]) != nil else { return nil }
    return parts[..<2].joined(separator: ".")
  }

  private static func name(ofField key: String) -> BilingualText {
    let parts = key.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    if parts.count > 1, parts[0] == "parties", Int(parts[1]) != nil {
      let party = FieldNames.text("party \(parts[1])", "die Partei \(parts[1])")
      guard parts.count > 2 else { return party }
      if parts[2] == "defined-as" { return party.definedTerm }
      return party.fact(
        "the field \(Statements.quoted(String(parts[2]), .english))",
        "das Feld \(Statements.quoted(String(parts[2]), .german))")
    }
    return FieldNames.text(
      "the field \(Statements.quoted(key, .english))", "das Feld \(Statements.quoted(key, .german))"
    )
  }

  private static func firstPart(_ key: String) -> Substring {
    key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
  }

  /// Whether a value is a day, perhaps with a time: not a text that names one.
  private static func isDate(_ value: String) -> Bool {
    guard value.utf8.count <= 40 else { return false }
    if CalendarDate(String(value.prefix(10))) != nil { return true }
    let words = MarkedText("", value).new
    let hasNumber = words.contains { $0.kind == .number }
    return words.contains { WordJudge.isDate($0.text) || (hasNumber && $0.traits.contains(.month)) }
  }
}
