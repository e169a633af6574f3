/// What one word of English or German says of a number: `forty`, `hundred`, `dreihundertfünf`.
package enum NumberWord: Hashable, Sendable {
  case value(Int)
  /// 100 or 1,000: what stands before says how many of them.
  case scale(Int)
  /// `ein`, `einer`, `einem`: 1 where something is counted, and else an article.
  case article

  /// Reads a word of letters, large or small; umlauts may be written `ae` or without their dots.
  ///
  /// - Complexity: O(bytes); words longer than any number are not looked at.
  package init?(_ word: some Collection<UInt8>) {
    guard Self.canBegin(word), word.count <= Self.longest,
      let known = Self.read(Self.folded(word)[...])
    else { return nil }
    self = known
  }

  package init?(_ word: some StringProtocol) {
    self.init(word.utf8)
  }

  /// The longest number below a million that German writes as one word has 55 letters.
  private static let longest = 64

  /// Whether a word begins with two letters as numbers do and has a third one: most have not, and
  /// every word of a text is asked.
  static func canBegin(_ word: some Collection<UInt8>) -> Bool {
    var index = word.startIndex
    guard index != word.endIndex else { return false }
    let first = word[index]
    word.formIndex(after: &index)
    guard index != word.endIndex else { return false }
    let second = word[index]
    word.formIndex(after: &index)
    return index != word.endIndex && openings.contains(Self.opening(first, second))
  }

  /// Two letters as one number, capitals as small ones.
  private static func opening(_ first: UInt8, _ second: UInt8) -> UInt16 {
    UInt16(first | 0x20) << 8 | UInt16(second | 0x20)
  }

  /// Of all ``words``, in the order of the letters; `ü` begins with a byte of its own.
  private static let openings: [UInt16] = Set(
    words.keys.map { opening($0[0], $0[1]) } + [opening(UInt8(ascii: "f"), 0xC3)]
  ).sorted()

  private static func read(_ word: ArraySlice<UInt8>) -> NumberWord? {
    if let known = words[Array(word)] { return known }
    // What is longer is put together, with a `hundert`, a `tausend` or an `und` in it.
    return word.count > 9 ? compound(word).map { .value($0) } : nil
  }

  /// Small letters, `u` for `ü`, `o` for `ö`, `ss` for `ß`.
  private static func folded(_ word: some Collection<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(word.count)
    var isSecond = false
    for byte in word {
      if isSecond {
        switch byte {
        case 0x9C, 0xBC: folded.append(UInt8(ascii: "u"))
        case 0x96, 0xB6: folded.append(UInt8(ascii: "o"))
        case 0x9F: folded += "ss".utf8
        default: folded.append(byte)
        }
        isSecond = false
      } else if byte == 0xC3 {
        isSecond = true
      } else {
        folded.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    return folded
  }
}

// MARK: - German compounds

extension NumberWord {
  private static let hundert = Array("hundert".utf8)
  private static let tausend = Array("tausend".utf8)
  private static let und = Array("und".utf8)

  /// `zweitausendfünfhundert`, `dreihundertfünfundsechzig`, `hundertundeins`.
  private static func compound(_ word: ArraySlice<UInt8>) -> Int? {
    guard let place = first(tausend, in: word) else { return belowThousand(word) }
    guard let thousands = place.before.isEmpty ? 1 : belowThousand(place.before) else { return nil }
    guard !place.after.isEmpty else { return thousands * 1_000 }
    return belowThousand(withoutAnd(place.after)).map { thousands * 1_000 + $0 }
  }

  private static func belowThousand(_ word: ArraySlice<UInt8>) -> Int? {
    guard let place = first(hundert, in: word) else { return belowHundred(word) }
    guard let hundreds = place.before.isEmpty ? 1 : belowHundred(place.before), hundreds < 100
    else {
      return nil
    }
    guard !place.after.isEmpty else { return hundreds * 100 }
    return belowHundred(withoutAnd(place.after)).map { hundreds * 100 + $0 }
  }

  /// `fünfundvierzig`, or a word that is no compound.
  private static func belowHundred(_ word: ArraySlice<UInt8>) -> Int? {
    if word.elementsEqual("ein".utf8) { return 1 }
    if case .value(let value)? = words[Array(word)] { return value }
    guard let place = first(und, in: word), let ones = belowHundred(place.before), ones < 10,
      case .value(let tens)? = words[Array(place.after)], tens >= 20, tens.isMultiple(of: 10)
    else { return nil }
    return tens + ones
  }

  private static func withoutAnd(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    word.starts(with: und) ? word.dropFirst(und.count) : word
  }

  /// What stands before and behind the first `part` of a word.
  private static func first(
    _ part: [UInt8], in word: ArraySlice<UInt8>
  ) -> (before: ArraySlice<UInt8>, after: ArraySlice<UInt8>)? {
    guard word.count >= part.count else { return nil }
    for start in word.startIndex...(word.endIndex - part.count)
    where word[start] == part[0] && word[start...].starts(with: part) {
      return (word[..<start], word[(start + part.count)...])
    }
    return nil
  }

  /// Folded; those of German are the parts of its compounds, too.
  private static let words: [[UInt8]: NumberWord] = {
    var words: [[UInt8]: NumberWord] = [:]
    func add(_ spellings: String, _ word: NumberWord) {
      for spelling in spellings.split(separator: " ") { words[Array(spelling.utf8)] = word }
    }
    let small = [
      "one eins", "two zwei zwo zweier", "three drei dreier", "four vier", "five funf fuenf",
      "six sechs", "seven sieben", "eight acht", "nine neun", "ten zehn", "eleven elf",
      "twelve zwolf zwoelf", "thirteen dreizehn", "fourteen vierzehn", "fifteen funfzehn fuenfzehn",
      "sixteen sechzehn", "seventeen siebzehn", "eighteen achtzehn", "nineteen neunzehn",
    ]
    let tens = [
      "twenty zwanzig", "thirty dreissig", "forty vierzig", "fifty funfzig fuenfzig",
      "sixty sechzig", "seventy siebzig", "eighty achtzig", "ninety neunzig",
    ]
    for (index, spellings) in small.enumerated() { add(spellings, .value(index + 1)) }
    for (index, spellings) in tens.enumerated() { add(spellings, .value((index + 2) * 10)) }
    add("hundred hundert", .scale(100))
    add("thousand tausend", .scale(1_000))
    add("ein eine einen einem einer eines", .article)
    return words
  }()
}
