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

  /// A path that begins with a number is cited with the sign of sections.
  static func cited(_ path: String) -> String {
    guard let first = path.utf8.first, WordReader.isDigit(first) else { return path }
    return "§ " + path
  }
}

extension PlaceWords {
  /// A place of a change; the whole document where it has no path.
  init(_ place: ChangePlace?) {
    self = place.flatMap { $0.parts.isEmpty ? nil : PlaceWords(parts: $0.parts) } ?? .document
  }
}
