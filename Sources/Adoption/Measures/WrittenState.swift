package import Registers

/// What a text says of the state of a measure, read as a register reads it that is adopted.
package enum WrittenState: Hashable, Sendable {
  case stated(MeasureState)
  /// There is no such measure: `not yet implemented`, `no`, `–`.
  case notTaken

  /// Of a cell below a head that ``isHead(_:)`` knows; `nil` where it can't be told.
  package init?(cell text: String) {
    switch MeasureWords.shipped.stateCell(text) {
    case .stated(let stated): self = .stated(stated.state)
    case .notTaken: self = .notTaken
    case .unclear: return nil
    }
  }

  /// Of a text that says nothing else, whatever it stands under.
  package init?(whole text: String) {
    // What goes on is a sentence, of which a duty or a source may be part.
    guard text.utf8.count <= Self.longest else { return nil }
    if MeasureWords.shipped.saysNotTaken(text) {
      self = .notTaken
    } else if let stated = MeasureWords.shipped.state(statedBy: text) {
      self = .stated(stated.state)
    } else {
      return nil
    }
  }

  /// In bytes.
  private static var longest: Int { 60 }

  /// Of the remarks in brackets of a measure's text; `nil` where none says anything of it.
  package init?(remarksOf text: String) {
    guard text.utf8.contains(UInt8(ascii: "(")) else { return nil }
    if let stated = MeasureWords.shipped.state(inRemarksOf: text) {
      self = .stated(stated.state)
    } else if LabelText(text).remarks.contains(where: MeasureWords.shipped.saysNotTaken) {
      self = .notTaken
    } else {
      return nil
    }
  }

  /// Whether cells below this head say how far a measure has come.
  package static func isHead(_ head: String) -> Bool {
    MeasureWords.shipped.column(headed: head) == .state
  }
}
