/// The words of a company's text with their places.
struct CompanyTokens {
  private let text: String
  private var tokens: [Range<String.Index>] = []

  init(_ text: String) {
    self.text = text
    var start: String.Index?
    for index in text.indices {
      let character = text[index]
      let isWord = !(character == " " || character == "," || character == "." || character == ")")
      if isWord, character != "(" || start != nil {
        if start == nil { start = index }
      } else {
        if let from = start { tokens.append(from..<index) }
        start = nil
      }
    }
    if let from = start { tokens.append(from..<text.endIndex) }
  }

  /// The first legal form behind a name, with the full stop that belongs to it.
  func legalForm(
    in words: ListWords
  ) -> (start: String.Index, end: String.Index, countries: [String])? {
    for first in tokens.indices.dropFirst() {
      let forms = words.legalForms[text[tokens[first]].lowercased()] ?? []
      for form in forms where tokens.count - first >= form.words.count {
        let range = first..<first + form.words.count
        guard zip(range, form.words).allSatisfy({ text[tokens[$0]].lowercased() == $1 }) else {
          continue
        }
        var end = tokens[range.upperBound - 1].upperBound
        let written = text[tokens[first].lowerBound..<end]
        let isDotted = end < text.endIndex && text[end] == "."
        // `as` in the middle of words is no form, `AS` and `a.s.` are.
        guard isDotted || written.contains(where: { $0.isUppercase || $0 == "." || $0 == "/" })
        else { continue }
        if isDotted { end = text.index(after: end) }
        return (tokens[first].lowerBound, end, form.countries)
      }
    }
    return nil
  }

  /// The name in front of the first legal form; `nil` where there is no form.
  func nameBeforeForm(in words: ListWords) -> String? {
    guard let form = legalForm(in: words) else { return nil }
    return text[..<form.start].trimming { $0 == " " || $0 == "," }
  }

  /// Where a street begins, behind at least one word of a name.
  func street(in words: ListWords) -> String.Index? {
    tokens.dropFirst().first { words.streets.contains(text[$0].lowercased()) }?.lowerBound
  }

  /// Every name with one of `forms` in the text, as its words with the form at the end.
  ///
  /// A name reaches back over words in capitals that nothing but blanks parts; `without` are words
  /// that a name doesn't begin with.
  func names(withForms forms: Set<String>, without: Set<String>) -> [[String]] {
    var found: [[String]] = []
    var index = 1
    while index < tokens.count {
      guard let length = formLength(at: index, forms) else {
        index += 1
        continue
      }
      var first = index
      while first > 0, index - first < 6, isJoined(first - 1), isNameWord(tokens[first - 1]) {
        first -= 1
      }
      while first < index, without.contains(text[tokens[first]].lowercased()) { first += 1 }
      if first < index, text[tokens[first]].first?.isLetter ?? false {
        found.append(
          tokens[first..<index].map { String(text[$0]) }
            + [String(text[tokens[index].lowerBound..<tokens[index + length - 1].upperBound])])
      }
      index += length
    }
    return found
  }

  private func formLength(at index: Int, _ forms: Set<String>) -> Int? {
    guard text[tokens[index]].first?.isUppercase ?? false || text[tokens[index]].count < 3 else {
      return nil
    }
    for length in [4, 3, 2, 1] where index + length <= tokens.count {
      let words = tokens[index..<index + length].map { text[$0].lowercased() }
      if forms.contains(words.joined(separator: " ")) {
        let written = text[tokens[index].lowerBound..<tokens[index + length - 1].upperBound]
        return written.contains(where: { $0.isUppercase || $0 == "." }) ? length : nil
      }
    }
    return nil
  }

  /// Whether only a blank, or a comma before a form such as `Inc.`, parts a token from the next.
  private func isJoined(_ index: Int) -> Bool {
    let between = text[tokens[index].upperBound..<tokens[index + 1].lowerBound]
    return between == " " || between == ", " || between == "\u{A0}"
  }

  private func isNameWord(_ token: Range<String.Index>) -> Bool {
    let word = text[token]
    return word.first.map { $0.isUppercase || $0.isNumber || $0 == "&" } ?? false
  }
}
