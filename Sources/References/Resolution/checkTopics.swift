internal import Agreements
package import Diagnostics
internal import Markup

/// Reports references to a section of the same agreement, which has `number` among those resolved
/// together, that is about something else than the sentence says, where another section has just
/// that topic in its title.
///
/// Deliberately narrow: the topic must be named within a few words before the reference, must be
/// missing from the target's title and text, and be in the title of exactly one other section.
///
/// - Complexity: O(bytes of the text); the text of a target is read once.
package func checkTopics(
  of reading: AgreementReading, number: Int, resolved: ResolvedAgreement
) -> [Diagnostic] {
  let topics = reading.context.catalogs.topics
  guard !topics.topics.isEmpty else { return [] }
  var checker = TopicChecker(reading, topics)
  var diagnostics: [Diagnostic] = []
  for reference in resolved.references where reference.kind == .clause {
    guard reference.status == .resolved, reference.parts.count == 1,
      let target = reference.parts[0].targets.first, reference.parts[0].targets.count == 1,
      Int(target.agreement) == number,
      let doubt = checker.doubt(reference, target.provision)
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
  /// The topics of the text of a place and all in it, once it has been read.
  private var topicsOfText: [Int32: Set<Int>] = [:]
  /// By place, so that those of a section stand together.
  private let texts: [(provision: Int32, range: Range<Int32>)]

  init(_ reading: AgreementReading, _ topics: TopicCatalog) {
    self.reading = reading
    self.topics = topics
    texts = reading.passages.map { ($0.provision, $0.start..<$0.end) }
      .sorted { ($0.0, $0.1.lowerBound) < ($1.0, $1.1.lowerBound) }
    let provisions = reading.agreement.provisions
    for index in provisions.indices
    where provisions[index].kind == .section && reading.index.scopes[index] == Provision.none {
      for topic in Self.topics(in: Array(provisions[index].title.utf8)[...], topics) {
        sections[topic, default: []].append(Int32(index))
      }
    }
  }

  private static func topics(in text: ArraySlice<UInt8>, _ catalog: TopicCatalog) -> Set<Int> {
    var found: Set<Int> = []
    forEachWord(of: text) { word in
      if catalog.mayHold(word), let topic = catalog.topic(of: joined(word)) { found.insert(topic) }
      return true
    }
    return found
  }

  mutating func doubt(_ reference: ResolvedReference, _ target: Int32) -> Diagnostic? {
    let provisions = reading.agreement.provisions
    guard target >= 0, provisions[Int(target)].kind == .section,
      reading.index.scopes[Int(target)] == Provision.none
    else { return nil }
    for topic in topicsBefore(reference).sorted() {
      guard let candidates = sections[topic], candidates.count == 1, candidates[0] != target,
        !reading.index.isInside(reference.provision, candidates[0]),
        !topics(of: target).contains(topic)
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
  private func topicsBefore(_ reference: ResolvedReference) -> Set<Int> {
    let end = Int(reference.textRange.lowerBound)
    guard let passage = reading.places.passage(holding: reference.textRange.lowerBound) else {
      return []
    }
    let text = reading.agreement.tree.text
    var start = max(Int(reading.passages[passage].start), end - 60)
    if let stop = text[start..<end].lastIndex(where: { $0 == 0x2E || $0 == 0x3B || $0 == 0x2C }) {
      start = stop + 1
    }
    while start < end, text[start] != 0x20 { start += 1 }
    return Self.topics(in: text[start..<end], topics)
  }

  private mutating func topics(of place: Int32) -> Set<Int> {
    if let known = topicsOfText[place] { return known }
    var found: Set<Int> = []
    var low = 0
    var high = texts.count
    while low < high {
      let middle = (low + high) / 2
      if texts[middle].provision < place { low = middle + 1 } else { high = middle }
    }
    while low < texts.count, reading.index.isInside(texts[low].provision, place) {
      let range = texts[low].range
      found.formUnion(
        Self.topics(
          in: reading.agreement.tree.text[Int(range.lowerBound)..<Int(range.upperBound)], topics))
      low += 1
    }
    topicsOfText[place] = found
    return found
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
    let speaks = known[passage] ?? speaksOf(topic, reading.passages[passage], reading, topics)
    known[passage] = speaks
    guard speaks else { return nil }
    return Diagnostic(
      .undefinedPeriod, .warning,
      "'\(reading.text(period.textRange))' sets no number for the notice of a new sub-processor",
      at: reading.places.range(of: period.textRange),
      help: "state a number, such as '30 days', so that the end of the period can be computed")
  }
}

/// Whether a word of a passage belongs to a topic.
func speaksOf(
  _ topic: Int, _ passage: Passage, _ reading: AgreementReading, _ topics: TopicCatalog
) -> Bool {
  let range = passage.start..<passage.end
  let text = reading.agreement.tree.text[Int(range.lowerBound)..<Int(range.upperBound)]
  var speaks = false
  forEachWord(of: text) { word in
    // Nearly all words begin otherwise, and need no copy.
    speaks = topics.mayHold(word, in: topic) && topics.topic(of: joined(word)) == topic
    return !speaks
  }
  return speaks
}

/// Calls `body` with each word of a text until it returns `false`.
private func forEachWord(of text: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Bool) {
  var start = text.startIndex
  while start < text.endIndex {
    guard isPartOfWord(text[start]) else {
      start += 1
      continue
    }
    var end = start + 1
    while end < text.endIndex, isPartOfWord(text[end]) { end += 1 }
    guard body(text[start..<end]) else { return }
    start = end
  }
}

/// Letters and the hyphen, so that `sub-processors` is one word.
private func isPartOfWord(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == UInt8(ascii: "-")
}

/// A word in lower case without its hyphens.
private func joined(_ word: ArraySlice<UInt8>) -> [UInt8] {
  WordStem.lowered(word).filter { $0 != UInt8(ascii: "-") }
}

extension Diagnostic.Code {
  package static let doubtfulReference = Self(rawValue: "doubtful-reference")
  package static let undefinedPeriod = Self(rawValue: "undefined-period")
}
