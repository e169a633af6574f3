internal import Registers

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

  /// The legal form that ends the first name: `Corporation` is only a part of
  /// `Zoho Corporation B.V.`
  var legalForm: Form? {
    var found: Form?
    var index = 1
    while index < tokens.count {
      if let found, index > found.next + 1 || !goesOn(index) { break }
      if let form = form(at: index) {
        found = form
        index = form.next
      } else {
        index += 1
      }
    }
    return found
  }

  private func form(at first: Int) -> Form? {
    let forms = LegalForms.shipped.forms(beginningWith: text[tokens[first]].lowercased())
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
  var nameBeforeForm: String? {
    guard let form = legalForm else { return nil }
    return text[..<form.start].trimming { $0 == " " || $0 == "," }
  }

  /// Where a street begins, behind at least one word of a name.
  func street(in words: ListWords) -> String.Index? {
    tokens.dropFirst().first { words.streets.contains(text[$0].lowercased()) }?.lowerBound
  }
}
