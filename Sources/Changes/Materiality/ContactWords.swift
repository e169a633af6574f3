/// Tells whether what changed is how somebody is reached.
enum ContactWords {
  /// `isBesideContacts`: whether the place is one of a list that has addresses or telephone numbers,
  /// so that a name in it is one of a person.
  static func areContacts(
    _ text: MarkedText, label: String, isBesideContacts: () -> Bool
  ) -> Bool {
    // Where punctuation alone changed, nobody is reached otherwise than before.
    guard
      text.pieces.contains(where: { piece in
        text.old[piece.old].contains(where: \.isWord)
          || text.new[piece.new].contains(where: \.isWord)
      })
    else { return false }
    if labels.contains(where: { label.hasPrefix($0) }) { return true }
    var isBeside: Bool?
    return text.pieces.allSatisfy { piece in
      if !piece.old.isEmpty, !piece.new.isEmpty, saysAddresses(text.old[piece.old]),
        saysAddresses(text.new[piece.new])
      {
        return true
      }
      let (words, place) =
        piece.new.isEmpty
        ? (text.old, piece.old.lowerBound) : (text.new, piece.new.lowerBound)
      switch labelOfLine(words, place) {
      case .contact: return true
      case .name:
        let answer = isBeside ?? (beginsLineWithContact(text.new) || isBesideContacts())
        isBeside = answer
        return answer
      case nil: return false
      }
    }
  }

  /// Whether all that changed is what stands before the colon of a label: `Email:`, `E-mail:`.
  static func areLabels(_ text: MarkedText) -> Bool {
    text.pieces.allSatisfy { piece in
      let end = text.new[piece.new.upperBound...].firstIndex { $0.text == ":" || $0.startsLine }
      return !piece.new.isEmpty && end.map { text.new[$0].text == ":" } ?? false
    }
  }

  /// Whether words begin with the label of an address or a telephone number.
  ///
  /// `words`: the first of a line, in lower case.
  static func isLabel(_ words: [String]) -> Bool {
    guard let first = words.first else { return false }
    return labels.contains { first.hasPrefix($0) } && words.prefix(5).contains(":")
  }

  /// Whether words begin with how a person is addressed, and so tell who it is: `Mr: Jan Brandt`.
  ///
  /// `words`: the first of a line, in lower case.
  static func addressesPerson(_ words: [String]) -> Bool {
    words.first.map { salutations.contains($0) } == true && words.prefix(5).contains(":")
  }

  private static let salutations: Set<String> = ["mr", "mrs", "ms", "mx", "herr", "frau"]

  private static let labels = [
    "tel", "phone", "mobile", "mobil", "fax", "e-mail", "email", "mail", "mr", "mrs", "ms", "herr",
    "frau", "contact", "kontakt", "ansprechpartner",
  ]

  private static func saysAddresses(_ words: ArraySlice<MarkedText.Word>) -> Bool {
    words.allSatisfy { !$0.isWord || isAddress($0.text) }
  }

  private static func isAddress(_ word: String) -> Bool {
    let bytes = word.utf8
    return bytes.contains(UInt8(ascii: "@")) && bytes.first != UInt8(ascii: "@")
  }

  private enum Label { case contact, name }

  /// What the line that holds a word begins with.
  private static func labelOfLine(_ words: [MarkedText.Word], _ index: Int) -> Label? {
    guard !words.isEmpty else { return nil }
    var start = min(index, words.count - 1)
    while start > 0, !words[start].startsLine { start -= 1 }
    let line = words[start...].prefix(5).map(\.lower)
    if isLabel(line) || isOfAddresses(words, from: start) { return .contact }
    return line.contains(":") && names.contains(line[0]) ? .name : nil
  }

  /// Whether a line is nothing but a name with a telephone number and an address; a cell says what
  /// its column is about.
  private static func isOfAddresses(_ words: [MarkedText.Word], from start: Int) -> Bool {
    let line = words[start...].prefix { $0.token == words[start].token || !$0.startsLine }
    guard line.count <= longestLine, !line.contains(where: { $0.opening == .cell }),
      line.contains(where: { isAddress($0.text) })
    else { return false }
    let digits = line.reduce(0) { sum, word in
      // The day of a version is no telephone number.
      let isOther = isAddress(word.text) || WordJudge.isDate(word.text)
      return sum + (isOther ? 0 : word.text.utf8.count { $0 &- 0x30 < 10 })
    }
    return digits >= fewestDigits
      && line.allSatisfy { word in
        // `heyData GmbH` is a name, too.
        word.kind != .word || isAddress(word.text) || word.text.contains(where: \.isUppercase)
      }
  }

  /// In words and signs.
  private static var longestLine: Int { 24 }
  /// Of a telephone number.
  private static var fewestDigits: Int { 6 }

  private static func beginsLineWithContact(_ words: [MarkedText.Word]) -> Bool {
    words.indices.contains {
      ($0 == 0 || words[$0].startsLine) && isLabel(words[$0...].prefix(5).map(\.lower))
    }
  }

  /// What a record of a person or an office has beside addresses and telephone numbers.
  private static let names: Set<String> = [
    "name", "surname", "first", "last", "vorname", "nachname", "organisation", "organization",
    "company", "firma", "unternehmen", "stelle", "abteilung", "department", "position", "funktion",
    "function", "title", "titel", "role", "rolle", "office", "büro", "person", "address",
    "anschrift", "adresse",
  ]
}
