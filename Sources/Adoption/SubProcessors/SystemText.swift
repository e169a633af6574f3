/// The product of a company as a cell names it: `SendGrid: e-mail platform`, `... SARL (AWS)`.
struct SystemText {
  var name: String
  var shortName: String?
  /// What stands behind the colon.
  var task: String?

  init(_ text: String) {
    let text = text.inOneLine
    if let colon = text.range(ofText: ": ") {
      name = String(text[..<colon.lowerBound])
      let behind = text[colon.upperBound...].trimmed
      task = behind.isEmpty ? nil : behind
    } else {
      name = text
    }
    let bracketed = BracketedText(name)
    name = bracketed.outside
    shortName = bracketed.remarks.first
  }
}
