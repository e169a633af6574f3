internal import Deadlines

/// Words with a meaning that rules look at, in English and German, in lower case.
enum TypedWords {
  static let negations: Set<String> = [
    "not", "no", "never", "neither", "nor", "none", "nobody", "nothing", "without", "unless",
    "except", "cannot", "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie",
    "niemals", "weder", "ohne", "niemand", "nichts", "außer",
  ]

  /// How firmly a modal word binds: 3 obliges, 2 recommends, 1 allows.
  static func strength(ofModal word: String) -> Int? { modals[word] }

  static let modals: [String: Int] = [
    "shall": 3, "must": 3, "obliged": 3, "obligated": 3, "required": 3, "undertakes": 3,
    "undertake": 3, "will": 3, "agrees": 3, "agree": 3, "commits": 3, "commit": 3, "should": 2,
    "ought": 2, "endeavours": 2, "endeavour": 2,
    "endeavors": 2, "endeavor": 2, "efforts": 2, "bemüht": 2, "bemühen": 2, "bestrebt": 2,
    "angestrebt": 2, "anstreben": 2, "anzustreben": 2, "tries": 2, "try": 2, "seeks": 2, "seek": 2,
    "aims": 2, "aim": 2, "strives": 2, "strive": 2, "intends": 2, "intend": 2,
    "encouraged": 2, "recommended": 2, "advised": 2,
    "need": 3, "may": 1, "can": 1, "could": 1, "might": 1, "entitled": 1, "permitted": 1,
    "allowed": 1,
    "muss": 3, "muß": 3, "müssen": 3, "verpflichtet": 3, "soll": 2, "sollen": 2, "sollte": 2,
    "sollten": 2,
    "kann": 1, "können": 1, "könnte": 1, "könnten": 1, "darf": 1, "dürfen": 1, "berechtigt": 1,
  ]

  static let germanModals: Set<String> = [
    "muss", "muß", "müssen", "verpflichtet", "soll", "sollen", "sollte", "sollten", "kann",
    "können", "könnte", "könnten", "darf", "dürfen", "berechtigt",
  ]

  /// What is only tried is not owed: `shall endeavour to`.
  static let attempts: Set<String> = [
    "endeavours", "endeavour", "endeavors", "endeavor", "efforts", "bemüht", "bemühen", "bestrebt",
    "angestrebt", "anstreben", "anzustreben",
  ]

  /// Verbs of trying that mean it only before what is tried, `aims to`, `strives for`, and else
  /// what is done: `seeks consent`.
  static let attemptsBeforeAims: Set<String> = [
    "tries", "try", "seeks", "seek", "aims", "aim", "strives", "strive", "intends", "intend",
  ]

  /// Verbs that oblige or advise only before what is to be done, `agrees to help`, and else tell of
  /// consent, or of what others advise.
  static let promisesBeforeDuties: Set<String> = [
    "agrees", "agree", "commits", "commit", "encouraged", "recommended", "advised",
  ]

  static let wordsBeforeAims: Set<String> = ["to", "at", "for"]

  static let formsOfBeing: Set<String> = [
    "is", "are", "be", "been", "was", "were", "ist", "sind", "sein", "wird", "werden",
  ]

  /// Parts that German verbs begin with and `zu` follows in the infinitive.
  static let verbPrefixes: [String] = [
    "ab", "an", "auf", "aus", "bei", "bereit", "durch", "ein", "fern", "fest", "fort", "frei",
    "her",
    "heraus", "hin", "hinzu", "mit", "nach", "nieder", "offen", "sicher", "um", "unter", "vor",
    "weg", "weiter", "wieder", "zurück", "zusammen", "über", "zu",
  ]

