package import Agreements
internal import Markup

/// Where the places of an agreement are found by their numbers, titles, labels and paths.
///
/// Built once for an agreement; every look-up is O(1) in its size. A clause is found from the
/// section that holds it, whatever stands between the two without a number.
package struct ProvisionIndex: Sendable {
  let agreement: Agreement
  /// What an exact key leads to: `entries` from the value minus 1.
  private var keys: WordTable
  private var entries: [(place: Int32, next: UInt32)] = []
  let titles: [TitleForms?]
  /// Places by the content of their titles, a bounded number for each word.
  private var byContent: [UInt64: [Int32]] = [:]
  private var anchors: [String: Int32] = [:]
  /// The annex that a place stands in, or `Provision.none`.
  let scopes: [Int32]
  /// The place before it in the same parent, or `Provision.none`.
  let previous: [Int32]
  /// What can be offered where a reference leads nowhere: the first few of each kind.
  private(set) var examples = Examples()
  /// Whether headings call themselves articles, so that `Article 5` is one of them.
  private(set) var hasArticles = false
  /// Whether headings call themselves clauses.
  private(set) var hasClauses = false

  struct Examples: Sendable {
    var annexes: [String] = []
    var annexTitles: [String] = []
    var sections: [String] = []
    var sectionTitles: [String] = []
    var labels: [String] = []
  }

  private enum Kind: UInt64 {
    case annex = 1, section, child, paragraph, item, title, part, inline
  }

  package init(
    _ agreement: Agreement, passages: [Passage], mentions: [Mention], topics: TopicCatalog
  ) {
    self.agreement = agreement
    keys = WordTable(capacity: agreement.provisions.count * 3)
    entries.reserveCapacity(agreement.provisions.count * 3)
    titles = agreement.provisions.map { provision in
      guard !provision.title.isEmpty else { return nil }
      return TitleForms(provision.title.utf8, topics: topics)
    }
    var scopes = [Int32](repeating: Provision.none, count: agreement.provisions.count)
    for (index, provision) in agreement.provisions.enumerated() {
      if provision.kind == .annex {
        scopes[index] = Int32(index)
      } else if provision.parent != Provision.none {
        scopes[index] = scopes[Int(provision.parent)]
      }
    }
    self.scopes = scopes
    previous = Self.previousSiblings(of: agreement.provisions)
    for (index, forms) in titles.enumerated() {
      anchors[agreement.provisions[index].anchor] = Int32(index)
      for word in forms?.content ?? [] { byContent[word, default: []].appendUpTo(32, Int32(index)) }
    }
    for provision in agreement.provisions { addExamples(provision) }
    addInline(passages, apartFrom: mentions)
    // Backwards, so that the first of several places with one key is found first.
    for index in agreement.provisions.indices.reversed() { add(index) }
  }

  /// Notes the `(a)` and `b)` of enumerations within the text of a place.
  private mutating func addInline(_ passages: [Passage], apartFrom mentions: [Mention]) {
    let text = agreement.tree.text
    var mentions = mentions[...]
    for passage in passages where passage.provision >= 0 && passage.kind != .heading {
      let start = Int(passage.start)
      for close in start..<Int(passage.end) where text[close] == UInt8(ascii: ")") {
        var open = close
        while open > start, close - open < 5, isLetterOrDigit(text[open - 1]) { open -= 1 }
        guard open < close, close - open < 5 else { continue }
        let hash = WordHash.ofLowered(text[open..<close])
        if open > start, text[open - 1] == UInt8(ascii: "(") { open -= 1 }
        guard open == start || text[open - 1] <= 0x20 else { continue }
        while let mention = mentions.first, mention.textRange.upperBound <= Int32(close) {
          mentions.removeFirst()
        }
        if let mention = mentions.first, mention.textRange.contains(Int32(close)) { continue }
        let key = Self.key(.inline, passage.provision, hash)
        if keys[key] == 0 { add(passage.provision, .inline, scope: passage.provision, hash) }
      }
    }
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  /// Whether the text of a place counts something with this letter or number.
  func hasInline(_ body: String, in place: Int32) -> Bool {
    keys[Self.key(.inline, place, Self.hash(body))] != 0
  }

  private static func previousSiblings(of provisions: [Provision]) -> [Int32] {
    var previous = [Int32](repeating: Provision.none, count: provisions.count)
    for (index, provision) in provisions.enumerated()
    where Int(provision.end) < provisions.count
      && provisions[Int(provision.end)].parent == provision.parent
    {
      previous[Int(provision.end)] = Int32(index)
    }
    return previous
  }

  private mutating func addExamples(_ provision: Provision) {
    func append(_ text: String, to list: inout [String]) {
      if !text.isEmpty, list.count < 64 { list.append(text) }
    }
    append(provision.label, to: &examples.labels)
    switch provision.kind {
    case .annex:
      append(provision.designation, to: &examples.annexes)
      append(provision.title, to: &examples.annexTitles)
    case .section:
      append(provision.designation, to: &examples.sections)
      append(provision.title, to: &examples.sectionTitles)
    default: break
    }
  }

  private mutating func add(_ index: Int) {
    let provision = agreement.provisions[index]
    if let forms = titles[index] {
      add(Int32(index), .title, scope: Provision.none, forms.exact)
    }
    switch provision.kind {
    case .annex:
      for designation in [provision.designation, provision.secondDesignation]
      where !designation.isEmpty {
        add(Int32(index), .annex, scope: Provision.none, Self.hash(Self.number(designation)))
      }
    case .section:
      if let part = Self.part(provision.title) {
        add(Int32(index), .part, scope: scopes[index], Self.hash(part))
      }
      addNumbered(index, designations: [provision.designation, provision.secondDesignation])
    case .clause:
      addNumbered(index, designations: [provision.designation, provision.secondDesignation])
    case .paragraph: addCounted(index, .paragraph, word: "para ")
    case .item, .row: addCounted(index, .item, word: provision.kind == .item ? "item " : "row ")
    case .group, .table: break
    }
  }

  private mutating func addNumbered(_ index: Int, designations: [String]) {
    let provision = agreement.provisions[index]
    let scope = scopes[index]
    for designation in designations where !designation.isEmpty {
      let number = Self.number(designation)
      let hash = Self.hash(number)
      if provision.kind == .section || number.utf8.contains(UInt8(ascii: ".")) {
        add(Int32(index), .section, scope: scope, hash)
      }
      if provision.kind == .section, number.hasSuffix(".0") {
        // A section headed `6.0` is cited as section 6.
        add(Int32(index), .section, scope: scope, Self.hash(String(number.dropLast(2))))
      }
      if provision.kind == .section, designation.hasPrefix("Art") { hasArticles = true }
      if provision.kind == .section, designation.hasPrefix("Cl") || designation.hasPrefix("Kl") {
        hasClauses = true
      }
      addChild(Int32(index), hash)
      if let dot = number.utf8.lastIndex(of: UInt8(ascii: ".")) {
        // `2.1` is also the first of section 2.
        addChild(Int32(index), Self.hash(String(number[number.index(after: dot)...])))
      }
    }
  }

  /// Makes a place findable from what encloses it, up to the next place with a number.
  private mutating func addChild(_ index: Int32, _ hash: UInt64) {
    var place = agreement.provisions[Int(index)].parent
    var steps = 0
    while place != Provision.none, steps < 12 {
      add(index, .child, scope: place, hash)
      let enclosing = agreement.provisions[Int(place)]
      if !enclosing.designation.isEmpty { break }
      place = enclosing.parent
      steps += 1
    }
    // Outside of sections, only what is no section is cited by its number or letter alone.
    if place == Provision.none, agreement.provisions[Int(index)].kind == .clause {
      add(index, .child, scope: Provision.none, hash)
    }
  }

  private mutating func addCounted(_ index: Int, _ kind: Kind, word: String) {
    let provision = agreement.provisions[index]
    guard provision.part.hasPrefix(word) else { return }
    let number = Self.hash(String(provision.part.dropFirst(word.utf8.count)))
    add(Int32(index), kind, scope: provision.parent, number)
  }

  private mutating func add(_ place: Int32, _ kind: Kind, scope: Int32, _ hash: UInt64) {
    let key = Self.key(kind, scope, hash)
    entries.append((place, keys[key]))
    keys[key] = UInt32(entries.count)
  }

  private static func key(_ kind: Kind, _ scope: Int32, _ hash: UInt64) -> UInt64 {
    let place = UInt64(UInt32(bitPattern: scope)) << 3 | kind.rawValue
    return (hash ^ (place &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
  }
}

extension [Int32] {
  fileprivate mutating func appendUpTo(_ limit: Int, _ place: Int32) {
    if count < limit { append(place) }
  }
}

// MARK: - Looking up

extension ProvisionIndex {
  func annexes(_ number: String) -> [Int32] { found(.annex, Provision.none, Self.hash(number)) }

  func sections(_ number: String, in scope: Int32) -> [Int32] {
    found(.section, scope, Self.hash(number))
  }

  func children(_ number: String, of place: Int32) -> [Int32] {
    found(.child, place, Self.hash(number))
  }

  func paragraphs(_ number: String, of place: Int32) -> [Int32] {
    found(.paragraph, place, Self.hash(number))
  }

  /// Sections headed `Part A` in an annex or the main text.
  func parts(_ number: String, of place: Int32) -> [Int32] {
    found(.part, place, Self.hash(number))
  }

  func items(_ number: String, of place: Int32) -> [Int32] {
    found(.item, place, Self.hash(number))
  }

  /// Places with exactly this title, capital letters and quotation marks aside.
  func places(titled title: TitleForms) -> [Int32] { found(.title, Provision.none, title.exact) }

  func place(anchor: String) -> Int32? { anchors[anchor] }

  /// At most this many of one key: whoever writes more of one number cites none of them.
  private static let mostCandidates = 16

  private func found(_ kind: Kind, _ scope: Int32, _ hash: UInt64) -> [Int32] {
    var entry = keys[Self.key(kind, scope, hash)]
    var places: [Int32] = []
    while entry != 0, places.count < Self.mostCandidates {
      let found = entries[Int(entry) - 1]
      if places.last != found.place { places.append(found.place) }
      entry = found.next
    }
    return places
  }

  /// Places whose titles share words or topics with `title`, nearest first.
  func near(_ title: TitleForms, where isCandidate: (Int32) -> Bool) -> [(Int32, Double)] {
    var seen: Set<Int32> = []
    var found: [(Int32, Double)] = []
    for word in title.content.prefix(12) {
      for place in byContent[word] ?? [] where seen.insert(place).inserted && isCandidate(place) {
        guard let forms = titles[Int(place)] else { continue }
        found.append((place, title.similarity(to: forms)))
      }
    }
    return found.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
  }

  /// Whether `place` is `container` or stands in it.
  func isInside(_ place: Int32, _ container: Int32) -> Bool {
    container == Provision.none
      || (place >= container && place < agreement.provisions[Int(container)].end)
  }
}

// MARK: - Numbers

extension ProvisionIndex {
  /// The bare number of a designation in lower case: `9` of `§ 9`, `a` of `(a)`, `2` of `Annex 2`.
  static func number(_ designation: String) -> String {
    var bytes = Array(designation.utf8)
    if let space = bytes.lastIndex(where: { $0 == 0x20 || $0 == 0xA0 }) {
      bytes.removeSubrange(...space)
    }
    let isKept: (UInt8) -> Bool = { byte in
      (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }
    while let first = bytes.first, !isKept(first) { bytes.removeFirst() }
    while let last = bytes.last, !isKept(last) { bytes.removeLast() }
    return String(
      decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// The `a` of a heading `Part A: Measures`, which Markdown's structure takes for a title.
  private static func part(_ title: String) -> String? {
    let words = title.split(separator: " ", maxSplits: 2)
    guard words.count > 1, words[0] == "Part" || words[0] == "Teil" else { return nil }
    let number = Self.number(String(words[1]))
    return number.utf8.count <= 4 ? number : nil
  }

  private static func hash(_ number: String) -> UInt64 { WordHash.ofLowered(number.utf8) }
}
