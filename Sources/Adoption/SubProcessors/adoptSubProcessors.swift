package import Agreements
package import Diagnostics
internal import Frontmatter
package import Registers

/// Reads the tables and lists of an agreement that its author names as the register.
///
/// Pure: reads only its arguments. Lines about one company become one record, with an engagement
/// for each task; what a line leaves out is reported at the line.
///
/// - Returns: the records in the order of the text, each company once; and `unknown-place`,
///   `unknown-column`, `nothing-adopted`, `unread-row`, `missing-field`, `missing-column`,
///   `contradicting-address` and `natural-person` where they apply.
/// - Complexity: O(bytes).
package func adoptSubProcessors(
  of agreement: Agreement, in context: AdoptionContext = AdoptionContext()
) -> (records: [SubProcessor], diagnostics: [Diagnostic]) {
  var collection = AdoptedCollection(agreement)
  for table in agreement.metadata.adoptedSubProcessors {
    let (place, faults) = findAdoptedPlace(table.at, in: agreement)
    collection.diagnostics += faults
    guard let place else { continue }
    let (columns, unknown) = readColumns(table)
    collection.diagnostics += unknown
    var reader = RegisterListReader(agreement, columns: columns)
    reader.read(place)
    reader.settleFieldsOfLists()
    collection.diagnostics += reader.diagnostics
    if reader.rows.isEmpty { collection.diagnostics.append(.nothingAdopted(from: table)) }
    for (field, head) in columns.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where !reader.usedColumns.contains(field) {
      collection.diagnostics.append(.unknownColumn(head))
    }
    collection.add(reader, of: table, in: context)
  }
  collection.reportWhatIsMissing()
  return (collection.records, collection.diagnostics)
}

/// The columns that the author maps, by field.
private func readColumns(
  _ table: AdoptedTable
) -> (columns: [ListField: Located<String>], diagnostics: [Diagnostic]) {
  var columns: [ListField: Located<String>] = [:]
  var diagnostics: [Diagnostic] = []
  for (field, head) in table.columns {
    if let known = ListField(rawValue: field.value) {
      columns[known] = head
    } else {
      diagnostics.append(
        .unknownValue(field, for: "columns", known: ListField.allCases.map(\.rawValue)))
    }
  }
  return (columns, diagnostics)
}

extension Diagnostic.Code {
  package static let nothingAdopted = Self(rawValue: "nothing-adopted")
  package static let unknownColumn = Self(rawValue: "unknown-column")
}

extension Diagnostic {
  fileprivate static func nothingAdopted(from table: AdoptedTable) -> Self {
    let place = table.at.map { "'\($0.value)'" } ?? "the text"
    return Diagnostic(
      .nothingAdopted, .warning, "\(place) holds no table or list of companies",
      at: table.at?.range ?? table.place,
      help: "name the place that holds it, or map its heads with columns: {name: ...}")
  }

  fileprivate static func unknownColumn(_ head: Located<String>) -> Self {
    Diagnostic(
      .unknownColumn, .error, "no adopted table has a column '\(head.value)'", at: head.range,
      help: "write the head of the column as the table has it")
  }
}
