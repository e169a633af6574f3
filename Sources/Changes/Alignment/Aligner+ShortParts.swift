internal import Agreements
internal import Markup

/// Short points that were joined or parted: `Firewall` and `IP whitelist`, which are `Firewall and
/// IP whitelist` now.
///
/// They have too few words to be known by how many of them went where. One that stands whole in its
/// neighbour, with nothing but a comma or an `and` between it and the rest, is a part of it.
extension Aligner {
  /// Whether a short place is one of the things that another lists, and that what corresponds to
  /// the other does not list as often.
  ///
  /// `kept`: of the version that has the part.
  ///
  /// - Complexity: O(words) of the places, of which there are few.
  static func isListed(
    _ part: Int, besides kept: Int, of text: ComparedText, in whole: Int, of other: ComparedText
  ) -> Bool {
    // What took something in says more than it did.
    guard isShortPart(text.nodes[part]), other.nodes[whole].words <= wordsOfList,
      text.nodes[kept].words < other.nodes[whole].words,
      holdsLongestWord(of: part, in: text, whole, of: other)
    else { return false }
    let words = listing(of: part, in: text).compactMap(\.self)
    guard !words.isEmpty else { return false }
    // Where points became a sentence, or a sentence points, the first follows what leads to them.
    let before = listing(of: kept, in: text)
    let leadIn = Array(before.compactMap(\.self).suffix(wordsOfLeadIn))
    let now = count(words, in: listing(of: whole, in: other), behind: leadIn)
    return now > 0 && now > count(words, in: before)
  }

  /// Matches a list of things in one text with the first of the short points that it is made of, so
  /// that the others are parts of it; and one point with the text that listed it.
  mutating func matchListings() {
    for parent in old.nodes.indices {
      let home = Int(alignment.newOf[parent])
      guard home >= 0, Self.hasFreeChild(parent, in: old.nodes, alignment.newOf),
        Self.hasFreeChild(home, in: new.nodes, alignment.oldOf)
      else { continue }
      let olds = shortParts(of: parent, in: .old)
      let news = shortParts(of: home, in: .new)
      guard olds.count + news.count > 2, !olds.isEmpty, !news.isEmpty,
        olds.count * news.count <= Limits.gap
      else { continue }
      matchListings(news, in: .new, of: olds)
      matchListings(olds, in: .old, of: news)
    }
  }

  /// The short points of a place that correspond to nothing yet.
  private func shortParts(of place: Int, in side: Side) -> [Int] {
    let nodes = text(side).nodes
    return nodes.children(of: place).filter {
      alignment.match(of: $0, in: side) < 0 && Self.isShortPart(nodes[$0])
    }
  }

  /// `side`: of the version that lists in one place what are points of the other.
  private mutating func matchListings(_ wholes: [Int], in side: Side, of parts: [Int]) {
    let (text, other) = (text(side), text(side.other))
    for whole in wholes where alignment.match(of: whole, in: side) < 0 {
      guard let part = Self.firstListed(parts, of: other, in: whole, of: text) else { continue }
      let pair = side.pair(whole, part)
      if canMatch(pair.old, pair.new) { alignment.match(pair.old, pair.new) }
    }
  }

  /// The first of some short places that together are all that another lists; `nil` where they are
  /// not, or are no several.
  private static func firstListed(
    _ parts: [Int], of text: ComparedText, in whole: Int, of other: ComparedText
  ) -> Int? {
    guard parts.count > 1, other.nodes[whole].words > 1 else { return nil }
    let list = listing(of: whole, in: other)
    guard list.contains(nil) else { return nil }
    var rest = list.count { $0 != nil }
    var found: [Int] = []
    for part in parts where text.nodes[part].words < other.nodes[whole].words {
      let words = listing(of: part, in: text).compactMap(\.self)
      guard !words.isEmpty, count(words, in: list) > 0 else { continue }
      rest -= words.count
      found.append(part)
    }
    return found.count > 1 && rest <= 0 ? found.first : nil
  }

  /// Whether the longest word of a place stands in another: of most neighbours it does not, and to
  /// spell all their words to find out costs far more.
  static func holdsLongestWord(
    of part: Int, in text: ComparedText, _ whole: Int, of other: ComparedText
  ) -> Bool {
    var longest = 0..<longestJoint
    for token in SharedSentences.body(of: part, in: text) where text.says(token) {
      let bytes = text.tokens.words[Int(token)].bytes
      if bytes.count > longest.count { longest = bytes }
    }
    guard longest.count > longestJoint else { return true }
    let (word, bytes) = (text.agreement.tree.text[longest], other.agreement.tree.text)
    return SharedSentences.body(of: whole, in: other).contains { token in
      let place = other.tokens.words[Int(token)].bytes
      return place.count == word.count && zip(word, bytes[place]).allSatisfy(areAlike)
    }
  }

  /// Whether two bytes are of one letter, small or capital; of letters beyond ASCII all are.
  private static func areAlike(_ left: UInt8, _ right: UInt8) -> Bool {
    left == right || left | right >= 0x80 || left | 0x20 == right | 0x20
  }

  static func isShortPart(_ node: TextNode) -> Bool {
    node.holdsOneText && node.role == .place && node.words > 0
      && node.words <= wordsOfShortPart
  }

  /// The words of a place in lower case but articles, and `nil` for what can join two of the things
  /// it lists.
  static func listing(of node: Int, in text: ComparedText) -> [String?] {
    let tokens = SharedSentences.trimmed(SharedSentences.body(of: node, in: text), in: text)
    return tokens.compactMap { token -> String?? in
      let word = text.tokens.words[Int(token)]
      let written = String(
        decoding: text.agreement.tree.text[word.bytes], as: UTF8.self
      ).lowercased()
      if word.kind == .stop || joints.contains(written) { return .some(nil) }
      if TypedWords.articles.contains(written) { return .none }
      switch word.kind {
      case .word, .number, .symbol, .blank: return written
      case .sign, .stop, .quote: return .none
      }
    }
  }

  /// How often some words stand between joints, or behind a lead-in.
  private static func count(
    _ words: [String], in listing: [String?], behind leadIn: [String] = []
  ) -> Int {
    guard listing.count >= words.count else { return 0 }
    return (0...listing.count - words.count).count { start in
      let end = start + words.count
      let isBehindLeadIn =
        !leadIn.isEmpty && start >= leadIn.count
        && zip(listing[(start - leadIn.count)..<start], leadIn).allSatisfy { $0 == $1 }
      return (start == 0 || listing[start - 1] == nil || isBehindLeadIn)
        && (end == listing.count || listing[end] == nil)
        && zip(words, listing[start..<end]).allSatisfy { $0 == $1 }
    }
  }

  private static let joints: Set<String> = [
    "and", "or", "und", "oder", "sowie", "plus", ",", ";", "/", "&", "+",
  ]

  /// In bytes.
  private static var longestJoint: Int { 5 }

  /// In words.
  private static var wordsOfShortPart: Int { 12 }
  private static var wordsOfList: Int { 256 }
  private static var wordsOfLeadIn: Int { 2 }
}
