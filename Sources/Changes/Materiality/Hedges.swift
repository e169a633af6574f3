/// Words that leave open whether what stands beside them is done: `where possible`, `usually`, `in
/// der Regel`.
enum Hedges {
  /// The hedges of a text whose decisive word is marked, in order.
  ///
  /// `ofParts`: also those that speak of some where all were meant, `most`.
  static func marked(in words: [MarkedText.Word], ofParts: Bool) -> [Range<Int>] {
    words.indices.compactMap { index in
      guard words[index].isMarked, words[index].traits.contains(.hedge) else { return nil }
      return hedge(endingAt: index, in: words)
        ?? (ofParts && isPart(index, in: words) ? index..<index + 1 : nil)
    }
  }

  private static func hedge(endingAt index: Int, in words: [MarkedText.Word]) -> Range<Int>? {
    let word = words[index].lower
    if adverbs.contains(word) { return index..<index + 1 }
    if limits.contains(word) { return limit(endingAt: index, in: words) }
    for phrase in phrases where phrase.last == word {
      let start = index + 1 - phrase.count
      if start >= 0, zip(words[start...index], phrase).allSatisfy({ $0.lower == $1 }) {
        return start..<index + 1
      }
    }
    return nil
  }

  /// `where possible`, `to the extent that this is technically feasible`; and not `where possible
  /// breaches are found`, or `if this is not possible`.
  private static func limit(endingAt index: Int, in words: [MarkedText.Word]) -> Range<Int>? {
    let reach = max(0, index - 8)..<index
    guard let start = words[reach].lastIndex(where: { openers.contains($0.lower) }),
      words[start].isMarked,
      words[start..<index].allSatisfy({ $0.isWord && !$0.traits.contains(.negation) })
    else { return nil }
    if index + 1 < words.count, words[index + 1].isMarked, words[index + 1].isWord { return nil }
    var first = start
    while first > 0, beforeOpeners.contains(words[first - 1].lower) { first -= 1 }
    return first..<index + 1
  }

  /// `most visitors`, and not `at most`, `the most recent`.
  private static func isPart(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    guard parts.contains(words[index].lower), index + 1 < words.count,
      words[index + 1].kind == .word
    else { return false }
    return index == 0 || !["at", "the"].contains(words[index - 1].lower)
  }

  /// Whether a stretch begins what is reserved of the sentence before it: `, unless the customer
  /// asks`, `, wherever the other side supports it`, `soweit`.
  static func isReservation(_ stretch: Range<Int>, of words: [MarkedText.Word]) -> Bool {
    guard let first = stretch.first(where: { words[$0].isWord }), first > 0 else { return false }
    let before = words[first - 1]
    guard before.kind != .stop, !words[first].startsPassage, words[first].opening == .nothing else {
      return false
    }
    if reservations.contains(words[first].lower) { return true }
    if before.text == ",", reservationsBehindCommas.contains(words[first].lower) { return true }
    return reservationPhrases.contains { phrase in
      first + phrase.count <= stretch.upperBound
        && zip(words[first...], phrase).allSatisfy { $0.lower == $1 }
    }
  }

  private static let reservations: Set<String> = [
    "unless", "except", "wherever", "insofar", "soweit", "sofern", "falls", "ausgenommen", "außer",
  ]

  private static let reservationsBehindCommas: Set<String> = ["where", "if", "provided", "wenn"]

  private static let reservationPhrases: [[String]] = [
    ["to", "the", "extent"], ["so", "far", "as"], ["as", "far", "as"], ["es", "sei", "denn"],
    ["mit", "ausnahme"], ["with", "the", "exception"],
  ]

  /// What is left to somebody, said of what was required.
  static let advice: Set<String> = [
    "optional", "voluntary", "recommended", "encouraged", "advised", "advisable", "desirable",
    "freiwillig", "empfohlen", "fakultativ", "wünschenswert",
  ]

  /// What is required, beside modal words.
  static let requirements: Set<String> = [
    "mandatory", "compulsory", "obligatory", "required", "obliged", "zwingend", "verbindlich",
    "vorgeschrieben", "verpflichtend", "erforderlich", "obligatorisch", "pflicht",
  ]

  private static let adverbs: Set<String> = [
    "usually", "generally", "normally", "typically", "ordinarily", "mostly", "largely", "mainly",
    "predominantly", "preferably", "ideally", "occasionally", "sometimes", "üblicherweise",
    "normalerweise", "grundsätzlich", "möglichst", "meist", "meistens", "zumeist", "überwiegend",
    "weitgehend", "größtenteils", "vorzugsweise", "gelegentlich", "manchmal",
  ]

  private static let phrases: [[String]] = [
    ["as", "a", "rule"], ["in", "general"], ["in", "principle"], ["in", "most", "cases"],
    ["in", "many", "cases"], ["in", "der", "regel"], ["im", "regelfall"], ["im", "allgemeinen"],
    ["im", "prinzip"], ["nach", "möglichkeit"], ["in", "den", "meisten", "fällen"],
  ]

  private static let limits: Set<String> = [
    "possible", "feasible", "practicable", "practical", "reasonable", "möglich", "zumutbar",
    "machbar", "praktikabel", "tunlich",
  ]

  private static let openers: Set<String> = [
    "where", "wherever", "when", "whenever", "if", "far", "extent", "insofar", "soweit", "sofern",
    "wenn", "wo", "falls",
  ]

  private static let beforeOpeners: Set<String> = ["to", "the", "as", "so"]

  private static let parts: Set<String> = [
    "most", "some", "several", "selected", "meisten", "einige", "manche", "ausgewählte",
  ]

  /// What rules are to look at.
  static let words: [String] =
    Array(adverbs) + Array(advice) + Array(limits) + Array(parts) + phrases.compactMap(\.last)
}
