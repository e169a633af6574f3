internal import Agreements
internal import Differencing
internal import Frontmatter

/// Finds which places of two versions of an agreement correspond.
///
/// From what is certain to what is likely: the author's labels; places that are equal and occur
/// once; sections that begin as they did under their name or at their place; places that hold what
/// corresponds; equal titles; equal neighbours in order; whole sentences that went to a neighbour;
/// similar neighbours; records of one name; similar places anywhere; short points of one list in
/// another order; entries of lists that are rows of tables now; whole sentences anywhere; parts of
/// neighbours; what stands between the same neighbours under the same number; and last, one clause
/// for another, whatever it says. A place is given away only once.
///
/// - Complexity: O(words), with a factor that the limits of ``Limits`` bound.
struct Aligner {
  /// How alike two places have to be, and how many are looked at.
  ///
  /// Similarities are from 0 to 1: what share of words, and of pairs of neighbouring words, both
  /// have (Dice). Unrelated clauses of the same contract reach 0.25, an edited one rarely falls
  /// below 0.5.
  enum Limits {
    static let alikeInOrder = 0.5
    static let alikeAnywhere = 0.55
    /// Where a place stood that something elsewhere is equal to.
    static let alikeCopies = 0.6
    /// Two words of which one was kept are a third alike, as none of their pairs was.
    static let alikeInTheSameGap = 0.33
    /// Between places that have the same neighbours and nothing else stands there.
    static let alikeAlone = 0.15
    /// Old places times new ones of a gap in which all are compared with all.
    static let gap = 1024
    /// Words below which a place is too short to be told from others anywhere.
    static let shortestMoved = 5
    static let shortestUnique = 3
    /// Words above which a point of a list has phrases enough to be known by.
    static let longestPoint = 12
    /// Words below which a place is too short to be known as a part of its neighbour.
    static let shortestPart = 4
    /// How many times the words of another place make one so long that it may hold many.
    static let longForItsParts = 16
    /// The words and pairs of a place long enough to be known in another that holds it.
    static let fewestOfLong = 16
    /// How many times longer a place is that single words of it say nothing.
    static let longForItsWords = 4
    /// What it counts that all of a place is in the other.
    static let ofSmaller = 0.75
    /// The first words by which sections are compared.
    static let wordsOfSection = 600
  }

  let old: ComparedText
  let new: ComparedText
  let oldNames: RecordNames
  let newNames: RecordNames
  let repeated: RepeatedNames
  private let oldTopics: PlaceTopics
  private let newTopics: PlaceTopics
  var alignment: Alignment
  var comparer = SequenceComparer()
  var oldReadings: PlaceReadings
  var newReadings: PlaceReadings
  /// Working memory of comparisons of places.
  var common = CommonFeatures()
  var counts: [Int32] = []
  /// The words by which either version calls its parties, in lower case.
  let partyWords: Set<String>
  /// By old place, the new one with which its children were compared for what is equal in order, or
  /// -1: a second time finds nothing more.
  var equalled: [Int32]
  /// What was found when neighbours were compared strictly.
  var known: KnownLikenesses
  /// The headings of sections and annexes, each with its rank.
  lazy var oldTitles = Set(old.nodes.lazy.filter(\.isSectionOrAnnex).map(\.titleDigest))
  lazy var newTitles = Set(new.nodes.lazy.filter(\.isSectionOrAnnex).map(\.titleDigest))

  init(
    _ old: ComparedText, _ new: ComparedText, _ oldRecords: RecordPlaces,
    _ newRecords: RecordPlaces
  ) {
    self.old = old
    self.new = new
    (oldNames, oldTopics) = (oldRecords.names, oldRecords.topics)
    (newNames, newTopics) = (newRecords.names, newRecords.topics)
    partyWords = Set(
      (old.agreement.metadata.parties + new.agreement.metadata.parties)
        .flatMap { [$0.definedAs?.value, $0.name].compactMap(\.self) }
        .flatMap { $0.lowercased().split(separator: " ").map(String.init) })
    alignment = Alignment(oldCount: old.nodes.count, newCount: new.nodes.count)
    equalled = [Int32](repeating: -1, count: old.nodes.count)
    repeated = RepeatedNames(old, oldNames, new, newNames)
    oldReadings = PlaceReadings(old, parts: new.nodes.count, besides: repeated.olds)
    newReadings = PlaceReadings(new, parts: old.nodes.count, besides: repeated.news)
    known = KnownLikenesses(olds: old.nodes.count, news: new.nodes.count)
  }

  mutating func align() -> Alignment {
    alignment.match(0, 0)
    matchLabels()
    matchUnique({ $0.treeDigest }, wholeTrees: true)
    matchBesideMatched()
    matchUnique({ $0.digest }, wholeTrees: false)
    matchRelaidWords()
    matchHeirs()
    matchByContents()
    matchTitles()
    matchTitlesOfOtherRank()
    alignEqualChildren()
    matchSentences(.neighbours)
    alignChildren(.strict)
    returnCopies()
    matchRecords()
    matchAnywhere()
    matchShort()
    matchReordered()
    matchRelaid()
    matchByContents()
    settleParts()
    // Before what has nothing but its number is matched by that.
    matchSentences(.anywhere)
    matchListings()
    matchRests()
    findSplitsAndMerges()
    alignChildren(.lenient)
    matchHeads()
    settleParts()
    findSplitsAndMerges()
    matchRewritten()
    listSplitsAndMerges()
    findMovedSentences()
    return alignment
  }

