internal import Registers

/// A company as one cell writes it: its name, and what stands behind that.
///
/// Source: how lists write companies. A legal form ends the name, else the first comma before
/// something with digits, else the name that another cell of the row gives, else the first word of
/// a street.
struct CompanyText {
  var name: String
  /// What stands in brackets directly behind a name with its legal form: the short name.
  var shortName: String?
  /// What stands in brackets behind any other name: a product, or a longer name.
  var alias: String?
  /// The address, or what else stands behind the name.
  var rest: String
  /// What stands behind the name and joins others to it: `and its affiliates`.
  private(set) var remark = ""
  /// Whether the name is that of several companies.
  private(set) var isOfSeveral = false
  /// The condition of use, in brackets behind the name.
  private(set) var condition: String?
  /// A company named in brackets behind this one together with its country.
  var parent: (name: String, country: String)?
  /// Lines of the cell that are neither name nor address: mail addresses, telephone numbers, links.
  private(set) var contacts: [String] = []
  /// The countries whose law knows the legal form; empty where there are many or there is no form.
  var formCountries: [String] = []
  var hasLegalForm = false

  /// `hint` is the start of the name by another cell; `isProvider` allows an address without any
  /// sign in front of it.
  init(_ text: String, hint: String?, isProvider: Bool, words: ListWords = .shipped) {
    let lines = CellLines(text)
    contacts = lines.contacts
    let text = lines.text
    let tokens = CompanyTokens(text)
    if let form = tokens.legalForm {
      name = String(text[..<form.end])
      rest = String(text[form.end...])
      formCountries = form.countries
      hasLegalForm = true
      takeNameOutOfBrackets(words)
    } else if let comma = text.firstIndex(of: ","), !text[..<comma].contains(where: \.isNumber),
      isProvider || Self.isAddress(String(text[comma...]))
    {
      name = String(text[..<comma])
      rest = String(text[comma...])
    } else if isProvider, let hint, !hint.isEmpty, text.hasPrefix(hint),
      text.count > hint.count
    {
      name = hint
      rest = String(text.dropFirst(hint.count))
    } else if isProvider, let street = tokens.street(in: words) {
      name = String(text[..<street])
      rest = String(text[street...])
    } else {
      name = text
      rest = ""
    }
    if hasLegalForm { takeOthers(words) }
    takeShortName(words)
    shortName = shortName ?? lines.brand
    name = name.trimming { $0.isWhitespace || $0 == "," || $0 == ":" }
    rest = rest.trimming { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "–" || $0 == "-" }
  }

  /// Whether the name is that of a person: a given name and one or two more words.
  func isPerson(in words: ListWords = .shipped) -> Bool {
    let parts = name.split(separator: " ")
    return !hasLegalForm && (2...3).contains(parts.count)
      && words.givenNames.contains(String(parts[0]))
      && parts.allSatisfy { $0.first?.isUppercase ?? false }
      && !parts.dropFirst().contains { $0.dropFirst().contains(where: \.isUppercase) }
  }

  /// Something behind a comma with a number or a country in it.
  private static func isAddress(_ text: String) -> Bool {
    text.contains(where: \.isNumber) || AddressText(text).country != nil
  }

  /// `STRATO (STRATO GmbH)`: the legal name stands behind the short one.
  private mutating func takeNameOutOfBrackets(_ words: ListWords) {
    guard let open = name.lastIndex(of: "("), !name[open...].contains(")") else { return }
    let short = name[..<open].trimmed
    let inner = name[open...].dropFirst().trimmed
    if let close = rest.firstIndex(of: ")") { rest.remove(at: close) }
    if let former = inner.without(prefixes: words.former), !short.isEmpty {
      name = short
      alias = former
      hasLegalForm = false
      return
    }
    name = inner
    if !short.isEmpty { shortName = short }
  }

  /// `Alpha GmbH / Beta GmbH` and `Alpha Ltd and its affiliates`: neither begins an address.
  private mutating func takeOthers(_ words: ListWords) {
    let text = rest.trimming { $0.isWhitespace || $0 == "," }
    guard let others = words.goesOnWithOthers(text), others.without(prefixes: words.former) == nil
    else { return }
    guard let form = CompanyTokens(others).legalForm,
      !others[..<form.start].contains(where: \.isNumber)
    else {
      remark = text
      rest = ""
      return
    }
    let joint = text.dropLast(others.count)
    name += " " + joint.trimmed + " " + others[..<form.end]
    rest = String(others[form.end...])
    isOfSeveral = true
    takeOthers(words)
  }

  private mutating func takeShortName(_ words: ListWords) {
    if let trade = rest.trimming({ $0.isWhitespace || $0 == "," }).without(
      prefixes: words.tradingAs)
    {
      let end = trade.firstIndex(of: ",") ?? trade.endIndex
      shortName = trade[..<end].trimmed
      rest = String(trade[end...])
      return
    }
    if rest.trimmed.hasPrefix("(") {
      let open = rest.trimmed.dropFirst()
      if let close = open.firstIndex(of: ")") {
        takeBrackets(String(open[..<close]), words)
        rest = String(open[open.index(after: close)...])
      }
    } else if !hasLegalForm, name.hasSuffix(")"), let open = name.lastIndex(of: "("),
      open > name.startIndex
    {
      takeBrackets(name[open...].trimming { $0 == "(" || $0 == ")" }, words)
      name = String(name[..<open])
    }
  }

  private mutating func takeBrackets(_ text: String, _ words: ListWords) {
    if let former = text.without(prefixes: words.former) {
      alias = former
      return
    }
    if words.isCondition(text) {
      condition = text
      return
    }
    let text = text.without(prefixes: words.tradingAs) ?? text
    guard hasLegalForm else {
      alias = text
      return
    }
    // Behind a legal name, another legal name is the parent's, or what the company is also called.
    guard let form = CompanyTokens(text).legalForm else {
      shortName = text
      return
    }
    let behind = text[form.end...].trimming { $0 == "," || $0 == " " }
    if let country = Countries.shipped.code(named: behind) {
      parent = (String(text[..<form.end]), country)
    } else {
      alias = text
    }
  }
}
