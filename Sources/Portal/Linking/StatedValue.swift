internal import Agreements
internal import Diagnostics
internal import Frontmatter
internal import Markup
internal import References
internal import Registers
internal import Search

/// Something that a clause says in figures, so that two languages must say it alike.
enum StatedValue: Hashable, Sendable {
  /// Digits without separators: `1000` of `1,000` and of `1.000`.
  case number(String)
  /// `2026-03-01`
  case date(String)
  case period(amount: Int, unit: String)
  /// A provision of a law, by the law's index.
  case law(Int, provision: String)
}

/// The provisions of laws among some values, for asking what German lawyers cite by the sentence
/// where English ones cite the paragraph.
struct CitedProvisions {
  /// As they are cited, of those that name no sentence.
  private var whole: Set<StatedValue> = []
  /// Without their sentences, of all.
  private var withoutSentences: Set<StatedValue> = []

  init(of values: [StatedValue]) {
    for value in values {
      guard let short = value.withoutSentence else { continue }
      withoutSentences.insert(short)
      if short == value { whole.insert(value) }
    }
  }

  /// Whether one of them is the same provision, of which only one of the two names the sentence.
  func citeUpToSentence(_ value: StatedValue) -> Bool {
    guard let short = value.withoutSentence else { return false }
    return whole.contains(short) || short == value && withoutSentences.contains(value)
  }
}

extension StatedValue {
  /// `28(3)(h)` of `28(3) sentence 2 (h)`; `nil` of what is no provision of a law.
  fileprivate var withoutSentence: StatedValue? {
    guard case .law(let law, let provision) = self else { return nil }
    var words = provision.split(separator: " ")
    guard let at = words.firstIndex(of: "sentence"), words.indices.contains(at + 1) else {
      return self
    }
    words.removeSubrange(at...(at + 1))
    return .law(law, provision: words.joined())
  }
}

/// What each provision of an agreement says in figures, in the order of its text, each once.
func statedValues(
  in agreement: Agreement, _ understood: UnderstoodAgreement
) -> [[StatedValue]] {
  var values = [[StatedValue]](repeating: [], count: agreement.provisions.count)
  // One paragraph can hold all that an agreement says in figures.
  var known = [Set<StatedValue>](repeating: [], count: agreement.provisions.count)
  func add(_ value: StatedValue, to provision: Int32) {
    guard provision >= 0, known[Int(provision)].insert(value).inserted else { return }
    values[Int(provision)].append(value)
  }
  for citation in understood.resolved.citations where !citation.number.isEmpty {
    add(.law(citation.law, provision: citation.written), to: citation.provision)
  }
  for period in understood.periods where period.amount > 0 {
    guard let unit = period.unit else { continue }
    add(.period(amount: period.amount, unit: unit.rawValue), to: period.provision)
  }
  // The names of laws hold numbers, and one language may write a name out where the other does not.
  var text = agreement.tree.text
  for citation in understood.resolved.citations {
    for index in citation.textRange { text[Int(index)] = UInt8(ascii: ";") }
  }
  for passage in findPassages(in: agreement) where passage.provision >= 0 {
    var reader = FigureReader(text, Int(passage.start)..<Int(passage.end))
    for value in reader.read() { add(value, to: passage.provision) }
  }
  return values
}

