internal import Agreements
internal import Markup

/// Short points that were joined or parted: `Firewall` and `IP whitelist`, which are `Firewall and
/// IP whitelist` now.
///
/// They have too few words to be known by how many of them went where. One that stands whole in its
/// neighbour, with nothing but a comma or an `and` between it and the rest, is a part of it.
extension Aligner {
  /// Whether a short place is one of the things that another lists, and that what corresponds to the
  /// other does not list as often.
  ///
  /// `kept`: of the version that has the part.
  ///
  /// - Complexity: O(words) of the places, of which there are few.
  static func isListed(
    _ part: Int, besides kept: Int, of text: ComparedText, in whole: Int, of other: ComparedText
  ) -> Bool {
    // What took something in says more than it did.
    guard isShortPart(text.nodes[part]), other.nodes[whole].words <= wordsOfList,
      text.nodes[kept].words < other.nodes[whole].words
    else { return false }
    let words = listing(of: part, in: text).compactMap(\.self)
    guard !words.isEmpty else { return false }
    let now = count(words, in: listing(of: whole, in: other))
    return now > 0 && now > count(words, in: listing(of: kept, in: text))
  }

  static func isShortPart(_ node: TextNode) -> Bool {
    node.shape == .text && node.role == .place && node.words > 0
      && node.words <= wordsOfShortPart
  }

  /// The words of a place in lower case, and `nil` for what can join two of the things it lists.
  private static func listing(of node: Int, in text: ComparedText) -> [String?] {
    let tokens = SharedSentences.trimmed(SharedSentences.body(of: node, in: text), in: text)
    return tokens.compactMap { token -> String?? in
      let word = text.tokens.words[Int(token)]
      let written = String(
        decoding: text.agreement.tree.text[word.bytes], as: UTF8.self
      ).lowercased()
      if word.kind == .stop || joints.contains(written) { return .some(nil) }
      switch word.kind {
      case .word, .number, .symbol, .blank: return written
      case .sign, .stop, .quote: return .none
      }
    }
  }

  /// How often some words stand between joints.
  private static func count(_ words: [String], in listing: [String?]) -> Int {
    guard listing.count >= words.count else { return 0 }
    return (0...listing.count - words.count).count { start in
      let end = start + words.count
      return (start == 0 || listing[start - 1] == nil)
        && (end == listing.count || listing[end] == nil)
        && zip(words, listing[start..<end]).allSatisfy { $0 == $1 }
    }
  }

  private static let joints: Set<String> = [
    "and", "or", "und", "oder", "sowie", "plus", ",", ";", "/", "&", "+",
  ]

  /// In words.
  private static var wordsOfShortPart: Int { 12 }
  private static var wordsOfList: Int { 256 }
}
