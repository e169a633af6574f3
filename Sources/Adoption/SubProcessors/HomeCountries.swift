/// Finds the countries of addresses that leave theirs out.
///
/// Source: lists leave out the country that they are written in. Told by, in this order: what the
/// author states, the processor's country, the legal form together with the digits of the postal
/// code, and at last the country that all other such lines of the same list have.
struct HomeCountries {
  private let stated: String?
  private let processor: String?
  private let words: ListWords
  /// What lines of each list turned out to be; `nil` where they differ.
  private var byList: [Int: String?] = [:]

  init(stated: String?, processor: String?, words: ListWords) {
    self.stated = stated
    self.processor = processor
    self.words = words
  }

  /// The country by the line itself.
  mutating func country(of company: CompanyText, postalCode: String?, list: Int) -> String? {
    if let stated { return stated }
    let digits = postalCode?.count
    if let processor, let digits, words.postalDigits[processor] == digits { return processor }
    guard let digits else { return nil }
    let fitting = company.formCountries.filter { words.postalDigits[$0] == digits }
    guard fitting.count == 1 else { return nil }
    if let known = byList[list] {
      if known != fitting[0] { byList[list] = .some(nil) }
    } else {
      byList[list] = fitting[0]
    }
    return fitting[0]
  }

  /// The country by the other lines of the list.
  func country(ofList list: Int, postalCode: String?) -> String? {
    guard let country = byList[list] ?? nil, let digits = postalCode?.count,
      words.postalDigits[country] == digits
    else { return nil }
    return country
  }
}
