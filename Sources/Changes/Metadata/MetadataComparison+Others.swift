internal import Agreements
internal import Deadlines

extension MetadataComparison {
  /// What Annex does not understand, weighed by what its key is about and by what its words are.
  ///
  /// Keys that were told of already, as one version has a value that is understood, are left out.
  mutating func compareOthers(_ old: [OtherFact], _ new: [OtherFact]) {
    let told = Set(changes.compactMap { $0.field.map(Self.firstPart) })
    compareUnread(
      old.filter(\.key.isEmpty).map(\.value), new.filter(\.key.isEmpty).map(\.value))
    guard old != new else { return }
    func others(_ facts: [OtherFact]) -> [OtherFact] {
      facts.filter { !$0.key.isEmpty && !told.contains(Self.firstPart($0.key)) }
    }
    var (before, after) = (others(old), others(new))
    compareRecords(OtherRecord.take(from: &before), OtherRecord.take(from: &after))
    let pairs = pairUp(before, after, by: [\.key])
    var parties: [String: RecordSides] = [:]
    for pair in pairs {
      guard let party = (pair.new ?? pair.old).flatMap({ Self.party(of: $0.key) }) else { continue }
      parties[party, default: RecordSides()].note(pair.old?.value, pair.new?.value)
    }
    var toldParties: Set<String> = []
    for pair in pairs {
      guard let key = (pair.new ?? pair.old)?.key else { continue }
      if let party = Self.party(of: key), let sides = parties[party], sides.isOneSided {
        if toldParties.insert(party).inserted { wholeParty(party, sides) }
        continue
      }
      compareFact(key, Self.name(ofField: key), pair.old, pair.new)
    }
  }

  private mutating func compareFact(
    _ key: String, _ name: BilingualText, _ old: OtherFact?, _ new: OtherFact?
  ) {
    let isParty = Self.firstPart(key) == "parties"
    guard old?.value != new?.value else { return }
    let judgement =
      isParty ? Judgement(.substantive, .party) : judgement(of: key, old?.value, new?.value)
    if let before = old?.items, let after = new?.items, !isParty {
      return list(key, name, before, after, judgement)
    }
    field(
      key, name, old?.value, new?.value, judgement,
      kind: isParty ? .partyChanged : .metadataChanged)
  }

  /// How much another value of a key weighs.
  private func judgement(of key: String, _ before: String?, _ after: String?) -> Judgement {
    let topic = MetadataKeys.shipped.topic(of: key)
    if topic == .bookkeeping { return Judgement(.editorial, .metadata) }
    if [before, after].contains(where: { $0.map(Self.isDate) ?? false }) {
      return Judgement(.substantive, .date)
    }
    let rule: MaterialityRule = topic == .companies ? .party : .wording
    guard let before, let after, !before.isEmpty, !after.isEmpty else {
      let isOld = before?.isEmpty == false
      return Judgement(.substantive, topic == .companies ? .party : isOld ? .removal : .addition)
    }
    var judge = WordJudge(partyNames: [], isMeasure: false)
    judge.languages = languages
    let found = judge.judge(MarkedText(before, after)).judgement
    let isOfWords = found.rule == .wording || found.rule == .addition || found.rule == .removal
    return found.isMaterial && isOfWords ? Judgement(.substantive, rule) : found
  }

  // MARK: Records

  /// Records of lists, by what names them and else by their number; their order means nothing.
  private mutating func compareRecords(_ old: [OtherRecord], _ new: [OtherRecord]) {
    var pairs = pairUp(old, new, by: [{ "\($0.list)\n\($0.name)" }])
    // One that was exchanged for another and kept something stands where it stood.
    let gone = Dictionary(
      pairs.indices.compactMap { index in
        pairs[index].new == nil ? pairs[index].old.map { ($0.key, index) } : nil
      }, uniquingKeysWith: { first, _ in first })
    for index in pairs.indices where pairs[index].old == nil {
      guard let record = pairs[index].new, let left = gone[record.key],
        let before = pairs[left].old, before.sharesValue(with: record)
      else { continue }
      pairs[index].old = before
      pairs[left].old = nil
    }
    for pair in pairs {
      switch pair {
      case (let before?, let after?): compareRecord(before, after)
      case (let record?, nil): wholeRecord(record, isOld: true)
      case (nil, let record?): wholeRecord(record, isOld: false)
      case (nil, nil): continue
      }
    }
  }

  private mutating func compareRecord(_ old: OtherRecord, _ new: OtherRecord) {
    for pair in pairUp(old.facts, new.facts, by: [\.key]) {
      guard let key = (pair.new ?? pair.old)?.key else { continue }
      let isName = old.name != new.name && pair.old?.value == old.name
      compareFact(
        "\(new.key).\(key)",
        isName ? Self.name(ofField: "\(new.key).\(key)") : new.title.fact(field: key),
        pair.old, pair.new)
    }
  }

  private mutating func wholeRecord(_ record: OtherRecord, isOld: Bool) {
    let judgement = judgement(
      of: record.key, isOld ? record.line : nil, isOld ? nil : record.line)
    whole(record.key, record.title, value: record.line, isOld: isOld, judgement)
  }

  // MARK: What can't be read

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

  /// A party that only one version has, or that was not understood in one of them only.
  private mutating func wholeParty(_ party: String, _ sides: RecordSides) {
    whole(
      party, Self.name(ofField: party), value: sides.values.joined(separator: ", "),
      isOld: sides.isOld, Judgement(.substantive, .party), kind: .partyChanged)
  }

  /// What is said of one party, by which versions.
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

  /// `parties.2` of `parties.2.address.city`.
  private static func party(of key: String) -> String? {
    let parts = key.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0] == "parties", Int(parts[1]) != nil else { return nil }
    return parts[..<2].joined(separator: ".")
  }

  private static func name(ofField key: String) -> BilingualText {
    let parts = key.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard party(of: key) != nil else { return BilingualText.field(key) }
    let party = FieldNames.text("party \(parts[1])", "die Partei \(parts[1])")
    guard parts.count > 2 else { return party }
    if parts[2] == "defined-as" { return party.definedTerm }
    return party.fact(field: String(parts[2]))
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

extension BilingualText {
  fileprivate static func field(_ key: String) -> BilingualText {
    FieldNames.text(
      "the field \(Statements.quoted(key, .english))", "das Feld \(Statements.quoted(key, .german))"
    )
  }

  /// A field of what this names.
  fileprivate func fact(field key: String) -> BilingualText {
    let field = BilingualText.field(key)
    return fact(field.english, field.german)
  }
}

extension OtherRecord {
  /// `the entry “Alpha AG” of the field “vendors”`
  fileprivate var title: BilingualText {
    FieldNames.text(
      "the entry \(Statements.quoted(name, .english)) of the field "
        + Statements.quoted(list, .english),
      "der Eintrag \(Statements.quoted(name, .german)) im Feld \(Statements.quoted(list, .german))")
  }
}
