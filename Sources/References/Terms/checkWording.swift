internal import Agreements
package import Diagnostics

/// Reports slips of drafting that a reader of the published page would stumble over: enumerations
/// that do not start with their first letter, headings that cannot be told apart, names of controls
/// that change between the clauses and the annexes, and periods without a number.
///
/// - Complexity: O(bytes of the text).
package func checkWording(
  of reading: AgreementReading, periods: [Period], _ table: TokenTable? = nil
) -> [Diagnostic] {
  var checker = WordingChecker(reading, table ?? reading.tokenTable())
  checker.check()
  return checker.diagnostics.diagnostics
    + checkOpenPeriods(periods, of: reading, topics: reading.context.catalogs.topics)
}

/// The name of a control as it is compared: its stems.
private struct ControlName {
  var text: String
  var stems: [UInt64]
}

struct WordingChecker: TokenReading {
  let vocabulary: Vocabulary
  let text: [UInt8]
  var tokenizer: Tokenizer
  let reading: AgreementReading
  private let mentions: [Mention]
  var diagnostics = DiagnosticList()
  /// Names of controls in headings and tables, by the stem of the word for control.
  private var titled: [[UInt64]] = []
  private var nextMention = 0

  /// Names beyond that many are not compared; schemes of controls have a dozen.
  private static let mostControls = 128

  init(_ reading: AgreementReading, _ table: TokenTable) {
    self.reading = reading
    mentions = reading.recognition.mentions
    vocabulary = reading.context.vocabulary
    text = table.text
    tokenizer = Tokenizer(table)
    for index in reading.agreement.provisions.indices
    where reading.agreement.provisions[index].kind == .section
      || reading.agreement.provisions[index].kind == .group
    {
      for control in controls(in: reading.agreement.provisions[index].title)
      where titled.count < Self.mostControls {
        if !titled.contains(control.stems) { titled.append(control.stems) }
      }
    }
  }

  mutating func check() {
    findEqualTitles()
    findEqualControls()
    for (number, passage) in reading.passages.enumerated() where passage.kind == .text {
      tokenizer.enter(number)
      if tokenizer.holds(.closeBracket) { checkEnumeration() }
      if titled.count > 2, tokenizer.holds(.control) { checkControls(passage) }
    }
  }

  // MARK: Titles

  private mutating func findEqualTitles() {
    struct Key: Hashable {
      var parent: Int32
      var title: UInt64
      /// What the title is where it has no words: a sign is not the same as another.
      var signs = ""
    }
    var firsts: [Key: Int32] = [:]
    let provisions = reading.agreement.provisions
    let wordless = TitleForms("".utf8, topics: reading.context.catalogs.topics).exact
    for index in provisions.indices {
      guard let forms = reading.index.titles[index], provisions[index].designation.isEmpty,
        provisions[index].kind == .section || provisions[index].kind == .group
      else { continue }
      let provision = provisions[index]
      let key = Key(
        parent: provision.parent, title: forms.exact,
        signs: forms.exact == wordless ? provision.title : "")
      guard let first = firsts[key] else {
        firsts[key] = Int32(index)
        continue
      }
      // Whoever labels both has told them apart.
      guard provision.label.isEmpty || provisions[Int(first)].label.isEmpty else {
        continue
      }
      guard diagnostics.hasRoom(for: .ambiguousTitle, .warning) else { continue }
      diagnostics.append(
        equalTitle(
          "'\(provision.title)' heads two places side by side; a citation of it fits both",
          at: Int32(index), first: first))
    }
  }

  /// The same control in two sections of an annex, unless the sections repeat the scheme of
  /// controls for two scopes.
  private mutating func findEqualControls() {
    struct Key: Hashable {
      var annex: Int32
      var title: UInt64
    }
    struct Pair: Hashable {
      var first: Int32
      var second: Int32
    }
    var firsts: [Key: Int32] = [:]
    var shared: [Pair: [(first: Int32, second: Int32)]] = [:]
    let provisions = reading.agreement.provisions
    for index in provisions.indices where provisions[index].kind == .group {
      let provision = provisions[index]
      guard let forms = reading.index.titles[index],
        reading.index.scopes[index] != Provision.none, !controls(in: provision.title).isEmpty
      else { continue }
      let key = Key(annex: reading.index.scopes[index], title: forms.exact)
      guard let first = firsts[key] else {
        firsts[key] = Int32(index)
        continue
      }
      let pair = Pair(first: provisions[Int(first)].parent, second: provision.parent)
      if pair.first != pair.second { shared[pair, default: []].append((first, Int32(index))) }
    }
    let alone = shared.values.filter { $0.count == 1 }.map { $0[0] }
    for (first, second) in alone.sorted(by: { $0.second < $1.second }) {
      let annex = provisions[Int(reading.index.scopes[Int(second)])].part
      diagnostics.append(
        equalTitle(
          "'\(provisions[Int(second)].title)' heads two places of '\(annex)'; a citation of it fits both",
          at: second, first: first))
    }
  }

