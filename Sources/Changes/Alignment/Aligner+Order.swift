internal import Agreements
internal import Differencing
internal import Markup

/// How much likeness is asked of neighbours.
enum AlignmentStrictness {
  /// Before places were looked for elsewhere.
  case strict
  /// After it: what is left has no better match.
  case lenient
}

extension Aligner {
  /// Matches what is inside of places that correspond, in order, from the outermost inwards.
  mutating func alignChildren(_ strictness: AlignmentStrictness) {
    // Children come after their parents, so what is matched here is looked into later in the loop.
    for parent in old.nodes.indices where alignment.newOf[parent] >= 0 {
      guard Int(old.nodes[parent].end) > parent + 1 else { continue }
      alignChildren(of: parent, with: Int(alignment.newOf[parent]), strictness)
    }
  }

  private mutating func alignChildren(
    of oldParent: Int, with newParent: Int, _ strictness: AlignmentStrictness
  ) {
    guard Self.hasFreeChild(oldParent, in: old.nodes, alignment.newOf),
      Self.hasFreeChild(newParent, in: new.nodes, alignment.oldOf)
    else { return }
    let olds = old.nodes.children(of: oldParent)
    let news = new.nodes.children(of: newParent)
    if strictness == .strict {
      matchEqual(olds, news, of: oldParent, with: newParent)
      matchWherever(olds, news, .record) { _ in true }
      matchWherever(olds, news, .plainName) { _ in true }
      matchWherever(olds, news, .letters) { _ in true }
    }
    if olds.contains(where: { alignment.newOf[$0] < 0 && old.nodes[$0].shape != .text }) {
      matchInOrder(olds, news, .name) { $0.shape != .text }
    }
    for (oldGap, newGap) in gaps(olds, news) {
      if strictness == .lenient { matchSigns(oldGap, newGap) }
      matchGap(oldGap, newGap, strictness)
    }
    if strictness == .lenient { matchNames(olds, news) }
  }

  /// Matches what is equal inside of places that correspond.
  mutating func alignEqualChildren() {
    for parent in old.nodes.indices where alignment.newOf[parent] >= 0 {
      let other = Int(alignment.newOf[parent])
      guard Int(old.nodes[parent].end) > parent + 1,
        Self.hasFreeChild(parent, in: old.nodes, alignment.newOf),
        Self.hasFreeChild(other, in: new.nodes, alignment.oldOf)
      else { continue }
      matchEqual(
        old.nodes.children(of: parent), new.nodes.children(of: other), of: parent, with: other)
    }
  }

  private mutating func matchEqual(
    _ olds: [Int], _ news: [Int], of oldParent: Int, with newParent: Int
  ) {
    if equalled[oldParent] != newParent {
      equalled[oldParent] = Int32(newParent)
      matchInOrder(olds, news, .tree) { $0.treeWords > 0 }
      if olds.contains(where: { Int(old.nodes[$0].end) > $0 + 1 }) {
        matchInOrder(olds, news, .own) { $0.words > 0 && $0.shape == .text }
      }
    }
    matchWherever(olds, news, .tree) { $0.treeWords > 0 }
  }

  /// Matches paragraphs that have no words, such as `:::` or a dash, and are equal: signs say too
  /// little for anything but what stands around them to tell one from another.
  private mutating func matchSigns(_ olds: [Int], _ news: [Int]) {
    func isOfSigns(_ node: TextNode) -> Bool {
      node.shape == .text && node.treeWords == 0 && !node.tokens.isEmpty
    }
    guard olds.contains(where: { isOfSigns(old.nodes[$0]) }) else { return }
    matchInOrder(olds, news, .tree, where: isOfSigns)
  }

  /// Matches what has the same name among the same neighbours, wherever it stands among them.
  private mutating func matchNames(_ olds: [Int], _ news: [Int]) {
    func named(_ nodes: [Int], _ text: ComparedText, _ matches: [Int32]) -> [String: Int?] {
      var named: [String: Int?] = [:]
      for node in nodes where matches[node] < 0 && text.nodes[node].shape == .text {
        guard text.nodes[node].role == .place, text.nodes[node].provision >= 0 else { continue }
        let title = text.agreement.provisions[Int(text.nodes[node].provision)].title
        guard !title.isEmpty else { continue }
        // Two of one name are known by nothing.
        named[title] = named[title] == nil ? .some(node) : .some(nil)
      }
      return named
    }
    let candidates = named(news, new, alignment.oldOf)
    guard !candidates.isEmpty else { return }
    for (name, node) in named(olds, old, alignment.newOf).sorted(by: { $0.key < $1.key }) {
      guard let node, case let match?? = candidates[name], canMatch(node, match) else { continue }
      alignment.match(node, match)
    }
  }

