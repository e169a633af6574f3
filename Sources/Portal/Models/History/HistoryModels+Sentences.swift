internal import Agreements
internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Templating

extension HistoryModels {
  /// The sentence of a change: text, or markup where it quotes another language than the page's.
  ///
  /// `isOpening`: whether nothing stands before it.
  func sentence(of change: Change, in version: Int, isOpening: Bool) -> Value {
    var text = change.statement(in: sentences, withDays: words)
    if isOpening { text = text.prefix(1).uppercased() + text.dropFirst() }
    guard let quoted = quotedLanguage(of: change, in: version), quoted != language,
      let html = ForeignQuotes(sentence: sentences.rawValue, quoted: quoted).marked(text)
    else { return .string(text) }
    return .markup(html)
  }

  /// The language of what a change quotes; `nil` where that is in none, or not known.
  private func quotedLanguage(of change: Change, in version: Int) -> String? {
    guard let id = change.agreement else {
      let quoted = change.quotedLanguages?.text(in: sentences)
      return quoted.map { $0.isEmpty ? paths.defaultLanguage : $0 }
    }
    // Of the facts of an agreement, few are words.
    let isWords = change.kind != .metadataChanged || Self.wordyFacts.contains(change.field ?? "")
    return isWords ? self.language(ofAgreement: id, in: version) : nil
  }

  private static let wordyFacts: Set<String> = [
    "title", "short-title", "exhibit", "based-on", "joint-terms",
  ]

  /// The language of an agreement, as a version has it, or the newest that there is of it.
  func language(ofAgreement id: String, in version: Int) -> String {
    guard let number = history.number(ofAgreement: id) else { return paths.defaultLanguage }
    let agreement = history.agreements[number]
    let found = history.version(ofAgreement: id, in: version)?.version ?? agreement.newest
    return history.agreement(agreement.versions[found]).metadata.language?.value
      ?? paths.defaultLanguage
  }
}

extension Change {
  /// What happened, with days written as on the rest of the page. Words of contracts stay as they
  /// are.
  func statement(in language: Language, withDays words: Words) -> String {
    let text = statement.text(in: language)
    guard agreement == nil || kind == .metadataChanged, quotedLanguages == nil else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let isFree = index == 0 || !Self.isPartOfWord(bytes[index - 1])
      if isFree, let day = Self.day(at: index, in: bytes) {
        output += words.date(day).utf8
        index += 10
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// `2026-03-01`, where nothing that could belong to it follows.
  private static func day(at start: Int, in bytes: [UInt8]) -> CalendarDate? {
    let end = start + 10
    guard end <= bytes.count, bytes[start].isASCIIDigit,
      end == bytes.count || !isPartOfWord(bytes[end])
    else { return nil }
    return CalendarDate(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// Letters, digits and what stands in addresses and numbers.
  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
