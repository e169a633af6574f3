internal import Agreements
internal import Markup
internal import Registers

/// Tells whether two names can be those of one company, product or other record.
enum CompanyNames {
  /// The words of a name in lower case, without signs, articles and legal forms; with them where
  /// nothing else is left.
  static func words(of name: Range<Int32>, in text: ComparedText) -> [String] {
    let all = fullWords(of: name, in: text)
    let telling = all.filter { !isForm($0) && $0 != "the" }
    return telling.isEmpty ? all : telling
  }

  /// The words of a name in lower case, with its legal form and without signs.
  static func fullWords(of name: Range<Int32>, in text: ComparedText) -> [String] {
    name.compactMap { token in
      let word = text.tokens.words[Int(token)]
      guard word.kind == .word || word.kind == .number else { return nil }
      return String(decoding: text.agreement.tree.text[word.bytes], as: UTF8.self).lowercased()
    }
  }

  /// Never 0; the same in each process.
  static func digest(of words: ArraySlice<String>) -> UInt64 {
    var digest = FNVDigest()
    for word in words {
      for byte in word.utf8 { digest.add(UInt64(byte)) }
      digest.add(0x20 as UInt64)
    }
    return digest.value | 1
  }

  /// Whether a word is one of a company's legal form.
  static func isForm(_ word: String) -> Bool { LegalForms.shipped.isWord(word) }

  /// Whether two names are the same but for spelling.
  static func areSame(_ left: ArraySlice<String>, _ right: ArraySlice<String>) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy(areOne)
  }

  /// How much of one name is in another.
  enum Likeness {
    case none
    /// They have a word in common that few companies have, and each has words of its own.
    case sharesWord
    /// One is the other with more words, or its initials.
    case isPart
  }

  static func likeness(
    of left: ArraySlice<String>, _ right: ArraySlice<String>
  ) -> Likeness {
    if areInitials(left, right) || areInitials(right, left) { return .isPart }
    // No name is that long, and each word is looked for among the others.
    guard left.count <= mostWords, right.count <= mostWords else { return .none }
    let others = telling(right)
    guard telling(left).contains(where: { isIn(others, $0) }) else { return .none }
    let isPart = left.allSatisfy { isIn(right, $0) } || right.allSatisfy { isIn(left, $0) }
    return isPart ? .isPart : .sharesWord
  }

  private static let mostWords = 32

  private static func isIn(_ words: ArraySlice<String>, _ word: String) -> Bool {
    words.contains { areOne(word, $0) }
  }

  private static func telling(_ words: ArraySlice<String>) -> ArraySlice<String> {
    // A letter alone is one of `A/S`, or of a name that the other words tell.
    let telling = words.filter { !common.contains($0) && $0.unicodeScalars.count > 1 }
    return telling.isEmpty ? words : telling[...]
  }

  private static func areOne(_ left: String, _ right: String) -> Bool {
    // Only what begins alike can be a slip of the pen.
    left == right || left.utf8.first == right.utf8.first && Spelling.areOne(left, right)
  }

  /// Whether `short` is a word of the first letters of the others.
  private static func areInitials(_ short: ArraySlice<String>, _ long: ArraySlice<String>) -> Bool {
    guard short.count == 1, long.count > 1, let word = short.first else { return false }
    return word.unicodeScalars.elementsEqual(long.compactMap(\.unicodeScalars.first))
  }

  /// Words that tell no companies apart.
  private static let common: Set<String> = [
    "ai", "american", "analytics", "and", "app", "apps", "austria", "backup", "bank", "beratung",
    "british", "capital", "center", "centre", "cloud", "communication", "communications",
    "consultants", "consulting", "data", "datacenter", "datentechnik", "de", "deutsche",
    "deutscher", "deutschland", "digital", "edv", "email", "emea", "enterprises", "eu", "europe",
    "european", "europäische", "finance", "for", "france", "germany", "global", "group", "gruppe",
    "holding", "holdings", "hosting", "industries", "informatik", "insights", "international",
    "internet", "ireland", "it", "labs", "logistics", "logistik", "mail", "marketing", "media",
    "network", "networks", "of", "office", "online", "partner", "partners", "payment", "payments",
    "platform", "rechenzentrum", "sales", "security", "services", "service", "söhne", "software",
    "sohn", "solution", "solutions", "sons", "storage", "studio", "studios", "support",
    "switzerland", "systems", "system", "team", "tech", "technik", "technologies", "technology",
    "telecom", "telekom", "uk", "und", "us", "usa", "ventures", "web", "workspace",
  ]
}
