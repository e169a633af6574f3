// What stands in brackets and tells what to write there: `[Insert name]`, `[bitte ergänzen]`,
// `<date>`, `[[OWNER: name of the firm]]`.

extension BlankScanner {
  /// The placeholder whose bracket opens at `index`: where its bracket ends, and the words in it
  /// that name what is missing, which may be none, as in `[TBD]`.
  ///
  /// Words in brackets are a placeholder only where they ask for something or name what forms ask
  /// for: `[sic]`, `[the Controller]` and `[Annex 2]` do neither.
  func placeholder(at index: Int, count: Int) -> (nameStart: Int, nameEnd: Int, end: Int)? {
    if isSign(.openSquare, index), isGlued(.openSquare, index + 1) {
      return doublePlaceholder(at: index, count: count)
    }
    return singlePlaceholder(at: index, count: count)
  }

  /// What stands in double brackets: what would be a placeholder in single ones, and what begins
  /// with capital letters, as `[[CUSTOMER]]` and `[[OWNER: legal form]]` do; `[[Some page]]` is a
  /// link of many editors.
  private func doublePlaceholder(
    at index: Int, count: Int
  ) -> (nameStart: Int, nameEnd: Int, end: Int)? {
    if var found = singlePlaceholder(at: index + 1, count: count) {
      guard isGlued(.closeSquare, found.end) else { return nil }
      found.end += 1
      return found
    }
    let start = index + 2
    var end = start
    while end < min(count, start + Self.longestPlaceholder), !isSign(.closeSquare, end),
      !isSign(.openSquare, end)
    {
      end += 1
    }
    guard isSign(.closeSquare, end), isGlued(.closeSquare, end + 1), end + 1 < count,
      isInCapitals(from: start, to: end)
    else { return nil }
    return (start, end, end + 2)
  }

  /// Whether all words up to a colon, or up to the end, are of capital letters; one of few letters
  /// is an abbreviation and needs the colon.
  private func isInCapitals(from start: Int, to end: Int) -> Bool {
    var letters = 0
    for index in start..<end {
      let token = token(index)
      if token.kind == .word, token.isAllCapitals {
        letters += token.length
      } else if letters == 0 {
        return false
      } else if token.isSign(.colon) {
        return true
      } else if token.kind != .number && !token.isSign(.underscore) && !Self.isJoint(token) {
        return false
      }
    }
    return letters > Self.longestAbbreviation
  }

  /// In bytes.
  private static let longestAbbreviation = 5

  private func singlePlaceholder(
    at index: Int, count: Int
  ) -> (nameStart: Int, nameEnd: Int, end: Int)? {
    let close: Sign
    if isSign(.openSquare, index) {
      close = .closeSquare
    } else if isSign(.less, index) {
      close = .greater
    } else {
      return nil
    }
    let start = index + 1
    let limit = min(count, start + Self.longestPlaceholder)
    var end = start
    var words = 0
    // What is asked for may be explained: `insert date (DD.MM.YYYY)`.
    let isAsked = isRequest(start)
    while end < limit, !isSign(close, end) {
      let token = token(end)
      let isPart =
        token.kind == .word || (end > start && Self.isJoint(token))
        || (isAsked
          && (token.kind == .number || token.isSign(.openBracket) || token.isSign(.closeBracket)))
      guard isPart else { return nil }
      if token.kind == .word { words += 1 }
      end += 1
    }
    guard words > 0, end < limit else { return nil }
    var first = start
    var last = end
    if let asked = endOfAsking(from: start, to: end) { first = asked }
    while last > first, isRequest(last - 1) || Self.isJoint(token(last - 1)) { last -= 1 }
    if first > start || last < end {
      // `insert the name here`
      while first < last, isArticle(first) { first += 1 }
      return (first, last, end + 1)
    }
    return end - start <= Self.longestField && namesField(from: start, to: end)
      ? (start, end, end + 1) : nil
  }

  /// In words and signs.
  private static let longestPlaceholder = 40
  private static let longestField = 14

  private static func isJoint(_ token: Token) -> Bool {
    token.isSign(.comma) || token.isSign(.slash) || token.isSign(.dash) || token.isSign(.point)
      || token.isSign(.colon) || token.isSign(.ampersand)
  }

