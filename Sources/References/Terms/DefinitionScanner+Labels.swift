extension DefinitionScanner {
  /// A label at the start of a clause, item or row.
  mutating func readLabel(isFirst: Bool) {
    // What heads a column of a table says what stands below it, and has no meaning of its own.
    let isPlaceOfTerms =
      !passage.isHead
      && ((passage.provision >= 0 && isDefining[Int(passage.provision)]) || isTableOfTerms)
    if let end = endOfBold() {
      let isDefined = kind(end) == .means || kind(end) == .referred || isMeaning(at: end)
      let begins = isFirst || passage.kind == .text
      let isHere =
        isPlaceOfTerms && (begins && isLabelEnd(at: end) || kind(end) == .be)
        && !namesDefinitions(to: end) && !introducesRemark(to: end)
      if isDefined || isHere {
        addLabel(textRange(quoteSkipped(0), unquoted(end)))
        return
      }
      if readBoldList(behind: end) { return }
    }
    guard isPlaceOfTerms, isFirst, passage.kind == .text || passage.kind == .cell else { return }
    guard !token(0).isQuote, !namesDefinitions(to: 1) else { return }
    // `Personal data (see Article 4 ...)`, `Personal data: any information ...`
    var end = 0
    while end < 6, token(end).kind == .word || (isSign(.dash, end) && !token(end).hasSpaceBefore) {
      if kind(end) == .means || kind(end) == .be || kind(end) == .modal { break }
      // `In this agreement the following terms have the meaning ...`
      if kind(end) == .within || kind(end) == .this || (kind(end) == .the && end > 0) { return }
      end += 1
    }
    guard end > 0, token(0).isCapitalised else { return }
    let isCell = passage.kind == .cell && token(end).kind == .end && isFirst
    // `In this agreement:` leads on to a list.
    let leadsOn = isSign(.colon, end) && token(end + 1).kind == .end
    guard !leadsOn, !introducesRemark(to: end),
      isLabelEnd(at: end) || isCell
        || ((kind(end) == .means || isMeaning(at: end)) && !body(end).hasPrefix("include"))
    else { return }
    addLabel(textRange(0, end))
  }

  /// `**X**, **Y** and **Z** have the meanings given in ...`: all of them.
  private mutating func readBoldList(behind end: Int) -> Bool {
    var ranges = [textRange(quoteSkipped(0), unquoted(end))]
    var next = end
    var bold = nextBold + 1
    while ranges.count < 24, bold < self.bold.count {
      var start = isGlued(.comma, next) ? next + 1 : next
      if kind(start) == .and { start += 1 }
      guard start > next, token(start).start >= self.bold[bold].lowerBound,
        token(start).end <= self.bold[bold].upperBound
      else { break }
      next = start
      while token(next).kind != .end, token(next).start < self.bold[bold].upperBound { next += 1 }
      ranges.append(textRange(quoteSkipped(start), next))
      bold += 1
    }
    guard ranges.count > 1, kind(next) == .means || isMeaning(at: next) else { return false }
    for range in ranges { addLabel(range) }
    return true
  }

  /// The index behind bold words that the passage begins with.
  private mutating func endOfBold() -> Int? {
    while nextBold < bold.count, bold[nextBold].lowerBound < passage.start { nextBold += 1 }
    guard nextBold < bold.count, token(0).kind != .end,
      bold[nextBold].lowerBound <= token(0).start, bold[nextBold].upperBound <= passage.end
    else { return nil }
    let end = bold[nextBold].upperBound
    var index = 0
    while index < 12, token(index).kind != .end, token(index).start < end { index += 1 }
    return index > 0 && index < 12 ? index : nil
  }

  /// Whether a label before `end` is what a place of definitions is called, and no term of it.
  private func namesDefinitions(to end: Int) -> Bool {
    (0..<min(end, 4)).contains {
      begins($0, with: Self.definition) || begins($0, with: Self.begriff)
    } && kind(end) != .means
  }

  /// Whether a label before `end` says what kind of text follows, in any place: `Short version:`.
  private func introducesRemark(to end: Int) -> Bool {
    var words: [UInt64] = []
    for index in 0..<end where token(index).kind == .word { words.append(token(index).hash) }
    return words.count <= 2 && Self.remarks.contains(words)
  }

  private static let remarks: Set<[UInt64]> = Set(
    [
      "short version", "long version", "summary", "in short", "note", "notes", "please note",
      "example", "examples", "important", "tip", "kurzfassung", "langfassung", "zusammenfassung",
      "kurz gesagt", "hinweis", "hinweise", "anmerkung", "anmerkungen", "beispiel", "beispiele",
      "wichtig",
    ].map { phrase in phrase.split(separator: " ").map { WordHash.ofLowered($0.utf8) } })

  private static let definition = Array("definitions".utf8)
  private static let begriff = Array("begriffsbestimmung".utf8)

  private func quoteSkipped(_ index: Int) -> Int { token(index).isQuote ? index + 1 : index }

  /// The index behind the last word of a label that may end in a quotation mark or point.
  private func unquoted(_ end: Int) -> Int {
    var end = end
    while end > 1, token(end - 1).kind == .sign { end -= 1 }
    return end
  }

  private func isLabelEnd(at index: Int) -> Bool {
    isSign(.openBracket, index) || isSign(.colon, index) || isSign(.colon, index - 1)
      || isSign(.point, index - 1) || (isSign(.dash, index) && token(index).hasSpaceBefore)
  }

  /// `shall mean`, `has the meaning`, `is understood to mean`, `are those`.
  func isMeaning(at index: Int) -> Bool {
    for next in index..<(index + 5) {
      if kind(next) == .means { return true }
      guard token(next).kind == .word,
        kind(next) == .modal || kind(next) == .be || kind(next) == .the || kind(next) == .to
          || kind(next) == .none
      else { return false }
    }
    return false
  }
}
