internal import Deadlines
internal import Registers

/// What rules know about a word, looked up once for each different word.
struct WordTraits: OptionSet, Sendable {
  let rawValue: UInt32

  static let negation = WordTraits(rawValue: 1 << 0)
  static let modal = WordTraits(rawValue: 1 << 1)
  static let party = WordTraits(rawValue: 1 << 2)
  static let rhythm = WordTraits(rawValue: 1 << 3)
  /// A number in words that decides by itself.
  static let number = WordTraits(rawValue: 1 << 4)
  /// A number in words that can be the count of a period.
  static let count = WordTraits(rawValue: 1 << 5)
  /// A unit of time, or a word that tells which days count.
  static let time = WordTraits(rawValue: 1 << 6)
  static let region = WordTraits(rawValue: 1 << 7)
  static let mechanism = WordTraits(rawValue: 1 << 8)
  static let startsMechanism = WordTraits(rawValue: 1 << 9)
  static let startsState = WordTraits(rawValue: 1 << 10)
  /// A word in capitals that the name of a country begins with.
  static let startsCountry = WordTraits(rawValue: 1 << 11)
  static let companyForm = WordTraits(rawValue: 1 << 12)
  static let month = WordTraits(rawValue: 1 << 13)
  /// A verb that is a duty together with another one: `hat zu löschen`.
  static let duty = WordTraits(rawValue: 1 << 14)
  /// A word that leaves open whether something is done, or ends a phrase that does.
  static let hedge = WordTraits(rawValue: 1 << 15)
  /// What tells that something is done again and again, or at once, beside ``rhythm``.
  static let regularity = WordTraits(rawValue: 1 << 16)
  /// An English article, which is one before a unit of time: `a month`.
  static let article = WordTraits(rawValue: 1 << 17)
  /// A German word that tells by its form who does something to whom: `der`, `seinem`.
  static let determiner = WordTraits(rawValue: 1 << 18)
  /// A word that tells whose law is meant.
  static let nationality = WordTraits(rawValue: 1 << 19)
  /// The last word of a region's name in full: `European Union`.
  static let endsRegion = WordTraits(rawValue: 1 << 20)

  /// What turns the meaning of a sentence, however alike its letters are to those of another word.
  static let typed: WordTraits = [.negation, .modal, .party, .rhythm, .number]

  /// `word`: in lower case. What belongs to a party tells of the party: `controller's`.
  static func of(_ word: String) -> WordTraits {
    let number: WordTraits =
      switch SpelledNumber.part(word) {
      case .word(.article): .count
      case .word, .number: [.number, .count]
      case .and, .hyphen, nil: []
      }
    if let traits = known[word] { return traits.union(number) }
    guard number.isEmpty else { return number }
    let owner = TypedWords.withoutPossessive(word)
    return owner.utf8.count < word.utf8.count && known[owner]?.contains(.party) == true
      ? .party : []
  }

  private static let known: [String: WordTraits] = {
    var known: [String: WordTraits] = [:]
    func add(_ trait: WordTraits, _ words: some Sequence<String>) {
      for word in words { known[word, default: []].insert(trait) }
    }
    add(.negation, TypedWords.negations)
    add(.modal, TypedWords.modals.keys)
    add(.party, RoleWords.parties.keys)
    add(.rhythm, RhythmNames.words)
    add(.number, TypedWords.quantities)
    add(.time, WrittenPeriod.timeWords)
    add(.count, WrittenPeriod.partWords)
    add(.region, TypedWords.regions)
    add(.endsRegion, ["union", "area", "wirtschaftsraum"])
    add(.mechanism, TypedWords.mechanisms)
    add(.startsMechanism, TypedWords.mechanismPhrases.map { $0[0] })
    add(.startsState, TypedWords.states.map { $0.words[0] })
    add(.startsCountry, CountryNames.shipped.firstWords)
    add(.nationality, Nationalities.shipped.words)
    add(.companyForm, LegalForms.shipped.wordsBehindNames)
    add(.month, MonthName.months.keys)
    add(.duty, TypedWords.duties)
    add(.hedge, Hedges.words)
    add(.regularity, RhythmNames.regularWords)
    add(.regularity, RhythmNames.gapWords)
    add(.article, WrittenPeriod.articles)
    add(.determiner, Determiners.all)
    return known
  }()
}
