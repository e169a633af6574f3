internal import Agreements
internal import Frontmatter
internal import Registers

/// Makes an engagement of one line of a list.
struct EngagementBuilder {
  let context: AdoptionContext
  let table: AdoptedTable
  let words: ListWords

  func engagement(of row: ListRow) -> Engagement {
    var engagement = Engagement(at: row.range)
    var conditions: [String] = []
    addTask(of: row, &engagement, &conditions)
    addData(of: row, &engagement, &conditions)
    addProducts(of: row, &engagement, &conditions)
    if let remark = row.context.remark { conditions.append(remark) }
    if let cell = row.cells[.condition] { conditions.append(cell.text.inOneLine) }
    let said = conditions.joined(separator: "; ")
    if !said.isEmpty { engagement.condition = LocalizedText(Located(said, at: row.range)) }
    addPlaces(of: row, &engagement)
    addTransfers(of: row, &engagement)
    addDays(of: row, to: &engagement)
    if let cell = row.cells[.contact] { engagement.details.append(detail("contact", cell)) }
    if let cell = row.nameRemark { engagement.details.append(detail("name", cell)) }
    for other in row.others where !isMarkOrNone(of: other.head, other.cell) {
      engagement.details.append(detail(other.head, other.cell))
    }
    return engagement
  }

  /// A fact without a field of its own; a link in it keeps its address.
  func detail(_ name: String, _ cell: ListRow.Cell) -> Engagement.Detail {
    var text = cell.text.inOneLine
    if let link = cell.link, !link.hasPrefix("mailto:"), text.range(ofText: link) == nil {
      text += " (\(link))"
    }
    return Engagement.Detail(name: name, text: Located(text, at: cell.range))
  }

  private func prose(_ text: String, _ cell: ListRow.Cell) -> LocalizedText {
    LocalizedText(Located(text.inOneLine, at: cell.range))
  }
}

extension EngagementBuilder {
  /// Service and purpose: of the columns for them, of the system, of the headings above.
  private func addTask(
    of row: ListRow, _ engagement: inout Engagement, _ conditions: inout [String]
  ) {
    var candidates: [LocalizedText] = []
    func add(_ text: String, _ cell: ListRow.Cell) {
      let (rest, condition) = withoutCondition(text)
      if let condition { conditions.append(condition) }
      if !rest.isEmpty { candidates.append(prose(rest, cell)) }
    }
    if let cell = row.cells[.service] { add(cell.text, cell) }
    if let cell = row.cells[.system], row.nameCell?.range != cell.range {
      if let task = SystemText(cell.text).task { add(task, cell) }
    }
    if let cell = row.cells[.purpose] { add(cell.text, cell) }
    if let task = row.context.task {
      candidates.append(LocalizedText(Located(task, at: row.range)))
    }
    if candidates.isEmpty, let section = taskOfSection(row) {
      candidates.append(LocalizedText(Located(section, at: row.range)))
    }
    engagement.service = candidates.first
    if candidates.count > 1 { engagement.purpose = candidates[1] }
    for further in candidates.dropFirst(2) {
      engagement.details.append(
        Engagement.Detail(name: "purpose", text: further.variants[0].text))
    }
  }

  /// A heading between lists says what the companies do, unless it is a product's name.
  private func taskOfSection(_ row: ListRow) -> String? {
    guard let section = row.context.section, !row.context.isOfGroupCompanies,
      product(ofSection: section) == nil, !names(section, .name), !names(section, .provider),
      !PlacesText(section, allowsCodes: false, words: words).isPure, row.cells.count <= 2,
      row.others.isEmpty
    else { return nil }
    // Only lists of bare names: elsewhere the author left the cell out.
    return row.cells[.address] == nil && row.cells[.data] == nil ? section : nil
  }

  /// Whether a heading says what the list is of, as the head of such a column would.
  private func names(_ section: String, _ field: ListField) -> Bool {
    ColumnHeads.shipped.field(ofHead: section) == field
  }

  private func addData(
    of row: ListRow, _ engagement: inout Engagement, _ conditions: inout [String]
  ) {
    if let cell = row.cells[.data] {
      let (text, condition) = withoutCondition(cell.text)
      if let condition { conditions.append(condition) }
      engagement.data = items(of: text).map {
        Located(context.dataCategory($0), at: cell.range)
      }
    }
    if let cell = row.cells[.subjects] {
      engagement.subjects = items(of: cell.text).map {
        Located(context.subjectCategory($0), at: cell.range)
      }
    }
  }

  /// The items of a cell with several lines or semicolons.
  private func items(of text: String) -> [String] {
    text.split { $0 == "\n" || $0 == ";" }.map {
      $0.inOneLine.trimming { $0 == "." || $0 == " " || $0 == "•" || $0 == "-" }
    }.filter { !$0.isEmpty }
  }

  /// A text without the condition in it: in brackets, or behind its last comma.
  private func withoutCondition(_ text: String) -> (rest: String, condition: String?) {
    let bracketed = BracketedText(text)
    if let condition = bracketed.remarks.first(where: { words.isCondition($0) }) {
      guard let range = text.range(ofText: "(") else { return (text, condition) }
      let behind = text[range.upperBound...]
      guard let close = behind.firstIndex(of: ")"),
        behind[..<close].inOneLine == condition
      else { return (bracketed.outside, condition) }
      let rest = text[..<range.lowerBound].trimmed + " " + behind[behind.index(after: close)...]
      return (rest.trimming { $0 == "." || $0.isWhitespace }, condition)
    }
    guard let comma = text.lastIndex(where: { $0 == "," || $0 == ";" }) else { return (text, nil) }
    let behind = text[text.index(after: comma)...].trimmed
    guard words.isCondition(behind) else { return (text, nil) }
    return (text[..<comma].trimmed, behind.trimming { $0 == "." })
  }
}

