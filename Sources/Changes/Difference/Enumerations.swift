/// The lists that got longer or shorter, or stand in another order, whose items end in other words
/// for that reason alone.
///
/// `b) replaced companies and` is `b) replaced companies,` once another item follows; what joins
/// the items is the same.
struct Enumerations: Sendable {
  /// The new nodes that hold such a list.
  private var lists: Set<Int32> = []
  private let old: ComparedText
  private let new: ComparedText
  private let alignment: Alignment
  /// By new node: whether what joins the items of a list is the same in both versions, where it was
  /// asked for.
  private var joinedAlike: [Int32: Bool] = [:]

  init(_ old: ComparedText, _ new: ComparedText, _ alignment: Alignment) {
    self.old = old
    self.new = new
    self.alignment = alignment
    // Of each list, where the item before stood.
    var previous: [Int32: Int] = [:]
    for node in new.nodes.indices where Self.isItem(new.nodes[node]) {
      let (parent, source) = (new.nodes[node].parent, Int(alignment.oldOf[node]))
      if source < 0 || alignment.newOf[Int(old.nodes[source].parent)] != parent
        || source < previous.updateValue(source, forKey: parent) ?? 0
      {
        lists.insert(parent)
      }
    }
    for node in old.nodes.indices where Self.isItem(old.nodes[node]) {
      let (list, target) = (alignment.newOf[Int(old.nodes[node].parent)], alignment.newOf[node])
      guard list >= 0, target < 0 || new.nodes[Int(target)].parent != list else { continue }
      lists.insert(list)
    }
  }

  /// Whether a new place is an item of such a list.
  mutating func hold(_ node: TextNode) -> Bool {
    guard Self.isItem(node), lists.contains(node.parent) else { return false }
    if let known = joinedAlike[node.parent] { return known }
    let isAlike = isJoinedAlike(node.parent)
    joinedAlike[node.parent] = isAlike
    return isAlike
  }

  private func isJoinedAlike(_ list: Int32) -> Bool {
    let before = alignment.oldOf[Int(list)]
    guard before >= 0 else { return false }
    let (was, isNow) = (Self.joints(of: before, in: old), Self.joints(of: list, in: new))
    return was.isEmpty || isNow.isEmpty || was == isNow
  }

  /// Whether all that was marked is how an item ends: signs, `and`, `or`.
  static func areEnds(_ text: MarkedText) -> Bool {
    func isEnd(_ piece: Range<Int>, _ words: [MarkedText.Word]) -> Bool {
      words[piece].allSatisfy { !$0.isWord && $0.kind != .symbol || joints[$0.lower] != nil }
        && !words[piece.upperBound...].contains(where: \.isWord)
    }
    return !text.pieces.isEmpty
      && text.pieces.allSatisfy { isEnd($0.old, text.old) && isEnd($0.new, text.new) }
  }

  /// Whether all that was marked is what joins things that all hold, such as signs and `and`, the
  /// capitals behind it, articles, and whom both speak of, who is named again: `Visitors sign in and are
  /// collected`, `Visitors sign in. Visitors are collected.`
  static func areJoints(_ text: MarkedText) -> Bool {
    func said(_ words: ArraySlice<MarkedText.Word>) -> [String] {
      words.filter {
        $0.kind == .symbol
          || $0.isWord && joints[$0.lower] != .all && !TypedWords.articles.contains($0.lower)
      }.map(\.lower)
    }
    func isSubject(
      _ said: [String], at piece: Range<Int>, of words: [MarkedText.Word]
    ) -> Bool {
      said.count <= mostSubjectWords
        && words[..<piece.lowerBound].lazy.filter {
          $0.isWord && !TypedWords.articles.contains($0.lower)
        }.prefix(said.count).map(\.lower) == said
        && piece.upperBound < words.endIndex && words[piece.upperBound].isWord
    }
    return !text.pieces.isEmpty
      && text.pieces.allSatisfy { piece in
        let (before, after) = (said(text.old[piece.old]), said(text.new[piece.new]))
        return before == after || before.isEmpty && isSubject(after, at: piece.new, of: text.new)
          || after.isEmpty && isSubject(before, at: piece.old, of: text.old)
      }
  }

  /// Whether a joint came or went of which one thing is enough: `or`.
  static func offersChoice(_ text: MarkedText) -> Bool {
    text.pieces.contains { piece in
      text.old[piece.old].contains { joints[$0.lower] == .any }
        || text.new[piece.new].contains { joints[$0.lower] == .any }
    }
  }

  /// Whether two words are forms of one verb, for one and for several: `is`, `are`.
  static func areOneVerb(_ left: String, _ right: String) -> Bool {
    numbersOfVerbs[left] == right || numbersOfVerbs[right] == left
      || left + "s" == right && left.utf8.count > 2 || right + "s" == left && right.utf8.count > 2
  }

  private static let numbersOfVerbs: [String: String] = [
    "is": "are", "was": "were", "has": "have", "does": "do", "ist": "sind", "wird": "werden",
    "hat": "haben", "war": "waren", "wurde": "wurden", "gilt": "gelten", "kann": "können",
    "darf": "dürfen", "muss": "müssen", "soll": "sollen", "bleibt": "bleiben",
    "erfolgt": "erfolgen", "richtet": "richten",
  ]

  private static let mostSubjectWords = 4

  private enum Joint { case all, any }

  private static let joints: [String: Joint] = [
    "and": .all, "und": .all, "sowie": .all, "or": .any, "oder": .any,
  ]
  /// In bytes.
  private static let longestJoint = 5

  private static func isItem(_ node: TextNode) -> Bool {
    node.shape == .text && node.role == .place
  }

  /// What the items of a list are joined by.
  private static func joints(of list: Int32, in text: ComparedText) -> Set<Joint> {
    var found: Set<Joint> = []
    var node = Int(list) + 1
    while node < Int(text.nodes[Int(list)].end) {
      if isItem(text.nodes[node]) {
        let last = text.nodes[node].tokens.suffix(2).last {
          text.tokens.words[Int($0)].kind == .word
        }
        if let last, text.tokens.words[Int(last)].bytes.count <= longestJoint,
          let joint = joints[text.words(of: last..<last + 1).lowercased()]
        {
          found.insert(joint)
        }
      }
      node = Int(text.nodes[node].end)
    }
    return found
  }
}
