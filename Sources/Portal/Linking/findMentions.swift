internal import Adoption
internal import Agreements
internal import Diagnostics
internal import Frontmatter
internal import Markup
internal import Parallelism
internal import Registers

/// A place of an agreement that names a company of the register.
package struct CompanyMention: Sendable, Equatable {
  /// The index of the agreement.
  package var agreement: Int
  package var provision: Int32
}

/// Finds where agreements name the companies of the register: by their legal names, with and
/// without the legal form, by short names and by other names.
///
/// - Returns: the places by the company's index, in the order of the texts, each place once. The
///   rows that a record was adopted from are left out.
/// - Complexity: O(bytes of the texts + names), with several workers: behind the first word of a
///   name, at most ``CompanyNames/mostWords`` are read before the search goes on with the next one.
func findMentions(
  of companies: [SubProcessor], in agreements: [Agreement], workers: Int
) -> [Int: [CompanyMention]] {
  guard !companies.isEmpty else { return [:] }
  let names = CompanyNames(companies)
  let found = concurrentMap(count: agreements.count, workers: workers) { index in
    names.mentions(in: agreements[index])
  }
  var mentions: [Int: [CompanyMention]] = [:]
  for (agreement, places) in found.enumerated() {
    for (company, provision) in places {
      let adoption = companies[company].adoption
      if adoption?.agreement == agreements[agreement].id,
        adoption?.provisions.contains(provision) ?? false
      {
        continue
      }
      mentions[company, default: []].append(
        CompanyMention(agreement: agreement, provision: provision))
    }
  }
  return mentions
}

/// The names of companies, for finding them in texts.
///
/// Shape: a tree of the hashes of words, as names share their first ones ("Deutsche Telekom",
/// "Deutsche Bahn"), and a text is read once for all of them.
private struct CompanyNames: Sendable {
  private struct Node: Sendable {
    /// The first company whose name ends here, if any.
    var company: Int?
    var goesOn = false
  }

  private struct Step: Hashable {
    var from: Int
    var word: UInt64
  }

  /// No name has more; what is longer is no name that a text could repeat.
  static let mostWords = 32

  private var nodes: [Node] = []
  /// The node behind the first word of a name.
  private var first: [UInt64: Int] = [:]
  private var next: [Step: Int] = [:]
  /// Whether a name begins with a byte; most words of a text begin with none of them.
  private var beginnings = [Bool](repeating: false, count: 256)

  init(_ companies: [SubProcessor]) {
    for (index, company) in companies.enumerated() {
      let others = [company.shortName].compactMap { $0 } + company.aliases
      var seen: Set<String> = []
      for name in companyNameForms(company.name.value) + others.map(\.value)
      where name.utf8.count > 2 && seen.insert(name).inserted {
        add(Array(name.utf8), of: index)
      }
    }
  }

  private mutating func add(_ name: [UInt8], of company: Int) {
    var words: [UInt64] = []
    var beginning: UInt8 = 0
    var walk = WordWalk()
    while words.count <= Self.mostWords, walk.next(in: name.span, to: name.count) {
      if words.isEmpty { beginning = name[walk.start] }
      words.append(walk.hash(in: name.span))
    }
    guard let word = words.first, words.count <= Self.mostWords else { return }
    beginnings[Int(beginning)] = true
    var node = child(first[word]) { $0.first[word] = $1 }
    for word in words.dropFirst() {
      nodes[node].goesOn = true
      let step = Step(from: node, word: word)
      node = child(next[step]) { $0.next[step] = $1 }
    }
    if nodes[node].company == nil { nodes[node].company = company }
  }

  /// The node that is there, or a new one, which `enter` takes note of.
  private mutating func child(_ known: Int?, enter: (inout Self, Int) -> Void) -> Int {
    if let known { return known }
    nodes.append(Node())
    enter(&self, nodes.count - 1)
    return nodes.count - 1
  }

