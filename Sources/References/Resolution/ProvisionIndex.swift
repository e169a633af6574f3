package import Agreements
internal import Deadlines
internal import Diagnostics
internal import Markup

/// Where the places of an agreement are found by their numbers, titles, labels and paths.
///
/// Built once for an agreement; every look-up is O(1) in its size. A clause is found from the
/// section that holds it, whatever stands between the two without a number.
package struct ProvisionIndex: Sendable {
  let agreement: Agreement
  /// What an exact key leads to: `entries` from the value minus 1.
  private var keys = CompactWordTable()
  /// ``keys`` while they are put together.
  private var table: WordTable
  private var entries: [(place: Int32, next: UInt32)] = []
  let titles: [TitleForms?]
  /// What only links and references that lead nowhere ask for.
  private let rare: RareLookups
  /// The annex that a place stands in, or `Provision.none`.
  let scopes: [Int32]
  /// The division that a place is or stands in, or `Provision.none`; see ``isDivision(_:)``.
  let divisions: [Int32]
  /// The first few sections of recitals, in the order of the text.
  let recitals: [Int32]
  /// The first few annexes that stand in no other, in the order of the text.
  let firstAnnexes: [Int32]
  /// The first section or annex, or the number of places where there is none.
  let firstHeading: Int32
  /// The place before it in the same parent, or `Provision.none`.
  let previous: [Int32]
  /// What can be offered where a reference leads nowhere: the first few of each kind.
  var examples: Examples { rare.examples(of: agreement) }
  /// Whether headings call themselves articles, so that `Article 5` is one of them.
  private(set) var hasArticles = false
  /// Whether headings call themselves clauses.
  private(set) var hasClauses = false

  private enum Kind: UInt64 {
    case annex = 1, section, child, paragraph, item, title, part, chapter, abschnitt, inline

    init(_ word: DivisionWord) {
      self =
        switch word {
        case .part: .part
        case .chapter: .chapter
        case .abschnitt: .abschnitt
        }
    }
  }

  package init(
    _ agreement: Agreement, passages: [Passage], mentions: [Mention], topics: TopicCatalog
  ) {
    self.agreement = agreement
    let provisions = agreement.provisions
    table = WordTable(capacity: provisions.count * 3)
    entries.reserveCapacity(provisions.count * 2)
    var titles: [TitleForms?] = []
    titles.reserveCapacity(provisions.count)
    var scopes = [Int32](repeating: Provision.none, count: provisions.count)
    var divisions = scopes
    for index in provisions.indices {
      titles.append(
        provisions[index].title.isEmpty
          ? nil : TitleForms(provisions[index].title.utf8, topics: topics))
      let parent = provisions[index].parent
      if provisions[index].kind == .annex {
        scopes[index] = Int32(index)
      } else if parent != Provision.none {
        scopes[index] = scopes[Int(parent)]
      }
      let kind = provisions[index].kind
      if kind == .annex || (kind == .section && Self.isDivision(provisions[index])) {
        divisions[index] = Int32(index)
      } else if parent != Provision.none {
        divisions[index] = divisions[Int(parent)]
      }
    }
    self.titles = titles
    self.scopes = scopes
    self.divisions = divisions
    recitals = Self.recitals(of: provisions)
    firstAnnexes = Array(
      provisions.indices.lazy.filter { index in
        let parent = provisions[index].parent
        return provisions[index].kind == .annex
          && (parent == Provision.none || scopes[Int(parent)] == Provision.none)
      }.prefix(Self.mostCandidates).map { Int32($0) })
    firstHeading = Int32(
      provisions.firstIndex { $0.kind == .section || $0.kind == .annex } ?? provisions.count)
    previous = Self.previousSiblings(of: provisions)
    rare = RareLookups()
    addInline(passages, apartFrom: mentions)
    // Backwards, so that the first of several places with one key is found first.
    for index in provisions.indices.reversed() { add(index) }
    keys = CompactWordTable(table)
    table = WordTable(capacity: 0)
  }

  /// Notes the `(a)` and `b)` of enumerations within the text of a place.
  private mutating func addInline(_ passages: [Passage], apartFrom mentions: [Mention]) {
    let bytes = agreement.tree.text
    var mentions = mentions[...]
    for passage in passages where passage.provision >= 0 && passage.kind != .heading {
      let start = Int(passage.start)
      let text = bytes.span.extracting(start..<Int(passage.end))
      guard text.holds(UInt8(ascii: ")")) else { continue }
      var next = 0
      while next < text.count {
        let close = next
        next &+= 1
        guard text[close] == UInt8(ascii: ")") else { continue }
        var open = close
        while open > 0, close - open < 5, text[open - 1].isASCIILetterOrDigit { open -= 1 }
        guard open < close, close - open < 5 else { continue }
        let hash = WordHash.ofLowered(bytes[(start + open)..<(start + close)])
        if open > 0, text[open - 1] == UInt8(ascii: "(") { open -= 1 }
        guard open == 0 || text[open - 1] <= 0x20 else { continue }
        let place = Int32(start + close)
        while let mention = mentions.first, mention.textRange.upperBound <= place {
          mentions.removeFirst()
        }
        if let mention = mentions.first, mention.textRange.contains(place) { continue }
        let key = Self.key(.inline, passage.provision, hash)
        if table[key] == 0 { add(passage.provision, .inline, scope: passage.provision, hash) }
      }
    }
  }

  /// Whether the text of a place counts something with this letter or number.
  func hasInline(_ body: String, in place: Int32) -> Bool {
    keys[Self.key(.inline, place, Self.hash(body))] != 0
  }

  private static func previousSiblings(of provisions: [Provision]) -> [Int32] {
    var previous = [Int32](repeating: Provision.none, count: provisions.count)
    for index in provisions.indices {
      let end = Int(provisions[index].end)
      if end < provisions.count, provisions[end].parent == provisions[index].parent {
        previous[end] = Int32(index)
      }
    }
    return previous
  }

  private mutating func add(_ index: Int) {
    if let forms = titles[index] {
      add(Int32(index), .title, scope: Provision.none, forms.exact)
    }
    // The whole of a provision is large to copy, and most have nothing of what is asked for.
    switch agreement.provisions[index].kind {
    case .annex:
      for designation in [
        agreement.provisions[index].designation, agreement.provisions[index].secondDesignation,
      ] where !designation.isEmpty {
        add(Int32(index), .annex, scope: Provision.none, Self.hash(Self.number(designation)))
      }
    case .section:
      if let (word, number) = divisionLabel(of: Int32(index)) {
        addInScopes(index, Kind(word), Self.hash(number))
      }
      addNumbered(index)
    case .clause: addNumbered(index)
    case .paragraph: addCounted(index, .paragraph, word: "para ")
    case .item: addCounted(index, .item, word: "item ")
    case .row: addCounted(index, .item, word: "row ")
    case .group, .table: break
    }
  }

  private mutating func addNumbered(_ index: Int) {
    addNumbered(index, agreement.provisions[index].designation)
    addNumbered(index, agreement.provisions[index].secondDesignation)
  }

  private mutating func addNumbered(_ index: Int, _ designation: String) {
    guard !designation.isEmpty else { return }
    let isSection = agreement.provisions[index].kind == .section
    let number = Self.number(designation)
    let hash = Self.hash(number)
    let dot = number.utf8.lastIndex(of: UInt8(ascii: "."))
    if isSection || dot != nil { addInScopes(index, .section, hash) }
    if isSection, number.hasSuffix(".0") {
      // A section headed `6.0` is cited as section 6.
      addInScopes(index, .section, WordHash.ofLowered(number.utf8.dropLast(2)))
    }
    if isSection { noteWord(of: designation) }
    addChild(Int32(index), hash)
    if let dot {
      // `2.1` is also the first of section 2.
      addChild(Int32(index), WordHash.ofLowered(number.utf8[number.utf8.index(after: dot)...]))
    }
  }

  /// Notes what a heading such as `Article 5` or `ARTICLE IV` calls itself.
  private mutating func noteWord(of designation: String) {
    let first = designation.utf8.prefix(3).map { $0 | 0x20 }
    if first.elementsEqual("art".utf8) { hasArticles = true }
    if first.starts(with: "cl".utf8) || first.starts(with: "kl".utf8) { hasClauses = true }
  }

  /// Makes a place findable in its annex or the main text, and in each division around it there.
  private mutating func addInScopes(_ index: Int, _ kind: Kind, _ hash: UInt64) {
    add(Int32(index), kind, scope: scopes[index], hash)
    // Divisions are headings, of which six nest at most.
    var division = divisionAround(Int32(index))
    while division != Provision.none, agreement.provisions[Int(division)].kind != .annex {
      add(Int32(index), kind, scope: division, hash)
      division = divisionAround(division)
    }
  }

  /// Makes a place findable from what encloses it, up to the next place with a number.
  private mutating func addChild(_ index: Int32, _ hash: UInt64) {
    var place = agreement.provisions[Int(index)].parent
    var steps = 0
    while place != Provision.none, steps < 12 {
      add(index, .child, scope: place, hash)
      // `paragraph 3 of Schedule 1` can stand in one of its parts.
      if !agreement.provisions[Int(place)].designation.isEmpty, !isCalledPart(place) { break }
      place = agreement.provisions[Int(place)].parent
      steps += 1
    }
    // Outside of sections, only what is no section is cited by its number or letter alone.
    if place == Provision.none, agreement.provisions[Int(index)].kind == .clause {
      add(index, .child, scope: Provision.none, hash)
    }
  }

  private mutating func addCounted(_ index: Int, _ kind: Kind, word: String) {
    let part = agreement.provisions[index].part.utf8
    guard part.starts(with: word.utf8) else { return }
    let number = WordHash.ofLowered(part.dropFirst(word.utf8.count))
    add(Int32(index), kind, scope: agreement.provisions[index].parent, number)
  }

  private mutating func add(_ place: Int32, _ kind: Kind, scope: Int32, _ hash: UInt64) {
    let key = Self.key(kind, scope, hash)
    entries.append((place, table[key]))
    table[key] = UInt32(entries.count)
  }

  private static func key(_ kind: Kind, _ scope: Int32, _ hash: UInt64) -> UInt64 {
    let place = UInt64(UInt32(bitPattern: scope)) << 4 | kind.rawValue
    return (hash ^ (place &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
  }
}

// MARK: - Looking up

extension ProvisionIndex {
  func annexes(_ number: String) -> [Int32] { found(.annex, Provision.none, Self.hash(number)) }

  /// Whether one of the labels of an annex is made of this word and number.
  func isAnnex(_ place: Int32, called word: AnnexWord, _ number: String) -> Bool {
    let annex = agreement.provisions[Int(place)]
    return [annex.designation, annex.secondDesignation].contains {
      AnnexWord(beginning: $0) == word && Self.number($0) == number
    }
  }

  func sections(_ number: String, in scope: Int32) -> [Int32] {
    found(.section, scope, Self.hash(number))
  }

  func children(_ number: String, of place: Int32) -> [Int32] {
    found(.child, place, Self.hash(number))
  }

  func paragraphs(_ number: String, of place: Int32) -> [Int32] {
    found(.paragraph, place, Self.hash(number))
  }

  /// Sections headed `Part A` or `Chapter 1` in an annex, a division or the main text.
  func divisions(_ number: String, called word: DivisionWord, of place: Int32) -> [Int32] {
    found(Kind(word), place, Self.hash(number))
  }

  func items(_ number: String, of place: Int32) -> [Int32] {
    found(.item, place, Self.hash(number))
  }

  /// Places with exactly this title, capital letters and quotation marks aside.
  func places(titled title: TitleForms) -> [Int32] { found(.title, Provision.none, title.exact) }

  func place(anchor: String) -> Int32? { rare.place(anchor: anchor, in: agreement) }
  func place(writtenAs path: String) -> Int32? { rare.place(writtenAs: path, in: agreement) }
  func rows(numbered number: String) -> [Int32] { rare.rows(numbered: number, in: agreement) }
  func place(slug: String) -> Int32? { rare.place(slug: slug, in: agreement) }

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
    let byContent = rare.byContent(of: titles)
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
      byte.isASCIILetterOrDigit
    }
    while let first = bytes.first, !isKept(first) { bytes.removeFirst() }
    while let last = bytes.last, !isKept(last) { bytes.removeLast() }
    if let number = SpelledNumber.value(of: bytes) ?? ordinal(ofAnnex: designation, called: bytes) {
      return String(number)
    }
    return String(
      decoding: bytes.map(\.asciiLowercased), as: UTF8.self)
  }

  /// The 1 of `FIRST SCHEDULE`.
  private static func ordinal(ofAnnex designation: String, called word: [UInt8]) -> Int? {
    guard word.count > 4, word.count < designation.utf8.count,
      AnnexWord(hash: WordHash.ofLowered(word)) != nil
    else { return nil }
    return designation.utf8.split(separator: 0x20).dropLast().last.flatMap { spelledOrdinal($0) }
  }

  private static func hash(_ number: String) -> UInt64 { WordHash.ofLowered(number.utf8) }
}
