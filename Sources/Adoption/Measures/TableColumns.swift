internal import Agreements
internal import Markup

/// What the columns of a table of measures hold.
struct TableColumns {
  enum Role {
    case known(MeasureWords.Column)
    /// States in the scope that the head names.
    case states(of: String)
    case other
  }

  var roles: [Role] = []
  var hasControls: Bool { roles.contains { if case .known(.control) = $0 { true } else { false } } }

  var hasStates: Bool {
    roles.contains { role in
      switch role {
      case .known(.state), .states: true
      case .known, .other: false
      }
    }
  }

  init(of table: Int, in tree: MarkupTree, words: MeasureWords) {
    var heads: [String] = []
    var bodies: [[Int]] = []
    for row in tree.children(of: table) {
      let cells = Array(tree.children(of: row))
      if tree.nodes[row].flag {
        heads = cells.map { tree.cellText($0).joined(separator: " ") }
      } else {
        bodies.append(cells)
      }
    }
    let count = max(heads.count, bodies.map(\.count).max() ?? 0)
    for column in 0..<count {
      let head = column < heads.count ? heads[column] : ""
      if let known = words.column(headed: head) {
        roles.append(.known(known))
        continue
      }
      let texts = bodies.compactMap { $0.count > column ? tree.cellText($0[column]) : nil }
        .map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
      roles.append(!head.isEmpty && areStates(texts, words) ? .states(of: head) : .other)
    }
    guard !roles.contains(where: { if case .known(.measure) = $0 { true } else { false } }) else {
      return
    }
    // Without a head that says so, measures are in the last column whose use is not known.
    if let last = roles.indices.last(where: { if case .other = roles[$0] { true } else { false } })
    {
      roles[last] = .known(.measure)
    }
  }

  /// Whether texts of cells say states, but for a few that nobody could foresee.
  private func areStates(_ texts: [String], _ words: MeasureWords) -> Bool {
    var stated = 0
    var unclear = 0
    for text in texts {
      switch words.stateCell(text) {
      case .stated: stated += 1
      case .notTaken: break
      case .unclear: unclear += 1
      }
    }
    return stated > 0 && unclear * 2 <= stated
  }

  /// The column of the controls' names: the one that says so, or the first of several.
  var controlColumn: Int? {
    for (index, role) in roles.enumerated() {
      if case .known(.control) = role { return index }
    }
    if case .other? = roles.first { return 0 }
    return nil
  }
}

extension MarkupTree {
  /// The texts of a cell, parted where it has line breaks or paragraphs of its own.
  ///
  /// `isWhole`: with what is struck out in it.
  func cellText(_ cell: Int, isWhole: Bool = true) -> [String] {
    var pieces: [[UInt8]] = [[]]
    var index = Int32(cell + 1)
    while index < nodes[cell].end {
      let node = nodes[Int(index)]
      if node.kind == .strikethrough, !isWhole {
        index = node.end
        continue
      }
      if node.kind == .htmlInline,
        node.value == MarkupElement.br.rawValue || node.value == MarkupElement.p.rawValue
      {
        pieces.append([])
      } else {
        appendPlainText(ofInlines: index..<(index + 1), to: &pieces[pieces.count - 1])
      }
      index += 1
    }
    return pieces.map { String(decoding: $0, as: UTF8.self).singleSpaced }.filter { !$0.isEmpty }
  }

  /// What a cell of evidence points at: its words, and the pages that they lead to, each link after
  /// the first by its own words.
  func pointers(inCell cell: Int, saying words: String) -> [AdoptedMeasure.Pointer] {
    let pages = (cell..<Int(nodes[cell].end)).compactMap { index -> (text: String, url: String)? in
      guard nodes[index].kind == .link else { return nil }
      let url = String(decoding: links[Int(nodes[index].value)].destination, as: UTF8.self)
      guard url.isWebAddress else { return nil }
      var text: [UInt8] = []
      appendPlainText(ofInlines: Int32(index + 1)..<nodes[index].end, to: &text)
      return (String(decoding: text, as: UTF8.self).singleSpaced, url)
    }
    guard let first = pages.first else {
      let isAddress = words.isWebAddress && !words.contains(" ")
      return [.init(title: isAddress ? nil : words, url: isAddress ? words : nil)]
    }
    let linked = pages.map(\.text).joined(separator: " ")
    let isOnlyLinks = linked.count { $0.isLetter } == words.count { $0.isLetter }
    let title = isOnlyLinks ? first.text : words
    return [AdoptedMeasure.Pointer(title: title.isWebAddress ? nil : title, url: first.url)]
      + pages.dropFirst().map { .init(title: $0.text.isWebAddress ? nil : $0.text, url: $0.url) }
  }

  /// The addresses that a node and what is in it link to.
  func linkDestinations(in node: Int) -> [String] {
    (node..<Int(nodes[node].end)).compactMap { index in
      guard nodes[index].kind == .link else { return nil }
      return String(decoding: links[Int(nodes[index].value)].destination, as: UTF8.self)
    }
  }
}

extension String {
  /// Whether it begins as the address of a page does.
  fileprivate var isWebAddress: Bool { hasPrefix("https://") || hasPrefix("http://") }
}
