internal import Agreements
internal import Frontmatter

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

  /// Finds terms in quotation marks that a clause defines under another name now: the old one is
  /// nowhere in the new text, and the new one was nowhere in the old.
  private mutating func findDefinitions() {
    var candidates: [(old: Range<Int32>, new: Range<Int32>, node: Int32)] = []
    for node in new.nodes.indices.dropFirst() where new.nodes[node].shape == .text {
      let source = Int(alignment.oldOf[node])
      guard source >= 0, old.nodes[source].digest != new.nodes[node].digest else { continue }
      let (before, after) = (old.definitions(in: source), new.definitions(in: node))
      guard before.count == after.count else { continue }
      for (left, right) in zip(before, after) where !areEqual(left, right) {
        candidates.append((left, right, Int32(node)))
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
}

extension ComparedText {
  /// What stands in quotation marks in a place where it is defined: at the begin of the place, in
  /// brackets, or before a word that says what it means.
  fileprivate func definitions(in node: Int) -> [Range<Int32>] {
    var found: [Range<Int32>] = []
    var open: Int32?
    let place = nodes[node].tokens
    for token in place where tokens.words[Int(token)].kind == .quote {
      guard let start = open else {
        open = token + 1
        continue
      }
      open = nil
      guard start < token, token - start <= Self.longestTerm else { continue }
      let isFirst = start - place.lowerBound <= 2
      let next = token + 1 < place.upperBound ? words(of: token + 1..<token + 2) : ""
      guard isFirst || next == ")" || Self.definingWords.contains(next) else { continue }
      found.append(start..<token)
    }
    return found
  }

  private static let definingWords: Set<String> = [
    "means", "mean", "shall", "is", "are", "includes", "bedeutet", "bezeichnet", "meint", "ist",
    "sind", ":", "-", "\u{2013}",
  ]
  /// In words.
  private static var longestTerm: Int32 { 6 }

  /// Whether some words stand anywhere in the text, one after the other.
  fileprivate func says(_ words: ArraySlice<Int32>) -> Bool {
    guard let first = words.first, tokens.count >= words.count else { return false }
    return tokens.ids.indices.dropLast(words.count - 1).contains { start in
      tokens.ids[start] == first && tokens.ids[start..<start + words.count].elementsEqual(words)
    }
  }
}
