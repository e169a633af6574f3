internal import Agreements
package import Diagnostics
internal import Frontmatter
internal import Registers

/// The records that the lines of an agreement's lists become, each company once.
struct AdoptedCollection {
  private let agreement: Agreement
  private(set) var records: [SubProcessor] = []
  var diagnostics: [Diagnostic] = []
  /// Records by the folded name of their company.
  private var indices: [String: Int] = [:]
  private var ids: Set<String> = []
  /// The fields that the list of each record has a column for, by record.
  private var knownFields: [Set<ListField>?] = []

  init(_ agreement: Agreement) { self.agreement = agreement }

  /// Adds the lines that were read in one place.
  mutating func add(
    _ reader: RegisterListReader, of table: AdoptedTable, in context: AdoptionContext
  ) {
    let words = reader.words
    let stated = table.country.flatMap { Countries.shipped.code(forName: $0.value) }
    let law = agreement.metadata.governingLaw.flatMap {
      Countries.shipped.code(forName: $0.value)
    }
    var homes = HomeCountries(
      stated: stated, processor: context.homeCountry ?? law, words: words)
    let builder = EngagementBuilder(context: context, table: table, words: words)
    var lines = reader.rows.filter { builder.isOfToday($0) }.map { AdoptedLine($0, words: words) }
    reportOthers(reader.rows.filter { !builder.isOfToday($0) }, words)
    for index in lines.indices where lines[index].lacksCountry {
      let line = lines[index]
      lines[index].address?.country = homes.country(
        of: line.company, postalCode: line.address?.postalCode, list: line.row.list)
    }
    for index in lines.indices where lines[index].lacksCountry {
      let line = lines[index]
      lines[index].address?.country = homes.country(
        ofList: line.row.list, postalCode: line.address?.postalCode)
    }
    let listsWithMarks = Set(lines.filter { !builder.marks(of: $0.row).isEmpty }.map(\.row.list))
    for line in lines {
      if builder.isForNoProduct(
        line.row, listHasMarks: listsWithMarks.contains(line.row.list))
      {
        diagnostics.append(.companyNotUsed(line.company.name, at: line.row.range))
        continue
      }
      add(line, builder: builder, fields: reader.fieldsOfLists[line.row.list])
    }
    reportMissingColumns(of: reader)
  }

  private mutating func add(
    _ line: AdoptedLine, builder: EngagementBuilder, fields: Set<ListField>?
  ) {
    let index = record(for: line, fields: fields)
    let engagement = builder.engagement(of: line.row)
    diagnostics += builder.unclearDays(of: line.row)
    // One task that several products have in common is listed for each of them.
    if let same = records[index].engagements.firstIndex(where: { $0.isSame(as: engagement) }),
      records[index].engagements[same].products.isEmpty == engagement.products.isEmpty
    {
      let known = Set(records[index].engagements[same].products.map(\.value))
      records[index].engagements[same].products += engagement.products.filter {
        !known.contains($0.value)
      }
    } else {
      records[index].engagements.append(engagement)
    }
    if line.row.provision != Provision.none {
      records[index].adoption?.provisions.append(line.row.provision)
    }
  }

  /// The record of the line's company: a new one, or the one that its name has.
  private mutating func record(for line: AdoptedLine, fields: Set<ListField>?) -> Int {
    let key = line.company.name.folded
    if let known = indices[key] {
      complete(known, with: line)
      if let fields { knownFields[known]?.formUnion(fields) }
      return known
    }
    let name = Located(line.company.name, at: line.row.nameCell?.range ?? line.row.range)
    if line.company.isOfSeveral { diagnostics.append(.joinedCompanies(name)) }
    var record = SubProcessor(
      path: agreement.path, id: Located(freeID(for: name.value), at: name.range), name: name,
      adoption: SubProcessor.Adoption(agreement: agreement.id, provisions: []))
    record.isNaturalPerson = line.company.isPerson()
    if record.isNaturalPerson { diagnostics.append(.naturalPerson(name)) }
    indices[key] = records.count
    records.append(record)
    knownFields.append(fields)
    complete(records.count - 1, with: line)
    return records.count - 1
  }

  /// Takes over what a line knows of a company beyond what is known.
  private mutating func complete(_ index: Int, with line: AdoptedLine) {
    if records[index].shortName == nil, let short = line.shortName {
      records[index].shortName = Located(short, at: line.row.range)
    }
    if let alias = line.company.alias,
      !records[index].aliases.contains(where: { $0.value == alias })
    {
      records[index].aliases.append(Located(alias, at: line.row.range))
    }
    if records[index].parent == nil, let parent = line.company.parent {
      records[index].parent = SubProcessor.Parent(
        name: Located(parent.name, at: line.row.range),
        country: Located(parent.country, at: line.row.range))
    }
    if line.row.context.isOfGroupCompanies { records[index].isGroupCompany = true }
    if records[index].website == nil { records[index].website = line.website }
    guard let address = line.registerAddress else { return }
    guard let known = records[index].address else {
      records[index].address = address
      return
    }
    if known.country == nil { records[index].address?.country = address.country }
    let isElsewhere =
      differ(known.country, address.country) || differ(known.postalCode, address.postalCode)
    if isElsewhere {
      diagnostics.append(.contradictingAddress(records[index].name, at: line.row.range))
    }
  }

  private func differ(_ first: Located<String>?, _ second: Located<String>?) -> Bool {
    guard let first, let second else { return false }
    return first.value != second.value
  }

