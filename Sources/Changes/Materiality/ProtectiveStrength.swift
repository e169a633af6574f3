/// The length of a key or a password that a measure states: the longer, the better it protects.
struct ProtectiveLength: Sendable {
  var value: Int
  /// The algorithm whose key it is, or what it counts, in lower case.
  var name: String

  /// Whether a marked length of a measure became a smaller one of the same kind.
  static func isShortened(_ old: [MarkedText.Word], _ new: [MarkedText.Word]) -> Bool {
    let before = all(in: old)
    guard !before.isEmpty else { return false }
    let after = all(in: new)
    return before.count == after.count
      && zip(before, after).contains { $0.name == $1.name && $1.value < $0.value }
  }

  /// The lengths of a text of which a word is marked.
  private static func all(in words: [MarkedText.Word]) -> [ProtectiveLength] {
    words.indices.compactMap { index in
      words[index].isMarked ? length(at: index, in: words) : nil
    }
  }

  private static func length(at index: Int, in words: [MarkedText.Word]) -> ProtectiveLength? {
    guard let number = Number(words[index].lower), !isLimit(index, in: words) else { return nil }
    func word(_ place: Int) -> String { words.indices.contains(place) ? words[place].lower : "" }
    let before = word(index - 1) == "-" ? word(index - 2) : word(index - 1)
    for name in [number.name, before] where algorithms.contains(name) {
      return ProtectiveLength(value: number.value, name: name)
    }
    // `12 random characters`: a word may stand between.
    let units = number.unit.isEmpty ? [word(index + 1), word(index + 2)] : [number.unit]
    if let unit = units.lazy.compactMap(unit).first {
      guard unit == "bit" || protectsAccess(index, in: words) else { return nil }
      return ProtectiveLength(value: number.value, name: unit)
    }
    let ends = !words.indices.contains(index + 1) || !words[index + 1].isWord
    guard ends, statesLength(index, in: words), protectsAccess(index, in: words) else {
      return nil
    }
    return ProtectiveLength(value: number.value, name: "")
  }

  /// A number by itself, or joined with what it is of: `256`, `AES-256`, `256-bit`, `12-stellig`.
  private struct Number {
    var value: Int
    var name = ""
    var unit = ""

    init?(_ word: String) {
      if let value = TypedWords.value(ofNumber: word) {
        self.value = value
        return
      }
      let parts = word.split(separator: "-")
      guard let place = parts.firstIndex(where: { $0.utf8.first.map(WordReader.isDigit) == true })
      else { return nil }
      let digits = parts[place].prefix { $0.isASCII && $0.isNumber }
      guard let value = Int(digits) else { return nil }
      let rest = parts[place].dropFirst(digits.count)
      let units = [rest].filter { !$0.isEmpty } + parts[(place + 1)...]
      guard rest.isEmpty || ProtectiveLength.unit(String(rest)) != nil else { return nil }
      self.value = value
      name = parts[..<place].joined(separator: "-")
      unit = units.first.map(String.init) ?? ""
    }
  }

  /// What a word counts, whatever its ending; `nil` for what is no unit of lengths.
  private static func unit(_ word: String) -> String? {
    if word.hasPrefix("stellig") { return "character" }
    return units[word]
  }

  private static let units: [String: String] = [
    "bit": "bit", "bits": "bit", "byte": "byte", "bytes": "byte", "characters": "character",
    "zeichen": "character", "stellen": "character", "letters": "character",
    "buchstaben": "character", "digits": "character", "ziffern": "character",
  ]

  private static let algorithms: Set<String> = [
    "aes", "rsa", "dsa", "dh", "dhe", "elgamal", "ecc", "ecdh", "ecdhe", "ecdsa", "camellia",
    "twofish",
  ]

  /// Whether a number is the most that is allowed, and no least one.
  private static func isLimit(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    words[max(0, index - 3)..<index].contains { limits.contains($0.lower) }
  }

  private static let limits: Set<String> = [
    "most", "maximum", "up", "exceed", "maximal", "höchstens", "bis", "maximale",
  ]

  private static func statesLength(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    sentence(around: index, in: words).contains {
      $0.lower.hasPrefix("length") || $0.lower.hasSuffix("länge")
    }
  }

  /// Whether the sentence speaks of what only those know who may come in.
  private static func protectsAccess(_ index: Int, in words: [MarkedText.Word]) -> Bool {
    sentence(around: index, in: words).contains { word in
      secrets.contains { word.lower.contains($0) } || word.lower.hasPrefix("key")
        || word.lower == "pin" || word.lower == "pins" || word.lower.hasPrefix("pin-")
    }
  }

  private static let secrets = [
    "passwor", "passwör", "kennwor", "kennwör", "passphrase", "passcode", "schlüssel", "encrypt",
  ]

  private static func sentence(
    around index: Int, in words: [MarkedText.Word]
  ) -> ArraySlice<MarkedText.Word> {
    let start = words[..<index].lastIndex { $0.kind == .stop } ?? words.startIndex
    let end = words[index...].firstIndex { $0.kind == .stop } ?? words.endIndex
    return words[start..<end]
  }
}
