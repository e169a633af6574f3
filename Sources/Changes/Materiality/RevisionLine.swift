internal import Deadlines

/// A line that says of which day the text is, and nothing of what it promises: `Last updated: June
/// 8, 2023`, `Stand: 1. März 2026`.
enum RevisionLine {
  /// In words, numbers and signs.
  private static let longest = 16

  /// Whether the words of some tokens are few, and a number among them: of most texts that is all
  /// that is to be asked.
  static func mayBe(_ ranges: [Range<Int32>], of text: ComparedText) -> Bool {
    ranges.reduce(0) { $0 + $1.count } <= longest
      && ranges.contains { $0.contains { text.tokens.words[Int($0)].kind == .number } }
  }

  /// Whether words, in lower case, are nothing but a name that Data/metadata-keys.yml has for it, or
  /// a version, and a date, also without its day or year. Signs may stand at their ends or by
  /// themselves, and the address of whoever publishes it behind them.
  static func isAll(_ words: some Collection<String>) -> Bool {
    guard words.count <= longest else { return false }
    let words = words.filter { !$0.contains("@") }
      .map { $0.filter { !$0.isPunctuation || "-./".contains($0) } }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
      .filter { !$0.isEmpty && !separators.contains($0) }
    let label = words.prefix { !isOfDate($0) }
    guard !label.isEmpty,
      MetadataKeys.shipped.isBookkeeping(name(label)) || versions.contains(name(label))
    else { return false }
    let date = words[label.endIndex...]
    return date.allSatisfy { isOfDate($0) || $0 == "of" } && date.contains(where: isDecisive)
  }

  /// Without the preposition that leads to the date.
  private static func name(_ label: ArraySlice<String>) -> String {
    let last = label.last.map { prepositions.contains($0) } ?? false
    return (last ? label.dropLast() : label).joined()
  }

  private static let separators: Set<String> = ["-", "/", "|"]
  /// What a date follows as well: `Version 1.1 | 7 November 2024`.
  private static let versions: Set<String> = ["version", "fassung"]
  private static let prepositions: Set<String> = ["on", "at", "am", "vom", "im", "in"]

  private static func isOfDate(_ word: String) -> Bool {
    word.utf8.first.map(WordReader.isDigit) == true || MonthName.months[word] != nil
  }

  /// Whether a word is a month or holds a year: a number alone is no date.
  private static func isDecisive(_ word: String) -> Bool {
    MonthName.months[word] != nil || word.split { !$0.isNumber }.contains { $0.utf8.count == 4 }
  }
}

extension WordJudge {
  /// A text that is such a line in both versions, or in the one that has it.
  func revisionRule(_ text: MarkedText) -> Verdict? {
    func isLine(_ words: [MarkedText.Word]) -> Bool {
      words.isEmpty
        || words.contains { $0.kind == .number } && RevisionLine.isAll(words.lazy.map(\.lower))
    }
    func marksAddress(_ words: [MarkedText.Word]) -> Bool {
      words.contains { $0.isMarked && $0.text.contains("@") }
    }
    guard isLine(text.old), isLine(text.new), !marksAddress(text.old), !marksAddress(text.new)
    else { return nil }
    let (before, after) = (dates(in: text.old).first, dates(in: text.new).first)
    return Verdict(
      judgement: Judgement(.editorial, .metadata),
      before: before.map { MarkedText.text(text.old[$0]) },
      after: after.map { MarkedText.text(text.new[$0]) })
  }
}
