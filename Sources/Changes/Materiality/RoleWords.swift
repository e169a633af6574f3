/// Words for the roles of parties, of which headings use one for another: `Sub-processors` and
/// `Subcontractors`.
enum RoleWords {
  private enum Role { case controller, processor, subProcessor }

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
    func begins(_ stems: [String]) -> Bool { stems.contains { word.hasPrefix($0) } }
    if begins(subProcessors) { return .subProcessor }
    if begins(processors) { return .processor }
    return begins(controllers) ? .controller : nil
  }

  private static let subProcessors = [
    "sub-processor", "subprocessor", "sub-contractor", "subcontractor", "unterauftrag",
    "subunternehm", "nachunternehm",
  ]
  private static let processors = [
    "processor", "provider", "contractor", "supplier", "vendor", "operator", "auftragnehmer",
    "auftragsverarbeiter", "anbieter",
  ]
  private static let controllers = [
    "controller", "customer", "client", "principal", "licensee", "auftraggeber", "verantwortlich",
    "kunde",
  ]
  /// Before a processor, what makes it one of a processor: `weitere Auftragsverarbeiter`.
  private static let further: Set<String> = [
    "further", "other", "another", "additional", "weitere", "weiterer", "weiteren", "weiteres",
    "andere", "anderer", "anderen",
  ]
}
