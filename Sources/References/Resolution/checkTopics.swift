internal import Agreements
package import Diagnostics
internal import Markup
import Partitioning

/// Reports references to a section of the same agreement, which has `number` among those resolved
/// together, that is about something else than the sentence says, where another section has just
/// that topic in its title.
///
/// Deliberately narrow: the topic must be named within a few words before the reference, must be
/// missing from the target's title and text, and be in the title of exactly one other section.
///
/// - Complexity: O(bytes of the text × topics); the text of a target is read once for a topic.
package func checkTopics(
  of reading: AgreementReading, number: Int, resolved: ResolvedAgreement
) -> [Diagnostic] {
  let topics = reading.context.catalogs.topics
  guard !topics.topics.isEmpty else { return [] }
  var checker = TopicChecker(reading, topics)
  var diagnostics: [Diagnostic] = []
  var previous: Int32 = 0
  for reference in resolved.references where reference.kind == .clause {
    defer { previous = reference.textRange.upperBound }
    guard reference.status == .resolved, reference.parts.count == 1,
      let target = reference.parts[0].targets.first, reference.parts[0].targets.count == 1,
      Int(target.agreement) == number,
      let doubt = checker.doubt(reference, target.provision, behind: previous)
    else { continue }
    diagnostics.append(doubt)
  }
  return diagnostics
}

private struct TopicChecker {
  let reading: AgreementReading
  let topics: TopicCatalog
  /// Sections with a topic in their titles.
  private var sections: [Int: [Int32]] = [:]
  /// Whether the text of a place and all in it has a word of a topic, where that was asked.
  private var speaks: [TopicOfPlace: Bool] = [:]
  /// By place, so that those of a section stand together; few agreements need them.
  private lazy var texts: [(provision: Int32, range: Range<Int32>)] =
    reading.passages.map { ($0.provision, $0.start..<$0.end) }
    .sorted { ($0.0, $0.1.lowerBound) < ($1.0, $1.1.lowerBound) }

  private struct TopicOfPlace: Hashable {
    var topic: Int
    var place: Int32
  }

  init(_ reading: AgreementReading, _ topics: TopicCatalog) {
    self.reading = reading
    self.topics = topics
    let provisions = reading.agreement.provisions
    for index in provisions.indices
    where provisions[index].kind == .section && reading.index.scopes[index] == Provision.none {
      let title = Array(provisions[index].title.utf8)
      for topic in Self.topics(in: title, title.indices, topics) {
        sections[topic, default: []].append(Int32(index))
      }
    }
  }

  private static func topics(
    in text: [UInt8], _ range: Range<Int>, _ catalog: TopicCatalog
  ) -> Set<Int> {
    var found: Set<Int> = []
    var words = TopicWords(range)
    while let word = words.next(in: text.span) {
      if catalog.mayHold(word, of: text.span), let topic = catalog.topic(of: joined(text[word])) {
        found.insert(topic)
      }
    }
    return found
  }

  /// What is doubtful of a reference; `previous` is where the one before it ends, to which the
  /// words before that belong.
  mutating func doubt(
    _ reference: ResolvedReference, _ target: Int32, behind previous: Int32
  ) -> Diagnostic? {
    let provisions = reading.agreement.provisions
    guard target >= 0, provisions[Int(target)].kind == .section,
      reading.index.scopes[Int(target)] == Provision.none
    else { return nil }
    let before = topicsBefore(reference, from: Int(previous))
    // `Die Kontrolle der Löschung` is what either section can be on.
    guard !before.contains(where: { sections[$0]?.contains(target) == true }) else { return nil }
    for topic in before.sorted() {
      guard let candidates = sections[topic], candidates.count == 1, candidates[0] != target,
        !reading.index.isInside(reference.provision, candidates[0]),
        !speaks(of: topic, in: target)
      else { continue }
      let other = candidates[0]
      let path = reading.agreement.legalPath(of: Int(other)).written
      return Diagnostic(
        .doubtfulReference, .warning,
        "'\(reading.text(reference.textRange))' leads to '\(provisions[Int(target)].title)', which "
          + "does not speak of what stands before it",
        at: reading.places.range(of: reference.textRange),
        notes: [
          Diagnostic.Note(
            "'\(path)' is headed '\(provisions[Int(other)].title)'",
            at: reading.places.range(ofProvision: other))
        ], help: "cite '\(path)' if that is meant")
    }
    return nil
  }

  /// Topics of the last few words of the sentence before a reference.
  private func topicsBefore(_ reference: ResolvedReference, from previous: Int) -> Set<Int> {
    var end = Int(reference.textRange.lowerBound)
    guard let passage = reading.places.passage(holding: reference.textRange.lowerBound) else {
      return []
    }
    let text = reading.agreement.tree.text
    var start = max(Int(reading.passages[passage].start), end - 60, min(previous, end))
    if let stop = text[start..<end].lastIndex(where: { $0 == 0x2E || $0 == 0x3B || $0 == 0x2C }) {
      start = stop + 1
    }
    while start < end, text[start] != 0x20 { start += 1 }
    // `a breach of section 2` is one of that section, whatever it is about.
    if text[start..<end].suffix(4).elementsEqual(" of ".utf8) {
      end = text[start..<(end - 4)].lastIndex(of: 0x20) ?? start
    }
    return Self.topics(in: text, start..<end, topics)
  }

