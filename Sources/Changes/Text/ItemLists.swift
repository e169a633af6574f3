internal import Agreements
internal import Markup

/// Finds the lists of a text whose items begin with a name: `[Kranich](…). Mail`, `Kranich – mail`;
/// with numbers, or as paragraphs that begin with a mark, too.
struct ItemLists {
  /// What an item is known by.
  struct Opening: Sendable {
    var node: Int
    var tokens: Range<Int32>
    /// Where the name leads to, as an index of the tree's links.
    var link: Int32?
    /// Whether an item under another name is another company.
    var isOfCompany = false
    /// Whether the words before the list say that it is one of sub-processors, and links or legal
    /// forms that it is none of their duties.
    var isListed = false
    /// Whether the name has a line of its own, above what is said of it.
    var isAlone = false
  }

  private let text: ComparedText
  private let topics: PlaceTopics
  private(set) var openings: [Opening] = []

  init(_ text: ComparedText, _ topics: PlaceTopics) {
    self.text = text
    self.topics = topics
    let nodes = text.nodes
    var items: [Int] = []
    for parent in nodes.indices where Int(nodes[parent].end) > parent + 1 {
      items.removeAll(keepingCapacity: true)
      var kind: ProvisionKind?
      var intro = parent
      var child = parent + 1
      while child < Int(nodes[parent].end) {
        let found = entryKind(child)
        if found != kind || found == nil {
          read(items, kind, behind: intro)
          intro = items.last ?? intro
          items.removeAll(keepingCapacity: true)
        }
        if found == nil { intro = child } else { items.append(child) }
        kind = found
        child = Int(nodes[child].end)
      }
      read(items, kind, behind: intro)
    }
  }

  /// What an entry of a list can be; `nil` for other places.
  private func entryKind(_ node: Int) -> ProvisionKind? {
    guard text.nodes[node].shape == .text, text.nodes[node].role == .place else { return nil }
    let provision = Int(text.nodes[node].provision)
    let kind = text.agreement.provisions[provision].kind
    switch kind {
    case .item, .clause: return kind
    case .group:
      let node = Int(text.agreement.provisions[provision].node)
      return text.agreement.tree.nodes[node].kind == .item ? .item : nil
    case .paragraph:
      return mark(of: node) == nil ? nil : kind
    default: return nil
    }
  }

  /// What a place begins with, if that is a link or stressed.
  private func mark(of node: Int) -> (textStart: Int32, textEnd: Int32, link: Int32?)? {
    guard let first = text.nodes[node].passages.first else { return nil }
    let block = Int(text.agreement.provisions[Int(text.nodes[node].provision)].node)
    guard let mark = text.agreement.tree.leadingMark(in: block),
      mark.textStart == text.passages[Int(first)].bytes.lowerBound
    else { return nil }
    return mark
  }

  /// Reads one list: of companies where its title, the words before it or links say so, and its
  /// items are no sentences of a contract.
  private mutating func read(_ items: [Int], _ kind: ProvisionKind?, behind intro: Int) {
    guard let first = items.first else { return }
    // Most lists are of sentences, whatever is announced before them: that costs more to find out.
    var nameless = 0
    for item in items where opening(of: item, isAnnounced: true) == nil {
      nameless += 1
      if nameless * 3 > items.count { return }
    }
    let before = lastWords(of: intro)
    let isAnnounced =
      topics[first] != .measures
      && (topics[first] == .subProcessors || NameHeads.mentionCompanies(before))
      && !topics.isAmongOthers(first) && !ListTitles.denies(before)
    var found = items.compactMap { opening(of: $0, isAnnounced: isAnnounced) }
    guard found.count * 3 >= items.count * 2 else { return }
    let links = found.count(where: leadsOutside)
    let words = items.reduce(0) { $0 + Int(text.nodes[$1].words) }
    // Clauses that begin with a title are no companies, unless they say little else.
    let areAlone = found.count(where: \.isAlone) == items.count
    let mostWords = kind == .item || areAlone ? Self.wordsOfEntry : Self.wordsOfEntry / 2
    let named = found.filter { mayBeCompany($0, among: found.count, kind) }
    let isOfCompanies =
      topics[first] != .measures && named.count * 3 >= items.count * 2 && !areFacts(found)
      && (links * 3 >= items.count * 2 || isAnnounced && words <= mostWords * items.count)
    let companies = Set(named.map(\.node))
    for index in found.indices where isOfCompanies {
      found[index].isOfCompany = companies.contains(found[index].node)
    }
    if isOfCompanies, isAnnounced, PlaceTopics.namesSubProcessors(lastSentence(before)) {
      let forms = found.count { $0.tokens.dropFirst().contains(where: text.isOfLegalForm) }
      let isListed = max(links, forms) * 2 >= items.count
      for index in found.indices { found[index].isListed = isListed && found[index].isOfCompany }
    }
    openings += found
  }

  private func lastWords(of node: Int) -> String {
    text.words(of: text.nodes[node].tokens.suffix(Self.wordsOfIntro))
  }

  private func lastSentence(_ words: String) -> String {
    let sentences = words.split { ".!?".contains($0) }
    return sentences.last.map(String.init) ?? ""
  }

  /// Words of an entry, on average, beyond which a list is one of duties.
  private static var wordsOfEntry: Int { 24 }
  private static var wordsOfIntro: Int { 60 }
  private static var longestName: Int { 8 }
  private static var longestMarkedName: Int { 12 }
}

