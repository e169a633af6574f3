internal import Diagnostics
internal import Markup

// Tables of contents: the numbers in them are those of the places that they list, which they must
// not take.

extension StructureBuilder {
  /// Whether the items of a list are a table of contents: each is a link to a place of this text or
  /// leads to a page, or they repeat the headings of the text.
  func isTableOfContents(_ items: [Int], in list: Int) -> Bool {
    isInContents || items.allSatisfy(isLinkToPlace) || leadToPages(items)
      || repeatHeadings(items, in: list)
  }

  /// `[1. Scope](#1-scope)`
  private func isLinkToPlace(_ item: Int) -> Bool {
    item + 1 < Int(tree.nodes[item].end) && isLinkAlone(item + 1)
  }

  /// Whether a paragraph before the first section is a link to a place and stands beside another
  /// such, as word processors write their tables of contents.
  func isContentsLine(at position: Int, of blocks: [Int]) -> Bool {
    guard lastMainNumber == nil, isLinkAlone(blocks[position]) else { return false }
    return position > 0 && isLinkAlone(blocks[position - 1])
      || position + 1 < blocks.count && isLinkAlone(blocks[position + 1])
  }

  /// Whether a block is a paragraph of nothing but a link to a place of this text.
  private func isLinkAlone(_ block: Int) -> Bool {
    let link = block + 1
    guard tree.nodes[block].kind == .paragraph, link < Int(tree.nodes[block].end),
      tree.nodes[link].kind == .link, tree.nodes[link].end == tree.nodes[block].end
    else { return false }
    return tree.links[Int(tree.nodes[link].value)].destination.first == UInt8(ascii: "#")
  }

  /// Whether the line at `start` is an entry that leads to a page: `1.1 Scope ........ 3`.
  func leadsToPage(at start: Int, ofBlock block: Int) -> Bool {
    let end = Int(tree.nodes[block].textEnd)
    // The last line of such a block is an entry, too; nearly all other texts end in a sign.
    guard start < end, tree.text[start..<end].last?.isASCIIDigit == true else {
      return false
    }
    return ContentsEntry(tree.text[start..<end].prefix { $0 != 0x0A }) != nil
  }

  /// Whether each item ends in leaders and a page, and the pages never go back: `1. Scope ..... 3`.
  private func leadToPages(_ items: [Int]) -> Bool {
    var last = 0
    var hasOnlyTabs = true
    for item in items {
      guard let text = entry(of: item)?.text else { return false }
      // Nearly no other item ends in a digit.
      guard text.last?.isASCIIDigit == true else { return false }
      var isEntry = false
      for line in text.split(separator: 0x0A) {
        let entry = ContentsEntry(line)
        isEntry = entry != nil
        guard let entry else { continue }
        guard entry.page >= last else { return false }
        last = entry.page
        hasOnlyTabs = hasOnlyTabs && entry.hasTab
      }
      guard isEntry else { return false }
    }
    // A single amount can stand behind a tab, too.
    return !items.isEmpty && (!hasOnlyTabs || items.count > 1)
  }

  /// The first paragraph of an item, and the number of `- 1. Scope`, which is a list in the item.
  private func entry(of item: Int) -> (text: ArraySlice<UInt8>, number: Int?)? {
    let end = Int(tree.nodes[item].end)
    guard item + 1 < end else { return nil }
    if tree.nodes[item + 1].kind == .paragraph { return (tree.plainText(of: item + 1), nil) }
    guard tree.nodes[item + 1].kind == .orderedList, item + 3 < end,
      tree.nodes[item + 3].kind == .paragraph
    else { return nil }
    return (tree.plainText(of: item + 3), Int(tree.nodes[item + 1].value))
  }

