/// A provision of a law that a text cites.
package struct Citation: Sendable {
  package enum Unit: String, Sendable {
    case article, section, clause, recital, annex, chapter
    /// The law as a whole.
    case law
  }

  /// The law's index in the catalog.
  package var law: Int
  package var unit: Unit
  /// The article or section: `28`, `4b`, `7.7`; empty for the law as a whole.
  package var number = ""
  package var paragraph = ""
  package var subparagraph = ""
  package var sentence = ""
  /// A numbered point, such as no. 7 of Art. 4.
  package var point = ""
  package var letter = ""
  /// The last one of a range, at its innermost level: `33` of `Articles 28 to 33`, `4` of
  /// `para. 2-4`.
  package var through = ""
  package var following = Mention.Following.none

  /// Bytes of the agreement's text, the law's name included where it stands beside.
  package var textRange: Range<Int32>
  /// The whole expression, where it cites several: `sections 4b and 4c of the Act`.
  package var expressionRange: Range<Int32>
  /// The place that it stands in.
  package var provision: Int32
  /// Whether the law isn't named here but follows from what is cited around it.
  package var isLawImplied = false
  /// Whether it says `page` where the sentence is meant.
  package var saysPage = false

  init(law: Int, unit: Unit, textRange: Range<Int32>, provision: Int32) {
    self.law = law
    self.unit = unit
    self.textRange = textRange
    expressionRange = textRange
    self.provision = provision
  }
}

extension Citation {
  /// The provision in one line, as Annex writes it: `28(3)(b)`, `28(3) sentence 2 (b)`.
  package var written: String {
    var text = number
    if !paragraph.isEmpty { text += "(\(paragraph))" }
    if !subparagraph.isEmpty { text += " subparagraph \(subparagraph)" }
    if !sentence.isEmpty { text += " sentence \(sentence)" }
    if !point.isEmpty { text += " no. \(point)" }
    if !letter.isEmpty {
      let isSpaced = !sentence.isEmpty || !point.isEmpty || !subparagraph.isEmpty
      text += isSpaced ? " (\(letter))" : "(\(letter))"
    }
    if !through.isEmpty { text += "-\(through)" }
    switch following {
    case .none: break
    case .one: text += " f."
    case .many: text += " et seq."
    }
    return text
  }
}
