internal import Agreements
internal import Differencing
internal import Markup
import Partitioning
internal import References

/// Puts a ``ComparedText`` together.
struct ComparedTextBuilder {
  typealias ReferencePart = ComparedText.ReferencePart

  let snapshot: AgreementSnapshot
  /// What was read of the other version, for the passages that both have.
  private let known: KnownPassages?
  private(set) var tokens = TokenList()
  private(set) var nodes: [TextNode] = []
  private(set) var nodeOfProvision: [Int32] = []
  private(set) var passages: [TextPassage] = []
  private(set) var references: [ReferencePart] = []
  private(set) var referenceOfToken: [Int32] = []
  private(set) var isDesignator: [Bool] = []

  init(_ snapshot: AgreementSnapshot, after other: ComparedText? = nil) {
    self.snapshot = snapshot
    known = other.map(KnownPassages.init)
  }

  mutating func build(numberedBy table: inout WordTable) {
    readPassages(numberedBy: &table)
    markReferences()
    nodes.digest(tokens) { [isDesignator, tokens] token in
      isDesignator.isEmpty || !isDesignator[token] ? tokens.ids[token] : -1
    }
  }
}

extension ComparedTextBuilder {
  /// Reads the words of all places, so that those of a place lie next to each other.
  private mutating func readPassages(numberedBy table: inout WordTable) {
    let structure = TextStructure(snapshot)
    nodes = structure.nodes
    nodeOfProvision = structure.nodeOfProvision
    let read = structure.passages
    // By place, keeping the order inside each.
    var counts = [Int32](repeating: 0, count: nodes.count + 1)
    for passage in read { counts[Int(passage.node) + 1] += 1 }
    for index in 1..<counts.count { counts[index] += counts[index - 1] }
    var order = [Int32](repeating: 0, count: read.count)
    var next = counts
    for (index, passage) in read.enumerated() {
      order[Int(next[Int(passage.node)])] = Int32(index)
      next[Int(passage.node)] += 1
    }

    let text = snapshot.agreement.tree.text.span
    let known = known
    let knownTokens = known?.tokens ?? TokenList()
    tokens.reserve(snapshot.agreement.tree.text.count / 5)
    passages.reserveCapacity(read.count)
    for node in nodes.indices {
      let first = Int32(tokens.count)
      let firstPassage = Int32(passages.count)
      nodes[node].bodyStart = first
      for position in Int(counts[node])..<Int(counts[node + 1]) {
        let (passage, _, column) = read[Int(order[position])]
        let start = Int32(tokens.count)
        let bytes = passage.start..<max(passage.start, passage.end)
        if let known, let same = known.passage(equalTo: text, bytes) {
          tokens.append(
            knownTokens, same.tokens, movedBy: bytes.lowerBound - same.bytes.lowerBound)
        } else {
          tokens.append(
            text, Int(bytes.lowerBound)..<Int(bytes.upperBound), numberedBy: &table)
        }
        let range = start..<Int32(tokens.count)
        if range.isEmpty { continue }
        let kind: TextPassage.Kind =
          passage.kind == .heading ? .heading : passage.kind == .cell ? .cell : .paragraph
        if kind == .heading { nodes[node].bodyStart = range.upperBound }
        passages.append(
          TextPassage(kind: kind, column: column, tokens: range, bytes: bytes))
      }
      nodes[node].tokens = first..<Int32(tokens.count)
      nodes[node].passages = firstPassage..<Int32(passages.count)
    }
  }
}

extension ComparedTextBuilder {
  /// Finds the tokens that are numbers of references to places.
  private mutating func markReferences() {
    for reference in snapshot.resolved.references {
      for part in reference.parts {
        references.append(
          ReferencePart(
            range: part.textRange, part: part,
            isOfPlace: reference.kind == .clause || reference.kind == .annex))
      }
    }
    guard !references.isEmpty else { return }
    references.sort { $0.range.lowerBound < $1.range.lowerBound }
    referenceOfToken = [Int32](repeating: -1, count: tokens.count)
    isDesignator = [Bool](repeating: false, count: tokens.count)
    for passage in passages {
      guard let first = passage.tokens.first else { continue }
      var reference = firstReference(endingAfter: tokens.words[Int(first)].start)
      // Most passages have none.
      guard reference < references.count,
        references[reference].range.lowerBound < passage.bytes.upperBound
      else { continue }
      for token in passage.tokens {
        let start = tokens.words[Int(token)].start
        while reference < references.count, references[reference].range.upperBound <= start {
          reference += 1
        }
        guard reference < references.count else { break }
        guard references[reference].range.lowerBound <= start else { continue }
        referenceOfToken[Int(token)] = Int32(reference)
        isDesignator[Int(token)] = isNumber(Int(token))
      }
    }
  }

  private func firstReference(endingAfter byte: Int32) -> Int {
    references.partitioningIndex { $0.range.upperBound > byte }
  }

  /// Whether a token of a reference is its number: digits, a letter, a roman numeral.
  private func isNumber(_ token: Int) -> Bool {
    switch tokens.words[token].kind {
    case .number: return true
    case .word: break
    default: return false
    }
    let bytes = snapshot.agreement.tree.text[tokens.words[token].bytes]
    return bytes.count == 1
      || (bytes.count <= 5 && bytes.allSatisfy { "ivxIVX".utf8.contains($0) })
  }
}
