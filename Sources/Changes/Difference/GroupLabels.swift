internal import Agreements

/// The labels that rows of a table stand under, such as `Hosting` above some companies.
struct GroupLabels {
  /// By node: the node of the label, or -1.
  private var labels: [Int32]

  /// Words and signs beyond which a text is no label.
  static let mostTokens = 60

  init(_ text: ComparedText) {
    labels = [Int32](repeating: -1, count: text.nodes.count)
    /// The last label below each parent.
    var last: [Int32: Int32] = [:]
    for (index, node) in text.nodes.enumerated() where node.role == .place && node.parent >= 0 {
      if node.provision >= 0, text.kind(of: index) == .group {
        last[node.parent] = node.tokens.count <= Self.mostTokens ? Int32(index) : -1
      } else if node.shape == .row {
        let parent = Int(node.parent)
        let isInGroup =
          text.nodes[parent].provision >= 0 && text.kind(of: parent) == .group
          && text.nodes[parent].tokens.count <= Self.mostTokens
        labels[index] = isInGroup ? node.parent : last[node.parent] ?? -1
      }
    }
  }

  subscript(node: Int32) -> Int32 { labels[Int(node)] }
}
