internal import Agreements

/// The sentence that leads to the points of a list: `The Processor shall:`. Few rules ask for it.
struct LeadIn: Sendable {
  private let text: ComparedText
  private let point: Int

  /// `point`: a place; `nil` where it can be no point of a list.
  init?(above point: Int32, in text: ComparedText) {
    guard point > 0, text.nodes[Int(point)].shape == .text, text.nodes[Int(point)].parent > 0 else {
      return nil
    }
    self.text = text
    self.point = Int(point)
  }

  /// Its words, none of them marked: those of the place that holds the point, or of the first
  /// paragraph of the section. Without its colon, and empty where none ends it.
  var words: [MarkedText.Word] {
    var above = Int(text.nodes[point].parent)
    if text.nodes[above].shape != .text { above += 1 }
    guard above < point, text.nodes[above].shape == .text else { return [] }
    var words = text.unmarkedWords(text.nodes[above].body)
    guard words.last?.text == ":" else { return [] }
    words.removeLast()
    return words
  }
}