extension EngagementBuilder {
  private func addProducts(
    of row: ListRow, _ engagement: inout Engagement, _ conditions: inout [String]
  ) {
    var products: [Located<String>] = []
    let marked = marks(of: row)
    if let cell = row.cells[.products] {
      for name in cell.text.split(whereSeparator: { $0 == "," || $0 == ";" || $0 == "\n" }) {
        if words.allProducts.contains(name.trimmed.lowercased()) { continue }
        let id = context.product(called: name.trimmed) ?? slug(String(name.trimmed))
        products.append(Located(id, at: cell.range))
      }
    } else if !marked.isEmpty {
      products = marked.map { mark in
        Located(context.product(called: mark.text) ?? slug(mark.text), at: mark.range)
      }
    } else if let section = row.context.section, let id = product(ofSection: section) {
      products = [Located(id, at: row.range)]
    } else {
      products = table.products
    }
    if let deployment = row.context.deployment {
      let editions = products.map { context.editions(of: $0.value, in: deployment) }
      if !products.isEmpty, !editions.contains(nil) {
        products = zip(products, editions).flatMap { product, editions in
          (editions ?? []).map { Located("\(product.value)/\($0)", at: product.range) }
        }
      } else {
        conditions.append(deployment)
      }
    }
    engagement.products = products
  }

  /// The product that a section is about: by its name, or because it ends in a version's number.
  private func product(ofSection section: String) -> String? {
    let name = BracketedText(section).outside
    if let id = context.product(called: name) { return id }
    let parts = name.split(separator: " ")
    guard (2...4).contains(parts.count), let last = parts.last, last.first?.isNumber ?? false,
      last.allSatisfy({ $0.isNumber || $0 == "." }),
      !Self.nounsWithNumbers.contains(parts[parts.count - 2].lowercased())
    else { return nil }
    return slug(name)
  }

  /// What is numbered without being a product.
  private static let nounsWithNumbers: Set<String> = [
    "annex", "anlage", "anhang", "appendix", "schedule", "exhibit", "table", "tabelle", "list",
    "liste", "part", "teil", "tier", "level", "stufe", "section", "abschnitt", "no", "nr", "phase",
  ]
}

extension EngagementBuilder {
  private func addPlaces(of row: ListRow, _ engagement: inout Engagement) {
    if let cell = row.cells[.location] ?? row.context.place {
      let text = PlacesText(cell.text, allowsCodes: true)
      engagement.locations = locations(of: text, cell)
      if row.cells[.transfer] == nil {
        engagement.transfers = text.grounds.flatMap {
          TransferText($0, words: words).transfers(at: cell.range).transfers
        }
      }
    }
    guard let cell = row.cells[.thirdCountry] else { return }
    if words.noThirdCountry.contains(cell.text.inOneLine.lowercased().trimming { $0 == "." }) {
      engagement.transfers.append(Transfer(Located(.none, at: cell.range)))
      guard engagement.locations.isEmpty else { return }
      // The seat is no place of processing: all that is said is that it lies inside.
      var location = ProcessingLocation()
      location.note = prose(words.insideUnstated, cell)
      engagement.locations = [location]
    } else {
      addThirdCountries(of: cell, to: &engagement, hasTransferColumn: row.cells[.transfer] != nil)
    }
  }

  /// A cell that names third countries, says `yes`, or names the ground of the transfer at once.
  private func addThirdCountries(
    of cell: ListRow.Cell, to engagement: inout Engagement, hasTransferColumn: Bool
  ) {
    let said = TransferText(cell.text, words: words).transfers(at: cell.range)
    let pieces = cell.text.split { $0.isNewline || ",;:/()".contains($0) }.map(\.trimmed)
    let isYes = pieces.first.map { words.thirdCountry.contains($0.lowercased()) } ?? false
    var places = locations(of: PlacesText(cell.text, allowsCodes: true), cell)
    if isYes || !said.transfers.isEmpty {
      places = pieces.map { PlacesText($0, allowsCodes: true) }.filter(\.isPure)
        .flatMap { locations(of: $0, cell) }
      if !hasTransferColumn { engagement.transfers += said.transfers }
      if said.saysMore, pieces.count > 1 { engagement.details.append(detail("transfer", cell)) }
    }
    let known = Set(engagement.locations.compactMap(\.country?.value))
    engagement.locations += places.filter {
      $0.country.map { !known.contains($0.value) } ?? true
    }
  }

  private func locations(of text: PlacesText, _ cell: ListRow.Cell) -> [ProcessingLocation] {
    text.places.map { place in
      var location = ProcessingLocation()
      location.country = place.country.map { Located($0, at: cell.range) }
      location.city = place.city.map { Located($0, at: cell.range) }
      location.note = place.note.map { prose($0, cell) }
      return location
    }
  }

  private func statesAllPlaces(of engagement: Engagement) -> Bool {
    !engagement.locations.isEmpty
      && engagement.locations.allSatisfy {
        $0.country != nil || EuropeanEconomicArea.shipped.contains($0)
      }
  }

  private func addTransfers(of row: ListRow, _ engagement: inout Engagement) {
    guard let cell = row.cells[.transfer] else { return }
    var (transfers, saysMore) = TransferText(cell.text, words: words).transfers(at: cell.range)
    // That none is needed is no word on where it is: it is true of a place that is known.
    if !statesAllPlaces(of: engagement), words.saysUnneeded(cell.text) {
      saysMore = saysMore || transfers.contains { $0.mechanism.value == .none }
      transfers.removeAll { $0.mechanism.value == .none }
    }
    engagement.transfers += transfers
    if saysMore { engagement.details.append(detail("transfer", cell)) }
  }
}