  private mutating func speaks(of topic: Int, in place: Int32) -> Bool {
    let key = TopicOfPlace(topic: topic, place: place)
    if let known = speaks[key] { return known }
    let texts = texts
    let inside = texts[texts.partitioningIndex { $0.provision >= place }...]
      .prefix { reading.index.isInside($0.provision, place) }
    let isSaid = inside.contains { speaksOf(topic, in: $0.range, reading, topics) }
    speaks[key] = isSaid
    return isSaid
  }
}

/// Reports notices on sub-processors whose period has no number.
func checkOpenPeriods(
  _ periods: [Period], of reading: AgreementReading, topics: TopicCatalog
) -> [Diagnostic] {
  guard let topic = topics.topics.firstIndex(where: { $0.id == "sub-processing" }) else {
    return []
  }
  var known: [Int: Bool] = [:]
  return periods.compactMap { period in
    guard period.kind == .open,
      let passage = reading.places.passage(holding: period.textRange.lowerBound)
    else { return nil }
    let speaks =
      known[passage]
      ?? (speaksOf(topic, reading.passages[passage], reading, topics)
        && announces(reading.passages[passage], reading))
    known[passage] = speaks
    guard speaks else { return nil }
    return Diagnostic(
      .undefinedPeriod, .warning,
      "'\(reading.text(period.textRange))' sets no number for the notice of a new sub-processor",
      at: reading.places.range(of: period.textRange),
      help: "state a number, such as '30 days', so that the end of the period can be computed")
  }
}

/// Whether a passage tells somebody of something, or objects to it: `vorlegen` announces nothing.
private func announces(_ passage: Passage, _ reading: AgreementReading) -> Bool {
  let text = reading.agreement.tree.text
  var words = TopicWords(Int(passage.start)..<Int(passage.end))
  while let word = words.next(in: text.span) {
    let lowered = WordStem.lowered(text[word])
    if announcing.contains(where: { lowered.starts(with: $0) }) { return true }
  }
  return false
}

private let announcing = [
  "notif", "inform", "announc", "notice", "advis", "tell", "told", "object", "oppos", "communicat",
  "mitteil", "mitgeteilt", "teilt", "anzeig", "angezeigt", "ankündig", "angekündigt", "kündigt",
  "unterricht", "benachrichtig", "meld", "gemeldet", "widersp", "einspr", "bekannt", "hinweis",
].map { Array($0.utf8) }

/// Whether a word of a passage belongs to a topic.
func speaksOf(
  _ topic: Int, _ passage: Passage, _ reading: AgreementReading, _ topics: TopicCatalog
) -> Bool {
  speaksOf(topic, in: passage.start..<passage.end, reading, topics)
}

/// Whether a word of a stretch of the text belongs to a topic.
private func speaksOf(
  _ topic: Int, in range: Range<Int32>, _ reading: AgreementReading, _ topics: TopicCatalog
) -> Bool {
  let text = reading.agreement.tree.text
  var words = TopicWords(Int(range.lowerBound)..<Int(range.upperBound))
  while let word = words.next(in: text.span) {
    // Nearly all words begin otherwise, and need no copy.
    if topics.mayHold(word, of: text.span, in: topic),
      topics.topic(of: joined(text[word])) == topic
    {
      return true
    }
  }
  return false
}

/// A walk over the words of a stretch of text.
private struct TopicWords {
  private var position: Int
  private let end: Int

  init(_ range: Range<Int>) {
    position = range.lowerBound
    end = range.upperBound
  }

  @inline(__always)
  mutating func next(in text: borrowing Span<UInt8>) -> Range<Int>? {
    while position < end, !isPartOfWord(text[position]) { position &+= 1 }
    guard position < end else { return nil }
    let start = position
    repeat { position &+= 1 } while position < end && isPartOfWord(text[position])
    return start..<position
  }
}

/// Letters and the hyphen, so that `sub-processors` is one word.
@inline(__always)
private func isPartOfWord(_ byte: UInt8) -> Bool {
  byte.isASCIILetter || byte >= 0x80 || byte == UInt8(ascii: "-")
}

/// A word in lower case without its hyphens.
private func joined(_ word: ArraySlice<UInt8>) -> [UInt8] {
  WordStem.lowered(word).filter { $0 != UInt8(ascii: "-") }
}

extension Diagnostic.Code {
  package static let doubtfulReference = Self(rawValue: "doubtful-reference")
  package static let undefinedPeriod = Self(rawValue: "undefined-period")
}