extension ItemLists {
  private func opening(of node: Int, isAnnounced: Bool) -> Opening? {
    guard let first = text.nodes[node].passages.first else { return nil }
    let passage = text.passages[Int(first)]
    if let mark = mark(of: node) {
      var name = passage.tokens.lowerBound..<passage.tokens.lowerBound
      for token in passage.tokens {
        guard text.tokens.words[Int(token)].end <= mark.textEnd else { break }
        if text.isWord(token) { name = name.lowerBound..<(token + 1) }
      }
      if !name.isEmpty, name.count(where: text.isWord) <= Self.longestMarkedName {
        let next = name.upperBound
        if passage.tokens.contains(next), written(next) == ")",
          text.tokens.words[Int(next)].end <= mark.textEnd,
          name.contains(where: { written($0) == "(" })
        {
          name = name.lowerBound..<(next + 1)
        }
        let isAlone = passage.tokens.contains(next) && text.tokens.words[Int(next)].lead == .line
        return Opening(node: node, tokens: name, link: mark.link, isAlone: isAlone)
      }
    }
    return stretch(passage.tokens, isAnnounced: isAnnounced).map {
      Opening(node: node, tokens: $0)
    }
  }

  /// The capitalised words before a stop, colon, dash or bracket, or all of a short item.
  ///
  /// `isAnnounced`: whether companies are expected, of which some write themselves in small letters
  /// and are followed by a comma.
  private func stretch(_ tokens: Range<Int32>, isAnnounced: Bool) -> Range<Int32>? {
    var words = 0
    var end = tokens.lowerBound
    for token in tokens {
      if text.isWord(token) {
        let fits =
          text.isCapitalised(token) || words > 0 && text.joinsName(token)
          || words == 0 && isAnnounced
        guard fits, words < Self.longestName else { return nil }
        words += 1
        end = token + 1
        continue
      }
      guard words > 0 else { return nil }
      if ends(at: token, in: tokens, isAnnounced: isAnnounced) {
        return tokens.lowerBound..<end
      }
      if text.tokens.words[Int(token)].kind == .blank { return nil }
    }
    return words > 0 && words <= 4 ? tokens.lowerBound..<end : nil
  }

  private func ends(at token: Int32, in tokens: Range<Int32>, isAnnounced: Bool) -> Bool {
    let sign = text.tokens.words[Int(token)]
    if sign.kind == .stop { return true }
    guard sign.kind == .sign else { return false }
    switch String(decoding: text.agreement.tree.text[sign.bytes], as: UTF8.self) {
    case ":", "(", "[": return true
    case "-", "\u{2013}", "\u{2014}": return sign.lead != .nothing
    case ",":
      return isAnnounced || text.isOfLegalForm(token - 1)
        || tokens.contains(token + 1) && text.isOfLegalForm(token + 1)
    default: return false
    }
  }
}

// What of a list cannot be a company.

extension ItemLists {
  /// Whether an entry can be one of a company, and is no label, remark or kind of company.
  ///
  /// `count`: how many entries the list has. `kind`: what they are.
  private func mayBeCompany(_ entry: Opening, among count: Int, _ kind: ProvisionKind?) -> Bool {
    let name = text.words(of: entry.tokens)
    // `Subprocessors of Wal` leads to another list.
    if NameHeads.isLabel(name) || PlaceTopics.namesSubProcessors(name) { return false }
    let holdsForm = entry.tokens.dropFirst().contains(where: text.isOfLegalForm)
    if holdsForm { return true }
    // `Last updated: 8 June`.
    if entry.tokens.contains(where: { written($0) == ":" }) || NameHeads.isRemark(name) {
      return false
    }
    if let link = entry.link, Self.leadsToPeopleOrHere(destination(link)) { return false }
    guard kind == .paragraph else { return !NameHeads.isKind(name) }
    if NameHeads.isKind(name) || isHeading(entry) { return false }
    return count > 1 || leadsOutside(entry)
  }

  /// Whether all that a paragraph says is a mark with a colon: `**Timing:**`.
  private func isHeading(_ entry: Opening) -> Bool {
    let tokens = text.nodes[entry.node].tokens
    return text.nodes[entry.node].passages.count == 1
      && tokens.suffix(from: entry.tokens.upperBound).elementsEqual([entry.tokens.upperBound])
      && written(entry.tokens.upperBound) == ":"
  }

  /// Whether entries are facts on one thing: half of them, or one of those in a list within another,
  /// begin with what is told: `Purpose: mail`.
  private func areFacts(_ entries: [Opening]) -> Bool {
    guard let first = entries.first else { return false }
    let labels = entries.count { entry in
      let next = entry.tokens.upperBound
      guard text.nodes[entry.node].tokens.contains(next), written(next) == ":" else { return false }
      let name = text.words(of: entry.tokens)
      return NameHeads.isLabel(name) || NameHeads.isAttribute(name)
    }
    let parent = Int(text.nodes[first.node].parent)
    let isWithin = parent > 0 && text.nodes[parent].shape == .text
    return isWithin ? labels > 0 : labels * 2 >= entries.count && labels > 0
  }

  private func leadsOutside(_ entry: Opening) -> Bool {
    guard let link = entry.link else { return false }
    let address = destination(link)
    return address.hasPrefix("http://") || address.hasPrefix("https://") || address.hasPrefix("//")
  }

  private static func leadsToPeopleOrHere(_ address: String) -> Bool {
    ["mailto:", "tel:", "#"].contains { address.hasPrefix($0) }
  }

  private func destination(_ link: Int32) -> String {
    String(decoding: text.agreement.tree.links[Int(link)].destination, as: UTF8.self)
  }

  private func written(_ token: Int32) -> String { text.words(of: token..<token + 1) }
}
