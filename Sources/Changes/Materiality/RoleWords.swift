/// What parties are called by their roles, in English and German, in lower case.
enum RoleWords {
  enum Role { case controller, processor, subProcessor }

  /// A name of a role: how its words begin, and with which endings sentences write it.
  private struct Name {
    var beginning: String
    var role: Role
    var endings: [String]

    init(_ beginning: String, _ role: Role, _ endings: String...) {
      self.beginning = beginning
      self.role = role
      self.endings = endings
    }
  }

  /// None begins with another. What only headings write has no endings.
  private static let names: [Name] = [
    Name("sub-processor", .subProcessor, "", "s"), Name("subprocessor", .subProcessor, "", "s"),
    Name("sub-contractor", .subProcessor), Name("subcontractor", .subProcessor, "", "s"),
    Name("unterauftrag", .subProcessor, "nehmer", "sverarbeiter"),
    Name("subunternehm", .subProcessor), Name("nachunternehm", .subProcessor),
    Name("processor", .processor, "", "s"), Name("provider", .processor, ""),
    Name("contractor", .processor, ""), Name("supplier", .processor, ""),
    Name("vendor", .processor, ""), Name("operator", .processor, ""),
    Name("auftragnehmer", .processor, "", "s"), Name("auftragsverarbeiter", .processor, "", "s"),
    Name("anbieter", .processor, "", "s"),
    Name("controller", .controller, "", "s"), Name("customer", .controller, "", "s"),
    Name("client", .controller, "", "s"), Name("principal", .controller, ""),
    Name("licensee", .controller, ""), Name("auftraggeber", .controller, "", "s"),
    Name("verantwortlich", .controller, "e", "en", "er"), Name("kunde", .controller, "", "n"),
  ]

  /// The words that name a party in a sentence, with the role that each names.
  static let parties: [String: Role] = Dictionary(
    names.flatMap { name in name.endings.map { (name.beginning + $0, name.role) } },
    uniquingKeysWith: { first, _ in first })

  /// Whether a heading names the same roles in the same order, and only calls one otherwise.
  ///
  /// `verdict`: of the heading's words; what changed beside a role decides by itself.
  static func areSynonyms(_ text: MarkedText, _ verdict: WordJudge.Verdict) -> Bool {
    guard verdict.judgement.rule == .party else { return false }
    func isOfName(_ word: MarkedText.Word) -> Bool {
      word.isMarked && word.traits.contains(.companyForm)
    }
    guard !text.old.contains(where: isOfName), !text.new.contains(where: isOfName) else {
      return false
    }
    let before = roles(in: text.old)
    return !before.isEmpty && before == roles(in: text.new)
  }

  private static func roles(in words: [MarkedText.Word]) -> [Role] {
    let words = words.filter { $0.kind == .word }
    return words.indices.compactMap { index in
      guard let role = role(of: words[index].lower) else { return nil }
      let isFurther = index > 0 && further.contains(words[index - 1].lower)
      return role == .processor && isFurther ? .subProcessor : role
    }
  }

  private static func role(of word: String) -> Role? {
    names.first { word.hasPrefix($0.beginning) }?.role
  }

  /// Before a processor, what makes it one of a processor: `weitere Auftragsverarbeiter`.
  private static let further: Set<String> = [
    "further", "other", "another", "additional", "weitere", "weiterer", "weiteren", "weiteres",
    "andere", "anderer", "anderen",
  ]
}
