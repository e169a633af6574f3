internal import Agreements
internal import Deadlines

/// A place as sentences name it: `§ 9.a`, `Annex 2 / Access control / b`.
struct PlaceWords: Sendable {
  var english: String
  var german: String

  init(parts: [String]) {
    english = Self.cited(LegalPath(parts).written)
    german = Self.cited(LegalPath(parts.map(Self.inGerman)).written)
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

  /// The words for places without a number.
  private static func inGerman(_ part: String) -> String {
    let words = part.split(separator: " ")
    guard words.count == 2, words[1].utf8.allSatisfy(WordReader.isDigit) else { return part }
    switch words[0] {
    case "item": return "Punkt \(words[1])"
    case "para": return "Absatz \(words[1])"
    case "row": return "Zeile \(words[1])"
    case "table": return "Tabelle \(words[1])"
    default: return part
    }
  }
}

extension PlaceWords {
  /// A place of a change; the whole document where it has no path.
  init(_ place: ChangePlace?) {
    self = place.flatMap { $0.parts.isEmpty ? nil : PlaceWords(parts: $0.parts) } ?? .document
  }
}
