internal import Diagnostics
internal import Markup

/// Headings that are underlined and begin with a number, `1. Scope` above `--------`: converters
/// write them so, and Markdown takes them for a list and a line.
extension StructureBuilder {
  /// Blocks in which such lists and lines are the headings that they are meant for.
  ///
  /// - Complexity: O(blocks).
  mutating func withUnderlinedHeadings(_ blocks: [Int]) -> [Int] {
    var found: [(position: Int, heading: UnderlinedHeading)] = []
    for (position, block) in blocks.enumerated() where tree.nodes[block].kind == .orderedList {
      let next = position + 1 < blocks.count ? blocks[position + 1] : nil
      guard let heading = underlinedHeading(block, before: next) else { continue }
      if let last = found.last, heading.number <= last.heading.number { return blocks }
      found.append((position, heading))
    }
    // One list above a line is a list.
    guard found.count > 1 else { return blocks }
    var headings: [Int] = []
    headings.reserveCapacity(blocks.count)
    var index = 0
    for (position, heading) in found {
      headings += blocks[index..<position]
      headings.append(heading.paragraph)
      underline(heading)
      index = position + (heading.level == 1 ? 1 : 2)
    }
    return headings + blocks[index...]
  }

  private struct UnderlinedHeading {
    var paragraph: Int
    var number: Int
    var level: Int32
    /// What the line below ends at, within the paragraph.
    var lineBreak: Int?
  }

  private mutating func underline(_ heading: UnderlinedHeading) {
    let node = heading.paragraph
    tree.nodes[node].kind = .heading
    tree.nodes[node].value = heading.level
    typedNumbers[node] = "\(heading.number). "
    guard let cut = heading.lineBreak else { return }
    let end = tree.nodes[cut].textStart
    for index in cut..<Int(tree.nodes[node].end) {
      tree.nodes[index].kind = .text
      tree.nodes[index].textStart = end
      tree.nodes[index].textEnd = end
    }
    tree.nodes[node].textEnd = end
  }

  private func underlinedHeading(_ list: Int, before next: Int?) -> UnderlinedHeading? {
    // The list, its only item and the paragraph of that follow each other.
    let paragraph = list + 2
    guard paragraph < Int(tree.nodes[list].end), tree.nodes[list + 1].end == tree.nodes[list].end,
      tree.nodes[paragraph].kind == .paragraph,
      tree.nodes[paragraph].end == tree.nodes[list].end
    else { return nil }
    let number = Int(tree.nodes[list].value)
    let breaks = (paragraph + 1..<Int(tree.nodes[paragraph].end)).filter {
      tree.nodes[$0].kind == .softBreak || tree.nodes[$0].kind == .lineBreak
    }
    if let last = breaks.first, breaks.count == 1,
      isLine(tree.text[Int(tree.nodes[last].textEnd)..<Int(tree.nodes[paragraph].textEnd)])
    {
      return UnderlinedHeading(paragraph: paragraph, number: number, level: 1, lineBreak: last)
    }
    guard breaks.isEmpty, let next, tree.nodes[next].kind == .thematicBreak else { return nil }
    let line = tree.position(ofByte: Int(tree.nodes[paragraph].offset)).line
    let below = tree.position(ofByte: Int(tree.nodes[next].offset)).line
    let dashes = source[min(Int(tree.nodes[next].offset), source.count)...].prefix {
      $0 == UInt8(ascii: "-")
    }
    guard below == line + 1, dashes.count > 2 else { return nil }
    return UnderlinedHeading(paragraph: paragraph, number: number, level: 2)
  }

  private func isLine(_ text: ArraySlice<UInt8>) -> Bool {
    text.count > 2 && text.allSatisfy { $0 == UInt8(ascii: "=") }
  }
}
