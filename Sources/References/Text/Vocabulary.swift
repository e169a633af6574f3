/// All words that the grammars know: units and joints, names of laws, names of documents.
///
/// Built once for a portal and shared by all agreements.
package struct Vocabulary: Sendable {
  /// Numbers below it are codes of signs.
  static let firstWord: UInt16 = 0x100

  private var numbers = WordTable()
  private var roles: [WordRole] = []
  var laws = PhraseTrie()
  var documents = PhraseTrie()

  /// One that knows no word, for cutting text into tokens only; shared, since its tables take time
  /// to make.
  static let empty = Vocabulary()

  init() {}

  /// - Parameter catalog: the laws whose names are to be recognised.
  init(laws catalog: LawCatalog) {
    for (role, words) in WordRole.words {
      for word in words.split(separator: " ") {
        let hash = WordHash.ofLowered(word.utf8)
        guard numbers[hash] == 0 else { continue }
        add(hash, role)
      }
    }
    for (index, name) in catalog.names.enumerated() {
      for spelling in name.spellings {
        laws.insert(phrase(spelling), value: index, isExact: name.isAbbreviation, text: spelling)
      }
    }
  }

  /// Adds the name of a document; `number` is what a match gives, and `isExact` says whether
  /// capital letters count.
  mutating func addDocument(_ name: String, number: Int, isExact: Bool) {
    documents.insert(phrase(name), value: number, isExact: isExact, text: name)
  }

  @inline(__always)
  func number(of hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: numbers[hash]) }

  @inline(__always)
  func role(of token: Token) -> WordRole {
    let index = Int(token.word) - Int(Self.firstWord)
    return index >= 0 && token.kind == .word ? roles[index] : WordRole()
  }

  private mutating func add(_ hash: UInt64, _ role: WordRole) {
    // Names of more documents than this are not of this world; the rest stays unknown.
    guard roles.count < Int(UInt16.max) - Int(Self.firstWord) else { return }
    roles.append(role)
    numbers[hash] = UInt32(roles.count - 1) + UInt32(Self.firstWord)
  }

  /// The tokens of a name as numbers, new words added.
  private mutating func phrase(_ name: String) -> [UInt16] {
    let bytes = Array(name.utf8)
    var tokenizer = Tokenizer(vocabulary: self)
    tokenizer.tokenize(bytes.span, from: 0, to: bytes.count)
    return tokenizer.tokens.all.dropLast().map { token in
      guard token.kind == .word || token.kind == .number else { return token.word }
      if numbers[token.hash] == 0 { add(token.hash, WordRole()) }
      return number(of: token.hash)
    }
  }
}
