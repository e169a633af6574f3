internal import Diagnostics

/// The number that an ordinal in English or German spells out, up to twelve: 2 for `Second`,
/// `zweite`, `Zweiter`.
package func spelledOrdinal(_ word: some Collection<UInt8>) -> Int? {
  guard let first = word.first, first > 0x40, (4...9).contains(word.count) else { return nil }
  var word = word.map(\.asciiLowercased)
  // `erste`, `erster`, `erstes`, `ersten`, `erstem`
  if let last = word.last, "nmrs".utf8.contains(last), word.dropLast().last == UInt8(ascii: "e") {
    word.removeLast()
  }
  return ordinals[word]
}

private let ordinals: [[UInt8]: Int] = Dictionary(
  uniqueKeysWithValues: [
    [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
      "tenth", "eleventh", "twelfth",
    ],
    [
      "erste", "zweite", "dritte", "vierte", "f\u{FC}nfte", "sechste", "siebte", "achte", "neunte",
      "zehnte", "elfte", "zw\u{F6}lfte",
    ],
  ].flatMap { words in words.enumerated().map { (Array($1.utf8), $0 + 1) } })