  /// The index behind words that ask for something at `start`: `insert`, `please add`, `to be`.
  private func endOfAsking(from start: Int, to end: Int) -> Int? {
    var index = start
    if Self.courtesies[token(start).hash] != 0 {
      // `please add the date`; but not `please note`.
      index += 1
      guard index < end else { return nil }
      if Self.otherRequests[token(index).hash] != 0 { return index + 1 }
      guard isRequest(index) || isRequest(end - 1) else { return nil }
    }
    while index < end, isRequest(index) || (index > start && Self.isJoint(token(index))) {
      index += 1
    }
    if index > start { return index }
    // `to be completed`
    let isToBe = token(start).hash == Self.toWord && token(start + 1).hash == Self.beWord
    return isToBe && start + 2 < end ? end : nil
  }

  private func isRequest(_ index: Int) -> Bool {
    token(index).kind == .word && Self.requests[token(index).hash] != 0
  }

  private func isArticle(_ index: Int) -> Bool { role(ofWord: index) == .the }

  func role(ofWord index: Int) -> WordRole.Kind {
    token(index).kind == .word ? vocabulary.roleOfWord(hash: token(index).hash).kind : .none
  }

  /// Whether words name what forms ask for: `company name`, `Ort, Datum`, `name of the customer`.
  func namesField(from start: Int, to end: Int) -> Bool {
    let isFirst = isField(start)
    if isFirst, end == start + 1 { return true }
    if isFirst, Self.isJoint(token(start + 1)) || isJoining(start + 1) { return true }
    guard isField(end - 1) else { return false }
    for index in start..<(end - 1) where token(index).kind == .word {
      switch role(ofWord: index) {
      case .none, .and, .adjective, .foreign, .newVersion, .oldVersion, .ownName, .calendar,
        .working, .businessDay, .werktag:
        continue
      default: return false
      }
    }
    return true
  }

  private func isJoining(_ index: Int) -> Bool {
    switch role(ofWord: index) {
    case .of, .and, .the: true
    default: token(index).hash == Self.forWord
    }
  }

  private func isField(_ index: Int) -> Bool {
    let token = token(index)
    guard token.kind == .word else { return false }
    return Self.fields[token.hash] != 0
      || (token.length > 6 && Self.fieldEndings.contains { ends(token, with: $0) })
  }

  /// German makes names of fields by composition: `Kundenname`, `Vertragsnummer`.
  private func ends(_ token: Token, with ending: [UInt8]) -> Bool {
    guard token.length > ending.count else { return false }
    let start = Int(token.end) - ending.count
    return ending.indices.allSatisfy { text[start + $0] | 0x20 == ending[$0] }
  }

  private static let toWord = WordHash.of("to")
  private static let beWord = WordHash.of("be")
  private static let forWord = WordHash.of("for")

  /// Words that ask for something to be written, or say that it is still missing.
  private static let requests = WordTable(of: [
    "insert", "enter", "specify", "fill", "tbd", "tbc", "tba", "xx", "xxx", "xxxx",
    "placeholder", "einfügen", "einsetzen", "eintragen", "ergänzen", "ausfüllen",
    "angeben",
    "einzufügen", "einzusetzen", "einzutragen", "auszufüllen", "platzhalter",
  ])

  private static let courtesies = WordTable(of: ["please", "bitte"])
  private static let otherRequests = WordTable(of: [
    "add", "complete", "provide", "describe", "list", "state", "indicate", "select", "choose",
    "wählen", "auswählen",
  ])

  private static let fields = WordTable(of: [
    "name", "names", "date", "dates", "address", "place", "city", "country", "title", "position",
    "signature", "email", "e-mail", "mail", "phone", "telephone", "fax", "number", "amount",
    "price",
    "company", "contact", "url", "website", "currency", "jurisdiction", "namen", "datum",
    "anschrift",
    "adresse", "ort", "stadt", "land", "firma", "unterschrift", "telefon", "nummer", "betrag",
    "preis",
    "ansprechpartner", "unternehmen", "anzahl", "funktion", "titel", "straße", "plz",
  ])
  private static let fieldEndings = ["name", "nummer", "datum", "adresse", "anschrift"].map {
    Array($0.utf8)
  }
}
