internal import Markup

// What an author struck out stands in the text and is no part of its lists any more.

extension MarkupTree {
  /// The text that a node covers, without what is struck out in it.
  ///
  /// - Complexity: O(nodes inside the node).
  func standingText(of node: Int) -> [UInt8] {
    var kept: [UInt8] = []
    var start = Int(nodes[node].textStart)
    var index = node
    while index < Int(nodes[node].end) {
      guard nodes[index].kind == .strikethrough else {
        index += 1
        continue
      }
      kept += text[start..<Int(nodes[index].textStart)]
      start = Int(nodes[index].textEnd)
      index = Int(nodes[index].end)
    }
    return kept + text[start..<Int(nodes[node].textEnd)]
  }

  /// Whether a node has words, and all of them are struck out.
  func isStruck(_ node: Int) -> Bool {
    func isBlank(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { $0 <= 0x20 } }
    return !isBlank(plainText(of: node)) && isBlank(standingText(of: node))
  }
}
