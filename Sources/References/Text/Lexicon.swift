/// What depends on a word alone, worked out once for each word that a worker meets.
///
/// Agreements are written with the same few thousand words: their stems, their numbers in the
/// vocabulary and the grammars that they mean something to are kept from one agreement to the next.
/// Everything kept follows from the letters of the word, so no result depends on what was read
/// before.
package struct Lexicon {
  private struct Slot {
    var hash: UInt64 = 0
    var stem: UInt64 = 0
    var number: UInt16 = 0
    var classes: WordClasses = []
    var role = WordRole.Kind.none
    var isUsed = false
  }

  private let vocabulary: Vocabulary
  private let roles: RoleCatalog
  private var slots: [Slot]
  private var count = 0
  /// The letters of the word at hand.
  private var letters: [UInt8] = []
  /// The memory of a table that is done with.
  private var spare: [Token] = []

  /// In words; when there are more, all are forgotten.
  private static let capacity = 1 << 15

  package init(of titles: PortalTitles) {
    vocabulary = titles.vocabulary
    roles = titles.catalogs.roles
    slots = Array(repeating: Slot(), count: 2_048)
  }

  /// Fills in what a word or number of `text` is by itself.
  mutating func describe(_ token: inout Token, in text: borrowing Span<UInt8>) {
    if token.kind == .number {
      token.stem = token.hash
      token.word = vocabulary.number(of: token.hash)
      return
    }
    var index = Int(truncatingIfNeeded: token.hash) & (slots.count - 1)
    while slots[index].isUsed {
      if slots[index].hash == token.hash {
        token.stem = slots[index].stem
        token.word = slots[index].number
        token.classes = slots[index].classes
        token.role = slots[index].role
        return
      }
      index = (index + 1) & (slots.count - 1)
    }
    learn(&token, in: text)
  }

  private mutating func learn(_ token: inout Token, in text: borrowing Span<UInt8>) {
    letters.removeAll(keepingCapacity: true)
    WordStem.appendLetters(of: text, from: Int(token.start), to: Int(token.end), to: &letters)
    token.word = vocabulary.number(of: token.hash)
    let whole = letters
    WordStem.cut(&letters)
    token.stem = WordHash.ofLowered(letters)
    token.role = vocabulary.role(of: token).kind
    token.classes = WordClasses(
      whole, hash: token.hash, stem: token.stem, role: token.role,
      beginsReference: !vocabulary.beginning(of: token).isEmpty, roles: roles)
    add(
      Slot(
        hash: token.hash, stem: token.stem, number: token.word, classes: token.classes,
        role: token.role, isUsed: true))
  }

  private mutating func add(_ slot: Slot) {
    if count >= Self.capacity {
      slots = Array(repeating: Slot(), count: slots.count)
      count = 0
    } else if count * 2 >= slots.count {
      let old = slots
      slots = Array(repeating: Slot(), count: old.count * 2)
      for slot in old where slot.isUsed { place(slot) }
    }
    place(slot)
    count += 1
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
    while slots[index].isUsed { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }
}

extension Lexicon {
  /// An array for tokens, with the capacity of one that was used before.
  mutating func takeTokens() -> [Token] {
    defer { spare = [] }
    return spare
  }

  /// Keeps the memory of a table for the next one.
  mutating func recycle(_ table: consuming TokenTable) {
    spare = table.tokens
    spare.removeAll(keepingCapacity: true)
  }
}
