/// Letters with accents, which can be written as one character or as a letter with a mark behind
/// it.
enum Accents {
  /// The bytes of a word, with each Latin letter and its accent as one character.
  static func composed(_ word: [UInt8]) -> [UInt8] {
    // U+0300...U+036F begin with these bytes.
    guard word.contains(where: { $0 == 0xCC || $0 == 0xCD }) else { return word }
    var bytes: [UInt8] = []
    for character in String(decoding: word, as: UTF8.self) {
      if character.unicodeScalars.count > 1, let letter = letters[character] {
        bytes.append(contentsOf: letter.utf8)
      } else {
        bytes.append(contentsOf: character.utf8)
      }
    }
    return bytes
  }

  /// The composed letters of Latin scripts; characters are equal to those that are put together.
  private static let letters: [Character: String] = {
    var letters: [Character: String] = [:]
    for value in UInt32(0xC0)...0x17F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      letters[Character(scalar)] = String(scalar)
    }
    return letters
  }()
}