/// Reads the numbers and dates of a stretch of text, in English and German.
private struct FigureReader {
  private let text: [UInt8]
  private let range: Range<Int>
  /// Words and numbers as they follow each other; numbers keep their separators.
  private var tokens: [String] = []

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    self.range = range
  }

  mutating func read() -> [StatedValue] {
    cut()
    var values: [StatedValue] = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if let (date, length) = date(at: index) {
        values.append(.date(date))
        index += length
        continue
      }
      if isNumber(token) {
        values.append(.number(plain(token)))
      } else if let number = numberWords[token] {
        values.append(.number(String(number)))
      }
      index += 1
    }
    return values
  }

  private mutating func cut() {
    var folder = WordFolder()
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = text[position]
      if byte.isASCIIDigit {
        let start = position
        while position < range.upperBound,
          text[position].isASCIIDigit
            || ((text[position] == 0x2E || text[position] == 0x2C)
              && position + 1 < range.upperBound && text[position + 1].isASCIIDigit)
        { position += 1 }
        tokens.append(String(decoding: text[start..<position], as: UTF8.self))
      } else if byte >= 0x41 {
        var end = position
        while end < range.upperBound, text[end] >= 0x41 { end += 1 }
        let start = position
        position = end
        var cursor = start
        if folder.next(in: text.span, from: &cursor, to: end) {
          tokens.append(String(decoding: folder.word, as: UTF8.self))
        }
      } else {
        if byte > 0x20, byte != 0x2E, byte != 0x2C { tokens.append("") }
        position += 1
      }
    }
  }

  /// `1 March 2026`, `March 1, 2026`, `01.03.2026` or `2026-03-01`, and how many tokens it takes.
  private func date(at index: Int) -> (date: String, length: Int)? {
    let parts = tokens[index].split(separator: ".").map(String.init)
    if parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]), parts[2].count == 4 {
      return written(parts[2], month, day).map { ($0, 1) }
    }
    if index + 4 < tokens.count, tokens[index].count == 4, tokens[index + 1].isEmpty,
      tokens[index + 3].isEmpty, let month = Int(tokens[index + 2]),
      let day = Int(tokens[index + 4])
    {
      return written(tokens[index], month, day).map { ($0, 5) }
    }
    guard index + 2 < tokens.count else { return nil }
    let (first, second, third) = (tokens[index], tokens[index + 1], tokens[index + 2])
    if let day = Int(first), let month = monthNames[second] {
      return written(third, month, day).map { ($0, 3) }
    }
    if let month = monthNames[first], let day = Int(second) {
      return written(third, month, day).map { ($0, 3) }
    }
    return nil
  }

  private func written(_ year: String, _ month: Int, _ day: Int) -> String? {
    guard year.count == 4, Int(year) != nil, (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  private func isNumber(_ token: String) -> Bool {
    token.utf8.first.map { $0.isASCIIDigit } ?? false
  }

  /// Without separators and leading zeros, which languages write in different ways.
  private func plain(_ token: String) -> String {
    let digits = token.utf8.filter { $0.isASCIIDigit }
    let kept = digits.drop { $0 == 0x30 }
    return kept.isEmpty ? "0" : String(decoding: kept, as: UTF8.self)
  }
}

/// Folded, as ``WordFolder`` gives them.
private let monthNames: [String: Int] = {
  let names = [
    ["january", "januar", "janner"], ["february", "februar"], ["march", "marz"], ["april"],
    ["may", "mai"], ["june", "juni"], ["july", "juli"], ["august"], ["september"],
    ["october", "oktober"], ["november"], ["december", "dezember"],
  ]
  var months: [String: Int] = [:]
  for (index, month) in names.enumerated() { for name in month { months[name] = index + 1 } }
  return months
}()

/// From two: `one` is an article in German, and often in English.
private let numberWords: [String: Int] = {
  let names = [
    2: ["two", "zwei"], 3: ["three", "drei"], 4: ["four", "vier"], 5: ["five", "funf"],
    6: ["six", "sechs"], 7: ["seven", "sieben"], 8: ["eight", "acht"], 9: ["nine", "neun"],
    10: ["ten", "zehn"], 11: ["eleven", "elf"], 12: ["twelve", "zwolf"],
    14: ["fourteen", "vierzehn"], 20: ["twenty", "zwanzig"], 24: ["vierundzwanzig"],
    30: ["thirty", "dreissig"], 48: ["achtundvierzig"], 60: ["sixty", "sechzig"],
    72: ["zweiundsiebzig"], 90: ["ninety", "neunzig"],
  ]
  var numbers: [String: Int] = [:]
  for (number, words) in names { for word in words { numbers[word] = number } }
  return numbers
}()
