internal import Agreements
import Partitioning

extension DefinitionScanner {
  /// Takes note of a place that says of itself that it defines: `The following definitions apply:`,
  /// `**Definitions**` as the label of a clause.
  mutating func announceDefinitions() {
    guard passage.kind == .text, passage.provision >= 0, tokenizer.holds(.defining) else { return }
    var hasWord = false
    var isFollowing = false
    var words = 0
    var following = -Self.reachOfFollowing
    for index in 0..<16 where token(index).kind == .word {
      words += 1
      if token(index).classes.contains(.defining),
        // `the following companies, under written terms`
        !begins(index, with: Self.term) || index - following < Self.reachOfFollowing || words <= 2
      {
        hasWord = true
      }
      if Self.followingWords[token(index).hash] != 0 {
        isFollowing = true
        following = index
      }
    }
    guard hasWord, isFollowing || words <= 2 else { return }
    let provisions = reading.agreement.provisions
    var place = provisions[Int(passage.provision)]
    if place.kind == .paragraph, place.parent != Provision.none {
      place = provisions[Int(place.parent)]
    }
    for index in Int(passage.provision)..<Int(place.end) { isDefining[index] = true }
  }

  /// Whether the words behind a term say that its meaning stands in another place of the agreement.
  func pointsElsewhere(behind end: Int32) -> Bool {
    let first = tokenizer.tokens.first(from: end)
    let start = token(first).isQuote ? first + 1 : first
    guard let meaning = (start..<(start + 6)).first(where: { Self.meanings[token($0).hash] != 0 })
    else { return false }
    // „hat die in Ziffer 2 genannte Bedeutung“
    let from = min(token(start).start, token(meaning).start)
    let mentions = reading.recognition.mentions
    let next = mentions.partitioningIndex { $0.textRange.lowerBound >= from }
    guard next < mentions.count, mentions[next].textRange.lowerBound < from + Self.reachOfPointer,
      mentions[next].textRange.upperBound <= passage.end
    else { return false }
    switch mentions[next].qualifier {
    case .none, .thisDocument, .thisUnit:
      return mentions[next].parts[0].path.first?.level != .article
    case .law, .document, .foreign, .same: return false
    }
  }

  private static let meanings = WordTable(of: ["meaning", "meanings", "bedeutung", "genannte"])
  /// In bytes.
  private static let reachOfPointer: Int32 = 96

  /// Of words that announce definitions.
  static let definingBeginnings = [
    "definition", "begriff", "term", "expression", "ausdr",
  ].map { Array($0.utf8) }
  private static let term = Array("term".utf8)
  /// In tokens: `the following words and terms`.
  private static let reachOfFollowing = 5
  private static let followingWords = WordTable(of: [
    "following", "folgende", "folgenden", "nachfolgende", "nachfolgenden", "nachstehenden",
  ])

  /// Takes note of the heads of a table of terms: `Term` and `Meaning`, `Begriff` and `Bedeutung`.
  mutating func enterTable() {
    guard passage.kind == .cell else {
      isTableOfTerms = false
      isTermHeading = false
      return
    }
    guard !isTableOfTerms else { return }
    let last = tokenizer.tokens.count - 2
    let word = last >= 0 && Self.heads[token(last).hash] != 0 ? body(last) : ""
    if isTermHeading, Self.meaningHeads.contains(word) { isTableOfTerms = true }
    isTermHeading = last <= 1 && Self.termHeads.contains(word)
  }

  /// All of these, so that other words need not be written out.
  private static let heads = WordTable(of: Array(termHeads.union(meaningHeads)))
  private static let termHeads: Set<String> = [
    "term", "terms", "expression", "begriff", "begriffe", "ausdruck", "bezeichnung",
  ]
  private static let meaningHeads: Set<String> = [
    "meaning", "meanings", "definition", "definitions", "explanation", "bedeutung",
    "erläuterung", "erklärung",
  ]
}
