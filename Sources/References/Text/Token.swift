/// A word, number or sign of a passage.
struct Token {
  enum Kind: UInt8 {
    /// Letters, of any script.
    case word
    /// A run of ASCII digits.
    case number
    /// Any other sign; ``Token/word`` is its code, see ``Sign``.
    case sign
    /// A web or mail address.
    case address
    /// Code or the text of a link.
    case masked
    /// Behind the last token.
    case end
  }

  /// Of the letters in lower case without a genitive `'s`, or of the digits.
  var hash: UInt64 = 0
  /// The hash of the stem of a word, see ``WordStem``, or of the digits; 0 before a ``Lexicon`` was
  /// asked.
  var stem: UInt64 = 0
  /// Bytes of the agreement's text, half-open.
  var start: Int32
  var end: Int32
  var kind: Kind
  /// What a word can do in a reference, once a ``Lexicon`` was asked.
  var role = WordRole.Kind.none
  /// The word's number in the vocabulary; under ``Vocabulary/firstWord`` the code of a sign; 0 for
  /// words that the vocabulary does not have.
  var word: UInt16 = 0
  /// What it means to grammars by itself; of words, once a ``Lexicon`` was asked.
  var classes: WordClasses = []
  private var flags: Flags = []

  /// Together in one byte, which makes a token half a line of the processor's cache.
  private struct Flags: OptionSet {
    var rawValue: UInt8
    static let spaceBefore = Flags(rawValue: 1)
    static let capitalised = Flags(rawValue: 2)
    static let allCapitals = Flags(rawValue: 4)
  }

  /// Whether white space, or nothing, stands before it.
  var hasSpaceBefore: Bool { flags.contains(.spaceBefore) }
  /// Whether a word begins with a capital letter.
  var isCapitalised: Bool { flags.contains(.capitalised) }
  /// Whether a word has capital letters and no small ones.
  var isAllCapitals: Bool { flags.contains(.allCapitals) }

  @inline(__always)
  init(_ kind: Kind, _ start: Int, _ end: Int, hasSpaceBefore: Bool) {
    self.kind = kind
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    if hasSpaceBefore { flags = .spaceBefore }
  }

  mutating func setCapitals(first: Bool, all: Bool) {
    if first { flags.insert(.capitalised) }
    if all { flags.insert(.allCapitals) }
  }

  var length: Int { Int(end - start) }

  func isSign(_ sign: Sign) -> Bool { kind == .sign && word == sign.rawValue }
}

/// Signs that mean something to a grammar, typographic variants joined.
enum Sign: UInt16 {
  case point = 0x2E
  case comma = 0x2C
  case semicolon = 0x3B
  case colon = 0x3A
  case slash = 0x2F
  case ampersand = 0x26
  case openBracket = 0x28
  case closeBracket = 0x29
  case openSquare = 0x5B
  case closeSquare = 0x5D
  case underscore = 0x5F
  case asterisk = 0x2A
  case hash = 0x23
  case percent = 0x25
  case less = 0x3C
  case greater = 0x3E
  /// Hyphen, minus and all dashes.
  case dash = 0x2D
  /// All double quotation marks.
  case doubleQuote = 0x22
  /// All single ones; the apostrophe inside a word is part of the word.
  case singleQuote = 0x27
  case ellipsis = 0x85
  case sectionSign = 0xA7
  case bullet = 0x95
  /// What the grammars have no use for.
  case other = 0x01
}
