/// What the grammars can begin with or stop at, as far as a word or sign tells by itself.
///
/// Nearly all words of a text mean nothing to a grammar. It goes from one token of its classes to
/// the next, and leaves out passages that have none.
struct WordClasses: OptionSet {
  var rawValue: UInt16

  /// What references, citations and names of documents begin with: words, numbers, section signs,
  /// quotation marks, addresses.
  static let reference = WordClasses(rawValue: 1 << 0)
  /// What periods begin with: words and numbers.
  static let period = WordClasses(rawValue: 1 << 1)
  /// The first words of what the catalog calls parties.
  static let party = WordClasses(rawValue: 1 << 2)
  /// Quotation marks, and words that lead to a term: `hereinafter`, `referred`.
  static let definition = WordClasses(rawValue: 1 << 3)
  /// Points and semicolons, which can end a sentence.
  static let stop = WordClasses(rawValue: 1 << 4)
  /// Pronouns that go on with a party.
  static let pronoun = WordClasses(rawValue: 1 << 5)
  /// English articles, behind which a name of something defined can stand.
  static let article = WordClasses(rawValue: 1 << 6)
  /// `control`, and compounds of `Kontrolle`.
  static let control = WordClasses(rawValue: 1 << 7)
  /// `definitions`, `terms`, `Begriffe`.
  static let defining = WordClasses(rawValue: 1 << 8)
  /// Signs that what is left blank is made of, and colons that end a line.
  static let blank = WordClasses(rawValue: 1 << 9)
  static let closeBracket = WordClasses(rawValue: 1 << 10)
  /// Units of time, and words that are a period without one: `unverzüglich`.
  static let time = WordClasses(rawValue: 1 << 11)
  /// Words that say a number, and the German articles that can count.
  static let numeral = WordClasses(rawValue: 1 << 12)
}

extension WordClasses {
  /// Those of the sign from `start` to `end`.
  init(_ sign: UInt16, in text: borrowing Span<UInt8>, from start: Int, to end: Int, limit: Int) {
    self = []
    switch Sign(rawValue: sign) {
    case .point:
      // `....`, `. . . .`
      let isRow =
        start > 1
        && (text[start - 1] == 0x2E || (text[start - 1] == 0x20 && text[start - 2] == 0x2E))
      self = isRow ? [.stop, .blank] : .stop
    case .semicolon: self = .stop
    case .sectionSign: self = .reference
    case .doubleQuote, .singleQuote: self = [.reference, .definition]
    case .underscore, .openSquare, .less, .ellipsis: self = .blank
    case .closeBracket: self = .closeBracket
    case .colon:
      var next = end
      while next < limit, text[next] <= 0x20, text[next] != 0x0A { next += 1 }
      if next == limit || text[next] == 0x0A { self = .blank }
    default:
      // `½`
      if end - start == 2, text[start] == 0xC2, 0xBC...0xBE ~= text[start + 1] { self = .period }
    }
  }

  /// Those of a word: `letters` are what its hash was taken of.
  init(
    _ letters: [UInt8], hash: UInt64, stem: UInt64, role: WordRole.Kind, beginsReference: Bool,
    roles: RoleCatalog
  ) {
    self = beginsReference ? .reference : []
    switch role {
    case .every, .once: insert(.period)
    case .without, .immediately, .timely, .reasonable, .week, .month, .quarter, .year:
      formUnion([.period, .time])
    case .minute, .hour, .day, .working, .businessDay, .werktag: insert(.time)
    case .hereinafter, .referred, .entitled: insert(.definition)
    default: break
    }
    if PeriodScanner.isFraction(hash) {
      formUnion(PeriodScanner.isPartOfUnit(hash) ? [.period, .time] : .period)
    }
    if PeriodScanner.isNumeral(letters) { formUnion([.period, .numeral]) }
    if PeriodScanner.pronouns[hash] != 0 { insert(.pronoun) }
    if UndefinedTermFinder.articles[hash] != 0 { insert(.article) }
    if roles.mayBegin(with: stem) { insert(.party) }
    if WordingChecker.isControl(letters, stem: stem) { insert(.control) }
    if DefinitionScanner.definingBeginnings.contains(where: { letters.starts(with: $0) }) {
      insert(.defining)
    }
  }
}
