/// A cell about a company in one line, by what its lines are.
///
/// Lists break cells into lines as letters do: a brand, the legal name, the lines of an address,
/// and ways to reach the company.
struct CellLines {
  /// Name and address, their lines apart by commas.
  private(set) var text = ""
  /// A first line that is only a name, where the legal name stands in the second.
  private(set) var brand: String?
  /// Lines with a mail address, a telephone number or a link.
  private(set) var contacts: [String] = []

  init(_ cell: String) {
    var lines: [String] = []
    for line in cell.split(whereSeparator: \.isNewline) {
      let line = line.inOneLine
      if line.isEmpty { continue }
      if !lines.isEmpty, Self.isContact(line) {
        contacts.append(line)
      } else {
        lines.append(line)
      }
    }
    if lines.count > 1, !lines[0].contains(","),
      !lines[0].split(separator: " ").contains(where: { $0.first?.isNumber ?? false }),
      CompanyTokens(lines[0]).legalForm == nil,
      CompanyTokens(lines[1]).legalForm != nil
    {
      brand = lines.removeFirst().trimming { $0 == ":" || $0 == " " }
    }
    for line in lines {
      if text.isEmpty {
        text = line
      } else if text.hasSuffix(",") || Self.isForm(line) {
        text += " " + line
      } else {
        text += ", " + line
      }
    }
  }

  /// Whether a line begins with the legal form of the name above it.
  private static func isForm(_ line: String) -> Bool {
    CompanyTokens("X " + line).legalForm.map { form in
      form.start == "X ".endIndex
    } ?? false
  }

  private static func isContact(_ line: String) -> Bool {
    let lower = line.lowercased()
    return lower.contains("@") || lower.hasPrefix("http") || lower.hasPrefix("www.")
      || lower.hasPrefix("tel") || lower.hasPrefix("phone") || lower.hasPrefix("+")
  }
}
