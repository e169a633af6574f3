/// How strong a protection is by what a measure states: the length of a key or a password, the
/// version of a protocol. The more, the better it protects.
struct ProtectiveStrength: Sendable {
  var value: Int
  /// The algorithm whose key it is, the protocol, or what it counts, in lower case.
  var name: String

  /// Whether a marked strength of a measure became a smaller one of the same kind, or was left out
  /// and nothing came for it.
  static func isLowered(_ old: [MarkedText.Word], _ new: [MarkedText.Word]) -> Bool {
    if isOpenedBelow(old, new) { return true }
    let before = all(in: old)
    guard !before.isEmpty else { return false }
    let after = all(in: new)
    if after.isEmpty { return !new.contains { $0.isMarked && $0.isWord } }
    return before.count == after.count
      && zip(before, after).contains { $0.name == $1.name && $1.value < $0.value }
  }

  /// Whether less is enough now than the only length that a text states: `12 characters` that
  /// became `8 to 12 characters`.
  private static func isOpenedBelow(_ old: [MarkedText.Word], _ new: [MarkedText.Word]) -> Bool {
    for index in new.indices.dropLast(2)
    where new[index].isMarked && rangeWords.contains(new[index + 1].lower) {
      guard let lowest = TypedWords.value(ofNumber: new[index].lower),
        let highest = length(at: index + 2, in: new, isUpperEnd: true), lowest < highest.value
      else { continue }
      let before = old.indices.compactMap { length(at: $0, in: old) }
      return before.count == 1 && before[0].name == highest.name && before[0].value > lowest
    }
    return false
  }

  private static let rangeWords: Set<String> = ["to", "bis", "-", "\u{2013}"]

  /// The lengths and versions of a text of which a word is marked.
  private static func all(in words: [MarkedText.Word]) -> [ProtectiveStrength] {
    words.indices.compactMap { index in
      words[index].isMarked
        ? version(at: index, in: words) ?? length(at: index, in: words) : nil
    }
  }

  /// `isUpperEnd`: whether the number ends a range, and so may stand behind `bis`.
  private static func length(
    at index: Int, in words: [MarkedText.Word], isUpperEnd: Bool = false
  ) -> ProtectiveStrength? {
    guard let number = Number(words[index].lower), isUpperEnd || !isLimit(index, in: words) else {
      return nil
    }
    func word(_ place: Int) -> String { words.indices.contains(place) ? words[place].lower : "" }
    let before = word(index - 1) == "-" ? word(index - 2) : word(index - 1)
    for name in [number.name, before] where algorithms.contains(name) {
      return ProtectiveStrength(value: number.value, name: name)
    }
    // `12 random characters`: a word may stand between.
    let units = number.unit.isEmpty ? [word(index + 1), word(index + 2)] : [number.unit]
    if let unit = units.lazy.compactMap(unit).first {
      guard unit == "bit" || protectsAccess(index, in: words) else { return nil }
      return ProtectiveStrength(value: number.value, name: unit)
    }
    let ends = !words.indices.contains(index + 1) || !words[index + 1].isWord
    guard ends, statesLength(index, in: words), protectsAccess(index, in: words) else {
      return nil
    }
    return ProtectiveStrength(value: number.value, name: "")
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
      guard rest.isEmpty || ProtectiveStrength.unit(String(rest)) != nil else { return nil }
      self.value = value
      name = parts[..<place].joined(separator: "-")
      unit = units.first.map(String.init) ?? ""
    }
  }

  /// A version behind the name of its protocol, or in one word with it: `TLS 1.3`, `TLSv1.3`,
  /// `WPA3`.
  private static func version(at index: Int, in words: [MarkedText.Word]) -> ProtectiveStrength? {
    let word = words[index].lower
    let joined = protocols.first { word.hasPrefix($0) && word != $0 }
    let before = index > 0 ? words[index - 1].lower : ""
    guard let name = joined ?? (protocols.contains(before) ? before : nil),
      !isLimit(index, in: words)
    else { return nil }
    var number = word.dropFirst(joined?.count ?? 0)
    for sign in ["-", "v"] where number.hasPrefix(sign) { number = number.dropFirst() }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard case let major?? = parts.first, major < largestVersion, parts.allSatisfy({ $0 != nil })
    else { return nil }
    // TLS is what SSL was called later: its first version came after the third of SSL.
    if name == "ssl" { return ProtectiveStrength(value: major, name: "tls") }
    let minor = parts.dropFirst().first.flatMap(\.self) ?? 0
    return ProtectiveStrength(value: major * largestVersion + min(minor, 99), name: name)
  }

  private static var largestVersion: Int { 100 }

  /// Protocols that protect data on their way.
  private static let protocols = ["tls", "dtls", "ssl", "ssh", "wpa"]

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
