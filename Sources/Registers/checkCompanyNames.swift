package import Diagnostics
import Frontmatter

/// Reports companies that have two records: by their legal names and by other names they go by.
///
/// - Complexity: O(names).
func checkCompanyNames(of records: [SubProcessor]) -> [Diagnostic] {
  var owners: [String: Int] = [:]
  var diagnostics: [Diagnostic] = []
  for (index, record) in records.enumerated() {
    var isReported = false
    for name in [record.name] + record.aliases {
      let key = comparedName(name.value)
      guard let first = owners[key] else {
        owners[key] = index
        continue
      }
      guard first != index, !isReported else { continue }
      isReported = true
      diagnostics.append(
        Diagnostic(
          .duplicateCompany, .warning, "company '\(name.value)' has two records", at: name.range,
          notes: [Diagnostic.Note("the other one is here", at: records[first].name.range)],
          help: "make one record of them, with an engagement for each task"))
    }
  }
  return diagnostics
}

/// A name as companies are told from each other: letters and digits in small letters, and the words
/// of legal forms in full, however they are abbreviated: `Ltd`, `L.L.C.`
private func comparedName(_ name: String) -> String {
  var words: [String] = []
  var endsInLetter = false
  for word in name.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
    let isLetter = word.count == 1
    if isLetter, endsInLetter {
      words[words.count - 1] += word
    } else {
      words.append(LegalForms.shipped.inFull(String(word)))
    }
    endsInLetter = isLetter
  }
  return words.joined(separator: " ")
}

extension Diagnostic.Code {
  package static let duplicateCompany = Self(rawValue: "duplicate-company")
}
