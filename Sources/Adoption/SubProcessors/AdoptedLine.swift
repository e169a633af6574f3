internal import Frontmatter

/// One line of a list with its company and address taken to pieces.
struct AdoptedLine {
  private(set) var row: ListRow
  let company: CompanyText
  var address: AddressText?
  let shortName: String?
  let website: Located<String>?

  init(_ row: ListRow, words: ListWords) {
    self.row = row
    let system = row.cells[.system].map { SystemText($0.text) }
    company = CompanyText(
      row.nameCell?.text ?? "", hint: system?.name, isProvider: row.cells[.provider] != nil,
      words: words)
    let name = company.name.folded
    let isOther = system.map { $0.name.folded != name } ?? false
    shortName = company.shortName ?? system?.shortName ?? (isOther ? system?.name : nil)
    let links = [row.cells[.website]?.text, row.cells[.website]?.link, row.nameCell?.link]
    website = links.compactMap { $0 }.first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
      .map { Located($0, at: row.range) }
    if let cell = row.cells[.address] {
      address = AddressText(cell.text, words: words)
    } else if !company.rest.isEmpty {
      address = AddressText(company.rest, words: words)
    }
    keepWordsBesideName()
    if let seat = row.cells[.seat] { take(seat: seat, words) }
  }

  /// Puts what stands in the cell of the name, and is no part of it, where the row has it.
  private mutating func keepWordsBesideName() {
    for contact in company.contacts {
      row.others.append(
        ("contact", ListRow.Cell(text: contact, range: row.nameCell?.range ?? row.range)))
    }
    guard let name = row.nameCell else { return }
    if !company.remark.isEmpty { row.nameRemark = name }
    if let condition = company.condition {
      let known = row.cells[.condition].map { [$0.text] } ?? []
      row.cells[.condition] = ListRow.Cell(
        text: (known + [condition]).joined(separator: "; "), range: name.range)
    }
  }

  private mutating func take(seat: ListRow.Cell, _ words: ListWords) {
    let places = PlacesText(seat.text, allowsCodes: true, words: words).places
    // A company has one seat; more of them keep their words.
    if places.count > 1 { row.others.append(("seat", seat)) }
    if address == nil { address = AddressText("", words: words) }
    if address?.country == nil { address?.country = places.first?.country }
    if address?.city == nil { address?.city = places.first?.city ?? places.first?.note }
  }

  var lacksCountry: Bool { address != nil && address?.country == nil }

  /// The address as a record has it; `nil` where nothing of it is known.
  var registerAddress: PostalAddress? {
    guard let address else { return nil }
    let range = (row.cells[.address] ?? row.cells[.seat] ?? row.nameCell)?.range ?? row.range
    func located(_ text: String?) -> Located<String>? { text.map { Located($0, at: range) } }
    var result = PostalAddress()
    result.street = located(address.street)
    result.postalCode = located(address.postalCode)
    result.city = located(address.city)
    result.region = located(address.region)
    result.country = located(address.country)
    return result == PostalAddress() ? nil : result
  }
}
