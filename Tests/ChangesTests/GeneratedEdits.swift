/// Agreements of random words, and random edits of them with what they are.
struct GeneratedAgreement: Sendable {
  struct Section: Sendable {
    var title: String
    var clauses: [String]
  }

  var sections: [Section] = []
  private var random: TestRandom

  init(seed: UInt64) {
    random = TestRandom(seed: seed)
    for number in 0..<(2 + random.below(6)) {
      sections.append(
        Section(
          title: "Topic \(Self.words[number]) \(number)",
          clauses: (0..<(1 + random.below(6))).map { _ in random.sentence() }))
    }
  }

  var markdown: String {
    var text = ""
    for (number, section) in sections.enumerated() {
      text += "## \(number + 1). \(section.title)\n\n"
      for (index, clause) in section.clauses.enumerated() {
        text += "- (\(index + 1)) \(clause)\n"
      }
      text += "\n"
    }
    return text
  }

  /// All words in the order of the text, without numbers.
  var words: [String] {
    let texts: [String] = sections.flatMap { [$0.title] + $0.clauses }
    return texts.flatMap { text in text.split(separator: " ").map(String.init) }
  }

  // MARK: Edits

  mutating func insertClause() {
    let section = random.below(sections.count)
    sections[section].clauses.insert(
      random.sentence(), at: random.below(sections[section].clauses.count + 1))
  }

  /// Whether there was a clause to spare.
  mutating func deleteClause() -> Bool {
    let section = random.below(sections.count)
    guard sections[section].clauses.count > 1 else { return false }
    sections[section].clauses.remove(at: random.below(sections[section].clauses.count))
    return true
  }

  mutating func moveClause() -> Bool {
    let from = random.below(sections.count)
    guard sections[from].clauses.count > 1 else { return false }
    let place = random.below(sections[from].clauses.count)
    let clause = sections[from].clauses.remove(at: place)
    let to = random.below(sections.count)
    let target = random.below(sections[to].clauses.count + 1)
    sections[to].clauses.insert(clause, at: target)
    return from != to || place != target
  }

  mutating func moveSection() -> Bool {
    let place = random.below(sections.count)
    let section = sections.remove(at: place)
    let target = random.below(sections.count + 1)
    sections.insert(section, at: target)
    return place != target
  }

  /// Puts two or three neighbours together; returns how many there were beside the first.
  mutating func mergeClauses() -> Int {
    let section = random.below(sections.count)
    let count = min(1 + random.below(2), sections[section].clauses.count - 1)
    guard count > 0 else { return 0 }
    let place = random.below(sections[section].clauses.count - count)
    sections[section].clauses.replaceSubrange(
      place...place + count,
      with: [sections[section].clauses[place...place + count].joined(separator: " ")])
    return count
  }

  mutating func editWord() {
    let section = random.below(sections.count)
    let clause = random.below(sections[section].clauses.count)
    var words = sections[section].clauses[clause].split(separator: " ").map(String.init)
    let place = random.below(words.count - 1)
    words[place] = "changed\(random.below(1_000))x"
    sections[section].clauses[clause] = words.joined(separator: " ")
  }

  mutating func editAnything() {
    switch random.below(6) {
    case 0: insertClause()
    case 1: _ = deleteClause()
    case 2: _ = moveClause()
    case 3: _ = moveSection()
    default: editWord()
    }
  }

  static let words =
    """
    archive backup circle delta engine fabric garden harbour island journal kernel ladder meadow
    needle orchard pillar quarry ribbon saddle timber umbrella valley window yellow zephyr anchor
    basket candle dagger ember falcon goblet hammer ivory jasmine kettle lantern marble nectar
    oyster pepper quiver raven silver thimble urchin velvet walnut yonder zinc
    """
    .split { $0.isWhitespace }.map(String.init)
}

/// The same numbers in every run.
struct TestRandom: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int((state >> 11) % UInt64(bound))
  }

  mutating func sentence() -> String {
    let words = (0..<(9 + below(18))).map { _ in
      GeneratedAgreement.words[below(GeneratedAgreement.words.count)]
    }
    return "The \(words.joined(separator: " "))."
  }
}
