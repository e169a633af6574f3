internal import Diagnostics

/// Finds the names of companies in running text by the legal forms that end them.
///
/// Works on bytes: nearly all that names are parted by and recognised by is ASCII, and what isn't
/// is looked at as characters.
struct CompanyNameFinder: Sendable {
  /// Legal forms in small letters, their words apart by one blank.
  private let forms: Set<String>
  /// The hashes of ``forms``, and of their first words.
  private let formHashes: Set<UInt64>
  private let firstHashes: Set<UInt64>
  /// Words that a name doesn't begin with, in small letters.
  private let notInNames: Set<String>

  init(forms: Set<String>, notInNames: Set<String>) {
    self.forms = forms
    self.notInNames = notInNames
    formHashes = Set(forms.map { Self.hash(of: Array($0.utf8)[...]) })
    firstHashes = Set(
      forms.map { form in
        Self.hash(of: Array(form.utf8.prefix { $0 != UInt8(ascii: " ") })[...])
      })
  }

  /// Every name with a legal form in the text, as its words with the form at the end, and the words
  /// before it, which may belong to it after all.
  ///
  /// A name reaches back over words in capitals that nothing but blanks parts, and a comma before
  /// the legal form.
  ///
  /// - Complexity: O(bytes).
  func names(in text: [UInt8]) -> [(before: [String], name: [String])] {
    let words = Self.words(of: text)
    var found: [(before: [String], name: [String])] = []
    var index = 1
    while index < words.count {
      guard let length = formLength(at: index, words, text) else {
        index += 1
        continue
      }
      // `NOT LIMITED TO` in a disclaimer.
      if index + length < words.count, Self.isInCapitals(words[index], text),
        Self.isJoined(words[index + length - 1], words[index + length], text, overComma: false),
        Self.isInCapitals(words[index + length], text)
      {
        index += length
        continue
      }
      var first = index
      while first > 0, index - first < 6,
        Self.isJoined(words[first - 1], words[first], text, overComma: first == index),
        Self.isNameWord(words[first - 1], text)
      {
        first -= 1
      }
      func string(_ word: Range<Int>) -> String { String(decoding: text[word], as: UTF8.self) }
      while first < index, notInNames.contains(string(words[first]).lowercased()) { first += 1 }
      if first < index, string(words[first]).first?.isLetter ?? false {
        let form = words[index].lowerBound..<words[index + length - 1].upperBound
        found.append(
          (
            words[max(first - 6, 0)..<first].map(string),
            words[first..<index].map(string) + [string(form)]
          ))
      }
      index += length
    }
    return found
  }

  // MARK: Words

  /// What stands between blanks and signs of a sentence; a bracket at the start is no part of a
  /// word.
  private static func words(of text: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = -1
    var index = 0
    while index < text.count {
      let byte = text[index]
      var length = 1
      let isApart: Bool
      switch byte {
      case 0x09...0x0D, 0x20, 0x2C, 0x2E, 0x3A, 0x3B, 0x29: isApart = true
      case 0x28: isApart = start < 0
      case 0x80...:
        let blank = lengthOfBlank(in: text, at: index)
        isApart = blank > 0
        length = max(blank, 1)
      default: isApart = false
      }
      if !isApart {
        if start < 0 { start = index }
      } else if start >= 0 {
        words.append(start..<index)
        start = -1
      }
      index += length
    }
    if start >= 0 { words.append(start..<text.count) }
    return words
  }

  /// The bytes of the blank beyond ASCII at `index`; 0 where there is none.
  private static func lengthOfBlank(in text: [UInt8], at index: Int) -> Int {
    let second = index + 1 < text.count ? text[index + 1] : 0
    let third = index + 2 < text.count ? text[index + 2] : 0
    switch (text[index], second, third) {
    case (0xC2, 0x85, _), (0xC2, 0xA0, _): return 2
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }

  // MARK: Forms

  private func formLength(
    at index: Int, _ words: [Range<Int>], _ text: [UInt8]
  ) -> Int? {
    let word = words[index]
    let first = text[word.lowerBound]
    guard first >= 0x80 || first.isASCIIUppercase || word.count < 3 else { return nil }
    guard firstHashes.contains(Self.hash(of: text[word])) else { return nil }
    func string(_ word: Range<Int>) -> String { String(decoding: text[word], as: UTF8.self) }
    let written = string(word)
    guard written.first?.isUppercase ?? false || written.count < 3 else { return nil }
    for length in [4, 3, 2, 1] where index + length <= words.count {
      guard formHashes.contains(Self.hash(of: words[index..<index + length], in: text)) else {
        continue
      }
      let form = words[index..<index + length].map { string($0).lowercased() }
      if forms.contains(form.joined(separator: " ")) {
        let written = string(word.lowerBound..<words[index + length - 1].upperBound)
        return written.contains(where: { $0.isUppercase || $0 == "." }) ? length : nil
      }
    }
    return nil
  }

  /// The hash (FNV-1a) of some words in small letters, of ASCII and of Latin-1, with blanks
  /// between.
  private static func hash(of words: ArraySlice<Range<Int>>, in text: [UInt8]) -> UInt64 {
    var hash = seed
    for (number, word) in words.enumerated() {
      if number > 0 { hash = (hash ^ 0x20) &* prime }
      add(text[word], to: &hash)
    }
    return hash
  }

  private static func hash(of word: ArraySlice<UInt8>) -> UInt64 {
    var hash = seed
    add(word, to: &hash)
    return hash
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func add(_ word: ArraySlice<UInt8>, to hash: inout UInt64) {
    var previous: UInt8 = 0
    for byte in word {
      let isCapital =
        byte.isASCIIUppercase
        || previous == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97
      hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* prime
      previous = byte
    }
  }

  // MARK: Names

  /// Whether only a blank parts a word from the next, or, as before `Inc.`, a comma.
  private static func isJoined(
    _ word: Range<Int>, _ next: Range<Int>, _ text: [UInt8], overComma: Bool
  ) -> Bool {
    let between = text[word.upperBound..<next.lowerBound]
    if between.count == 1 { return between.first?.isASCIIWhitespace ?? false }
    if overComma, between.elementsEqual(", ".utf8) { return true }
    let characters = String(decoding: between, as: UTF8.self)
    return characters.count == 1 && characters.first?.isWhitespace ?? false
  }

  /// Whether a word of several letters is all in capitals.
  private static func isInCapitals(_ word: Range<Int>, _ text: [UInt8]) -> Bool {
    word.count > 1 && text[word].allSatisfy(\.isASCIIUppercase)
  }

  private static func isNameWord(_ word: Range<Int>, _ text: [UInt8]) -> Bool {
    let first = text[word.lowerBound]
    guard first >= 0x80 else {
      return first.isASCIIUppercase || first.isASCIIDigit
        || first == UInt8(ascii: "&")
    }
    let character = String(decoding: text[word], as: UTF8.self).first
    return character.map { $0.isUppercase || $0.isNumber } ?? false
  }
}
