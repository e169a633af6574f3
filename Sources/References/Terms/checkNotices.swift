internal import Agreements
internal import Deadlines
package import Diagnostics
import Partitioning

/// A period for announcing a sub-processor, or for objecting to one, that a text sets.
package struct NoticePeriod: Sendable {
  package var period: Period
  package var kind: StatedPeriod.Kind
}

/// Finds the periods for announcing a sub-processor and for objecting to one.
///
/// Deliberately narrow: the passage or its heading must speak of sub-processors, and the sentence
/// must say that the period is one of the two. Other periods in such clauses, of breaches, audits
/// or terminations, are left alone.
///
/// - Complexity: O(periods), beside the tokens of their passages.
package func findNotices(
  _ periods: [Period], of reading: AgreementReading, _ table: TokenTable? = nil
) -> [NoticePeriod] {
  guard periods.contains(where: { $0.kind == .duration }) else { return [] }
  // The tokens are only cut where a clause speaks of sub-processors at all.
  var topic = SubProcessorTopic(reading)
  let candidates = periods.filter { topic.holds($0) }
  guard !candidates.isEmpty else { return [] }
  var reader = NoticeReader(reading, table ?? reading.tokenTable())
  return candidates.compactMap { period in
    reader.kind(of: period).map { NoticePeriod(period: period, kind: $0) }
  }
}

/// Reports periods of notice that differ from those of the portal: it computes deadlines with its
/// own, and would print days that the text doesn't give.
package func checkNotices(
  _ notices: [NoticePeriod], of reading: AgreementReading, stated: [StatedPeriod]
) -> [Diagnostic] {
  notices.compactMap { notice in
    let period = notice.period
    guard let promise = stated.first(where: { $0.kind == notice.kind }),
      !period.isAsLong(as: promise.period, week: promise.week)
    else { return nil }
    let key = notice.kind == .beforeUse ? "before-use" : "objection"
    let words = promise.words(inGerman: reading.context.isGerman)
    return Diagnostic(
      .contradictingPeriod, .warning,
      "'\(reading.text(period.textRange))' is not the period of 'notice.\(key)', which is "
        + "'\(words)'",
      at: reading.places.range(of: period.textRange),
      notes: [Diagnostic.Note("'notice.\(key)' is stated here", at: promise.range)],
      help: "write '\(words)', or change 'notice.\(key)'")
  }
}

/// Tells which periods stand where an agreement speaks of sub-processors.
private struct SubProcessorTopic {
  private let reading: AgreementReading
  private let topic: Int?
  /// By passage.
  private var speaks: [Int: Bool] = [:]
  /// By provision.
  private var isUnder: [Bool?]

  init(_ reading: AgreementReading) {
    self.reading = reading
    topic = reading.context.catalogs.topics.topics.firstIndex { $0.id == "sub-processing" }
    isUnder = Array(repeating: nil, count: reading.agreement.provisions.count)
  }

  mutating func holds(_ period: Period) -> Bool {
    guard period.kind == .duration, let unit = period.unit, unit != .hours, period.amount > 0,
      let number = reading.places.passage(holding: period.textRange.lowerBound)
    else { return false }
    return isOnSubProcessors(number)
  }

  private mutating func isOnSubProcessors(_ number: Int) -> Bool {
    if let known = speaks[number] { return known }
    guard let topic else { return false }
    let passage = reading.passages[number]
    let isOn =
      isUnderSubProcessors(passage.provision, topic)
      || speaksOf(topic, passage, reading, reading.context.catalogs.topics)
    speaks[number] = isOn
    return isOn
  }

  /// Whether a provision, or one that it stands in, has a heading on sub-processors.
  private mutating func isUnderSubProcessors(_ provision: Int32, _ topic: Int) -> Bool {
    guard provision != Provision.none else { return false }
    let place = Int(provision)
    if let known = isUnder[place] { return known }
    let title = reading.agreement.provisions[place].title
    var isOn = reading.index.titles[place]?.content.contains(UInt64(topic)) ?? false
    // The shortest of them has 16 bytes.
    if !isOn, title.utf8.count > 15 {
      let small = Array(title.lowercased().utf8)
      isOn = Self.titles.contains { holds(small, $0) }
    }
    // Provisions are nested only as deep as texts may be.
    isOn = isOn || isUnderSubProcessors(reading.agreement.provisions[place].parent, topic)
    isUnder[place] = isOn
    return isOn
  }

  private static let titles = [
    "weitere auftragsverarbeiter", "other processors", "further processors",
    "additional processors",
  ].map { Array($0.utf8) }

  private func holds(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { start in
      text[start] == part[0] && text[start...].starts(with: part)
    }
  }
}

