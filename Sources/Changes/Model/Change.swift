package import Deadlines
package import Registers

/// One thing that differs between two versions, in a sentence and in data.
package struct Change: Sendable {
  /// Its number in the change set, from 1; 0 before it is numbered.
  package var number = 0
  package var kind: ChangeKind
  /// What changed: the id of a record, the anchor of a place, the key of a setting.
  package var entity: String
  /// The agreement's id; `nil` for registers and settings.
  package var agreement: String?
  /// Absent for what was added.
  package var before: ChangePlace?
  /// Absent for what was removed.
  package var after: ChangePlace?
  /// Which of its facts changed, such as `country` or `heading`; `nil` for the whole.
  package var field: String?
  /// The value of the field, or of the typed value that decided the materiality.
  package var valueBefore: String?
  package var valueAfter: String?
  var removed = ChangedWords.none
  var added = ChangedWords.none
  package var judgement: Judgement
  private let words: ChangeWords
  /// The provision of each version that it is about, where it is about one.
  package var oldProvision: Int32?
  package var newProvision: Int32?
  /// The clauses of the agreement's redline that show it.
  package var clauses: [Int] = []
  /// By what changes are ordered within their materiality: agreement first, then place.
  var order = ChangeOrder()
  /// What few changes have; apart, as changes are copied and moved by the ten thousand.
  private var extras: Extras?

  package init(
    _ kind: ChangeKind, entity: String, agreement: String? = nil, before: ChangePlace?,
    after: ChangePlace?, judgement: Judgement,
    statement: @escaping @Sendable () -> BilingualText
  ) {
    self.kind = kind
    self.entity = entity
    self.agreement = agreement
    self.before = before
    self.after = after
    self.judgement = judgement
    words = ChangeWords(statement)
  }
}

extension Change {
  private final class Extras: Sendable {
    struct Values: Sendable {
      var moves: [(before: ChangePlace, after: ChangePlace)] = []
      var reason: LocalizedText?
      var document: String?
      var quotedLanguages: BilingualText?
      var fact: Int?
    }

    let values: Values

    init(_ values: Values) { self.values = values }
  }

  private var rare: Extras.Values {
    get { extras?.values ?? Extras.Values() }
    set { extras = Extras(newValue) }
  }

  /// Of many places that changed their order: each that stands elsewhere or is called otherwise for
  /// it.
  package var moves: [(before: ChangePlace, after: ChangePlace)] {
    get { extras?.values.moves ?? [] }
    set { rare.moves = newValue }
  }

  /// Why it was made, or why the author judges it otherwise than the rules.
  package var reason: LocalizedText? {
    get { extras?.values.reason }
    set { rare.reason = newValue }
  }

  /// What its document is called, where sentences about several stand in one list.
  package internal(set) var document: String? {
    get { extras?.values.document }
    set { rare.document = newValue }
  }

  /// The languages of the words of a record that its sentences quote; empty for words that the
  /// record has only once, in the portal's language; `nil` where it quotes none.
  package var quotedLanguages: BilingualText? {
    get { extras?.values.quotedLanguages }
    set { rare.quotedLanguages = newValue }
  }

  /// The fact of the frontmatter in the agreement's redline that shows it.
  package var fact: Int? {
    get { extras?.values.fact }
    set { rare.fact = newValue }
  }
}

extension Change {
  /// As the text has them, punctuation that goes with them included.
  package var wordsRemoved: [String] { removed.all }
  package var wordsAdded: [String] { added.all }

  /// What happened, without number and materiality: `§ 9.a: the notice period is shortened ...`.
  package var statement: BilingualText { words.text }

  /// The same change, told as another kind of it.
  func retold(
    _ kind: ChangeKind, _ judgement: Judgement,
    _ statement: @escaping @Sendable () -> BilingualText
  ) -> Change {
    var change = Change(
      kind, entity: entity, agreement: agreement, before: before, after: after,
      judgement: judgement, statement: statement)
    change.removed = removed
    change.added = added
    change.oldProvision = oldProvision
    change.newProvision = newProvision
    change.clauses = clauses
    change.order = order
    change.extras = extras
    return change
  }

  package var isInRedline: Bool { !clauses.isEmpty || fact != nil }

  package var materiality: Materiality { judgement.materiality }
  package var rule: MaterialityRule { judgement.rule }

  /// The numbered sentence: `3. § 9.a: the notice period is shortened from 14 to 10 working days
  /// (substantive: period).`
  package func sentence(in language: Language) -> String {
    let owner = document.map { "\($0): " } ?? ""
    return "\(number). \(owner)\(statement.text(in: language)) (\(judgement.words(in: language)))."
  }
}

/// The place of a change among those of its materiality.
struct ChangeOrder: Hashable, Sendable {
  /// 0 for agreements, 1 for sub-processors, 2 for measures, 3 for settings.
  var group = 0
  /// The agreement or record.
  var owner = ""
  /// The place in the new version; what was removed stands behind what it stood behind.
  var place = 0
  var sequence = 0
}
