internal import Agreements

/// What titles, and the words before a list, say of what is no list of sub-processors in use: parts
/// on changes and objections, on companies of former days, on what is none.
enum ListTitles {
  /// What stands below a title.
  enum Content: Sendable {
    case other
    /// No list of sub-processors, unless the heads of a table say that it is one.
    case aside
    /// Rows of companies that are no sub-processors, or no longer, whatever the heads above them.
    case noSubProcessors
  }

  static func content(of title: String) -> Content {
    let words = title.lowercasedWords
    let namesThem = PlaceTopics.namesSubProcessors(title)
    if words.contains(where: former.contains) || namesThem && denies(title) {
      return .noSubProcessors
    }
    guard !words.contains(where: { word in lists.contains { word.utf8.starts(with: $0.utf8) } })
    else {
      return .other
    }
    if words.contains(where: changes.contains) {
      guard namesThem else { return .noSubProcessors }
      // `Sub-processors and their changes` has the list as well.
      let isOfBoth = words.contains { $0 == "and" || $0 == "und" }
      let ends = [words.first, words.last].compactMap(\.self)
      return !isOfBoth && ends.contains(where: changes.contains) ? .aside : .other
    }
    if namesThem {
      return isQuestion(words) || words.contains(where: procedures.contains) ? .aside : .other
    }
    guard let first = words.first, let last = words.last else { return .other }
    let isAside =
      asides.contains(last) || openings.contains(first) && words.count <= 4
      || isQuestion(words) && first != "who" && first != "wer"
    return isAside ? .aside : .other
  }

  /// Whether a title says that what it names is not all: `Weitere Unterauftragnehmer`.
  static func namesTheRest(_ title: String) -> Bool {
    title.lowercasedWords.first.map(rest.contains) == true
  }

  /// Whether the last sentence of some words says that what follows are no sub-processors: `These are
  /// not subprocessors, because we operate them:`.
  static func denies(_ text: String) -> Bool {
    let sentences = text.split { ".!?".contains($0) }
    guard let sentence = sentences.last, PlaceTopics.namesSubProcessors(String(sentence)) else {
      return false
    }
    let words = String(sentence).lowercasedWords
    guard !words.contains(where: exceptions.contains) else { return false }
    for (index, word) in words.enumerated() where negations.contains(word) {
      let next = words[index...].prefix(reach).joined(separator: " ")
      if PlaceTopics.namesSubProcessors(next) { return true }
    }
    return false
  }

  private static func isQuestion(_ words: [String]) -> Bool {
    words.first.map(questions.contains) == true
  }

  /// Words from a negation to what it denies.
  private static let reach = 8

  private static let former: Set<String> = [
    "former", "formerly", "previous", "past", "historical", "historic", "retired", "discontinued",
    "terminated", "deprecated", "inactive", "ehemalige", "ehemaliger", "ehemaligen", "frühere",
    "früherer", "früheren", "historische", "beendete", "beendet",
  ]
  private static let changes: Set<String> = [
    "change", "changes", "changed", "changing", "changelog", "history", "versioning",
    "versionshistorie", "änderung", "änderungen", "änderungsverfahren", "änderungsverlauf",
    "änderungshistorie", "historie", "verlauf", "versionierung", "wechsel",
  ]
  private static let procedures: Set<String> = [
    "notification", "notifications", "notice", "objection", "objections", "objecting", "adding",
    "removing", "replacing", "replacement", "obligations", "requirements", "oversight", "update",
    "updates", "subscribe", "subscribing", "benachrichtigung", "benachrichtigungen", "mitteilung",
    "widerspruch", "widersprüche", "pflichten", "anforderungen",
  ]
  private static let asides: Set<String> = [
    "note", "notes", "remarks", "hinweis", "hinweise", "anmerkungen", "contact", "contacts",
    "kontakt", "questions", "fragen", "disclaimer", "haftungsausschluss", "definitions",
    "definitionen", "begriffe", "resources", "references", "related", "information",
    "informationen", "us", "links", "faq", "transfers", "drittlandübermittlung",
    "drittlandtransfer", "commitment", "notifications", "updates",
  ]
  private static let openings: Set<String> = [
    "contact", "kontakt", "updates", "update", "related", "notes", "hinweise", "questions",
    "fragen", "objection", "widerspruch", "benachrichtigung", "adding", "removing",
  ]
  private static let questions: Set<String> = [
    "what", "how", "why", "when", "who", "was", "wie", "warum", "wann", "wer",
  ]
  private static let lists = [
    "list", "register", "verzeichnis", "overview", "übersicht", "current", "aktuell", "active",
    "aktiv",
  ]
  private static let rest: Set<String> = [
    "other", "additional", "further", "more", "weitere", "sonstige", "zusätzliche", "andere",
  ]
  private static let negations: Set<String> = [
    "not", "no", "non", "never", "keine", "kein", "keinen", "nicht",
  ]
  private static let exceptions: Set<String> = [
    "other", "others", "further", "additional", "than", "except", "only", "anderen", "andere",
    "weiteren", "weitere", "außer", "als", "nur", "without", "ohne", "until",
  ]
}