  private mutating func freeID(for name: String) -> String {
    var base = slug(name)
    if !isIdentifier(base) || !isFolderName(base) { base = "company-\(records.count + 1)" }
    var id = base
    var count = 1
    while !ids.insert(id).inserted {
      count += 1
      id = "\(base)-\(count)"
    }
    return id
  }
}

extension Engagement {
  /// Whether only products and places in the text tell the two from each other.
  fileprivate func isSame(as other: Engagement) -> Bool {
    func text(_ prose: LocalizedText?) -> String { prose?.variants[0].text.value ?? "" }
    func places(_ engagement: Engagement) -> [[String?]] {
      engagement.locations.map { [$0.country?.value, $0.city?.value, text($0.note)] }
    }
    return text(service) == text(other.service) && text(purpose) == text(other.purpose)
      && text(condition) == text(other.condition)
      && data.map(\.value) == other.data.map(\.value)
      && subjects.map(\.value) == other.subjects.map(\.value)
      && places(self) == places(other)
      && transfers.map(\.mechanism.value) == other.transfers.map(\.mechanism.value)
      && details.map(\.text.value) == other.details.map(\.text.value)
      && announced?.value == other.announced?.value
      && effective?.value == other.effective?.value && ended?.value == other.ended?.value
  }
}

// MARK: - What is missing

extension AdoptedCollection {
  /// Reports each company that the text says no task of, though its list has a place for it.
  mutating func reportWhatIsMissing() {
    for (index, record) in records.enumerated() {
      let fields = knownFields[index]
      let saysTasks = fields.map { !$0.isDisjoint(with: [.service, .purpose, .system]) } ?? true
      if saysTasks, let engagement = record.engagements.first(where: { $0.service == nil }) {
        diagnostics.append(.missingField("service", of: record.name.value, at: engagement.place))
      }
      let saysPlaces = fields.map { !$0.isDisjoint(with: [.location, .thirdCountry]) } ?? false
      if saysPlaces, let engagement = record.engagements.first(where: { $0.locations.isEmpty }) {
        diagnostics.append(
          .missingField("place of processing", of: record.name.value, at: engagement.place))
      }
      let saysSeat = fields.map { !$0.isDisjoint(with: [.address, .seat, .provider]) } ?? false
      if saysSeat, record.address?.country == nil,
        record.engagements.allSatisfy({ $0.locations.isEmpty })
      {
        diagnostics.append(.missingField("country", of: record.name.value, at: record.name.range))
      }
    }
  }

  /// Reports the lines under each heading over companies of earlier days, or that are none.
  private mutating func reportOthers(_ rows: [ListRow], _ words: ListWords) {
    var counts: [String: Int] = [:]
    for row in rows { counts[row.heading ?? "", default: 0] += 1 }
    for row in rows {
      guard let count = counts.removeValue(forKey: row.heading ?? "") else { continue }
      let name = CompanyText(row.nameCell?.text ?? "", hint: nil, isProvider: false, words: words)
      diagnostics.append(
        .companiesOfOthers(name.name, count: count, under: row.heading ?? "", at: row.range))
    }
  }

  /// Notes once for a list what all of its lines lack.
  private mutating func reportMissingColumns(of reader: RegisterListReader) {
    var noted: Set<Int> = []
    for row in reader.rows where noted.insert(row.list).inserted {
      guard let fields = reader.fieldsOfLists[row.list] else { continue }
      if fields.isDisjoint(with: [.service, .purpose, .system]), row.context.task == nil {
        diagnostics.append(.missingColumn("service", at: row.range))
      }
      if fields.isDisjoint(with: [.location, .thirdCountry]) {
        diagnostics.append(.missingColumn("place of processing", at: row.range))
      }
    }
  }
}

extension Diagnostic.Code {
  package static let contradictingAddress = Self(rawValue: "contradicting-address")
  package static let joinedCompanies = Self(rawValue: "joined-companies")
  package static let missingColumn = Self(rawValue: "missing-column")
  package static let missingField = Self(rawValue: "missing-field")
  package static let naturalPerson = Self(rawValue: "natural-person")
}

extension Diagnostic {
  fileprivate static func missingField(
    _ field: String, of name: String, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .missingField, .warning, "'\(name)' has no \(field); a register names it", at: range,
      help: "write the \(field) into its line of the list")
  }

  fileprivate static func missingColumn(_ field: String, at range: SourceRange) -> Self {
    Diagnostic(
      .missingColumn, .note, "this list has no column for the \(field)", at: range,
      help: "add a column, or map one with columns: in 'adopt'")
  }

  fileprivate static func contradictingAddress(
    _ name: Located<String>, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .contradictingAddress, .warning, "'\(name.value)' stands with two addresses", at: range,
      notes: [Note("the first one is here", at: name.range)],
      help: "write the same address in both lines, or the names of two companies")
  }

  fileprivate static func joinedCompanies(_ name: Located<String>) -> Self {
    Diagnostic(
      .joinedCompanies, .warning,
      "'\(name.value)' are several companies in one line, so the register has them as one",
      at: name.range, help: "give each company a line of its own, with its own places")
  }

  fileprivate static func naturalPerson(_ name: Located<String>) -> Self {
    Diagnostic(
      .naturalPerson, .note, "'\(name.value)' reads like the name of a person", at: name.range,
      help: "make sure that the person agrees to be named in public")
  }
}
