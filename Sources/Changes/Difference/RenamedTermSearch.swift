internal import Agreements
internal import Frontmatter
internal import References

/// What is called otherwise throughout the new version.
struct RenamedTermSearch {
  private let old: ComparedText
  private let new: ComparedText
  private let alignment: Alignment
  private var renamed = RenamedTerms()

  /// `metadata`: what changed of the frontmatter.
  static func terms(
    of old: ComparedText, _ new: ComparedText, _ alignment: Alignment, metadata: [Change]
  ) -> RenamedTerms {
    var search = RenamedTermSearch(old: old, new: new, alignment: alignment)
    search.findNames(metadata)
    search.findDefinitions()
    return search.renamed
  }

  private init(old: ComparedText, new: ComparedText, alignment: Alignment) {
    self.old = old
    self.new = new
    self.alignment = alignment
  }

  /// Finds what the frontmatter calls otherwise.
  private mutating func findNames(_ changes: [Change]) {
    let (before, after) = (old.agreement.metadata, new.agreement.metadata)
    let names = changes.filter { $0.field?.hasSuffix(".defined-as") == true }
      .compactMap { change in
        change.valueBefore.flatMap { old in change.valueAfter.map { (old, $0) } }
      }
    let had = before.parties.compactMap(\.definedAs?.value)
    let has = after.parties.compactMap(\.definedAs?.value)
    // Where two parties exchanged their names, a name tells nothing.
    for (old, new) in names where !has.contains(old) && !had.contains(new) { renamed.add(old, new) }
    addOnly(before.selfNames.map(\.value), after.selfNames.map(\.value))
    addOnly(before.jointTerms.map(\.value), after.jointTerms.map(\.value))
  }

  /// Adds the one name of a list that is gone, with the one that came.
  private mutating func addOnly(_ before: [String], _ after: [String]) {
    let gone = before.filter { !after.contains($0) }
    let come = after.filter { !before.contains($0) }
    if gone.count == 1, come.count == 1 { renamed.add(gone[0], come[0]) }
  }

  /// Finds terms that a clause defines under another name now: the old one is nowhere in the new
  /// text, and the new one was nowhere in the old.
  private mutating func findDefinitions() {
    // In the order of either text, as places can have moved.
    let places = new.nodes.indices.dropFirst().compactMap { node -> (old: Int, new: Int)? in
      let source = Int(alignment.oldOf[node])
      guard source >= 0, new.nodes[node].shape == .text,
        old.nodes[source].digest != new.nodes[node].digest
      else { return nil }
      return (source, node)
    }
    guard !places.isEmpty, places.count <= Self.mostPlaces else { return }
    let before = Definitions(in: places.map(\.old), of: old)
    let after = Definitions(in: places.map(\.new), of: new)
    var candidates: [(old: Range<Int32>, new: Range<Int32>, node: Int32)] = []
    for place in places {
      let (left, right) = (before.terms[place.old] ?? [], after.terms[place.new] ?? [])
      guard left.count == right.count else { continue }
      for (left, right) in zip(left, right) where !areEqual(left, right) {
        candidates.append((left, right, Int32(place.new)))
        // More terms than that are not renamed but written anew.
        if candidates.count > Self.mostCandidates { return }
      }
    }
    for candidate in candidates {
      let before = old.tokens.ids[Int(candidate.old.lowerBound)..<Int(candidate.old.upperBound)]
      let after = new.tokens.ids[Int(candidate.new.lowerBound)..<Int(candidate.new.upperBound)]
      guard !new.says(before), !old.says(after) else { continue }
      renamed.add(
        old.words(of: candidate.old), new.words(of: candidate.new), definition: candidate.node)
    }
  }

  private func areEqual(_ left: Range<Int32>, _ right: Range<Int32>) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { old.tokens.ids[Int($0)] == new.tokens.ids[Int($1)] }
  }

  private static var mostCandidates: Int { 8 }

  /// A contract in which more places changed is one written anew, of hundreds of pages.
  private static var mostPlaces: Int { 1_000 }
}

/// The terms that some places define, as the resolve pass finds them.
private struct Definitions {
  /// By node, the tokens of each name.
  private(set) var terms: [Int: [Range<Int32>]] = [:]

  init(in nodes: [Int], of text: ComparedText) {
    let nodes = nodes.sorted { text.start(of: $0) < text.start(of: $1) }
    let passages = nodes.flatMap { text.nodes[$0].passages.map { text.passages[Int($0)].bytes } }
    var found = References.findDefinitions(
      in: text.snapshot.reading, within: passages.sorted { $0.lowerBound < $1.lowerBound })[...]
    for node in nodes {
      for passage in text.nodes[node].passages {
        let passage = text.passages[Int(passage)]
        found = found.drop { $0.lowerBound < passage.bytes.lowerBound }
        while let name = found.first, name.upperBound <= passage.bytes.upperBound {
          found.removeFirst()
          let tokens = text.tokens(in: name, of: passage)
          if !tokens.isEmpty { terms[node, default: []].append(tokens) }
        }
      }
    }
  }
}

extension ComparedText {
  /// Where the words of a place begin among the bytes of the text.
  fileprivate func start(of node: Int) -> Int32 {
    nodes[node].passages.first.map { passages[Int($0)].bytes.lowerBound } ?? 0
  }

  /// The tokens of a passage that stand in some of its bytes.
  fileprivate func tokens(in bytes: Range<Int32>, of passage: TextPassage) -> Range<Int32> {
    let start = passage.tokens.first { tokens.words[Int($0)].start >= bytes.lowerBound }
    guard let start else { return 0..<0 }
    let end = passage.tokens.suffix(from: start).first {
      tokens.words[Int($0)].end > bytes.upperBound
    }
    return start..<max(start, end ?? passage.tokens.upperBound)
  }

  /// Whether some words stand anywhere in the text, one after the other.
  fileprivate func says(_ words: ArraySlice<Int32>) -> Bool {
    guard let first = words.first, tokens.count >= words.count else { return false }
    return tokens.ids.indices.dropLast(words.count - 1).contains { start in
      tokens.ids[start] == first && tokens.ids[start..<start + words.count].elementsEqual(words)
    }
  }
}