  private func equalTitle(_ summary: String, at place: Int32, first: Int32) -> Diagnostic {
    Diagnostic(
      .ambiguousTitle, .warning, summary, at: reading.places.range(ofProvision: place),
      notes: [
        Diagnostic.Note("the first of them is here", at: reading.places.range(ofProvision: first))
      ], help: "name them apart, such as 'Physical access control' and 'System access control'")
  }

  // MARK: Enumerations

  /// `b) ...; c) ...` in a sentence without an `a)`.
  private mutating func checkEnumeration() {
    var letters: [(letter: UInt8, index: Int)] = []
    for index in 0..<(tokenizer.tokens.count - 1) {
      let token = token(index)
      guard token.kind == .word, token.length == 1, isGlued(.closeBracket, index + 1),
        token.hasSpaceBefore, !isSign(.openBracket, index - 1), !isInMention(token)
      else { continue }
      letters.append((text[Int(token.start)] | 0x20, index))
    }
    guard letters.count > 1, let first = letters.first, first.letter != UInt8(ascii: "a"),
      letters[1].letter == first.letter + 1
    else { return }
    let name = String(UnicodeScalar(first.letter))
    diagnostics.append(
      Diagnostic(
        .enumerationGap, .warning,
        "'\(name))' is the first of its enumeration; an enumeration starts with 'a)'",
        at: reading.places.range(of: textRange(first.index, first.index + 2)),
        help: "write the missing letter before the first point"))
  }

  private mutating func isInMention(_ token: Token) -> Bool {
    while nextMention < mentions.count, mentions[nextMention].textRange.upperBound <= token.start {
      nextMention += 1
    }
    return nextMention < mentions.count && mentions[nextMention].textRange.contains(token.start)
  }

  // MARK: Controls

  /// The names of controls in a title: `Order control, purpose limitation and segregation control`.
  private func controls(in title: String) -> [ControlName] {
    guard Self.mayNameControls(title) else { return [] }
    let bytes = Array(title.utf8)
    var cutter = Tokenizer()
    cutter.tokenize(bytes.span, from: 0, to: bytes.count)
    return controls(cutter.tokens, in: bytes, from: 0).map(\.name)
  }

  /// Whether a title has the letters of the word for control, of either language.
  private static func mayNameControls(_ title: String) -> Bool {
    var fitting = 0
    for byte in title.utf8 {
      if byte | 0x20 == ontrol[fitting] {
        fitting += 1
        if fitting == ontrol.count { return true }
      } else {
        fitting = byte | 0x20 == ontrol[0] ? 1 : 0
      }
    }
    return false
  }

  private static let ontrol = Array("ontrol".utf8)

  /// Whether a word, in small letters, is one for control, or a compound of it.
  static func isControl(_ letters: [UInt8], stem: UInt64) -> Bool {
    stem == controlStem || stem == kontrolleStem || isCompound(letters)
  }

  private static func isCompound(_ letters: [UInt8]) -> Bool {
    letters.count > 9 && letters[(letters.count - 9)...].elementsEqual("kontrolle".utf8)
  }

  private static let controlStem = stem(of: "control")
  private static let kontrolleStem = stem(of: "kontrolle")

  private static func stem(of word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    return WordStem.hash(of: bytes.span, from: 0, to: bytes.count)
  }

  private static func stem(of token: Token, in text: [UInt8]) -> UInt64 {
    WordStem.hash(of: text.span, from: Int(token.start), to: Int(token.end))
  }

