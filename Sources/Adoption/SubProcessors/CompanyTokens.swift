/// The words of a company's text with their places.
struct CompanyTokens {
  private let text: String
  private var tokens: [Range<String.Index>] = []

  init(_ text: String) {
    self.text = text
    var start: String.Index?
    for index in text.indices {
      let character = text[index]
      let isWord = !(character.isWhitespace || ",.:;)".contains(character))
      if isWord, character != "(" || start != nil {
        if start == nil { start = index }
      } else {
        if let from = start { tokens.append(from..<index) }
        start = nil
      }
    }
    if let from = start { tokens.append(from..<text.endIndex) }
  }

  /// A legal form behind a name, with the full stop or bracket that belongs to it.
  struct Form {
    var start: String.Index
    var end: String.Index
    /// Where its law knows it; empty for forms of many countries.
    var countries: [String]
    /// The token behind it.
    fileprivate var next: Int
  }

  /// The legal form that ends the first name: `Corporation` is only a part of `Zoho Corporation B.V.`
  func legalForm(in words: ListWords) -> Form? {
    var found: Form?
    var index = 1
    while index < tokens.count {
      if let found, index > found.next + 1 || !goesOn(index) { break }
      if let form = form(at: index, in: words) {
        found = form
        index = form.next
      } else {
        index += 1
      }
    }
    return found
  }

  private func form(at first: Int, in words: ListWords) -> Form? {
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
      let isBracketed = end < text.endIndex && text[end] == ")" && written.contains("(")
      if isDotted || isBracketed { end = text.index(after: end) }
      return Form(
        start: tokens[first].lowerBound, end: end, countries: form.countries,
        next: range.upperBound)
    }
    return nil
  }

  /// Whether a token may belong to the name of the token before it.
  private func goesOn(_ index: Int) -> Bool {
    let between = text[tokens[index - 1].upperBound..<tokens[index].lowerBound]
    let word = text[tokens[index]].lowercased()
    return between.count == 1 && between.first?.isWhitespace ?? false
      && !["and", "und", "or", "oder"].contains(word) && !word.contains(where: \.isNumber)
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

  /// Every name with one of `forms` in the text, as its words with the form at the end, and the words
  /// before it, which may belong to it after all.
  ///
  /// A name reaches back over words in capitals that nothing but blanks parts; `without` are words
  /// that a name doesn't begin with.
  func names(
    withForms forms: Set<String>, without: Set<String>
  ) -> [(before: [String], name: [String])] {
    var found: [(before: [String], name: [String])] = []
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
          (
            tokens[max(first - 6, 0)..<first].map { String(text[$0]) },
            tokens[first..<index].map { String(text[$0]) }
              + [String(text[tokens[index].lowerBound..<tokens[index + length - 1].upperBound])]
          ))
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
    return between == ", " || between.count == 1 && between.first?.isWhitespace ?? false
  }

  private func isNameWord(_ token: Range<String.Index>) -> Bool {
    let word = text[token]
    return word.first.map { $0.isUppercase || $0.isNumber || $0 == "&" } ?? false
  }
}
