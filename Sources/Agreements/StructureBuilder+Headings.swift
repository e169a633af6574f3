internal import Diagnostics
internal import Markup

extension StructureBuilder {
  /// Whether the first block is the title of the whole document rather than a section of it.
  ///
  /// So it is where it is a heading of the first level with the words of the stated title.
  /// Otherwise where it has no number, no other heading of its level follows but annexes, and
  /// either deeper ones do or the document is not titled otherwise: under a title of its own, a
  /// lone heading such as `Preamble` is a section.
  func isDocumentTitle(_ first: Int, among blocks: [Int]) -> Bool {
    let node = tree.nodes[first]
    guard node.kind == .heading,
      HeadingLabel(parsing: Array(tree.plainText(of: first))) == nil
    else { return false }
    let heading = String(decoding: tree.plainText(of: first), as: UTF8.self).trimmingSpaces
    let isStated = !heading.isEmpty && heading.lowercased() == statedTitle.lowercased()
    // Other headings of the first level, such as `# Signatures`, are its sections then.
    if isStated, node.value == 1 { return true }
    var hasDeeper = false
    for block in blocks.dropFirst() where tree.nodes[block].kind == .heading {
      let other = tree.nodes[block]
      if other.value > node.value {
        hasDeeper = true
      } else {
        guard let label = HeadingLabel(parsing: Array(tree.plainText(of: block))), label.isAnnex
        else {
          return false
        }
      }
    }
    guard node.value == 1 || hasDeeper else { return false }
    return hasDeeper || statedTitle.isEmpty || isStated
  }

  /// Opens the section of the heading at `index` and returns how many blocks that took.
  mutating func openSection(at index: Int, of blocks: [Int]) -> Int {
    let node = blocks[index]
    var taken = 1
    let attributes = cutAttributes(ofBlock: node)
    let typed = Array((typedNumbers[node] ?? "").utf8)
    let text = typed + Array(tree.plainText(of: node))
    let level = UInt8(tree.nodes[node].value)
    var label = HeadingLabel(parsing: text) ?? insertedLabel(of: text, level: level)
    let isAnnex = label?.isAnnex ?? false
    closeHeadings(for: label, level: level)

    let parent = openHeadings.last ?? Provision.none
    var provision = self.provision(isAnnex ? .annex : .section, at: node, in: parent)
    provision.level = level
    apply(attributes, to: &provision, at: node)
    if label == nil {
      label = automaticLabel(for: String(decoding: text, as: UTF8.self), in: parent)
    }
    if let label {
      provision.designation = label.number
      provision.title = label.title.trimmingSpaces
      cutText(ofBlock: node, bytes: label.titleOffset - typed.count)
      lastNumber = nil
      if !isAnnex, !isInAnnex { lastMainNumber = Ordinal(label.body) }
    } else {
      provision.title = String(decoding: text, as: UTF8.self).trimmingSpaces
    }
    provision.titleNodes = Int32(node + 1)..<tree.nodes[node].end
    if isAnnex, provision.title.isEmpty,
      let next = secondLabel(ofAnnex: label?.body ?? "", after: index, of: blocks)
    {
      if attributes == nil {
        apply(next.attributes, to: &provision, at: blocks[index + 1])
      } else if let further = next.attributes {
        provision.covers += further.covers
      }
      provision.secondDesignation = next.designation
      provision.title = next.title
      provision.titleNodes = next.nodes
      taken = 2
    } else if label != nil, provision.title.isEmpty,
      let below = titleBelow(node, at: index, of: blocks, isAnnex: isAnnex)
    {
      provision.title = String(decoding: tree.plainText(of: below), as: UTF8.self).trimmingSpaces
      provision.titleNodes = Int32(below + 1)..<tree.nodes[below].end
      taken = 2
    }
    provision.part =
      provision.designation.isEmpty
      ? uniquePart(provision.title, in: parent) : provision.designation
    let repeatsNumber =
      isAnnex && parent != Provision.none
      && repeatsNumber(of: provisions[Int(parent)], provision.designation)
    provision.pathParent =
      repeatsNumber
      ? provisions[Int(parent)].pathParent : pathParent(of: label?.body ?? "", in: parent)
    openHeadings.append(open(provision))
    return taken
  }

  /// Closes what a heading of `level` ends.
  private mutating func closeHeadings(for label: HeadingLabel?, level: UInt8) {
    let isInner = label.map { isInnerAnnex($0, level: level) } ?? false
    while let last = openHeadings.last {
      if isInner {
        guard provisions[Int(last)].level >= level else { return }
      } else if label?.isAnnex != true {
        let openLevel = provisions[Int(last)].level
        guard openLevel >= level else { return }
        // Where annexes stand at the level of sections, a heading after one is the annex's own,
        // unless its number goes on where the main text ended.
        if provisions[Int(last)].kind == .annex, openLevel == level {
          let isNextMainSection =
            label.map { label in
              lastMainNumber.map { Ordinal(label.body).relation(to: $0) == .successor } ?? false
            } ?? false
          guard isNextMainSection else { return }
        }
      }
      closeInnermostHeading()
    }
  }

