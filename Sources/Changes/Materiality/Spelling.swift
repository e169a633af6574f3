/// Tells two spellings of one word from two words.
///
/// There is no dictionary, so only what can hardly be anything else is a spelling: another way to
/// write the same word, or one slip of the pen that leaves both ends alone and puts no consonant in
/// the place of another. Words of which one slip makes another word are in ``ConfusableWords``.
enum Spelling {
  /// Whether two words, in lower case, are one.
  static func areOne(_ left: String, _ right: String) -> Bool {
    if beginOtherwise(left.utf8, right.utf8) { return false }
    let (first, second) = (folded(left), folded(right))
    // In an address, each letter counts.
    if (first + second).contains(where: addressSigns.contains) { return false }
    if first.count < shortest || second.count < shortest { return isVariant(first, second) }
    if ConfusableWords.contains(left, right) || differOnlyInUmlauts(left, right) { return false }
    return isVariant(first, second) || isSlip(first, second)
  }

  /// Whether two words begin with letters of which one is never written for the other, as `ph` is
  /// for `f`: so do most, and it is told at once.
  private static func beginOtherwise(_ left: String.UTF8View, _ right: String.UTF8View) -> Bool {
    guard let first = left.first, let second = right.first, first != second else { return false }
    func isOfOneSound(_ letter: UInt8) -> Bool {
      letter &- UInt8(ascii: "a") < 26 && letter != UInt8(ascii: "p") && letter != UInt8(ascii: "f")
    }
    return isOfOneSound(first) && isOfOneSound(second)
  }

  /// The letters of a word, in lower case, without what is written in more than one way: accents,
  /// the German letters, hyphens.
  static func folded(_ word: String) -> [Unicode.Scalar] {
    var letters: [Unicode.Scalar] = []
    for scalar in word.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": letters.append(scalar)
      case "-", "'", "\u{2019}", "\u{2010}", "\u{2011}", "\u{AD}": break
      // The dots of a letter that is written in two parts.
      case "\u{308}": letters.append("e")
      case "\u{300}"..."\u{36F}": break
      default:
        if let plain = plainLetters[scalar] {
          letters.append(contentsOf: plain.unicodeScalars)
        } else {
          letters.append(scalar)
        }
      }
    }
    return letters
  }

  /// `Schaden` and `Schäden`, `fordern` and `fördern` are two words.
  private static func differOnlyInUmlauts(_ left: String, _ right: String) -> Bool {
    func plain(_ word: String) -> [Unicode.Scalar] {
      word.unicodeScalars.map { umlauts[$0] ?? $0 }
    }
    return left != right && plain(left) == plain(right)
  }

  private static let umlauts: [Unicode.Scalar: Unicode.Scalar] = ["ä": "a", "ö": "o", "ü": "u"]

  private static let plainLetters: [Unicode.Scalar: String] = {
    var plain: [Unicode.Scalar: String] = [
      "ß": "ss", "ä": "ae", "ö": "oe", "ü": "ue", "ç": "c",
      // One letter for two, as copied from a print.
      "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi",
      "\u{FB04}": "ffl",
    ]
    for (letter, accented) in [
      ("a", "àáâãå"), ("e", "èéêë"), ("i", "ìíîï"), ("o", "òóôõø"), ("u", "ùúû"), ("n", "ñ"),
    ] {
      for scalar in accented.unicodeScalars { plain[scalar] = letter }
    }
    return plain
  }()

  private static let addressSigns: Set<Unicode.Scalar> = [".", "/", ":", "@"]

  /// Letters below which a word is too short to tell a slip from another word.
  private static let shortest = 5
  /// Letters below which a vowel more or another one makes another word.
  private static let shortestForVowels = 6
}

extension Spelling {
  private static func isVariant(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    if left == right { return true }
    guard left.count >= shortest, right.count >= shortest else { return false }
    return common(left) == common(right)
  }

  /// A word as it would be written if all wrote alike: British and American, old and new German.
  private static func common(_ word: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var letters = word
    for (variant, common) in variants { replace(variant, in: &letters, by: common) }
    if letters.suffix(3) == ["t", "r", "e"] {
      letters.swapAt(letters.count - 1, letters.count - 2)
    }
    return letters
  }

  private static let variants: [(of: [Unicode.Scalar], is: [Unicode.Scalar])] = [
    ("iz", "is"), ("yz", "ys"), ("our", "or"), ("ll", "l"), ("ence", "ense"), ("ogue", "og"),
    ("gramme", "gram"), ("dgement", "dgment"), ("ph", "f"),
  ].map { (Array($0.0.unicodeScalars), Array($0.1.unicodeScalars)) }

  /// Replaces each that stands in a word, from its beginning.
  private static func replace(
    _ old: [Unicode.Scalar], in word: inout [Unicode.Scalar], by new: [Unicode.Scalar]
  ) {
    var index = 0
    while index + old.count <= word.count {
      if word[index] == old[0], word[index...].starts(with: old) {
        word.replaceSubrange(index..<(index + old.count), with: new)
        index += new.count
      } else {
        index += 1
      }
    }
  }
}

extension Spelling {
  /// Whether one of the words is the other with a slip of the pen: two neighbours exchanged, a
  /// letter doubled, inside of a longer word another vowel, or a letter left out.
  private static func isSlip(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    guard left.first == right.first else { return false }
    let (shorter, longer) = left.count <= right.count ? (left, right) : (right, left)
    guard let start = shorter.indices.first(where: { shorter[$0] != longer[$0] }) else {
      // One letter more at the end is another form of the word, but for a doubled one.
      return longer.count == shorter.count + 1 && longer.last == shorter.last
        && longer.last != "e"
    }
    if shorter.count == longer.count { return isExchange(shorter, longer, start) }
    guard longer.count == shorter.count + 1, longer[(start + 1)...] == shorter[start...] else {
      return false
    }
    if longer[start] == longer[start - 1] { return true }
    return start >= 2 && shorter.count >= shortestForVowels
  }

  private static func isExchange(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], _ start: Int
  ) -> Bool {
    let rest = left[(start + 1)...]
    if rest == right[(start + 1)...] {
      return start >= 2 && start + 1 < left.count && left.count >= shortestForVowels
        && vowels.contains(left[start]) && vowels.contains(right[start])
        && !(left[0] == "p" && start == 2)
    }
    return left[start] == right[start + 1] && left[start + 1] == right[start]
      && left[(start + 2)...] == right[(start + 2)...]
  }

  private static let vowels: Set<Unicode.Scalar> = ["a", "e", "i", "o", "u", "y"]
}