  /// `controller` for `controller's`.
  static func withoutPossessive(_ word: String) -> String {
    for ending in ["'s", "\u{2019}s"] where word.hasSuffix(ending) {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  /// Signs and names of currencies, each with what it stands for.
  static let currencies: [String: String] = [
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "usd": "USD",
    "£": "GBP", "gbp": "GBP", "chf": "CHF", "fr": "CHF", "franken": "CHF",
  ]

  /// What a number before it is multiplied by.
  static let factors: [String: Int] = [
    "thousand": 1_000, "tausend": 1_000, "million": 1_000_000, "millions": 1_000_000,
    "millionen": 1_000_000, "mio": 1_000_000, "milliarde": 1_000_000_000,
    "milliarden": 1_000_000_000, "mrd": 1_000_000_000,
  ]

  static let percents: Set<String> = ["%", "percent", "cent", "prozent"]

  /// Verbs that oblige with `zu` or `to` behind them.
  static let duties: Set<String> = ["hat", "haben", "has", "have", "is", "are", "ist", "sind"]

  /// Modal words that free from a duty where they are negated: `muss nicht`.
  static let freeingWhenNegated: Set<String> = [
    "need", "muss", "muß", "müssen", "obliged", "required",
    "obligated", "verpflichtet",
  ]

  /// What says nothing is owed behind a negation: `is not obliged`, `nicht verpflichtet`.
  static let dutiesBehindNegations: Set<String> = [
    "obliged", "obligated", "required", "bound", "verpflichtet",
  ]

  /// What makes a duty of what is allowed: `may only`.
  static let restrictions: Set<String> = [
    "only", "solely", "exclusively", "nur", "lediglich", "ausschließlich",
  ]

  static let mechanisms: Set<String> = [
    "scc", "sccs", "adequacy", "bcr", "bcrs", "dpf", "idta", "derogation", "derogations",
    "standardvertragsklauseln", "standarddatenschutzklauseln", "angemessenheitsbeschluss",
    "angemessenheitsbeschlusses", "angemessenheitsbeschlüsse", "module", "modul",
  ]

  /// Mechanisms of several words.
  static let mechanismPhrases: [[String]] = [
    ["standard", "contractual", "clauses"], ["standard", "data", "protection", "clauses"],
    ["binding", "corporate", "rules"], ["data", "privacy", "framework"], ["privacy", "shield"],
    ["verbindliche", "interne", "datenschutzvorschriften"],
  ]

  /// How far a measure has come: 4 done, 3 in part, 2 planned, 1 none.
  static let states: [(words: [String], state: String, rank: Int)] = [
    (["not", "applicable"], "not-applicable", 1), (["n", "/", "a"], "not-applicable", 1),
    (["nicht", "anwendbar"], "not-applicable", 1), (["nicht", "zutreffend"], "not-applicable", 1),
    (["not", "implemented"], "not-implemented", 1), (["nicht", "umgesetzt"], "not-implemented", 1),
    (["entfällt"], "not-applicable", 1), (["planned"], "planned", 2), (["geplant"], "planned", 2),
    (["partially", "implemented"], "partial", 3), (["partly", "implemented"], "partial", 3),
    (["teilweise", "umgesetzt"], "partial", 3), (["partial"], "partial", 3),
    (["partially"], "partial", 3), (["partly"], "partial", 3), (["teilweise"], "partial", 3),
    (["zum", "teil"], "partial", 3),
    (["implemented"], "implemented", 4), (["umgesetzt"], "implemented", 4),
    (["in", "place"], "implemented", 4), (["delegated"], "delegated", 4),
    (["delegiert"], "delegated", 4),
  ]

  /// Words that are a quantity and no part of a number.
  static let quantities: Set<String> = [
    "million", "half", "double", "twice", "doppelt", "zweimal",
  ]

  /// The number that a word is, in figures, or in letters with or without hyphens: 48 of
  /// `forty-eight`, `achtundvierzig`; 1 of `eine`.
  static func value(ofNumber word: String) -> Int? {
    if let value = Int(word) { return value }
    return SpelledNumber(from: 0, countingArticles: true) {
      $0 == 0 ? SpelledNumber.part(word) : nil
    }?.value
  }

  static let articles: Set<String> = [
    "a", "an", "the", "der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "eines",
    "einem", "einen",
  ]

  /// How words begin that a number stands right before, so that they are no names.
  static let counted: [String] = [
    "bit", "byte", "day", "euro", "fach", "fold", "hour", "jahr", "jähr", "minut", "monat", "month",
    "percent", "prozent", "quart", "second", "sekund", "stund", "stünd", "tag", "täg", "week",
    "woch", "wöch", "year",
  ]

  /// Regions that say where data may go.
  static let regions: Set<String> = ["eu", "eea", "ewr", "drittland", "drittländer"]

  /// What German adjectives end with, the longest first.
  static let adjectiveEndings = ["em", "en", "er", "es", "e"]
}
