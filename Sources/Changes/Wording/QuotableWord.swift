internal import Deadlines

/// A word of a text as a sentence quotes it.
struct QuotableWord: Sendable {
  var text: String
  /// Whether the text strikes it out: it is not in force.
  var isStruck = false
  /// Whether white space parts it from the word before it.
  var hasSpaceBefore = true
}

extension Statements {
  /// The first words of a text in quotation marks, with those that it strikes out in brackets.
  static func quoted(
    _ words: [QuotableWord], _ language: Language, atMost count: Int = longestQuotation
  ) -> String {
    let shown = words.prefix(count)
    return quoted(line(shown, language) + (words.count > count ? " \u{2026}" : ""), language)
  }

  /// What came in the place of more words: all of it where it is not long.
  static func quoted(
    _ words: [QuotableWord], insteadOf before: [QuotableWord], _ language: Language
  ) -> String {
    let isWhole = words.count < before.count && words.count <= 2 * longestQuotation
    return quoted(words, language, atMost: isWhole ? words.count : longestQuotation)
  }

  /// Words as a line of text, with those that are struck out in brackets, as what they are.
  static func line(_ words: ArraySlice<QuotableWord>, _ language: Language) -> String {
    let opening = language == .english ? "[struck out: " : "[durchgestrichen: "
    var text = ""
    for (index, word) in zip(words.indices, words) {
      if index > words.startIndex, word.hasSpaceBefore { text += " " }
      if word.isStruck, index == words.startIndex || !words[index - 1].isStruck { text += opening }
      text += word.text
      if word.isStruck, index + 1 == words.endIndex || !words[index + 1].isStruck { text += "]" }
    }
    return text
  }
}
