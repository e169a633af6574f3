import Frontmatter

/// Legal forms as names of companies end with them: see Data/legal-forms.yml.
package struct LegalForms: Sendable {
  /// What ends the name of a company, such as `GmbH & Co. KG`.
  package struct Form: Sendable {
    /// In small letters and never empty; a letter that a full stop follows is a word: `b`, `v`.
    package let words: [String]
    /// Where its law knows it; empty for forms of many countries.
    package let countries: [String]
  }

  /// Forms that mean a company wherever they stand in a text, their words apart by one blank.
  package let clear: Set<String>
  /// Words, as a text spells them, that tell that the words before them name a company.
  package let wordsBehindNames: Set<String>
  private let byFirstWord: [String: [Form]]
  /// Forms of one word, and parts of longer ones.
  private let words: Set<String>
  private let fullWords: [String: String]

  /// The forms that begin with `word`, longest first; `word`: in small letters.
  package func forms(beginningWith word: String) -> [Form] { byFirstWord[word] ?? [] }

  /// Whether a word in small letters is a form or a part of one, with full stops or without: `b.v`.
  package func isWord(_ word: String) -> Bool {
    if words.contains(word) { return true }
    guard word.utf8.contains(UInt8(ascii: ".")) else { return false }
    return words.contains(word.split(separator: ".").joined())
  }

  /// What a word in small letters stands for where it abbreviates a form, else the word.
  package func inFull(_ word: String) -> String { fullWords[word] ?? word }
}

extension LegalForms {
  /// The forms that the binary carries.
  package static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "legal-forms.yml"), named: "legal-forms.yml",
    what: "list of legal forms"
  ) { LegalForms(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    let forms = record.entries("forms").map { entry in
      Form(
        words: Self.words(of: entry.key),
        countries: record.texts(of: entry.value, entry.key).map(\.value))
    }
    byFirstWord = Dictionary(grouping: forms) { $0.words[0] }
      .mapValues { $0.sorted { $0.words.count > $1.words.count } }
    words = Set(forms.compactMap { Self.oneWord($0.words, apartBy: "") })
      .union(record.texts("parts").map(\.value))
    clear = Set(record.texts("clear").map(\.value))
    wordsBehindNames = Set(
      record.texts("behind-names").compactMap {
        Self.oneWord(Self.words(of: $0.value), apartBy: ".")
      })
    fullWords = Dictionary(
      record.entries("in-full").map { ($0.key, $0.value.text ?? $0.key) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func words(of form: String) -> [String] {
    form.split(separator: " ").map(String.init)
  }

  /// A form as the one word that a text makes of it; `nil` for forms of several.
  private static func oneWord(_ words: [String], apartBy sign: String) -> String? {
    guard words.count == 1 || words.allSatisfy({ $0.unicodeScalars.count == 1 }) else { return nil }
    return words.joined(separator: sign)
  }
}
