internal import Agreements
internal import Differencing
internal import Markup
import Partitioning
internal import References

/// One version of an agreement, made ready for comparison: words as numbers, places as nodes.
///
/// What is no text is left out: wrapping, list markers, printed numbers, the style of quotation
/// marks, emphasis.
///
/// A class, because it is looked into for every word: a reference is passed on for free.
final class ComparedText: Sendable {
  let snapshot: AgreementSnapshot
  let agreement: Agreement
  let tokens: TokenList
  let nodes: [TextNode]
  /// The node of each provision.
  let nodeOfProvision: [Int32]
  let passages: [TextPassage]
  /// The stretches of the text that are references, in order.
  let references: [ReferencePart]
  /// For each token the index of the reference that it is a part of, else -1; empty where the text
  /// has no references.
  let referenceOfToken: [Int32]
  /// Whether a token is the number or letter of its reference; as long as ``referenceOfToken``.
  let isDesignator: [Bool]

  /// One link of a reference.
  struct ReferencePart: Sendable {
    var range: Range<Int32>
    var part: ResolvedReference.Part
    /// Whether it calls a place of a document by its number or name, and is no link of the
    /// author's.
    var isOfPlace: Bool
  }

  /// `table`: shared by both versions. `other`: the other version, numbered by it already.
  init(
    _ snapshot: AgreementSnapshot, numberedBy table: inout WordTable,
    after other: ComparedText? = nil
  ) {
    var builder = ComparedTextBuilder(snapshot, after: other)
    builder.build(numberedBy: &table)
    self.snapshot = snapshot
    agreement = snapshot.agreement
    tokens = builder.tokens
    nodes = builder.nodes
    nodeOfProvision = builder.nodeOfProvision
    passages = builder.passages
    references = builder.references
    referenceOfToken = builder.referenceOfToken
    isDesignator = builder.isDesignator
  }

  /// The same text with other nodes. `nodeOfProvision`: where they are others in number or order.
  init(_ other: ComparedText, nodes: [TextNode], nodeOfProvision: [Int32]? = nil) {
    snapshot = other.snapshot
    agreement = other.agreement
    tokens = other.tokens
    self.nodes = nodes
    self.nodeOfProvision = nodeOfProvision ?? other.nodeOfProvision
    passages = other.passages
    references = other.references
    referenceOfToken = other.referenceOfToken
    isDesignator = other.isDesignator
  }

  /// What a token is while places are looked for: numbers of references are all the same, because
  /// they follow the places.
  func comparedID(_ token: Int) -> Int32 {
    isDesignator.isEmpty || !isDesignator[token] ? tokens.ids[token] : -1
  }

  /// The reference that a token is a part of, or -1.
  func reference(at token: Int) -> Int {
    referenceOfToken.isEmpty ? -1 : Int(referenceOfToken[token])
  }

  /// Whether a token is the first of a paragraph, heading or cell.
  func startsPassage(_ token: Int) -> Bool {
    let index = passage(holding: Int32(token))
    return index < passages.count && passages[index].tokens.lowerBound == token
  }

  /// The passage that a token is in, or else the next one.
  ///
  /// - Complexity: O(log passages).
  func passage(holding token: Int32) -> Int {
    passages.partitioningIndex { $0.tokens.upperBound > token }
  }

  /// Whether a token is more than a sign that parts words.
  func says(_ token: Int32) -> Bool {
    switch tokens.words[Int(token)].kind {
    case .word, .number, .symbol, .blank: true
    case .sign, .stop, .quote: false
    }
  }
}
