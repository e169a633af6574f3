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

    init(_ name: String, _ english: String, _ german: String, _ judgement: Judgement) {
      self.name = name
      words = BilingualText(english: english, german: german)
      self.judgement = judgement
    }
  }

  let kind: ChangeKind
  /// The record's id.
  let entity: String
  /// What sentences begin with: the record's name.
  let title: BilingualText
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
      kind ?? self.kind, field, before, after, Statements.value(field.words, before, after),
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
      Statements.value(field.words, before?.words, after?.words),
      text: MarkedText(before?.value ?? "", after?.value ?? ""))
  }

  /// Reports a fact in words if it differs; spelling and punctuation are told from meaning.
  mutating func prose(
    _ field: Field, _ before: LocalizedText?, _ after: LocalizedText?, isMeasure: Bool = false
  ) {
    for (language, left, right) in Self.variants(before, after) where left != right {
      let marked = MarkedText(left ?? "", right ?? "")
      // Quotation marks of another style, or other wrapping.
      if marked.pieces.isEmpty, left != nil, right != nil { continue }
      var field = field
      if left != nil, right != nil {
        let verdict = WordJudge(partyNames: [], isMeasure: isMeasure).judge(marked)
        if verdict.judgement.materiality == .editorial || verdict.judgement.rule != .wording {
          field.judgement = verdict.judgement
        }
        let what = TextStatements.describe(marked, verdict)
        append(
          kind, field, left, right,
          BilingualText(
            english: "\(field.words.english): \(what.english)",
            german: "\(field.words.german): \(what.german)"), text: marked)
      } else {
        if let language { field.name += " (\(language))" }
        append(kind, field, left, right, Statements.value(field.words, left, right), text: marked)
      }
      changes[changes.count - 1].quotedLanguage = language ?? ""
    }
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

  /// The texts of both sides by language.
  private static func variants(
    _ before: LocalizedText?, _ after: LocalizedText?
  ) -> [(language: String?, before: String?, after: String?)] {
    var languages: [String?] = []
    for variant in (after?.variants ?? []) + (before?.variants ?? [])
    where !languages.contains(variant.language?.value) {
      languages.append(variant.language?.value)
    }
    func text(_ localized: LocalizedText?, _ language: String?) -> String? {
      localized?.variants.first { $0.language?.value == language }?.text.value
    }
    return languages.map { ($0, text(before, $0), text(after, $0)) }
  }
}

extension ChangePlace {
  /// A record: the file that holds it, and its name as the path.
  init(record name: String, at range: SourceRange) {
    self.init(file: range.path, record: name, line: range.start.line)
  }
}
