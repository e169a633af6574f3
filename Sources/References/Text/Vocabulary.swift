/// All words that the grammars know: units and joints, and what names of laws and of agreements
/// begin with.
///
/// Built once for a portal and shared by all agreements.
package struct Vocabulary: Sendable {
  /// Numbers below it are codes of signs.
  static let firstWord: UInt16 = 0x100

  /// What a reference, citation or name can begin with.
  struct Beginning: OptionSet {
    var rawValue: UInt8
    static let unit = Beginning(rawValue: 1)
    static let law = Beginning(rawValue: 2)
    static let title = Beginning(rawValue: 4)
    static let neighbour = Beginning(rawValue: 8)
  }

  private var numbers = WordTable()
  private var roles: [WordRole] = []
  private var beginnings: [Beginning] = []
  /// A bit for each hash of a word, by its low bits: most words of a text are none of these.
  private var filter = [UInt64](repeating: 0, count: 512)
  private(set) var laws = PhraseTrie()
  /// Titles of the agreements of the portal; see ``PortalTitles``.
  private(set) var titles = PhraseTrie()

  init() {}

  /// - Parameter catalog: the laws whose names are to be recognised.
  init(laws catalog: LawCatalog) {
    for (role, words) in WordRole.words {
      for word in words.split(separator: " ") {
        let hash = WordHash.ofLowered(word.utf8)
        guard numbers[hash] == 0 else { continue }
        add(hash, role, role.beginning)
      }
    }
    for (index, name) in catalog.names.enumerated() {
      for spelling in name.spellings {
        let entry = laws.insert(spelling, value: index, isExact: name.isAbbreviation)
        if let entry { note(entry.first, begins: .law) }
      }
    }
  }

  /// Adds the title of an agreement.
  ///
  /// - Returns: the number of the title: `number`, or the one that it was added with before.
  mutating func addTitle(_ title: String, number: Int) -> Int? {
    guard let entry = titles.insert(title, value: number) else { return nil }
    note(entry.first, begins: .title)
    return entry.value
  }

  @inline(__always)
  func number(of hash: UInt64) -> UInt16 {
    guard filter[Int(hash >> 6) & 511] >> (hash & 63) & 1 != 0 else { return 0 }
    return UInt16(truncatingIfNeeded: numbers[hash])
  }

  @inline(__always)
  func role(of token: Token) -> WordRole {
    let index = Int(token.word) - Int(Self.firstWord)
    return index >= 0 && token.kind == .word ? roles[index] : WordRole()
  }

  /// What a word can do, by the hash of its letters.
  func roleOfWord(hash: UInt64) -> WordRole {
    let index = Int(number(of: hash)) - Int(Self.firstWord)
    return index >= 0 ? roles[index] : WordRole()
  }

  /// What can begin with a word.
  @inline(__always)
  func beginning(of token: Token) -> Beginning {
    let index = Int(token.word) - Int(Self.firstWord)
    return index >= 0 ? beginnings[index] : []
  }

  private mutating func note(_ token: Token, begins beginning: Beginning) {
    guard token.kind == .word || token.kind == .number else { return }
    if numbers[token.hash] == 0 { add(token.hash, WordRole(), []) }
    let index = Int(numbers[token.hash]) - Int(Self.firstWord)
    if index >= 0 { beginnings[index].insert(beginning) }
  }

  private mutating func add(_ hash: UInt64, _ role: WordRole, _ beginning: Beginning) {
    // Names of more documents than this are not of this world; the rest stays unknown.
    guard roles.count < Int(UInt16.max) - Int(Self.firstWord) else { return }
    roles.append(role)
    beginnings.append(beginning)
    numbers[hash] = UInt32(roles.count - 1) + UInt32(Self.firstWord)
    filter[Int(hash >> 6) & 511] |= 1 << (hash & 63)
  }
}

extension WordRole {
  fileprivate var beginning: Vocabulary.Beginning {
    if level != nil || kind == .sub { return .unit }
    return kind == .neighbour || kind == .oldVersion || kind == .after ? .neighbour : []
  }
}
