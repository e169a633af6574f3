internal import Agreements
internal import Markup

extension Aligner {
  /// Whether two rows name different companies of a list of sub-processors. One that took another's
  /// place came and the other went, however alike what is said of them; a company that only changed
  /// its name keeps a word of it, or all that is said of it at some length.
  func areOtherCompanies(_ left: Int, _ right: Int) -> Bool {
    guard old.nodes[left].shape == .row, new.nodes[right].shape == .row,
      oldTopics[left] == .subProcessors, newTopics[right] == .subProcessors,
      let before = name(of: left, in: old), let after = name(of: right, in: new)
    else { return false }
    let words = distinctiveWords(of: after, in: new)
    let isKnown = distinctiveWords(of: before, in: old).contains { word in
      words.contains { $0 == word || Spelling.areOne($0, word) }
    }
    if isKnown { return false }
    return !saysTheSame(left, behind: before, right, behind: after)
  }

  /// The words of a row's first filled cell.
  private func name(of node: Int, in text: ComparedText) -> Range<Int32>? {
    text.nodes[node].passages.first.map { text.passages[Int($0)].tokens }
  }

  /// The words of a name that are more than a legal form or a sign, in lower case.
  private func distinctiveWords(of name: Range<Int32>, in text: ComparedText) -> [String] {
    name.compactMap { token in
      let word = text.tokens.words[Int(token)]
      guard word.kind == .word || word.kind == .number else { return nil }
      let name = String(decoding: text.agreement.tree.text[word.bytes], as: UTF8.self).lowercased()
      return TypedWords.companyForms.contains(name) || name == "co" ? nil : name
    }
  }

  /// Whether all that stands behind two names is equal, and long enough to tell companies apart, such
  /// as an address.
  private func saysTheSame(
    _ left: Int, behind oldName: Range<Int32>, _ right: Int, behind newName: Range<Int32>
  ) -> Bool {
    let before = oldName.upperBound..<old.nodes[left].tokens.upperBound
    let after = newName.upperBound..<new.nodes[right].tokens.upperBound
    guard before.count == after.count, before.count >= Limits.shortestAddress else { return false }
    return zip(before, after).allSatisfy {
      old.tokens.ids[Int($0)] == new.tokens.ids[Int($1)]
    }
  }
}