/// Tells which periods are those of an announcement or objection.
private struct NoticeReader: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  private let reading: AgreementReading
  private var current = -1

  init(_ reading: AgreementReading, _ table: TokenTable) {
    self.reading = reading
    vocabulary = reading.context.vocabulary
    text = table.text
    tokenizer = Tokenizer(table)
  }

  mutating func kind(of period: Period) -> StatedPeriod.Kind? {
    guard let number = reading.places.passage(holding: period.textRange.lowerBound) else {
      return nil
    }
    if number != current {
      tokenizer.enter(number)
      current = number
    }
    return kind(of: tokens(of: period))
  }

  /// The first token of a period and the index behind its last one.
  private func tokens(of period: Period) -> Range<Int> {
    let words = 0..<(tokenizer.tokens.count - 1)
    let first = words.partitioningIndex { token($0).start >= period.textRange.lowerBound }
    let end = words.partitioningIndex { token($0).start >= period.textRange.upperBound }
    return first..<end
  }

  // MARK: Sentences

  private enum Word { case objection, announcement, change, ahead, other }

  private func kind(of period: Range<Int>) -> StatedPeriod.Kind? {
    let sentence = sentence(around: period)
    let words = sentence.map { word(at: $0) }
    func said(_ index: Int) -> Word? { words[index - sentence.lowerBound] }
    func has(_ word: Word) -> Bool { words.contains(word) }
    guard !sentence.contains(where: isAside) else { return nil }
    let before = sentence.prefix { $0 < period.lowerBound }
      .last { index in
        let word = said(index)
        return word == .objection || word == .announcement || word == .other
      }
    if let before, said(before) == .other { return nil }
    if let before, said(before) == .objection {
      // `if the customer objects, the parties find a way within 30 days`
      return (before..<period.lowerBound).contains { isGlued(.comma, $0) } ? nil : .objection
    }
    let objection = (period.upperBound..<sentence.upperBound).first { said($0) == .objection }
    if let objection {
      // `within 30 days after the objection`
      let follows =
        kind(period.upperBound) == .after || kind(period.upperBound) == .of
        || kind(period.upperBound) == .see
      // And not `within 30 days after that the customer may object`.
      let isOwn = (period.upperBound..<objection).contains { Self.may.contains(token($0).hash) }
      if follows, !isOwn, objection - period.upperBound <= 5 { return nil }
      if objection - period.upperBound < 4 { return .objection }
    }
    let near =
      max(
        sentence.lowerBound, period.lowerBound - 4)..<min(
        sentence.upperBound, period.upperBound + 5)
    if near.contains(where: { said($0) == .ahead }), has(.announcement), has(.change) {
      return .beforeUse
    }
    return before == nil && objection != nil ? .objection : nil
  }

  /// What gives a right, between a period and the word for it.
  private static let may: Set<UInt64> = Set(
    ["may", "can", "kann", "können", "darf", "dürfen"].map(WordHash.of))

  /// At most this many tokens of a sentence are read on either side.
  private static let reach = 80

  private func sentence(around period: Range<Int>) -> Range<Int> {
    var start = period.lowerBound
    let first = max(0, start - Self.reach)
    while start > first, !endsSentence(at: start - 1) { start -= 1 }
    var end = period.upperBound
    let last = min(tokenizer.tokens.count - 1, end + Self.reach)
    while end < last, !endsSentence(at: end) { end += 1 }
    return start..<end
  }

  /// A semicolon parts two duties as a full stop does.
  private func endsSentence(at index: Int) -> Bool {
    isGlued(.semicolon, index)
      || (isGlued(.point, index) && token(index + 1).hasSpaceBefore
        && token(index + 1).isCapitalised)
  }

  private func word(at index: Int) -> Word? {
    guard token(index).kind == .word else { return nil }
    let first = text[Int(token(index).start)]
    for (word, beginning) in Self.words[Int(first.asciiLowercased)]
    where begins(index, with: beginning) {
      return word == .other && isSeparatedAnnouncement(at: index) ? .announcement : word
    }
    return nil
  }

  /// `kündigt neue Unterauftragnehmer 60 Tage vorher an`: the rest of the verb ends the clause.
  private func isSeparatedAnnouncement(at index: Int) -> Bool {
    guard begins(index, with: Self.announces), !token(index).isCapitalised else { return false }
    for next in (index + 1)..<(index + Self.reach) {
      if token(next).kind == .end || endsSentence(at: next) { return false }
      guard token(next).hash == Self.rest else { continue }
      let behind = token(next + 1)
      if behind.kind == .end || behind.kind == .sign || kind(next + 1) == .and { return true }
    }
    return false
  }

  private static let announces = Array("kündig".utf8)
  private static let rest = WordHash.of("an")

  /// What the clause speaks of beside the use of sub-processors.
  private func isAside(_ index: Int) -> Bool {
    token(index).kind == .word && Self.asides.contains { begins(index, with: $0) }
  }

  /// The beginnings of words by their first bytes, those of the first kind first.
  private static let words: [[(Word, [UInt8])]] = {
    var words = [[(Word, [UInt8])]](repeating: [], count: 256)
    for (word, beginnings) in beginnings {
      for beginning in beginnings.split(separator: " ").map({ Array($0.utf8) }) {
        words[Int(beginning[0])].append((word, beginning))
      }
    }
    return words
  }()

  private static let beginnings: [(Word, String)] = [
    (
      .other,
      "objective terminat kündig kuendig cancel respon answer reply antwort resolv remed cur"
    ),
    (.objection, "object widersp einspr"),
    (
      .announcement,
      "notif inform announc notice advis tell told mitteil mitgeteilt teilt anzeig angezeigt "
        + "ankündig angekündigt unterricht benachrichtig meld gemeldet"
    ),
    (.ahead, "prior before advance ahead vorher voraus vorab zuvor vor bevor"),
    (
      .change,
      "new addition add replac chang intend engag appoint using use neu änder hinzu ersetz "
        + "beauftrag einsatz wechsel weiter updat"
    ),
  ]

  private static let asides = [
    "breach", "incident", "audit", "inspect", "delet", "erase", "return", "verletz", "vorfall",
    "vorfäll", "prüf", "kontroll", "lösch",
  ].map { Array($0.utf8) }
}

extension Diagnostic.Code {
  package static let contradictingPeriod = Self(rawValue: "contradicting-period")
}