  /// Whether an annex belongs to the one that is open: its heading is deeper, and names it
  /// otherwise or goes on its number.
  ///
  /// `## Annex II` below `# Annex I` is its neighbour, and `## Annex I` below a bare `# Appendix`
  /// is what that word announces.
  private func isInnerAnnex(_ label: HeadingLabel, level: UInt8) -> Bool {
    guard label.isAnnex, let first = openHeadings.first else { return false }
    let outer = provisions[Int(first)]
    guard outer.kind == .annex, level > outer.level else { return false }
    if repeatsNumber(of: outer, label.number) { return true }
    let isNumbered = outer.designation.utf8.contains(0x20)
    return isNumbered
      && !HeadingLabel.annexWord(of: outer.designation)
        .elementsEqual(HeadingLabel.annexWord(of: label.number)) { $0 | 0x20 == $1 | 0x20 }
  }

  /// Whether an annex goes on the number of another: `Annex 1.A` that of `Annex 1`.
  private func repeatsNumber(of annex: Provision, _ number: String) -> Bool {
    let length = annex.designation.utf8.count
    guard annex.kind == .annex, length < number.utf8.count else { return false }
    let sign = number.utf8.dropFirst(length).first
    return (sign == UInt8(ascii: ".") || sign == UInt8(ascii: "-"))
      && annex.designation.utf8.elementsEqual(number.utf8.prefix(length)) { $0 | 0x20 == $1 | 0x20 }
  }

  /// The label of a section that was put in after another, `2A Inserted` after section 2: without a
  /// dot behind it, such a number is known by what it follows, unlike that of `3D Printing`.
  private func insertedLabel(of text: [UInt8], level: UInt8) -> HeadingLabel? {
    guard let label = HeadingLabel(parsingInserted: text),
      let before = openHeadings.first(where: { provisions[Int($0)].level >= level })
    else { return nil }
    let number = Ordinal(numberStem(of: provisions[Int(before)].designation))
    return Ordinal(label.body).relation(to: number) == .successor ? label : nil
  }

  mutating func closeInnermostHeading() {
    if let last = openHeadings.popLast() { close(last) }
  }

  private var isInAnnex: Bool {
    openHeadings.first.map { provisions[Int($0)].kind == .annex } ?? false
  }

  /// The heading right after an annex's bare number, where it names the whole annex: it is the only
  /// one of its level in the annex, and numbered otherwise than by an arabic section number or as
  /// the first part of several.
  private mutating func secondLabel(
    ofAnnex number: String, after index: Int, of blocks: [Int]
  ) -> (designation: String, title: String, nodes: Range<Int32>, attributes: AttributeBlock?)? {
    guard index + 1 < blocks.count else { return nil }
    let node = blocks[index + 1]
    let annexLevel = tree.nodes[blocks[index]].value
    let level = tree.nodes[node].value
    guard tree.nodes[node].kind == .heading, level > annexLevel else { return nil }
    for block in blocks[(index + 2)...] where tree.nodes[block].kind == .heading {
      if tree.nodes[block].value <= annexLevel { break }
      if tree.nodes[block].value <= level { return nil }
    }
    let label = HeadingLabel(parsing: Array(tree.plainText(of: node)))
    if let label {
      guard Ordinal(label.body).scheme != .arabic, !isFirstPart(label.body, ofAnnex: number) else {
        return nil
      }
    }
    let attributes = cutAttributes(ofBlock: node)
    cutText(ofBlock: node, bytes: label?.titleOffset ?? 0)
    return (
      label?.number ?? "", String(decoding: tree.plainText(of: node), as: UTF8.self).trimmingSpaces,
      Int32(node + 1)..<tree.nodes[node].end, attributes
    )
  }

  /// Whether a number is that of the first part of an annex, as the `A` of Annex II is, and not the
  /// annex's own in another form.
  private func isFirstPart(_ part: String, ofAnnex number: String) -> Bool {
    let ordinal = Ordinal(part)
    guard ordinal.isInitial else { return false }
    return !Ordinal(number).readings.contains { annex in
      ordinal.readings.contains {
        $0.value == annex.value
          && ($0.scheme == annex.scheme || $0.scheme == .roman)
      }
    }
  }

  /// The number that the agreement's scheme gives to a heading that has none.
  private mutating func automaticLabel(for title: String, in parent: Int32) -> HeadingLabel? {
    guard scheme != .literal, !isInAnnex else { return nil }
    let count = withCounts(of: parent) { counts in
      counts.headings += 1
      return counts.headings
    }
    let prefix = parent == Provision.none ? "" : provisions[Int(parent)].designation
    switch scheme {
    case .literal: return nil
    case .decimal:
      let number = prefix.isEmpty ? "\(count)" : "\(prefix).\(count)"
      return HeadingLabel(number: number, body: number, title: title)
    case .sectionSign:
      guard parent == Provision.none else { return nil }
      return HeadingLabel(number: "\u{A7} \(count)", body: "\(count)", title: title)
    }
  }

  /// The place whose path `body` continues: a decimal holds the numbers of the sections around it,
  /// but not the words of a heading such as `Article 6`.
  func pathParent(of body: String, in parent: Int32) -> Int32 {
    guard body.utf8.contains(UInt8(ascii: ".")) else { return parent }
    var place = parent
    while place != Provision.none {
      let kind = provisions[Int(place)].kind
      guard kind == .section || kind == .clause,
        isStem(provisions[Int(place)].designation, of: body)
      else { return place }
      place = provisions[Int(place)].parent
    }
    return place
  }

  /// Whether `body` goes on a number: `6.1` that of section 6, and `A.1.2` that of `A.1`.
  private func isStem(_ designation: String, of body: String) -> Bool {
    guard let first = designation.utf8.first else { return false }
    if first.isASCIIDigit { return body.hasPrefix(numberStem(of: designation) + ".") }
    return designation.utf8.contains(UInt8(ascii: ".")) && body.hasPrefix(designation + ".")
  }
}
