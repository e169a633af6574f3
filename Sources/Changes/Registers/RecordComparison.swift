internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// Collects what differs between two versions of one record.
struct RecordComparison {
  /// How a fact is called and judged.
  struct Field {
    var name: String
    var words: BilingualText
    var judgement: Judgement
    var verb: Statements.Verb

    init(
      _ name: String, _ english: String, _ german: String, _ judgement: Judgement,
      _ verb: Statements.Verb = .reads
    ) {
      self.name = name
      words = BilingualText(english: english, german: german)
      self.judgement = judgement
      self.verb = verb
    }
  }

  let kind: ChangeKind
  /// The record's id.
  let entity: String
  /// What sentences begin with: the record's name.
  var title: BilingualText
  let before: ChangePlace?
  let after: ChangePlace?
  /// Its place among agreements, sub-processors, measures and settings.
  let group: Int
  private(set) var changes: [Change] = []

  init(
    _ kind: ChangeKind, entity: String, title: BilingualText, before: ChangePlace?,
    after: ChangePlace?, group: Int
  ) {
    self.kind = kind
    self.entity = entity
    self.title = title
    self.before = before
    self.after = after
    self.group = group
  }

  /// Reports a fact if it differs; absent and empty are the same.
  mutating func field(
    _ field: Field, _ before: String?, _ after: String?, kind: ChangeKind? = nil
  ) {
    let before = before.flatMap { $0.isEmpty ? nil : $0 }
    let after = after.flatMap { $0.isEmpty ? nil : $0 }
    guard before != after else { return }
    append(
      kind ?? self.kind, field, before, after,
      Statements.value(field.words, field.verb, before, after),
      text: MarkedText(before ?? "", after ?? ""))
  }

  /// A value as data and as sentences name it.
  typealias Told = (value: String, words: BilingualText)

  /// Reports a fact if it differs, of which sentences say more than its value.
  mutating func value(
    _ field: Field, _ before: Told?, _ after: Told?, kind: ChangeKind? = nil
  ) {
    guard before?.value != after?.value else { return }
    append(
      kind ?? self.kind, field, before?.value, after?.value,
      Statements.value(field.words, field.verb, before?.words, after?.words),
      text: MarkedText(before?.value ?? "", after?.value ?? ""))
  }

  /// Reports what was added to a list and what is no longer in it; the order means nothing.
  ///
  /// `names`: how sentences name a value; as it is where they have no other name for it.
  mutating func list(
    _ field: Field, _ before: [String], _ after: [String],
    names: (String) -> BilingualText = { BilingualText(english: $0, german: $0) }
  ) {
    let (had, has) = (Set(before), Set(after))
    let gone = before.filter { !has.contains($0) }
    let new = after.filter { !had.contains($0) }
    guard !gone.isEmpty || !new.isEmpty else { return }
    let (left, right) = (gone.joined(separator: ", "), new.joined(separator: ", "))
    append(
      kind, field, before.isEmpty ? nil : before.joined(separator: ", "),
      after.isEmpty ? nil : after.joined(separator: ", "),
      Statements.listed(field.words, removed: gone.map(names), added: new.map(names)),
      text: MarkedText(left, right))
  }

  /// The same of values that sentences name otherwise.
  mutating func list(_ field: Field, _ before: [Told], _ after: [Told]) {
    let words = Dictionary((before + after).map { ($0.value, $0.words) }) { first, _ in first }
    list(field, before.map(\.value), after.map(\.value)) { value in
      words[value] ?? BilingualText(english: value, german: value)
    }
  }

  mutating func append(
    _ kind: ChangeKind, _ field: Field, _ before: String?, _ after: String?, _ what: BilingualText,
    text: MarkedText
  ) {
    let title = title
    var change = Change(
      kind, entity: entity, before: self.before, after: self.after, judgement: field.judgement,
      statement: {
        BilingualText(
          english: "\(title.english): \(what.english)", german: "\(title.german): \(what.german)")
      })
    change.field = field.name
    change.valueBefore = before
    change.valueAfter = after
    change.removed = .marked(text, isOld: true)
    change.added = .marked(text, isOld: false)
    change.order = ChangeOrder(group: group, owner: entity, sequence: changes.count)
    changes.append(change)
  }

  /// Reports a country by its name.
  mutating func country(
    _ field: Field, _ before: String?, _ after: String?, kind: ChangeKind? = nil
  ) {
    func told(_ code: String) -> Told { (code, ValueNames.country(code)) }
    value(field, before.map(told), after.map(told), kind: kind)
  }

  /// Reports the products that something is for; none stated are all of them.
  mutating func products(
    _ field: Field, _ before: [Located<String>], _ after: [Located<String>], verb: BilingualText,
    _ names: RegisterNames
  ) {
    let (before, after) = (before.map(\.value), after.map(\.value))
    guard before.isEmpty != after.isEmpty else {
      list(field, before, after, names: names.product)
      return
    }
    state(
      field, before.isEmpty ? nil : before.joined(separator: ", "),
      after.isEmpty ? nil : after.joined(separator: ", "),
      Statements.products(
        before: before.map(names.product), after: after.map(names.product), verb: verb))
  }

  /// The same in a sentence of its own.
  mutating func state(
    _ field: Field, _ before: String?, _ after: String?, _ sentence: BilingualText
  ) {
    guard before != after else { return }
    append(kind, field, before, after, sentence, text: MarkedText(before ?? "", after ?? ""))
  }

  /// Reports a record that the public may read now, or may no longer read.
  ///
  /// `isPromise`: whether it promises its readers something.
  mutating func audience(_ before: Audience, _ after: Audience, isPromise: Bool) {
    guard before != after else { return }
    let wasPublic = before == .public
    guard wasPublic || after == .public else {
      return value(
        Field("audience", "the audience", "der Leserkreis", Judgement(.editorial, .record)),
        (before.rawValue, before.words), (after.rawValue, after.words))
    }
    let judgement =
      wasPublic
      ? Judgement(isPromise ? .weakening : .substantive, .removal)
      : Judgement(.substantive, .addition)
    let words = (wasPublic ? RecordPresence.hidden : .published).words
    state(
      Field("audience", "the audience", "der Leserkreis", judgement), before.rawValue,
      after.rawValue, BilingualText(english: words.english, german: words.german))
  }

  /// Lets sentences quote what was found in texts of these languages; see
  /// ``Change/quotedLanguages``.
  mutating func markLast(as languages: BilingualText) {
    guard !changes.isEmpty else { return }
    changes[changes.count - 1].quotedLanguages = languages
  }
}

extension ChangePlace {
  /// A record: the file that holds it, and its name as the path.
  init(record name: String, at range: SourceRange) {
    self.init(file: range.path, record: name, line: range.start.line)
  }
}
