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
  /// The first words of a text in quotation marks, with those that it strikes out in brackets, as what
  /// they are.
  static func quoted(_ words: [QuotableWord], _ language: Language) -> String {
    let shown = words.prefix(longestQuotation)
    let opening = language == .english ? "[struck out: " : "[durchgestrichen: "
    var text = ""
    for (index, word) in shown.enumerated() {
      if index > 0, word.hasSpaceBefore { text += " " }
      if word.isStruck, index == 0 || !shown[index - 1].isStruck { text += opening }
      text += word.text
      let isLast = index + 1 == shown.count
      if word.isStruck, isLast || !shown[index + 1].isStruck { text += "]" }
    }
    if words.count > longestQuotation { text += " \u{2026}" }
    return quoted(text, language)
  }
}
