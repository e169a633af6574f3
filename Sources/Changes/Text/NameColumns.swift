internal import Agreements
internal import Markup

/// Which column of each table names what its rows are about, and which one numbers them.
///
/// Tables with the same heads are judged together, in both versions, so that a row that comes or
/// goes never changes what the others are known by.
struct NameColumns: Sendable {
  /// What was found for tables with the same heads.
  struct Choice: Sendable {
    /// The column that numbers the rows.
    var number: Int?
    /// The column of names; where there is none, the first filled cell tells rows apart as well as
    /// any.
    var name: Int?
  }

  private var choices: [String: Choice] = [:]

  /// `versions`: what is compared, each with what its tables are.
  init(_ versions: [(text: ComparedText, columns: TableColumns, topics: PlaceTopics)]) {
    var facts: [String: TableFacts] = [:]
    for (text, columns, topics) in versions {
      var tables = TableFactsReader(text, columns, topics)
      tables.read(into: &facts)
    }
    for (key, table) in facts { choices[key] = Self.choice(table) }
  }

  func choice(_ columns: TableColumns, _ table: Int32) -> Choice {
    choices.isEmpty ? Choice() : choices[Self.key(columns.heads(of: table))] ?? Choice()
  }

  static func key(_ heads: [String]) -> String { heads.joined(separator: "\u{1F}").lowercased() }
}

extension NameColumns {
  private static func choice(_ table: TableFacts) -> Choice {
    let indices = table.columns.indices
    func head(_ column: Int) -> String {
      column < table.heads.count ? table.heads[column] : ""
    }
    let companies = indices.filter { NameHeads.namesCompanies(head($0)) }
    let isNamed = !companies.isEmpty || indices.dropFirst().contains { NameHeads.names(head($0)) }
    let isNumbered =
      indices.count > 1
      && table.columns[0].isNumbering(
        isHeadedAsOne: NameHeads.isNumber(head(0)), isBesideNames: isNamed)
    let first = isNumbered ? 1 : 0
    var choice = Choice(number: isNumbered ? 0 : nil)
    func isOf(_ column: Int) -> Bool { column >= first && table.columns[column].tellsRowsApart }
    func isNameBefore(_ column: Int) -> Bool {
      isOf(column) && table.columns[column].isShort && !NameHeads.isAttribute(head(column))
    }
    if let company = companies.first(where: isOf) {
      // A company with its address stands beside the system that readers know it by.
      choice.name =
        table.columns[company].isShort
        ? company : (first..<company).first(where: isNameBefore) ?? company
      return choice
    }
    // Rows of one company that differ by another name, and lists of people, have heads of names,
    // too.
    let isAnywhere = table.isOfSubProcessors || !companies.isEmpty
    if let name = indices.first(where: { isOf($0) && NameHeads.names(head($0)) }),
      isAnywhere || name == first && !NameHeads.arePeople(table.heads)
    {
      choice.name = name
      return choice
    }
    choice.name =
      indices.first {
        isOf($0) && table.columns[$0].isOfLinks && !NameHeads.isAttribute(head($0))
      }
      ?? (table.isOfSubProcessors
        ? indices.first { isOf($0) && !NameHeads.isAttribute(head($0)) } : nil)
    return choice
  }
}