  /// Matches children by a digest that one of each side has among those that are left, whatever
  /// their order: what changed places with its neighbours, and records that are known by their key.
  private mutating func matchWherever(
    _ olds: [Int], _ news: [Int], _ key: PlaceKey, where applies: (TextNode) -> Bool
  ) {
    let candidates = unique(news, in: .new, key, where: applies)
    guard !candidates.isEmpty else { return }
    let known = unique(olds, in: .old, key, where: applies)
    for node in olds where alignment.newOf[node] < 0 {
      let value = self.key(key, of: node, in: .old)
      guard let match = candidates[value], match >= 0, known[value] == node,
        canMatch(node, match)
      else { continue }
      if !matchTree(node, match) { alignment.match(node, match) }
    }
  }

  /// The places that correspond to nothing yet, by digest; -1 for two of one, which are known by
  /// nothing.
  private func unique(
    _ nodes: [Int], in side: Side, _ key: PlaceKey, where applies: (TextNode) -> Bool
  ) -> DigestTable<Int> {
    let text = text(side)
    var found = DigestTable<Int>()
    for node in nodes where alignment.match(of: node, in: side) < 0 && applies(text.nodes[node]) {
      found.note(node, self.key(key, of: node, in: side))
    }
    return found
  }

  /// Matches children whose digests are equal, as many as there are in the same order.
  private mutating func matchInOrder(
    _ olds: [Int], _ news: [Int], _ key: PlaceKey, where applies: (TextNode) -> Bool
  ) {
    var numbers = DigestTable<Void>()
    // What corresponds already keeps its place in the order; what corresponds to something
    // elsewhere, or can't be known by this digest, is equal to nothing.
    var unique = Int32(-1)
    func number(_ node: TextNode, _ digestValue: UInt64) -> Int32 {
      guard applies(node), digestValue != 0 else {
        unique -= 1
        return unique
      }
      return Int32(numbers.index(of: digestValue, orAdding: ()))
    }
    var pairNumbers: [Int: Int32] = [:]
    let oldNumbers = olds.map { index -> Int32 in
      guard alignment.newOf[index] >= 0 else {
        return number(old.nodes[index], self.key(key, of: index, in: .old))
      }
      unique -= 1
      pairNumbers[Int(alignment.newOf[index])] = unique
      return unique
    }
    let newNumbers = news.map { index -> Int32 in
      guard alignment.oldOf[index] >= 0 else {
        return number(new.nodes[index], self.key(key, of: index, in: .new))
      }
      if let pair = pairNumbers[index] { return pair }
      unique -= 1
      return unique
    }
    for (left, right) in comparer.compare(oldNumbers, newNumbers).matches(oldCount: olds.count)
    where canMatch(olds[left], news[right]) {
      if !matchTree(olds[left], news[right]) { alignment.match(olds[left], news[right]) }
    }
  }

  /// What is not matched between neighbours that are, and keep their order.
  private func gaps(_ olds: [Int], _ news: [Int]) -> [(old: [Int], new: [Int])] {
    var positions: [Int: Int] = [:]
    for (position, index) in news.enumerated() where alignment.oldOf[index] >= 0 {
      positions[index] = position
    }
    var anchors: [(old: Int, new: Int)] = []
    for (position, index) in olds.enumerated() {
      if let other = positions[Int(alignment.newOf[index])] { anchors.append((position, other)) }
    }
    let staying = longestAscent(
      of: anchors.map(\.new), weights: anchors.map { Int(old.nodes[olds[$0.old]].treeWords) + 1 })
    var gaps: [(old: [Int], new: [Int])] = []
    var (oldStart, newStart) = (0, 0)
    for index in 0...anchors.count where index == anchors.count || staying[index] {
      let end = index < anchors.count ? anchors[index] : (old: olds.count, new: news.count)
      if oldStart < end.old, newStart < end.new {
        let oldGap = olds[oldStart..<end.old].filter { alignment.isOpen($0, in: .old) }
        let newGap = news[newStart..<end.new].filter { alignment.isOpen($0, in: .new) }
        if !oldGap.isEmpty, !newGap.isEmpty { gaps.append((oldGap, newGap)) }
      }
      (oldStart, newStart) = (end.old + 1, end.new + 1)
    }
    return gaps
  }

  private mutating func matchGap(
    _ olds: [Int], _ news: [Int], _ strictness: AlignmentStrictness
  ) {
    guard olds.count * news.count <= Limits.gap else { return }
    let isAlone = olds.count == 1 && news.count == 1
    if isAlone, strictness == .lenient, areUnrelated(olds[0], news[0]) { return }
    let threshold =
      strictness == .strict
      ? Limits.alikeInOrder : isAlone ? Limits.alikeAlone : Limits.alikeInTheSameGap
    let likeness = likenesses(olds, news, strictness)
    if likeness.contains(where: { $0 >= threshold }) {
      matchBest(olds, news, likeness, atLeast: threshold)
    }
    if strictness == .lenient { matchByNumber(olds, news, isAlone: isAlone) }
  }

