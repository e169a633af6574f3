internal import Agreements
internal import Markup

/// Tells whether two names can be those of one company, product or other record.
enum CompanyNames {
  /// The words of a name in lower case, without signs and legal forms; with them where nothing else
  /// is left.
  static func words(of name: Range<Int32>, in text: ComparedText) -> [String] {
    let all = fullWords(of: name, in: text)
    let telling = all.filter { !isForm($0) }
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
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for word in words {
      for byte in word.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
      digest = (digest ^ 0x20) &* 0x100_0000_01B3
    }
    return digest | 1
  }

  /// Whether a word is one of a company's legal form.
  static func isForm(_ word: String) -> Bool {
    TypedWords.companyForms.contains(word) || moreForms.contains(word)
  }

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
    guard telling(left).contains(where: { isIn(telling(right), $0) }) else { return .none }
    let isPart = left.allSatisfy { isIn(right, $0) } || right.allSatisfy { isIn(left, $0) }
    return isPart ? .isPart : .sharesWord
  }

  private static let mostWords = 32

  private static func isIn(_ words: ArraySlice<String>, _ word: String) -> Bool {
    words.contains { areOne(word, $0) }
  }

  private static func telling(_ words: ArraySlice<String>) -> ArraySlice<String> {
    let telling = words.filter { !common.contains($0) }
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

  private static let moreForms: Set<String> = [
    "co", "company", "incorporated", "oü", "as", "srl", "spa", "kft", "llp", "lp", "pty", "pte",
    "pvt", "gmbh&co", "ggmbh", "kgaa", "the",
  ]

  /// Words that tell no companies apart.
  private static let common: Set<String> = [
    "ai", "analytics", "and", "app", "apps", "austria", "cloud", "consulting", "data", "de",
    "deutschland", "digital", "emea", "eu", "europe", "for", "france", "germany", "global",
    "group", "holding", "holdings", "hosting", "insights", "international", "ireland", "labs",
    "mail", "media", "network", "networks", "of", "online", "platform", "services", "service",
    "software", "solution", "solutions", "support", "switzerland", "systems", "system",
    "technologies", "technology", "uk", "und", "us", "usa", "web", "workspace",
  ]
}
