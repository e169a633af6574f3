/// The heads of tables of which a row was an entry of a list, or became one, and those tables
/// themselves where they are places that hold rows.
struct RelaidHeads: Sendable {
  private let olds: Set<Int32>
  private let news: Set<Int32>

  init(_ old: ComparedText, _ new: ComparedText, _ alignment: Alignment) {
    olds = Self.heads(of: old, alignment.newOf, in: new)
    news = Self.heads(of: new, alignment.oldOf, in: old)
  }

  func hold(_ node: Int32, in side: Side) -> Bool {
    side == .old ? olds.contains(node) : news.contains(node)
  }

  private static func heads(
    of text: ComparedText, _ matches: [Int32], in other: ComparedText
  ) -> Set<Int32> {
    var heads: Set<Int32> = []
    /// The last head so far, by what holds it.
    var last: [Int32: Int32] = [:]
    for index in text.nodes.indices where text.nodes[index].shape == .row {
      var parent = text.nodes[index].parent
      // A group of rows stands where the head does.
      if text.nodes[Int(parent)].shape == .text { parent = text.nodes[Int(parent)].parent }
      if text.nodes[index].role == .head {
        last[parent] = matches[index] < 0 ? Int32(index) : nil
      } else if matches[index] >= 0, other.nodes[Int(matches[index])].shape != .row {
        if let head = last[parent] { heads.insert(head) }
        // One of several tables is a place, and says nothing by itself.
        if text.nodes[Int(parent)].shape == .table, text.nodes[Int(parent)].words == 0 {
          heads.insert(parent)
        }
      }
    }
    return heads
  }
}