  /// Matches what is alike in order, so that the sum of the likenesses is as large as can be.
  mutating func matchBest(
    _ olds: [Int], _ news: [Int], _ likeness: [Double], atLeast threshold: Double
  ) {
    // The best sum from each pair on, from the end backwards; a column and a row more than pairs.
    let width = news.count + 1
    var best = [Double](repeating: 0, count: (olds.count + 1) * width)
    for row in olds.indices.reversed() {
      for column in news.indices.reversed() {
        let place = row * width + column
        var value = max(best[place + width], best[place + 1])
        let alike = likeness[row * news.count + column]
        if alike >= threshold { value = max(value, best[place + width + 1] + alike) }
        best[place] = value
      }
    }
    var (row, column) = (0, 0)
    while row < olds.count, column < news.count {
      let place = row * width + column
      let alike = likeness[row * news.count + column]
      if alike >= threshold, best[place] == best[place + width + 1] + alike {
        alignment.match(olds[row], news[column])
        row += 1
        column += 1
      } else if best[place] == best[place + width] {
        row += 1
      } else {
        column += 1
      }
    }
  }

  /// Matches what stands between the same neighbours under the same numbers, whatever it says: the
  /// drafter replaced the text. Without numbers, one text for one text. Where nothing around them
  /// was kept either, all is new.
  private mutating func matchByNumber(_ olds: [Int], _ news: [Int], isAlone: Bool) {
    let parent = Int(old.nodes[olds[0]].parent)
    guard isAlone || hasKeptChild(parent) else { return }
    // A heading without words has nothing but its number to be known by.
    func isKnownByNumber(_ node: Int, _ text: ComparedText, _ names: RecordNames) -> Bool {
      text.nodes[node].shape == .text || text.nodes[node].treeWords == 0
        || names.number(of: Int32(node)) != nil
    }
    let olds = olds.filter { alignment.newOf[$0] < 0 && isKnownByNumber($0, old, oldNames) }
    let news = news.filter { alignment.oldOf[$0] < 0 && isKnownByNumber($0, new, newNames) }
    guard olds.count == news.count, zip(olds, news).allSatisfy({ canMatch($0, $1) }) else {
      return
    }
    for (left, right) in zip(olds, news) {
      let number = old.number(of: left, oldNames)
      guard number == new.number(of: right, newNames) else { return }
      if number.isEmpty, olds.count > 1 { return }
      // Points of a list without numbers have nothing in common but their place.
      if number.isEmpty, isPoint(old, left), old.nodes[left].words > 0,
        similarity(left, right) == 0, !areAddresses(left, right)
      {
        return
      }
    }
    for (left, right) in zip(olds, news) where !areUnrelated(left, right) {
      alignment.match(left, right)
    }
  }
}

extension Aligner {
  private func isPoint(_ text: ComparedText, _ node: Int) -> Bool {
    let provision = text.nodes[node].provision
    return provision >= 0 && text.agreement.provisions[Int(provision)].kind == .item
  }

  /// Whether each of two places is a web address and nothing else.
  private func areAddresses(_ left: Int, _ right: Int) -> Bool {
    func isAddress(_ node: TextNode, _ text: ComparedText) -> Bool {
      guard node.tokens.count == 1, let token = node.tokens.first else { return false }
      let bytes = text.agreement.tree.text[text.tokens.words[Int(token)].bytes]
      return bytes.starts(with: "http".utf8) || bytes.starts(with: "www.".utf8)
    }
    return isAddress(old.nodes[left], old) && isAddress(new.nodes[right], new)
  }

  private func hasKeptChild(_ parent: Int) -> Bool {
    var child = parent + 1
    while child < Int(old.nodes[parent].end) {
      if alignment.newOf[child] >= 0 { return true }
      child = Int(old.nodes[child].end)
    }
    return false
  }
}

extension ComparedText {
  /// The printed number of a place or of a row, without its punctuation.
  func number(of node: Int, _ names: RecordNames) -> String {
    let cell = names.number(of: Int32(node)).map { words(of: $0) }
    return numberBody(cell ?? designation(of: node))
  }
}

/// A printed number without its punctuation: `a` of `a.`, `(a)` and `a)`, `1` of `§ 1`.
func numberBody(_ designation: String) -> String {
  var body = Substring(designation)
  if body.utf8.first == 0xC2, body.hasPrefix("\u{A7}") {
    body = body.dropFirst().drop { $0 == " " || $0 == "\u{A0}" }
  }
  while let first = body.utf8.first, first == UInt8(ascii: "(") { body = body.dropFirst() }
  while let last = body.utf8.last, last == UInt8(ascii: ")") || last == UInt8(ascii: ".") {
    body = body.dropLast()
  }
  return String(body)
}

extension DigestTable<Int> {
  /// Notes a place under its digest, or that several have it: then it is -1. None has the digest 0.
  fileprivate mutating func note(_ node: Int, _ digest: UInt64) {
    guard digest != 0 else { return }
    let before = count
    let index = index(of: digest, orAdding: node)
    if index < before { self[at: index] = -1 }
  }
}
