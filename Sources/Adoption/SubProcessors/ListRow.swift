internal import Diagnostics

/// One line of a list of sub-processors, in the words of the text.
struct ListRow {
  struct Cell {
    var text: String
    var range: SourceRange
    /// Where a link in the cell leads.
    var link: String?
  }

  /// Filled cells only.
  var cells: [ListField: Cell] = [:]
  /// Products whose column has a mark in this row, by the heads of the columns.
  var productMarks: [Cell] = []
  /// Cells that say nothing in columns that may be those of products.
  var unmarked: [(head: String, text: String)] = []
  /// Filled cells of columns that are no field, with the heads of their columns.
  var others: [(head: String, cell: Cell)] = []
  /// Words beside the name that are no part of it.
  var nameRemark: Cell?
  /// The heading over companies of which this is one and which are used no longer, or are no
  /// sub-processors.
  var heading: String?
  var context: ListContext
  /// The row or item.
  var range: SourceRange
  /// The provision that the row is, or ``Provision/none``.
  var provision: Int32
  /// Which table or list of the place the row belongs to.
  var list: Int

  /// What names the company.
  var nameCell: Cell? { cells[.provider] ?? cells[.name] ?? cells[.system] }
}

/// What headings say of the rows below them.
struct ListContext {
  /// The section that holds the list.
  var section: String?
  /// What the companies are used for.
  var task: String?
  /// How the product is delivered, such as `Private Cloud`.
  var deployment: String?
  /// What the heading adds in brackets.
  var remark: String?
  var isOfGroupCompanies = false
  /// A heading over companies that are used no longer, or are no sub-processors.
  var ofOthers: String?
  /// Where all of them are, as the sentence before the list says.
  var place: ListRow.Cell?

  init(section: String?, place: ListRow.Cell? = nil, words: ListWords = .shipped) {
    self.section = section
    self.place = place
    isOfGroupCompanies = section.map { words.isOfGroupCompanies($0) } ?? false
  }
}

extension ListContext {
  /// Takes over a row of a table that is a heading.
  ///
  /// A way of delivery narrows the task above it down; a task begins anew.
  mutating func take(heading text: String, words: ListWords = .shipped) {
    let bracketed = BracketedText(text)
    let name = bracketed.outside.trimming { $0 == ":" || $0 == "." || $0 == " " || $0 == "*" }
    let added = bracketed.remarks.joined(separator: "; ")
    remark = added.isEmpty ? nil : added
    isOfGroupCompanies = words.isOfGroupCompanies(name)
    ofOthers = words.isOfOthers(text) ? text.inOneLine : nil
    if words.isDeployment(name) {
      deployment = name
      return
    }
    deployment = nil
    if let added = remark, words.isDeployment(added) {
      deployment = added
      remark = nil
    }
    task = taskName(in: name, words)
  }

  /// `The following service providers are used for hosting the platform` is `Hosting the platform`.
  private func taskName(in sentence: String, _ words: ListWords) -> String {
    let lower = sentence.lowercased()
    for phrase in words.beforeTasks {
      guard let range = lower.range(ofText: " \(phrase) ") else { continue }
      let offset = lower.distance(from: lower.startIndex, to: range.upperBound)
      let task = sentence.dropFirst(offset)
      guard !task.isEmpty else { continue }
      return task.prefix(1).uppercased() + task.dropFirst()
    }
    return sentence
  }
}
