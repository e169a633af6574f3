package import Deadlines
internal import Diagnostics
import Frontmatter

/// What no longer protects what it was meant to protect: dated rules about the words of a measure.
package struct OutdatedTechnology: Sendable {
  /// One rule: words that name the technology, or a number that is too small near some words.
  package struct Rule: Sendable {
    package var id: String
    /// The day since which it counts as outdated.
    package var since: CalendarDate
    fileprivate var words: [Phrase]
    fileprivate var near: [Phrase]
    fileprivate var lessThan: Int?
    fileprivate var units: [[UInt8]]
    package var reason: String
    package var replacement: String
  }

  /// A rule that a text breaks, and the words that break it.
  package struct Finding: Sendable {
    package var rule: Rule
    package var words: String
  }

  package let rules: [Rule]
  private let denials: [Phrase]

  /// The rules that `text` breaks on `day`, each once, in the order of the rules.
  ///
  /// - Complexity: O(bytes × words of rules).
  package func findings(in text: String, asOf day: CalendarDate) -> [Finding] {
    var findings: [Finding] = []
    let sentences = sentences(of: Array(text.utf8))
    for rule in rules where rule.since <= day {
      for sentence in sentences {
        guard let words = rule.match(in: sentence) else { continue }
        // "Telnet is switched off" is the opposite of a finding.
        if denials.contains(where: { $0.firstMatch(in: sentence) != nil }) { continue }
        findings.append(Finding(rule: rule, words: words))
        break
      }
    }
    return findings
  }

  /// Sentences end at a mark that a blank follows; `TLS 1.0` has no end in it.
  private func sentences(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var sentences: [ArraySlice<UInt8>] = []
    var start = 0
    for index in text.indices {
      let isMark = [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "!")].contains(text[index])
      guard isMark, index + 1 < text.count, text[index + 1] <= 0x20 else { continue }
      sentences.append(text[start...index])
      start = index + 1
    }
    sentences.append(text[start...])
    return sentences
  }
}

extension OutdatedTechnology.Rule {
  fileprivate func match(in sentence: ArraySlice<UInt8>) -> String? {
    for phrase in words {
      if let range = phrase.firstMatch(in: sentence) {
        return String(decoding: sentence[range], as: UTF8.self)
      }
    }
    guard let lessThan, near.contains(where: { $0.firstMatch(in: sentence) != nil }) else {
      return nil
    }
    return numbers(in: sentence).first { $0.value < lessThan }?.words
  }

  /// The numbers that one of ``units`` follows.
  private func numbers(in text: ArraySlice<UInt8>) -> [(value: Int, words: String)] {
    var found: [(value: Int, words: String)] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].isASCIIDigit else {
        index += 1
        continue
      }
      let start = index
      while index < text.endIndex, text[index].isASCIIDigit { index += 1 }
      var unit = index
      while unit < text.endIndex, text[unit] == 0x20 { unit += 1 }
      let rest = text[unit...].prefix(32).map(\.asciiLowercased)
      guard index - start < 4,
        let value = Int(String(decoding: text[start..<index], as: UTF8.self)),
        let match = units.first(where: { rest.starts(with: $0) })
      else { continue }
      let words = text[start..<min(unit + match.count, text.endIndex)]
      found.append((value, String(decoding: words, as: UTF8.self)))
    }
    return found
  }
}

/// Words to look for as whole words: by case where all their letters are capitals, else without.
struct Phrase: Sendable {
  private let bytes: [UInt8]
  private let isByCase: Bool

  init(_ text: String) {
    let utf8 = Array(text.utf8)
    isByCase = !utf8.contains { $0.isASCIILowercase }
    bytes = isByCase ? utf8 : utf8.map(\.asciiLowercased)
  }

  /// Where the phrase first stands in `text`, with no letter or digit at either end.
  func firstMatch(in text: ArraySlice<UInt8>) -> Range<Int>? {
    guard let first = bytes.first, text.count >= bytes.count else { return nil }
    for start in text.startIndex...(text.endIndex - bytes.count) {
      guard folded(text[start]) == first, start == text.startIndex || !isWord(text[start - 1])
      else { continue }
      let end = start + bytes.count
      guard end == text.endIndex || !continues(text, at: end),
        zip(text[start..<end], bytes).allSatisfy({ folded($0) == $1 })
      else { continue }
      return start..<end
    }
    return nil
  }

  /// Whether the word goes on at `index`: with a letter, or with a further part of a number.
  private func continues(_ text: ArraySlice<UInt8>, at index: Int) -> Bool {
    if isWord(text[index]) { return true }
    return text[index] == UInt8(ascii: ".") && index + 1 < text.endIndex
      && text[index + 1].isASCIIDigit
  }

  private func folded(_ byte: UInt8) -> UInt8 { isByCase ? byte : byte.asciiLowercased }
}

private func isWord(_ byte: UInt8) -> Bool {
  byte.isASCIILetterOrDigit || byte >= 0x80
}

extension OutdatedTechnology {
  /// The rules that the binary carries.
  package static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "technology.yml"), named: "technology.yml", what: "list of rules"
  ) { OutdatedTechnology(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    denials = record.texts("denials").map { Phrase($0.value) }
    rules = record.records("rules", what: "rule") { rule in
      let id = rule.requiredIdentifier("id")
      let since = rule.date("since")
      let words = rule.texts("words").map { Phrase($0.value) }
      let near = rule.texts("near").map { Phrase($0.value) }
      let lessThan = rule.integer("less-than")?.value
      let units = rule.texts("units").map { $0.value.utf8.map(\.asciiLowercased) }
      let reason = rule.requiredText("why")
      let replacement = rule.requiredText("instead")
      guard let id, let since, let reason, let replacement else { return nil }
      return Rule(
        id: id.value, since: since.value, words: words, near: near, lessThan: lessThan,
        units: units, reason: reason.value, replacement: replacement.value)
    }
  }
}
