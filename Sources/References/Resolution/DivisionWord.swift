internal import Diagnostics

/// What a division of an agreement is called, in a heading and in a reference.
enum DivisionWord: Sendable {
  case part, chapter
  /// German for a division of sections, and for a section as well.
  case abschnitt

  /// The word that a heading such as `Part A: Measures` begins with; `nil` where it is none of
  /// these.
  init?(beginning heading: String) {
    // Few headings begin with one of the letters.
    guard let first = heading.utf8.first, Self.initials.contains(first | 0x20) else { return nil }
    let word = heading.utf8.prefix { $0.isASCIILetter }
    guard word.count < heading.utf8.count else { return nil }
    self.init(hash: WordHash.ofLowered(word.map { $0 | 0x20 }))
  }

  init?(hash: UInt64) {
    guard let word = Self.byHash[hash] else { return nil }
    self = word
  }

  private static let initials: [UInt8] = Array("ptcka".utf8)
  private static let byHash: [UInt64: DivisionWord] = {
    let spellings: [(DivisionWord, String)] = [
      (.part, "part parts teil teile teilen"),
      (.chapter, "chapter chapters kapitel kapitels kapiteln kap"),
      (.abschnitt, "abschnitt abschnitts abschnittes abschnitte abschnitten"),
    ]
    var words: [UInt64: DivisionWord] = [:]
    for (word, all) in spellings {
      for spelling in all.split(separator: " ") { words[WordHash.ofLowered(spelling.utf8)] = word }
    }
    return words
  }()
}
