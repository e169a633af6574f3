internal import Deadlines
internal import Frontmatter
internal import Registers

// Facts in words, which a record can have in several languages.

extension RecordComparison {
  /// One language of a text in both versions; no language where the text is written once.
  private struct Variant {
    var language: String?
    var before: String?
    var after: String?
    var text: MarkedText
  }

  /// Reports a fact in words if it differs; spelling and punctuation are told from meaning.
  ///
  /// What was written anew in both languages of the sentences is one change: each sentence tells it
  /// in its own. A change of another language is told by itself, with the name of the language.
  mutating func prose(
    _ field: Field, _ before: LocalizedText?, _ after: LocalizedText?, isMeasure: Bool = false
  ) {
    guard let before, let after else {
      reportWhole(field, before, after)
      return
    }
    var changed: [Variant] = []
    for variant in Self.variants(before, after) {
      if variant.before == nil || variant.after == nil {
        reportTranslation(field, variant)
      } else if !variant.text.pieces.isEmpty {
        changed.append(variant)
      }
    }
    let own = Language.allCases.compactMap { language in
      changed.first { $0.language == language.rawValue }
    }
    if let first = own.first {
      // Each sentence in its own language, as far as that changed.
      let english = own.first { $0.language == Language.english.rawValue } ?? first
      let german = own.first { $0.language == Language.german.rawValue } ?? first
      reportWords(field, english: english, german: german, isMeasure: isMeasure)
    }
    for variant in changed where !own.contains(where: { $0.language == variant.language }) {
      reportWords(field, english: variant, german: variant, isMeasure: isMeasure)
    }
  }

  private mutating func reportWords(
    _ field: Field, english: Variant, german: Variant, isMeasure: Bool
  ) {
    var judge = WordJudge(partyNames: [], isMeasure: isMeasure)
    judge.languages = (german.language, german.language)
    let second = judge.judge(german.text)
    judge.languages = (english.language, english.language)
    let first = judge.judge(english.text)
    var field = field
    // The heavier of both: what a reader of either language must know.
    let verdict =
      second.judgement.materiality.rank < first.judgement.materiality.rank ? second : first
    if verdict.judgement.materiality == .editorial || verdict.judgement.rule != .wording {
      field.judgement = verdict.judgement
    }
    if isMeasure, verdict.judgement.materiality == .substantive,
      judge.sharesNothing(english.text), judge.sharesNothing(german.text)
    {
      field.judgement = Judgement(.weakening, .rewritten)
    }
    let shown = verdict.judgement == first.judgement ? english : german
    append(
      kind, field, shown.before, shown.after,
      BilingualText(
        english: "\(Self.named(field, english, .english)): "
          + TextStatements.describe(english.text, first).english,
        german: "\(Self.named(field, german, .german)): "
          + TextStatements.describe(german.text, second).german), text: shown.text)
    markLast(
      as: BilingualText(english: english.language ?? "", german: german.language ?? ""))
  }

  /// A text that only one of the versions has: each sentence quotes what its readers are shown.
  private mutating func reportWhole(
    _ field: Field, _ before: LocalizedText?, _ after: LocalizedText?
  ) {
    guard let text = after ?? before else { return }
    func told(_ language: Language) -> (text: String, language: String) {
      let (words, other) = text.text(in: language.rawValue)
      return (words, text.variants[0].language == nil ? "" : other ?? language.rawValue)
    }
    let (english, german) = (told(.english), told(.german))
    let words = BilingualText(english: english.text, german: german.text)
    let first = text.variants[0].text.value
    value(field, before.map { _ in (first, words) }, after.map { _ in (first, words) })
    markLast(as: BilingualText(english: english.language, german: german.language))
  }

  /// A language that a text has in only one of the versions.
  private mutating func reportTranslation(_ field: Field, _ variant: Variant) {
    var field = field
    let language = variant.language ?? ""
    field.name += " (\(language))"
    field.judgement = Judgement(.editorial, field.judgement.rule)
    field.words = BilingualText(
      english: Self.named(field, variant, .english, isOwnNamed: true),
      german: Self.named(field, variant, .german, isOwnNamed: true))
    append(
      kind, field, variant.before, variant.after,
      Statements.value(field.words, field.verb, variant.before, variant.after), text: variant.text)
    markLast(as: BilingualText(english: language, german: language))
  }

  /// `the wording`, and in which language where that is not the sentence's: `the wording (German)`.
  private static func named(
    _ field: Field, _ variant: Variant, _ language: Language, isOwnNamed: Bool = false
  ) -> String {
    let words = field.words.text(in: language)
    guard let other = variant.language, isOwnNamed || other != language.rawValue else {
      return words
    }
    return "\(words) (\(nameOfLanguage(other).text(in: language)))"
  }

  /// The texts of both sides that differ, by language.
  private static func variants(_ before: LocalizedText, _ after: LocalizedText) -> [Variant] {
    let (before, after) = (before.labelled(like: after), after.labelled(like: before))
    var languages: [String?] = []
    for variant in after.variants + before.variants
    where !languages.contains(variant.language?.value) {
      languages.append(variant.language?.value)
    }
    func text(_ localized: LocalizedText, _ language: String?) -> String? {
      localized.variants.first { $0.language?.value == language }?.text.value
    }
    return languages.compactMap { language in
      let (left, right) = (text(before, language), text(after, language))
      guard left != right else { return nil }
      return Variant(
        language: language, before: left, after: right,
        text: MarkedText(left ?? "", right ?? ""))
    }
  }
}

extension LocalizedText {
  /// A text that is written once, in the language that it has in `other`: the one in which both say
  /// the same, else the first.
  fileprivate func labelled(like other: LocalizedText) -> LocalizedText {
    guard variants[0].language == nil, other.variants[0].language != nil else { return self }
    let same = other.variants.first { $0.text.value == variants[0].text.value }
    return LocalizedText(variants[0].text, in: (same ?? other.variants[0]).language)
  }
}

/// A language by its tag, in words where they are known.
private func nameOfLanguage(_ tag: String) -> BilingualText {
  switch tag {
  case "de": BilingualText(english: "German", german: "Deutsch")
  case "en": BilingualText(english: "English", german: "Englisch")
  case "fr": BilingualText(english: "French", german: "Französisch")
  case "es": BilingualText(english: "Spanish", german: "Spanisch")
  case "it": BilingualText(english: "Italian", german: "Italienisch")
  case "nl": BilingualText(english: "Dutch", german: "Niederländisch")
  case "pl": BilingualText(english: "Polish", german: "Polnisch")
  default: BilingualText(english: tag, german: tag)
  }
}