  func mentions(in agreement: Agreement) -> [(company: Int, provision: Int32)] {
    var found: [(company: Int, provision: Int32)] = []
    let text = agreement.tree.text
    func search(_ range: Range<Int32>, in provision: Int32) {
      guard provision != Provision.none, range.lowerBound < range.upperBound else { return }
      findCompanies(in: text.span, range) { found.append(($0, provision)) }
    }
    let nodes = agreement.tree.nodes
    var open: [Int32] = []
    for step in agreement.layout {
      switch step {
      case .open(let provision):
        open.append(provision)
        let title = agreement.provisions[Int(provision)].titleNodes
        if !title.isEmpty {
          let last = nodes[Int(title.upperBound) - 1]
          search(nodes[Int(title.lowerBound)].textStart..<last.textEnd, in: provision)
        }
      case .close: open.removeLast()
      case .text(_, let from, let to):
        guard to > from else { continue }
        search(
          nodes[Int(from)].textStart..<nodes[Int(to) - 1].textEnd, in: open.last ?? Provision.none)
      case .block(let node):
        search(
          nodes[Int(node)].textStart..<nodes[Int(node)].textEnd, in: open.last ?? Provision.none)
      case .openList, .closeList, .table: continue
      }
    }
    for index in agreement.provisions.indices where agreement.provisions[index].kind == .row {
      let node = nodes[Int(agreement.provisions[index].node)]
      search(node.textStart..<node.textEnd, in: Int32(index))
    }
    found.sort { ($0.provision, $0.company) < ($1.provision, $1.company) }
    var last: (company: Int, provision: Int32)?
    found.removeAll { mention in
      defer { last = mention }
      return last.map { $0 == mention } ?? false
    }
    return found
  }

  private func findCompanies(
    in text: borrowing Span<UInt8>, _ range: Range<Int32>, found: (Int) -> Void
  ) {
    let start = Int(range.lowerBound)
    let end = Int(range.upperBound)
    var index = start
    while index < end {
      // Nearly all bytes begin no name, and only of the others it is asked whether a word begins
      // there.
      guard beginnings[Int(text[index])], WordWalk.isStart(index, of: text, from: start) else {
        index &+= 1
        continue
      }
      var walk = WordWalk(from: index)
      guard walk.next(in: text, to: end) else { return }
      if let node = first[walk.hash(in: text)], let longest = name(from: node, &walk, text, end) {
        found(longest)
      }
      index = walk.end
    }
  }
}

extension CompanyNames {
  /// The company of the longest name whose words stand here; `walk` is at the first, and goes on to
  /// the last one.
  private func name(
    from first: Int, _ walk: inout WordWalk, _ text: borrowing Span<UInt8>, _ end: Int
  ) -> Int? {
    var node = first
    var company = nodes[node].company
    var ahead = walk
    while nodes[node].goesOn, ahead.next(in: text, to: end),
      let following = next[Step(from: node, word: ahead.hash(in: text))]
    {
      node = following
      guard let named = nodes[node].company else { continue }
      company = named
      walk = ahead
    }
    return company
  }
}

/// A walk over the words of a text: runs of letters and digits.
private struct WordWalk {
  /// The word at hand, half-open.
  private(set) var start: Int
  private(set) var end: Int

  /// A walk whose first word begins at `start` or behind it.
  init(from start: Int = 0) {
    self.start = start
    end = start
  }

  /// Goes to the next word that begins before `limit`; where there is none, returns `false`.
  @inline(__always)
  mutating func next(in text: borrowing Span<UInt8>, to limit: Int) -> Bool {
    var index = end
    while index < limit {
      let byte = text[index]
      if byte < 0x80 {
        if byte.isASCIILetterOrDigit { break }
        index += 1
      } else if Self.isMark(text, at: index, limit) {
        index += 3
      } else {
        break
      }
    }
    guard index < limit else {
      end = limit
      return false
    }
    start = index
    while index < limit {
      let byte = text[index]
      if byte < 0x80 ? !byte.isASCIILetterOrDigit : Self.isMark(text, at: index, limit) { break }
      index += 1
    }
    end = index
    return true
  }

  /// The hash (FNV-1a) of the word at hand.
  func hash(in text: borrowing Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in start..<end { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return hash
  }

  /// Whether a word begins at `index`, if the byte there is one of a word; no word goes on from
  /// before `start`.
  static func isStart(_ index: Int, of text: borrowing Span<UInt8>, from start: Int) -> Bool {
    guard index > start else { return true }
    let before = text[index - 1]
    guard before >= 0x80 else { return !before.isASCIILetterOrDigit }
    return index - start >= 3 && isMark(text, at: index - 3, index)
  }

  /// Whether a typographic mark, such as the apostrophe of a genitive, begins at `index`: three
  /// bytes from E2 80 on.
  @inline(__always)
  private static func isMark(_ text: borrowing Span<UInt8>, at index: Int, _ limit: Int) -> Bool {
    text[index] == 0xE2 && index + 1 < limit && text[index + 1] == 0x80
  }
}
