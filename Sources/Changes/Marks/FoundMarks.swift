internal import Markup

/// What is marked in a Markdown text, by bytes of the tree's text.
struct FoundMarks {
  /// In the order of the text; of marks of one kind inside each other, the outermost.
  var marks: [InlineMark] = []
  /// Task items: what they cover, and whether they are ticked.
  var tasks: [(bytes: Range<Int32>, isTicked: Bool)] = []
  /// References to footnotes: the number, and the byte that they stand before.
  var references: [(number: Int32, byte: Int32)] = []
  /// The texts of footnotes.
  var definitions: [(number: Int32, bytes: Range<Int32>)] = []

  var isEmpty: Bool { marks.isEmpty && tasks.isEmpty && references.isEmpty }

  /// Finds them in one pass.
  ///
  /// - Complexity: O(nodes).
  init(in tree: MarkupTree) {
    // Start tags that wait for their end tag; the parser keeps only those that have one.
    var open: [(element: Int32, start: Int32)] = []
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      let bytes = node.textStart..<max(node.textStart, node.textEnd)
      switch node.kind {
      case .strikethrough: marks.append(InlineMark(kind: .struck, bytes: bytes))
      case .link: marks.append(InlineMark(kind: .link, bytes: bytes, link: node.value))
      case .image: marks.append(InlineMark(kind: .picture, bytes: bytes, link: node.value))
      case .taskItem: tasks.append((bytes, node.flag))
      case .footnoteReference: references.append((node.value, node.textStart))
      case .footnoteDefinition: definitions.append((node.value, bytes))
      case .htmlInline:
        guard let kind = InlineMark.Kind(element: node.value) else { continue }
        if !node.flag {
          open.append((node.value, node.textStart))
        } else if open.last?.element == node.value, let start = open.popLast()?.start {
          marks.append(
            InlineMark(kind: kind, bytes: start..<max(start, node.textStart)))
        }
      default: continue
      }
    }
    dropInner()
  }

  private mutating func dropInner() {
    marks.sort {
      $0.bytes.lowerBound != $1.bytes.lowerBound
        ? $0.bytes.lowerBound < $1.bytes.lowerBound : $0.bytes.upperBound > $1.bytes.upperBound
    }
    var ends: [InlineMark.Kind: Int32] = [:]
    marks.removeAll { mark in
      if mark.bytes.isEmpty || mark.bytes.upperBound <= ends[mark.kind] ?? 0 { return true }
      ends[mark.kind] = mark.bytes.upperBound
      return false
    }
  }
}

extension InlineMark.Kind {
  /// What an element of HTML marks; `nil` for those that mean nothing by it.
  fileprivate init?(element: Int32) {
    switch MarkupElement(rawValue: element) {
    case .del, .s: self = .struck
    case .sup: self = .raised
    case .sub: self = .lowered
    default: return nil
    }
  }
}
