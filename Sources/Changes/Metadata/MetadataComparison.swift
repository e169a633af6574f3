internal import Agreements
internal import Deadlines
internal import Frontmatter

/// Collects what differs between the frontmatters of two versions of an agreement.
struct MetadataComparison {
  private let id: String
  private let files: (old: String, new: String)
  /// The tags of the languages that both versions are in.
  let languages: (old: String?, new: String?)
  private(set) var changes: [Change] = []
  /// What changed, by ``Change/fact``.
  private(set) var facts: [RedlineFact] = []

  init(
    id: String, files: (old: String, new: String), languages: (old: String?, new: String?)
  ) {
    self.id = id
    self.files = files
    self.languages = languages
  }

  /// What is said once: a text, a day, a choice.
  mutating func compareFacts(_ old: AgreementMetadata, _ new: AgreementMetadata) {
    let editorial = Judgement(.editorial, .metadata)
    let substantive = Judgement(.substantive, .metadata)
    fact("title", old.title, new.title, editorial)
    fact("short-title", old.shortTitle, new.shortTitle, editorial)
    fact("version", old.version?.value, new.version?.value, editorial)
    // Each version has a date of its own; that one version gets another matters.
    let isSameVersion = old.version?.value == new.version?.value
    fact(
      "effective", old.effective?.value, new.effective?.value,
      Judgement(isSameVersion ? .substantive : .editorial, .date))
    fact("kind", old.kind.rawValue, new.kind.rawValue, editorial)
    fact("language", old.language?.value, new.language?.value, editorial)
    fact("binding-language", old.bindingLanguage?.value, new.bindingLanguage?.value, substantive)
    fact("translation-of", old.translationOf?.value, new.translationOf?.value, editorial)
    fact("part-of", old.partOf?.name, new.partOf?.name, substantive)
    address(
      "part-of.url", FieldNames.metadata("part-of.url"), old.partOf?.url, new.partOf?.url)
    fact("exhibit", old.exhibit, new.exhibit, editorial)
    fact("governing-law", old.governingLaw?.value, new.governingLaw?.value, substantive)
    // Articles that are cited without a law are those of another one.
    fact("default-law", old.defaultLaw?.value, new.defaultLaw?.value, substantive)
    fact("audience", old.audience.rawValue, new.audience.rawValue, editorial)
    fact(
      "numbering", old.numbering.rawValue, new.numbering.rawValue,
      Judgement(.editorial, .numbering))
    fact("based-on", old.basedOn?.value, new.basedOn?.value, substantive)
    fact("authorisation", old.authorisation?.rawValue, new.authorisation?.rawValue, substantive)
    fact(
      "joint-terms", old.jointTerms.map(\.value).joined(separator: ", "),
      new.jointTerms.map(\.value).joined(separator: ", "), editorial)
  }

  private mutating func fact(
    _ name: String, _ before: String?, _ after: String?, _ judgement: Judgement
  ) {
    field(name, FieldNames.metadata(name), before, after, judgement)
  }
}

extension MetadataComparison {
  /// Reports a value if it differs; absent and empty are the same, and so are all kinds of spaces.
  mutating func field(
    _ name: String, _ words: BilingualText, _ before: String?, _ after: String?,
    _ judgement: Judgement, kind: ChangeKind = .metadataChanged
  ) {
    let before = before.flatMap { $0.isEmpty ? nil : $0 }
    let after = after.flatMap { $0.isEmpty ? nil : $0 }
    guard before != after, !Self.areOne(before, after) else { return }
    append(kind, name, words, before, after, judgement) {
      Statements.value(
        words, before.map { ValueNames.metadata(name, $0) },
        after.map { ValueNames.metadata(name, $0) })
    }
  }

  /// Reports that an address leads elsewhere.
  mutating func address(
    _ name: String, _ words: BilingualText, _ before: String?, _ after: String?
  ) {
    let isSame = before.map { LinkAddress($0).core } == after.map { LinkAddress($0).core }
    field(name, words, before, after, Judgement(isSame ? .editorial : .substantive, .reference))
  }

  /// Reports what was added to a list and what is no longer in it; the order means nothing.
  mutating func list(
    _ name: String, _ words: BilingualText, _ before: [String], _ after: [String],
    _ judgement: Judgement
  ) {
    let (had, has) = (Set(before), Set(after))
    let gone = before.filter { !has.contains($0) }
    let come = after.filter { !had.contains($0) }
    guard !gone.isEmpty || !come.isEmpty else { return }
    append(
      .metadataChanged, name, words, before.isEmpty ? nil : before.joined(separator: ", "),
      after.isEmpty ? nil : after.joined(separator: ", "), judgement
    ) {
      Statements.listed(
        words, removed: gone.map { FieldNames.text($0, $0) },
        added: come.map { FieldNames.text($0, $0) })
    }
    changes[changes.count - 1].removed = .list(gone.flatMap(Self.words))
    changes[changes.count - 1].added = .list(come.flatMap(Self.words))
  }

  /// Reports something that was added or removed as a whole.
  ///
  /// `words`: what it is called. `value`: all that is said of it.
  mutating func whole(
    _ name: String, _ words: BilingualText, value: String,
    isOld: Bool, _ judgement: Judgement, kind: ChangeKind = .metadataChanged
  ) {
    append(kind, name, words, isOld ? value : nil, isOld ? nil : value, judgement) {
      BilingualText(
        english: "\(words.english) \(isOld ? "is removed" : "is added")",
        german: "\(words.german) \(isOld ? "entfällt" : "kommt hinzu")")
    }
  }

  /// `words`: what the redline calls the field.
  mutating func append(
    _ kind: ChangeKind, _ field: String, _ words: BilingualText, _ before: String?,
    _ after: String?, _ judgement: Judgement, _ statement: @escaping @Sendable () -> BilingualText
  ) {
    var change = Change(
      kind, entity: id, agreement: id, before: ChangePlace(file: files.old),
      after: ChangePlace(file: files.new), judgement: judgement, statement: statement)
    change.field = field
    change.valueBefore = before
    change.valueAfter = after
    if let before, let after {
      let marked = MarkedText(before, after)
      change.removed = .marked(marked, isOld: true)
      change.added = .marked(marked, isOld: false)
    } else {
      change.removed = .list(Self.words(before ?? ""))
      change.added = .list(Self.words(after ?? ""))
    }
    change.order = ChangeOrder(owner: id, place: 0, sequence: changes.count)
    change.fact = facts.count
    facts.append(RedlineFact(words, before, after))
    changes.append(change)
  }

  private static func areOne(_ before: String?, _ after: String?) -> Bool {
    guard let before, let after else { return false }
    return before.split(whereSeparator: \.isWhitespace)
      .elementsEqual(after.split(whereSeparator: \.isWhitespace))
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}

extension RelatedDocument {
  /// What the author calls it: its title, or the id of an agreement of the portal.
  var name: String { title.isEmpty ? id : title }
}
