internal import Agreements
internal import Diagnostics

// A division is an annex, or a section in which the numbers of others may begin anew: a part, a
// chapter, a heading without a number or with a letter.

extension ProvisionIndex {
  /// Whether the numbers of sections in a section may be counted for it alone.
  ///
  /// Not in one that is counted like them: in section 1, `section 2` is more often its
  /// neighbour than a part of it.
  static func isDivision(_ section: Provision) -> Bool {
    if section.designation.isEmpty || DivisionWord(beginning: section.designation) != nil {
      return true
    }
    var leading: UInt8 = 0
    for byte in section.designation.utf8 {
      let isLetter = byte.isASCIILetter
      if byte == UInt8(ascii: " ") || byte == 0xA0 {
        leading = 0
      } else if leading == 0, isLetter || byte.isASCIIDigit {
        leading = byte
      }
    }
    return leading > UInt8(ascii: "9")
  }

  /// The division that a place stands in, or `Provision.none`.
  func divisionAround(_ place: Int32) -> Int32 {
    let parent = agreement.provisions[Int(place)].parent
    return parent == Provision.none ? Provision.none : divisions[Int(parent)]
  }

  /// Whether the clauses of a place, as a part or an annex, are counted like sections.
  ///
  /// Those under another heading are its paragraphs: there, `section 2` is a section outside first.
  func countsClauses(_ scope: Int32) -> Bool {
    scope == Provision.none || agreement.provisions[Int(scope)].kind == .annex
      || isCalledPart(scope)
  }

  /// Whether a place is a part or a chapter, which no one calls a section.
  func isCalledPart(_ place: Int32) -> Bool {
    divisionLabel(of: place).map { $0.word != .abschnitt } ?? false
  }

  /// The word and the number of a heading `Part A: Measures` or `Chapter 1`, which are a
  /// designation or, to Markdown's structure, words of a title.
  func divisionLabel(of place: Int32) -> (word: DivisionWord, number: String)? {
    // Most places are none, and the whole of a provision is large to copy.
    guard divisions[Int(place)] == place, agreement.provisions[Int(place)].kind == .section else {
      return nil
    }
    let designation = agreement.provisions[Int(place)].designation
    let label = designation.isEmpty ? agreement.provisions[Int(place)].title : designation
    guard let word = DivisionWord(beginning: label) else { return nil }
    let words = label.split(separator: " ", maxSplits: 2)
    guard words.count > 1 else { return nil }
    let number = Self.number(String(words[1]))
    return number.isEmpty || number.utf8.count > 4 ? nil : (word, number)
  }
}
