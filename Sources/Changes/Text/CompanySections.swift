internal import Agreements
internal import Markup

/// Finds the sections that are about one company each: the heading names it, and what stands below
/// says what it does.
///
/// That a heading is a name follows from a legal form in it, or from facts with labels below it,
/// such as `Purpose: mail`; where most headings of a list of sub-processors are names, all that can
/// be are.
struct CompanySections {
  /// A section and the words of its heading.
  struct Section: Sendable {
    var node: Int
    var name: Range<Int32>
    /// An address that leads to no other of the companies, as an index of the tree's links.
    var link: Int32?
  }

  private let text: ComparedText
  private(set) var sections: [Section] = []

  init(_ text: ComparedText, _ topics: PlaceTopics) {
    self.text = text
    let nodes = text.nodes
    var siblings: [Int32: [Int]] = [:]
    for node in nodes.indices.dropFirst() where nodes[node].shape == .section {
      let parent = nodes[node].parent
      guard topics[Int(parent)] == .subProcessors, mayBeCompany(node) else { continue }
      siblings[parent, default: []].append(node)
    }
    for parent in siblings.keys.sorted() {
      let candidates = siblings[parent] ?? []
      let certain = candidates.filter { holdsForm(name(of: $0)) || holdsFacts($0) }
      let named = certain.count > 1 && certain.count * 3 >= candidates.count * 2
      // A section with a number may be a part of the text like any other.
      let found =
        named
        ? candidates.filter { text.designation(of: $0).isEmpty || certain.contains($0) } : certain
      sections += found.map { Section(node: $0, name: name(of: $0)) }
    }
    if !sections.isEmpty { readLinks() }
  }

  /// The words of the heading, without what stands behind a dash: `Gull GmbH – mail`.
  private func name(of node: Int) -> Range<Int32> {
    let heading = text.nodes[node].tokens.lowerBound..<text.nodes[node].bodyStart
    let dash = heading.dropFirst().first { token in
      ["\u{2013}", "\u{2014}", "-"].contains(written(token))
        && text.tokens.words[Int(token)].lead != .nothing
    }
    return heading.lowerBound..<(dash ?? heading.upperBound)
  }

  /// Whether a section has a short heading of words as names have them, and little text:
  /// no parts of its own and no tables.
  private func mayBeCompany(_ node: Int) -> Bool {
    let place = text.nodes[node]
    let name = name(of: node)
    guard !name.isEmpty, !place.isBareHeading,
      Int(place.treeWords) <= Self.mostWords, place.treeWords > place.words,
      !text.nodes[(node + 1)..<Int(place.end)].contains(where: { $0.shape != .text })
    else { return false }
    let words = name.filter { text.isWord($0) }
    guard (1...Self.wordsOfName).contains(words.count),
      words.allSatisfy({ text.isCapitalised($0) || text.joinsName($0) })
    else { return false }
    let heading = text.words(of: name)
    return !NameHeads.isLabel(heading) && !PlaceTopics.namesSubProcessors(heading)
      && !words.contains { Self.notNames.contains(written($0)) }
  }

  private func holdsForm(_ name: Range<Int32>) -> Bool {
    name.dropFirst().contains { text.isOfLegalForm($0) }
  }

  /// Whether two lines or more below a heading begin with the name of a fact.
  private func holdsFacts(_ node: Int) -> Bool {
    var facts = 0
    for inside in node + 1..<Int(text.nodes[node].end) {
      let tokens = text.nodes[inside].tokens
      for first in tokens
      where first == tokens.lowerBound || text.tokens.words[Int(first)].lead == .line {
        guard
          let sign = (first..<tokens.upperBound).prefix(Self.wordsOfName)
            .first(where: { !text.says($0) }), sign > first, written(sign) == ":",
          NameHeads.isLabel(text.words(of: first..<sign))
        else { continue }
        facts += 1
        if facts > 1 { return true }
      }
    }
    return false
  }

  private mutating func readLinks() {
    let marks = FoundMarks(in: text.agreement.tree).marks.filter { $0.kind == .link }
    guard !marks.isEmpty else { return }
    func destination(_ mark: InlineMark) -> [UInt8] {
      text.agreement.tree.links[Int(mark.link)].destination
    }
    let ranges = sections.map { section in
      let tokens = text.entryTokens(section.node)
      return text.tokens.bytes(from: tokens.lowerBound, through: tokens.upperBound - 1)
    }
    var owners: [[UInt8]: Int] = [:]
    var found: [(section: Int, mark: InlineMark)] = []
    var next = 0
    for mark in marks {
      while next < ranges.count, ranges[next].upperBound <= mark.bytes.lowerBound { next += 1 }
      guard next < ranges.count, ranges[next].contains(mark.bytes.lowerBound) else { continue }
      found.append((next, mark))
      let owner = owners[destination(mark)]
      owners[destination(mark)] = owner == nil || owner == next ? next : -1
    }
    for (section, mark) in found
    where sections[section].link == nil && owners[destination(mark)] == section {
      sections[section].link = mark.link
    }
  }

  private func written(_ token: Int32) -> String {
    text.words(of: token..<token + 1).lowercased()
  }

  private static let wordsOfName = 8
  /// A section with more words is no entry of a list.
  private static let mostWords = 120

  /// What headings of such lists say beside names.
  private static let notNames: Set<String> = [
    "version", "fassung", "stand", "changes", "änderungen", "objection", "objections",
    "widerspruch", "overview", "übersicht", "introduction", "einleitung", "general",
    "allgemeines", "notes", "hinweise", "annex", "anlage", "anhang", "scope",
  ]
}
