internal import Agreements
internal import Frontmatter
internal import Markup

/// Finds what an agreement leaves for the other party to fill in.
///
/// Lines of underscores or dots, brackets that hold nothing but a bullet or that say what to write
/// there, labels with nothing behind them (`Telephone:`, where no value follows in the next line
/// either), and the empty cells of tables that nobody has signed.
///
/// - Complexity: O(bytes of the text).
package func findBlanks(in reading: AgreementReading, _ table: TokenTable? = nil) -> [Blank] {
  var scanner = BlankScanner(reading, table ?? reading.tokenTable())
  for (number, passage) in reading.passages.enumerated() {
    switch passage.kind {
    case .text, .cell: scanner.scan(passage, number: number)
    // `The wording is:` above a quotation
    case .quotation: scanner.dropLabel()
    case .heading, .footnote: scanner.endLabels()
    }
  }
  scanner.endLabels()
  scanner.readSignatureTables(in: reading)
  scanner.readTags(in: reading)
  let parties = reading.agreement.metadata.parties.filter(\.isBlank).map { party in
    Blank(
      kind: .party, label: party.definedAs?.value ?? party.role.rawValue, textRange: 0..<0,
      provision: Provision.none)
  }
  return parties + scanner.found.sorted { $0.textRange.lowerBound < $1.textRange.lowerBound }
}

struct BlankScanner: TokenReading {
  let vocabulary: Vocabulary
  private(set) var text: [UInt8]
  var tokenizer: Tokenizer
  var found: [Blank] = []
  /// A label whose value may still come, in the next line or paragraph.
  private var pending: Blank?

  let agreement: Agreement
  /// Tells which passages have a line that ends in a colon, or a sign that blanks are made of.
  private let table: TokenTable
  private var last = Passage(kind: .heading, provision: -1, node: 0, start: 0, end: 0)
  /// Whether the label is the first text of its clause.
  private var isFirst = false

  init(_ reading: AgreementReading, _ table: TokenTable) {
    agreement = reading.agreement
    vocabulary = reading.context.vocabulary
    text = table.text
    tokenizer = Tokenizer()
    self.table = table
  }

  mutating func scan(_ passage: Passage, number: Int) {
    enter(passage)
    defer { last = passage }
    guard pending != nil || table.holds(.blank, in: number) else { return }
    var start = Int(passage.start)
    let end = Int(passage.end)
    // Labels stand one a line, as paragraphs or as lines of one.
    while start < end {
      let lineEnd = text[start..<end].firstIndex(of: 0x0A) ?? end
      scanLine(start, lineEnd, passage)
      start = lineEnd + 1
    }
  }

  /// Decides on a label before the next passage: the head of what its clause goes on with is no
  /// blank, and a value stands in the same clause or the next paragraph.
  private mutating func enter(_ passage: Passage) {
    defer { isFirst = passage.provision != last.provision }
    guard let label = pending, label.provision >= 0 else { return }
    let provision = agreement.provisions[Int(label.provision)]
    let isInside = passage.provision >= label.provision && passage.provision < provision.end
    if provision.kind == .row {
      // `| Name: | Fern Ltd |`: the value stands in the next cell.
      if passage.provision != label.provision { endLabels() }
    } else if provision.kind != .paragraph {
      if isInside && isFirst {
        pending = nil
      } else if passage.provision != label.provision {
        endLabels()
      }
    }
  }

  mutating func endLabels() {
    if let label = pending { found.append(label) }
    pending = nil
  }

  mutating func dropLabel() { pending = nil }

  private mutating func scanLine(_ start: Int, _ end: Int, _ passage: Passage) {
    let text = text
    tokenizer.tokenize(text.span, from: start, to: end)
    let count = tokenizer.tokens.count - 1
    guard count > 0 else { return }
    if passage.kind == .text || isLabelCell(passage, count: count), let label = label(count: count)
    {
      endLabels()
      pending = Blank(
        kind: .label, label: label, textRange: textRange(0, count), provision: passage.provision)
      return
    }
    // What stands in a table is the value, however long.
    if passage.kind == .cell { pending = nil }
    // A value is short; `and`, or a sentence that leads on to something else, is none.
    if (count == 1 && vocabulary.roleOfWord(hash: token(0).hash).kind == .and) || count > 12
      || isSign(.colon, count - 1)
    {
      endLabels()
    }
    pending = nil
    readLines(count: count, in: passage)
  }

  /// Whether a cell can be a label: a row with no other cell is one only where it names what forms
  /// ask for, as in `| Date: | |`, and else a heading over other rows.
  private func isLabelCell(_ passage: Passage, count: Int) -> Bool {
    guard !passage.isHead else { return false }
    guard passage.provision >= 0, agreement.provisions[Int(passage.provision)].kind == .group
    else { return true }
    return count > 1 && namesField(from: 0, to: count - 1)
  }

