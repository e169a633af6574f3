/// What a text may call the company with a legal name: the name, and the name without its legal
/// form where that leaves at least two words.
package func companyNameForms(_ name: String) -> [String] {
  let words = ListWords.shipped
  let tokens = CompanyTokens(name)
  guard let bare = tokens.nameBeforeForm(in: words), bare.contains(" "), bare != name else {
    return [name]
  }
  return [name, bare]
}