  /// Whether most items of a list before the first section are numbered and named as headings are.
  private func repeatHeadings(_ items: [Int], in list: Int) -> Bool {
    guard lastMainNumber == nil, items.count > 1, !headingNames.isEmpty else { return false }
    let isOrdered = tree.nodes[list].kind == .orderedList
    let numbers = isOrdered ? numbers(ofItems: items, in: list) : []
    var repeated = 0
    for (position, item) in items.enumerated() {
      guard let entry = entry(of: item) else { return false }
      let text = entry.text.prefix { $0 != 0x0A }
      guard text.count <= Self.longestEntry else { return false }
      let number = isOrdered ? numbers[position] : entry.number
      let name =
        Self.headingName(Array(text))
        ?? number.map { Self.headingName(number: "\($0)", title: text) }
      if let name, headingNames.contains(name) { repeated += 1 }
    }
    // A heading may be worded otherwise, and an annex be listed that lies elsewhere.
    return repeated > 1 && repeated * 4 >= items.count * 3
  }

  /// In bytes; a longer text is a clause.
  private static let longestEntry = 200

  /// Whether a list stands before the first numbered heading: only such a one can list the
  /// headings.
  func beginsWithList(_ blocks: [Int]) -> Bool {
    for block in blocks {
      switch tree.nodes[block].kind {
      case .orderedList, .bulletList: return true
      case .heading where HeadingLabel.Extent(of: Array(tree.plainText(of: block))) != nil:
        return false
      default: continue
      }
    }
    return false
  }

  /// The numbered headings of a text as entries of its table of contents name them.
  static func headingNames(of tree: MarkupTree, _ blocks: [Int]) -> Set<String> {
    var names: Set<String> = []
    for block in blocks where tree.nodes[block].kind == .heading {
      if let name = headingName(Array(tree.plainText(of: block))) { names.insert(name) }
    }
    return names
  }

  private static func headingName(_ text: [UInt8]) -> String? {
    guard let label = HeadingLabel(parsing: text) else { return nil }
    return headingName(number: numberStem(of: label.number), title: label.title.utf8)
  }

  private static func headingName(number: String, title: some Collection<UInt8>) -> String {
    var words = Array(title)
    while let last = words.last, last <= 0x20 || last == UInt8(ascii: ".") { words.removeLast() }
    return number + "|" + String(decoding: words, as: UTF8.self).lowercased()
  }

  /// Whether the section that is open says that it is a table of contents.
  var isUnderContents: Bool {
    guard let place = openHeadings.last, provisions[Int(place)].designation.isEmpty else {
      return false
    }
    return Self.contentsTitles.contains(provisions[Int(place)].title.lowercased())
  }

  private static let contentsTitles: Set<String> = [
    "contents", "table of contents", "list of contents", "inhalt", "inhaltsverzeichnis",
    "inhalts\u{FC}bersicht",
  ]
}

/// A line that leads to a page: words, leaders or a tab, and a number.
private struct ContentsEntry {
  var page: Int
  /// Whether there is only a tab between the two.
  var hasTab: Bool

  init?(_ line: some BidirectionalCollection<UInt8>) {
    var rest = line[...]
    let digits = rest.reversed().prefix(while: \.isASCIIDigit).count
    guard (1...4).contains(digits) else { return nil }
    page = rest.suffix(digits).reduce(0) { $0 * 10 + Int($1) - 0x30 }
    rest = rest.dropLast(digits)
    var dots = 0
    var tabs = 0
    while let last = rest.last {
      if last == UInt8(ascii: ".") || last == UInt8(ascii: "_") {
        dots += 1
      } else if last == 0x09 {
        tabs += 1
      } else if rest.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) {
        dots += 3
        rest = rest.dropLast(2)
      } else if rest.suffix(2).elementsEqual([0xC2, 0xB7]) {
        dots += 1
        rest = rest.dropLast()
      } else if last != 0x20 {
        break
      }
      rest = rest.dropLast()
    }
    guard !rest.isEmpty, dots >= Self.fewestDots || tabs > 0 else { return nil }
    hasTab = dots < Self.fewestDots
  }

  private static let fewestDots = 4
}