  /// `Telephone:`, `Mr / Ms:`, `Place, date:`: up to three words and a colon.
  private func label(count: Int) -> String? {
    guard isSign(.colon, count - 1), count > 1, count <= 8 else { return nil }
    var words = 0
    for index in 0..<(count - 1) {
      let token = token(index)
      switch token.kind {
      case .word: words += 1
      case .sign where token.isSign(.dash) || token.isSign(.slash) || token.isSign(.point): break
      case .sign where token.isSign(.comma) && namesField(from: 0, to: index): break
      default: return nil
      }
    }
    guard words > 0, words <= 3, token(0).isCapitalised else { return nil }
    return name(0, count - 1)
  }

  func name(_ start: Int, _ end: Int) -> String {
    let range = textRange(start, end)
    return String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }

  private mutating func readLines(count: Int, in passage: Passage) {
    var index = 0
    var words = BlankWords()
    while index < count {
      // Nearly all tokens are words, and blanks are made of signs.
      guard tokenizer.tokens[index].kind == .sign else {
        index += 1
        continue
      }
      if let placeholder = placeholder(at: index, count: count) {
        let isNamed = placeholder.nameStart < placeholder.nameEnd
        found.append(
          Blank(
            kind: .placeholder,
            label: isNamed
              ? name(placeholder.nameStart, placeholder.nameEnd)
              : label(words, of: index..<placeholder.end),
            textRange: textRange(index, placeholder.end), provision: passage.provision))
        index = placeholder.end
        words = BlankWords(start: index)
        continue
      }
      guard let end = endOfBlank(at: index, count: count) else {
        if isSign(.semicolon, index) || isGlued(.point, index) || isSign(.comma, index) {
          enter(&words, behind: index)
        }
        index += 1
        continue
      }
      guard !leadsToPage(from: index, to: end, count: count) else { return }
      found.append(
        Blank(
          kind: .line, label: label(words, of: index..<end), textRange: textRange(index, end),
          provision: passage.provision))
      index = end
      words = BlankWords(start: end)
    }
  }

  /// Whether dots lead from words to the number of a page, as in a table of contents.
  private func leadsToPage(from start: Int, to end: Int, count: Int) -> Bool {
    start > 0 && end == count - 1 && token(end).kind == .number
      && !isSign(.underscore, start) && !isSign(.colon, start - 1)
  }

  /// The end of a run of underscores, dots or ellipses, or of a bracket with a bullet.
  private func endOfBlank(at index: Int, count: Int) -> Int? {
    let first = token(index)
    // `[…]` is what a quotation leaves out.
    if first.isSign(.openSquare) {
      var end = index + 1
      while end < count, Self.isFiller(token(end)) { end += 1 }
      guard isSign(.closeSquare, end), end < count else { return nil }
      // `[      ]`; `[ ]` is the box of a task.
      let isWide = token(end).start - token(index).end >= Self.leastSpaces
      return end > index + 1 || isWide ? end + 1 : nil
    }
    let least: Int
    if first.isSign(.underscore) {
      least = 3
    } else if first.isSign(.point) {
      least = 4
    } else if first.isSign(.ellipsis) {
      least = 2
    } else {
      return nil
    }
    var end = index + 1
    // `. . . .`
    let isSpaced =
      first.isSign(.point) && isSign(.point, index + 1) && token(index + 1).hasSpaceBefore
    while end < count, token(end).kind == .sign, token(end).word == first.word,
      token(end).hasSpaceBefore == isSpaced
    {
      end += 1
    }
    return end - index >= least ? end : nil
  }

  /// What stands in brackets for words: `[●]`, `[__]`, `[*]`, `[#]`.
  private static func isFiller(_ token: Token) -> Bool {
    token.isSign(.bullet) || token.isSign(.underscore) || token.isSign(.asterisk)
      || token.isSign(.hash)
  }

  /// In bytes.
  private static let leastSpaces: Int32 = 3

  /// Placeholders in angle brackets, which Markdown takes for HTML: `<name>`.
  mutating func readTags(in reading: AgreementReading) {
    let tree = agreement.tree
    // Running text has none of the tags.
    text = tree.text
    for node in tree.nodes where node.kind == .htmlInline && node.value == 0 {
      guard (3...Self.longestTag).contains(node.textEnd - node.textStart),
        let passage = reading.places.passage(holding: node.textStart)
      else { continue }
      tokenizer.tokenize(tree.text.span, from: Int(node.textStart), to: Int(node.textEnd))
      guard let found = placeholder(at: 0, count: tokenizer.tokens.count - 1) else { continue }
      self.found.append(
        Blank(
          kind: .placeholder, label: name(found.nameStart, found.nameEnd),
          textRange: node.textStart..<node.textEnd,
          provision: reading.passages[passage].provision))
    }
  }

  /// In bytes.
  private static let longestTag: Int32 = 80
}
