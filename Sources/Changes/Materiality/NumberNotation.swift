internal import Frontmatter

/// What point and comma mean in the numbers of a language: see Data/number-notations.yml.
enum NumberNotation: Sendable {
  /// `1.5` is a fraction, and `1,500` are thousands.
  case point
  /// `1,5` is a fraction, and `1.500` are thousands.
  case comma
  /// Either is in use, or nobody says in which language a text is.
  case unclear

  /// What stands before a fraction; `nil` where it can be either sign.
  var fractionSign: Character? {
    switch self {
    case .point: "."
    case .comma: ","
    case .unclear: nil
    }
  }
}

/// The notation of each language, as the binary carries it.
struct NumberNotations: Sendable {
  private var byLanguage: [String: NumberNotation] = [:]
  /// Words that tell of which language a text is.
  private var words: [(language: String, words: [String])] = []

  static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "number-notations.yml"), named: "number-notations.yml",
    what: "list of notations"
  ) { NumberNotations(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    let lists: [(key: String, notation: NumberNotation)] = [
      ("point", .point), ("comma", .comma), ("unclear", .unclear),
    ]
    for list in lists {
      for language in record.texts(list.key) { byLanguage[language.value] = list.notation }
    }
    for entry in record.entries("words") {
      words.append((entry.key, record.texts(of: entry.value, entry.key).map(\.value)))
    }
  }

  /// That of a tag such as `de-AT`: its own, or that of its language.
  func notation(of language: String) -> NumberNotation {
    let tag = language.lowercased()
    return byLanguage[tag] ?? tag.split(separator: "-").first.flatMap { byLanguage[String($0)] }
      ?? .unclear
  }

  /// That of a text which names no language, by the words that it uses.
  ///
  /// `count`: how often it uses a word in lower case.
  func notation(ofTextWith count: (String) -> Int) -> NumberNotation {
    let counts = words.map { known in
      (known.language, known.words.reduce(0) { $0 + count($1) })
    }
    guard let most = counts.map(\.1).max(), most > 0 else { return .unclear }
    let likely = counts.filter { $0.1 == most }
    return likely.count == 1 ? notation(of: likely[0].0) : .unclear
  }
}