  func canMatch(_ old: Int, _ new: Int) -> Bool {
    alignment.areFree(old, new) && self.old.nodes[old].shape == self.new.nodes[new].shape
      && !areOtherRecords(old, new) && !standInOtherRecords(old, new)
  }

  func text(_ side: Side) -> ComparedText { side == .old ? old : new }

  func names(_ side: Side) -> RecordNames { side == .old ? oldNames : newNames }

  func topic(of node: Int, in side: Side) -> PlaceTopics.Topic {
    side == .old ? oldTopics[node] : newTopics[node]
  }
}

/// Where a digest occurs among the places that are not matched yet.
private struct Occurrence {
  var olds = 0
  var news = 0
  var new = -1

  mutating func noteNew(_ node: Int) {
    news += 1
    new = node
  }
}

// MARK: - What is certain

extension Aligner {
  private mutating func matchLabels() {
    var places: [String: Int] = [:]
    // By index: a copy of each provision would cost more than all the rest.
    for index in new.agreement.provisions.indices
    where !new.agreement.provisions[index].label.isEmpty {
      places[new.agreement.provisions[index].label] = Int(new.nodeOfProvision[index])
    }
    guard !places.isEmpty else { return }
    for index in old.agreement.provisions.indices
    where !old.agreement.provisions[index].label.isEmpty {
      let own = Int(old.nodeOfProvision[index])
      if let node = places[old.agreement.provisions[index].label],
        canMatch(own, node) || canChangeRank(own, node)
      {
        alignment.match(own, node)
      }
    }
  }

  /// Matches what has the same digest as one single place of the other version.
  private mutating func matchUnique(
    _ digest: (TextNode) -> UInt64, wholeTrees: Bool
  ) {
    var found = DigestTable<Occurrence>(capacity: old.nodes.count)
    for index in old.nodes.indices.dropFirst()
    where alignment.newOf[index] < 0 && isDistinct(old.nodes[index], wholeTrees) {
      let place = found.index(of: digest(old.nodes[index]), orAdding: Occurrence())
      found[at: place].olds += 1
    }
    for index in new.nodes.indices.dropFirst()
    where alignment.oldOf[index] < 0 && isDistinct(new.nodes[index], wholeTrees) {
      guard let place = found.index(of: digest(new.nodes[index])) else { continue }
      found[at: place].noteNew(index)
    }
    var index = 1
    while index < old.nodes.count {
      let node = old.nodes[index]
      if alignment.newOf[index] < 0, isDistinct(node, wholeTrees),
        let pair = found[digest(node)], pair.olds == 1, pair.news == 1
      {
        if wholeTrees {
          if matchTree(index, pair.new) {
            index = Int(node.end)
            continue
          }
        } else if canMatch(index, pair.new) {
          alignment.match(index, pair.new)
        }
      }
      index += 1
    }
  }

  /// Whether a node has enough words to be known by them alone.
  private func isDistinct(_ node: TextNode, _ wholeTrees: Bool) -> Bool {
    if wholeTrees { return node.treeWords >= Limits.shortestUnique }
    return node.shape == .text && node.words > Limits.shortestUnique
  }

  /// Matches two places that are equal with all that is inside them.
  @discardableResult
  mutating func matchTree(_ oldRoot: Int, _ newRoot: Int) -> Bool {
    let count = Int(old.nodes[oldRoot].end) - oldRoot
    guard count == Int(new.nodes[newRoot].end) - newRoot, canMatch(oldRoot, newRoot) else {
      return false
    }
    for offset in 0..<count where !areEqual(oldRoot + offset, newRoot + offset) { return false }
    for offset in 0..<count where alignment.areFree(oldRoot + offset, newRoot + offset) {
      alignment.match(oldRoot + offset, newRoot + offset)
    }
    return true
  }

  /// Whether two nodes have the same words; digests alone could be made to agree.
  private func areEqual(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (old.nodes[left], new.nodes[right])
    guard first.shape == second.shape, first.tokens.count == second.tokens.count else {
      return false
    }
    let shift = Int(second.tokens.lowerBound) - Int(first.tokens.lowerBound)
    for token in first.tokens
    where old.comparedID(Int(token)) != new.comparedID(Int(token) + shift) {
      return false
    }
    return true
  }
}

extension Aligner {
  /// Whether a direct child of a node corresponds to nothing yet.
  static func hasFreeChild(
    _ parent: Int, in nodes: [TextNode], _ matches: [Int32]
  ) -> Bool {
    var child = parent + 1
    while child < Int(nodes[parent].end) {
      if matches[child] < 0 { return true }
      child = Int(nodes[child].end)
    }
    return false
  }
}
