/// The name of a company without its legal form, if it has one.
package func bareCompanyName(_ name: String) -> String {
  CompanyTokens(name).nameBeforeForm ?? name
}

/// What a text may call the company with a legal name: the name, and the name without its legal
/// form where that leaves at least two words.
package func companyNameForms(_ name: String) -> [String] {
  guard let bare = CompanyTokens(name).nameBeforeForm, bare.contains(" "), bare != name else {
    return [name]
  }
  return [name, bare]
}
