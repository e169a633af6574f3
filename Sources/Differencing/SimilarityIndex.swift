/// Finds, among many things, the few that share rare features with another one.
///
/// Features are numbers, such as digests of three words in a row, well mixed. One that more than
/// ``maximumOwners`` things have says nothing about any of them and is left out, so the time is
/// linear in the features, whatever the texts repeat.
///
/// Features are counted by their first bits: now and then a rare one is left out because a frequent
/// one begins with the same.
package struct SimilarityIndex: Sendable {
  /// A question and the thing that it may be about.
  package typealias Candidate = (question: Int, thing: Int)

  /// Feature and number in one number, as asked and as added.
  private var questions: [UInt64] = []
  private var things: [UInt64] = []
  private var asked: [(owner: Int, features: Int)] = []
  /// By number.
  private var added: [(owner: Int, features: Int)] = []

  package static let maximumOwners = 12
  package static let maximumCandidates = 6

  /// `questions`, `things`: how many features those have together that will be asked about and
  /// added.
  package init(questions: Int = 0, things: Int = 0) {
    self.questions.reserveCapacity(questions)
    self.things.reserveCapacity(things)
  }

  /// Asks what shares features with those in `range`; `owner` names the question.
  package mutating func ask(_ owner: Int, _ features: [UInt32], _ range: Range<Int>) {
    let number = UInt64(asked.count)
    for index in range { questions.append(UInt64(features[index]) << 32 | number) }
    asked.append((owner, range.count))
  }

  /// Adds a thing; `owner` is what ``candidates()`` gives back.
  package mutating func add(_ owner: Int, _ features: [UInt32], _ range: Range<Int>) {
    let number = UInt64(added.count)
    for index in range { things.append(UInt64(features[index]) << 32 | number) }
    added.append((owner, range.count))
  }

  /// For each question, in the order in which they were asked, the things that share most features
  /// with it, the best first, and of equal ones the one that was added first.
  ///
  /// - Complexity: O(features), the things that a question hits sorted.
  package func candidates() -> [Candidate] {
    let filter = RareFeatures(of: things, askedFor: questions)
    let kept = things.filter { filter.isAsked($0) }
    // Things by the first bits of their features: for each the last, and before each the one
    // before.
    var bits = 10
    while 1 << bits < kept.count * 2 { bits += 1 }
    let shift = UInt64(64 - bits)
    var last = [Int32](repeating: -1, count: 1 << bits)
    var before = [Int32](repeating: -1, count: kept.count)
    for (index, thing) in kept.enumerated() {
      before[index] = last[Int(thing >> shift)]
      last[Int(thing >> shift)] = Int32(index)
    }
    var candidates: [Candidate] = []
    var hits = HitCounts(things: added.count)
    var next = 0
    let (questions, heads) = (questions.span, last.span)
    for question in asked {
      for _ in 0..<question.features {
        let feature = questions[next]
        next += 1
        var index = heads[Int(feature >> shift)]
        // In this order: the table of what is kept is small, and mostly empty.
        guard index >= 0, filter.isRare(feature) else { continue }
        while index >= 0 {
          let thing = kept[Int(index)]
          if thing >> 32 == feature >> 32 { hits.add(Int(UInt32(truncatingIfNeeded: thing))) }
          index = before[Int(index)]
        }
      }
      // A few phrases in common is what any two clauses of a contract have; of what is far shorter
      // than the question, all that it has may be in there.
      let best = hits.takeBest(Self.maximumCandidates) { thing, count in
        count >= max(1, min(question.features, added[thing].features) / 6)
      }
      for thing in best { candidates.append((question.owner, added[thing].owner)) }
    }
    return candidates
  }
}

/// How many features each thing shares with the question that is looked at.
private struct HitCounts {
  private var counts: [Int32]
  /// The things that share any.
  private var hit: [Int] = []

  init(things: Int) { counts = [Int32](repeating: 0, count: things) }

  mutating func add(_ thing: Int) {
    if counts[thing] == 0 { hit.append(thing) }
    counts[thing] += 1
  }

  /// Some of the things that share enough, those with most first; and begins anew.
  mutating func takeBest(
    _ limit: Int, where isEnough: (_ thing: Int, _ count: Int) -> Bool
  ) -> [Int] {
    var ranked: [(thing: Int, count: Int32)] = []
    for thing in hit {
      if isEnough(thing, Int(counts[thing])) { ranked.append((thing, counts[thing])) }
      counts[thing] = 0
    }
    hit.removeAll(keepingCapacity: true)
    ranked.sort { ($1.count, $0.thing) < ($0.count, $1.thing) }
    return ranked.prefix(limit).map(\.thing)
  }
}

/// Tells rare features from others by their first bits, in one byte for each.
private struct RareFeatures {
  private let shift: UInt64
  /// How many things have features that begin so, up to one more than are few; and a flag.
  private var buckets: [UInt8]

  private static let flag: UInt8 = 0x80

  /// `things`, `questions`: feature and number in one number.
  init(of things: [UInt64], askedFor questions: [UInt64]) {
    var bits = 10
    while bits < 22, 1 << bits < things.count * 3 { bits += 1 }
    let shift = UInt64(64 - bits)
    let few = UInt8(SimilarityIndex.maximumOwners)
    var buckets = [UInt8](repeating: 0, count: 1 << bits)
    var counts = buckets.mutableSpan
    for thing in things {
      let bucket = Int(thing >> shift)
      let owners = counts[bucket]
      if owners <= few { counts[bucket] = owners + 1 }
    }
    for question in questions {
      let bucket = Int(question >> shift)
      let owners = counts[bucket] & ~Self.flag
      if owners > 0, owners <= few { counts[bucket] = owners | Self.flag }
    }
    self.shift = shift
    self.buckets = buckets
  }

  func isRare(_ feature: UInt64) -> Bool {
    let owners = buckets[Int(feature >> shift)] & ~Self.flag
    return owners > 0 && owners <= UInt8(SimilarityIndex.maximumOwners)
  }

  /// Whether a feature is rare and some question has it.
  func isAsked(_ feature: UInt64) -> Bool { buckets[Int(feature >> shift)] & Self.flag != 0 }
}
