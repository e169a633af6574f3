internal import Agreements
internal import Deadlines

/// A place as sentences name it: `§ 9.a`, `Annex 2 / Access control / b`.
struct PlaceWords: Sendable {
  var english: String
  var german: String

  init(parts: [String]) {
    // A colon at the end of a title stands before what follows it there.
    let path = LegalPath(parts.map { $0.hasSuffix(":") ? String($0.dropLast()) : $0 })
    english = Self.cited(path.written)
    german = Self.cited(path.written(in: .german))
  }

  /// The whole document.
  static let document = PlaceWords(english: "the document", german: "das Dokument")

  private init(english: String, german: String) {
    self.english = english
    self.german = german
  }

  /// `§ 9(1) of the version before`
  var ofVersionBefore: PlaceWords {
    PlaceWords(
      english: english + " of the version before", german: german + " der vorigen Fassung")
  }

  /// A path that begins with a number is cited with the sign of sections; a title that begins with
  /// digits, such as `2-factor sign-in` or `360dialog`, is none.
  static func cited(_ path: String) -> String {
    let digits = path.utf8.prefix(while: WordReader.isDigit)
    guard !digits.isEmpty else { return path }
    let rest = path.utf8[digits.endIndex...]
    let letters = rest.prefix { byte in
      byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
    // `4a` and `28bis`
    guard letters.count <= 3 else { return path }
    // Behind a part of a path the next one follows, behind a word of a title the next word.
    if let space = rest.firstIndex(of: UInt8(ascii: " ")) {
      let behind = path[space...].dropFirst()
      let isPart = ["/", "(", "Abs. ", "Nr. ", "lit. "].contains { behind.hasPrefix($0) }
      if !isPart { return path }
    }
    return "§ " + path
  }
}

extension PlaceWords {
  /// A place of a change; the whole document where it has no path.
  init(_ place: ChangePlace?) {
    self = place.flatMap { $0.parts.isEmpty ? nil : PlaceWords(parts: $0.parts) } ?? .document
  }
}
