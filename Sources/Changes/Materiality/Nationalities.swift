internal import Frontmatter

/// Countries by the adjectives that tell whose law or courts a text means: see
/// Data/nationalities.yml.
struct Nationalities: Sendable {
  /// By each form of an adjective, in lower case.
  private var codes: [String: String] = [:]
  private var nouns: Set<String> = []

  static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "nationalities.yml"), named: "nationalities.yml",
    what: "list of nationalities"
  ) { Nationalities(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    nouns = Set(record.texts("nouns").map(\.value))
    for entry in record.entries("adjectives") {
      for word in record.texts(of: entry.value, entry.key) {
        codes[word.value] = entry.key
        for ending in TypedWords.adjectiveEndings { codes[word.value + ending] = entry.key }
      }
    }
  }

  /// All forms of the adjectives.
  var words: some Sequence<String> { codes.keys }

  /// The countries whose law or courts marked words name: `German law`, `deutsches Recht`.
  func marked(in words: [MarkedText.Word]) -> Set<String> {
    Set(
      words.indices.dropLast().compactMap { index in
        guard words[index].isMarked, words[index].traits.contains(.nationality),
          nouns.contains(words[index + 1].lower)
        else { return nil }
        return codes[words[index].lower]
      })
  }
}