  /// Runs of up to three words that end in `control`, or one German compound of `Kontrolle`.
  private func controls(
    _ tokens: PassageTokens, in text: [UInt8], from start: Int
  ) -> [(name: ControlName, start: Int, end: Int)] {
    var found: [(name: ControlName, start: Int, end: Int)] = []
    var first = start
    for index in start..<tokens.count {
      let token = tokens[index]
      guard token.kind == .word else {
        first = index + 1
        continue
      }
      // Only `control`, compounds of `Kontrolle` and the word that joins two names matter here.
      let initial = text[Int(token.start)] | 0x20
      guard initial == UInt8(ascii: "c") || token.length >= 9 || token.length == 3 else { continue }
      let bytes = text[Int(token.start)..<Int(token.end)]
      let lowered = WordStem.lowered(bytes)
      if lowered.elementsEqual("and".utf8) || lowered.elementsEqual("und".utf8) {
        first = index + 1
        continue
      }
      let stem = Self.stem(of: token, in: text)
      let isControl = stem == Self.controlStem || stem == Self.kontrolleStem
      let isCompound = Self.isCompound(lowered)
      guard isCompound || (isControl && index > first) else { continue }
      var from = isCompound ? index : max(first, index - 3)
      // `this control` and `diese beiden Kontrollen` point at a name and are none.
      while from < index, isPointer(tokens[from], in: text) { from += 1 }
      guard isCompound || from < index else { continue }
      let range = tokens[from].start..<token.end
      let stems = (from...index).map { Self.stem(of: tokens[$0], in: text) }
      let name = String(
        decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
      found.append((ControlName(text: name, stems: stems), from, index + 1))
      first = index + 1
    }
    return found
  }

  /// Whether a word only points at what it stands before.
  private func isPointer(_ token: Token, in text: [UInt8]) -> Bool {
    Self.pointers.contains {
      WordStem.lowered(text[Int(token.start)..<Int(token.end)]).elementsEqual($0)
    }
  }

  private static let pointers = [
    "this", "these", "that", "those", "the", "such", "each", "any", "all", "two", "both", "a", "an",
    "no", "diese", "dieser", "diesen", "die", "der", "den", "alle", "beiden", "jede", "solche",
  ].map { Array($0.utf8) }

  private mutating func checkControls(_ passage: Passage) {
    let found = controls(tokenizer.tokens, in: text, from: 0)
    if found.count >= 4 {
      checkList(found)
    } else if let first = found.first, first.start <= 1, passage.provision >= 0 {
      checkHeading(first, passage)
    }
  }

  private mutating func checkList(_ found: [(name: ControlName, start: Int, end: Int)]) {
    var reported: Set<[UInt64]> = []
    for control in found where reported.insert(control.name.stems).inserted {
      guard !titled.contains(where: { isSame($0, control.name.stems) }) else { continue }
      diagnostics.append(
        mismatch(
          "'\(control.name.text)' is listed among the controls, but heads none of their places",
          control.start, control.end))
    }
  }

  /// The first words under a heading that names controls, where they name another one.
  private mutating func checkHeading(
    _ control: (name: ControlName, start: Int, end: Int), _ passage: Passage
  ) {
    let provisions = reading.agreement.provisions
    var place = passage.provision
    while place != Provision.none, provisions[Int(place)].title.isEmpty {
      place = provisions[Int(place)].parent
    }
    guard place != Provision.none else { return }
    let own = controls(in: provisions[Int(place)].title)
    guard !own.isEmpty, !own.contains(where: { isSame($0.stems, control.name.stems) }) else {
      return
    }
    diagnostics.append(
      mismatch(
        "'\(control.name.text)' is not the control that the heading '\(provisions[Int(place)].title)' "
          + "names", control.start, control.end))
  }

  /// Whether one name ends as the other does: `physical access control` is an `access control`.
  private func isSame(_ left: [UInt64], _ right: [UInt64]) -> Bool {
    let count = min(left.count, right.count)
    return left.suffix(count).elementsEqual(right.suffix(count))
  }

  private func mismatch(_ summary: String, _ start: Int, _ end: Int) -> Diagnostic {
    Diagnostic(
      .controlNameMismatch, .warning, summary, at: reading.places.range(of: textRange(start, end)),
      help: "call a control by one name throughout")
  }
}

extension Diagnostic.Code {
  package static let ambiguousTitle = Self(rawValue: "ambiguous-title")
  package static let enumerationGap = Self(rawValue: "enumeration-gap")
  package static let controlNameMismatch = Self(rawValue: "control-name-mismatch")
}
