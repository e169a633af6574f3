internal import Deadlines
internal import Frontmatter
internal import Registers

/// What sentences call languages: see Data/languages.yml.
struct LanguageNames: Sendable {
  private var names: [String: BilingualText] = [:]

  static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "languages.yml"), named: "languages.yml", what: "list of languages"
  ) { LanguageNames(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    for entry in record.entries("languages") {
      names[entry.key] = record.readRecord(
        entry.value, prefix: "languages.*", what: "language"
      ) { language in
        let (english, german) = (language.requiredText("en"), language.requiredText("de"))
        return BilingualText(english: english?.value ?? "", german: german?.value ?? "")
      }
    }
  }

  /// The name of a tag: `German (Austria)` of `de-AT`; a tag that is not known is its own name.
  func name(of tag: String) -> BilingualText {
    let parts = tag.split(separator: "-", maxSplits: 1)
    guard let first = parts.first, let name = names[first.lowercased()] else {
      return BilingualText(english: tag, german: tag)
    }
    guard parts.count > 1 else { return name }
    let region = String(parts[1])
    func whole(_ name: String, _ language: Language) -> String {
      let code = region.uppercased()
      let country = Countries.shipped[code] == nil ? region : code
      return "\(name) (\(Countries.shipped.name(of: country, in: language.rawValue)))"
    }
    return BilingualText(
      english: whole(name.english, .english), german: whole(name.german, .german))
  }
}
