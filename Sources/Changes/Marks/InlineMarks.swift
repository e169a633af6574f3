internal import Agreements
internal import Markup

/// All that is marked in one version of a text, by the words and places that carry it.
///
/// Marks are no words: places are found and words are compared without them. Of a text without any,
/// nothing is kept.
struct InlineMarks: Sendable {
  /// What a mark covers of a word.
  struct Touch: Sendable {
    /// An index of ``marks``.
    var mark: Int32
    var kind: InlineMark.Kind
    /// Of the tree's text.
    var bytes: Range<Int32>
  }

  /// The text of a footnote.
  struct Definition: Sendable {
    var node: Int32
    /// The numbers of its words in the table that both versions share.
    var words: [Int32]
  }

  private(set) var marks: [InlineMark] = []
  /// In the order of the words.
  private var touches: [Touch] = []
  /// For each word, where its touches begin, and at last where they end; empty where nothing is
  /// marked.
  private var touchStarts: [Int32] = []
  /// By node, in the order of the text.
  private(set) var boxes: [Int32: [TaskBox]] = [:]
  private(set) var footnotes: [Int32: [FootnoteMark]] = [:]
  /// By number.
  private(set) var definitions: [Int32: Definition] = [:]
  /// The nodes that carry any.
  private(set) var nodes: Set<Int32> = []

  init(_ text: ComparedText) {
    let found = FoundMarks(in: text.agreement.tree)
    guard !found.isEmpty else { return }
    let places = BytePlaces(text)
    marks = found.marks
    readTouches(text, places)
    for task in found.tasks {
      guard let passage = places.firstPassage(in: task.bytes),
        let token = text.passages[passage].tokens.first
      else { continue }
      let node = places.nodeOfPassage[passage]
      boxes[node, default: []].append(
        TaskBox(isTicked: task.isTicked, token: token, words: text.passages[passage].tokens))
      nodes.insert(node)
    }
    for reference in found.references {
      guard let passage = places.passage(endingAt: reference.byte) else { continue }
      let node = places.nodeOfPassage[passage]
      let token = places.word(before: reference.byte, in: passage)
      footnotes[node, default: []].append(FootnoteMark(number: reference.number, token: token))
      nodes.insert(node)
    }
    for definition in found.definitions {
      var words: [Int32] = []
      var first: Int32?
      places.forEachToken(in: definition.bytes) { token, node in
        words.append(text.tokens.ids[Int(token)])
        if first == nil { first = node }
      }
      if let first { definitions[definition.number] = Definition(node: first, words: words) }
    }
  }

  private mutating func readTouches(_ text: ComparedText, _ places: BytePlaces) {
    guard !marks.isEmpty else { return }
    var found: [(token: Int32, touch: Touch)] = []
    touchStarts = [Int32](repeating: 0, count: text.tokens.count + 1)
    for (index, mark) in marks.enumerated() {
      places.forEachToken(in: mark.bytes) { token, node in
        let word = text.tokens.words[Int(token)]
        let bytes = max(word.start, mark.bytes.lowerBound)..<min(word.end, mark.bytes.upperBound)
        found.append((token, Touch(mark: Int32(index), kind: mark.kind, bytes: bytes)))
        touchStarts[Int(token) + 1] += 1
        nodes.insert(node)
      }
    }
    guard let any = found.first?.touch else { return }
    for index in 1..<touchStarts.count { touchStarts[index] += touchStarts[index - 1] }
    touches = [Touch](repeating: any, count: found.count)
    var next = touchStarts
    for (token, touch) in found {
      touches[Int(next[Int(token)])] = touch
      next[Int(token)] += 1
    }
  }

  func isMarked(_ token: Int32) -> Bool {
    !touchStarts.isEmpty && touchStarts[Int(token)] < touchStarts[Int(token) + 1]
  }

  /// Whether a word is struck out, or a part of it.
  func isStruck(_ token: Int32) -> Bool { !touches(token, .struck).isEmpty }

  /// What marks of a kind cover of a word, in the order of its letters.
  func touches(_ token: Int32, _ kind: InlineMark.Kind) -> [Touch] {
    guard isMarked(token) else { return [] }
    return touches[Int(touchStarts[Int(token)])..<Int(touchStarts[Int(token) + 1])]
      .filter { $0.kind == kind }
  }
}
