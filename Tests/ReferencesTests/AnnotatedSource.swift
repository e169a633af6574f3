import Diagnostics

/// An agreement whose text says, beside each reference, citation and definition, what a careful
/// reader would take it for.
///
/// Shape: `⟦section 9|> 9⟧` is a reference to the place 9, several places with `;` between, `ext`
/// for a document elsewhere and `doc` for an agreement as a whole; `⟦Art. 32 GDPR|§ gdpr 32⟧` is a
/// citation; `⟦Customer|=⟧` defines a term; what `⟦Module Two|~⟧` is read as does not matter.
struct AnnotatedSource {
  struct Expectation {
    var kind: Character
    var text: String
    var values: [String]
    var start: SourcePosition
    var end: SourcePosition

    func contains(_ position: SourcePosition) -> Bool {
      start <= position && position < end
    }
  }

  private(set) var text = ""
  private(set) var expectations: [Expectation] = []

  init(_ annotated: String) {
    var position = SourcePosition(line: 1, column: 1)
    var open: (start: SourcePosition, text: String)?
    var note: String?
    for character in annotated {
      switch character {
      case "⟦":
        open = (position, "")
        continue
      case "⟧":
        if let opened = open, let note { add(opened, note, end: position) }
        open = nil
        note = nil
        continue
      case "|" where open != nil && note == nil:
        note = ""
        continue
      default: break
      }
      if note != nil {
        note?.append(character)
        continue
      }
      open?.text.append(character)
      text.append(character)
      if character == "\n" {
        position = SourcePosition(line: position.line + 1, column: 1)
      } else {
        position = SourcePosition(
          line: position.line, column: position.column + String(character).utf8.count)
      }
    }
  }

  private mutating func add(
    _ opened: (start: SourcePosition, text: String), _ note: String, end: SourcePosition
  ) {
    guard let kind = note.first else { return }
    let values = note.dropFirst().split(separator: ";").map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    expectations.append(
      Expectation(kind: kind, text: opened.text, values: values, start: opened.start, end: end))
  }
}
