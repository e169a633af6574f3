internal import Diagnostics
internal import Registers

/// What the words of a measure, a remark in brackets or a cell say of its state.
struct StatedState: Equatable {
  var state: MeasureState
  var reason: String?
  /// Who has to see to it, as the text calls them.
  var delegate: String?

  init(_ state: MeasureState, reason: String? = nil, delegate: String? = nil) {
    self.state = state
    self.reason = reason
    self.delegate = delegate
  }
}

extension MeasureWords {
  /// Whether a text that is nothing but a statement of a state says that there is no measure.
  func saysNotTaken(_ text: String) -> Bool {
    let text = text.singleSpaced
    let folded = FoldedText(text)
    return notTaken.contains {
      folded.starts(with: $0.text) && remainder(of: text, after: $0.length) == nil
    }
  }

  /// What a text that is nothing but a statement of a state says, such as a remark in brackets.
  func state(statedBy text: String) -> StatedState? {
    let text = text.singleSpaced
    let folded = FoldedText(text)
    if let state = responsible(in: text, folded) { return state }
    for (state, phrases) in states where state != .customer {
      guard let phrase = phrases.first(where: { folded.starts(with: $0.text) }) else { continue }
      let rest = remainder(of: text, after: phrase.length)
      switch state {
      case .notApplicable: return StatedState(state, reason: rest)
      // "Planned for 2027" and "partly implemented" are states; "from the outside" and "in place
      // of" are not.
      case .planned, .partial, .implemented, .shared, .delegated:
        if rest == nil || state == .planned && hasNumber(rest)
          || state == .partial && rest.flatMap(self.state(statedBy:))?.state == .implemented
        {
          return StatedState(state)
        }
      case .customer: break
      }
    }
    return nil
  }

  /// What the remarks in brackets of a measure's text say.
  func state(inRemarksOf text: String) -> StatedState? {
    guard text.utf8.contains(UInt8(ascii: "(")) else { return nil }
    return LabelText(text).remarks.lazy.compactMap { state(statedBy: $0) }.first
  }

  /// "Responsibility of the customer", "delegated to X", "the customer is responsible".
  private func responsible(in text: String, _ folded: FoldedText) -> StatedState? {
    for phrase in responsibility {
      guard let range = folded.firstRange(of: phrase.text) else { continue }
      guard let name = remainder(of: text, after: range.upperBound) else { continue }
      if isCustomer(name) { return StatedState(.customer) }
      // "Reviewing logs is the task of the security team" delegates nothing.
      guard range.lowerBound == 0 || isCompany(name) else { continue }
      return StatedState(.delegated, delegate: name)
    }
    for phrase in delegation where folded.starts(with: phrase.text) {
      guard let name = remainder(of: text, after: phrase.length) else { continue }
      return isCustomer(name) ? StatedState(.customer) : StatedState(.delegated, delegate: name)
    }
    guard let said = subject(in: text, folded), said.isWhole else { return nil }
    return said.state
  }

  /// What a sentence says of who is responsible: "the customer is responsible", "der Kunde ist
  /// verantwortlich"; and whether it says it of everything or of what it goes on with.
  private func subject(
    in text: String, _ folded: FoldedText
  ) -> (state: StatedState, isWhole: Bool)? {
    for phrase in responsibleBehind {
      guard let range = folded.firstRange(of: phrase.text), range.lowerBound > 0 else { continue }
      var name = text.bytes(0..<range.lowerBound).singleSpaced
      let lower = FoldedText(name)
      for lead in leads where lower.starts(with: lead.text) {
        name = remainder(of: name, after: lead.length) ?? name
      }
      let rest = remainder(of: text, after: range.upperBound)
      // What goes on behind the sentence says more.
      guard rest?.range(ofText: ". ") == nil else { return nil }
      let key = rest.map { FoldedText($0).key }
      let isWhole = key.map { key in references.contains { $0.text.key == key } } ?? true
      if isOnlyCustomer(name) { return (StatedState(.customer), isWhole) }
      if isCompany(name) { return (StatedState(.delegated, delegate: name), isWhole) }
    }
    return nil
  }

  /// What a measure that is a sentence about who sees to it says: "delegated to X GmbH", "the
  /// customer is responsible for its passwords".
  func state(ofSentence text: String) -> StatedState? {
    let text = text.singleSpaced
    let folded = FoldedText(text)
    if let said = subject(in: text, folded) { return said.state }
    for phrase in delegation + responsibility where folded.starts(with: phrase.text) {
      guard let name = remainder(of: text, after: phrase.length) else { continue }
      if isOnlyCustomer(name) { return StatedState(.customer) }
      return isCompany(name) ? StatedState(.delegated, delegate: name) : nil
    }
    return nil
  }

  /// Whether a text is the name of a company with its legal form, and nothing else.
  private func isCompany(_ text: String) -> Bool {
    let company = CompanyText(text, hint: nil, isProvider: false)
    return company.hasLegalForm && company.rest.allSatisfy { " .".contains($0) }
  }

  /// Whether `name` is what the agreement calls the customer.
  func isCustomer(_ name: String) -> Bool {
    let folded = FoldedText(name)
    return customers.contains { folded.starts(with: $0.text) }
  }

  /// What stands behind `length` bytes, without the marks that introduce it.
  func remainder(of text: String, after length: Int) -> String? {
    var rest = text.utf8.dropFirst(length)
    while let first = rest.first, " :;,.–-—".utf8.contains(first) { rest.removeFirst() }
    while let last = rest.last, " .;,".utf8.contains(last) { rest.removeLast() }
    return rest.isEmpty ? nil : String(Substring(rest))
  }

  private func hasNumber(_ text: String?) -> Bool {
    guard let text else { return false }
    return text.utf8.contains { $0.isASCIIDigit }
  }
}

extension MeasureWords {
  /// What a paragraph says of all measures of a control.
  enum Remark: Equatable {
    /// They are another company's, whose documents tell of them.
    case delegation(to: String?)
    /// More is told in another document.
    case evidence(title: String)
  }

  /// What `paragraph` says, if it is a remark such as "See X's documents".
  func remark(in paragraph: String) -> Remark? {
    let text = paragraph.singleSpaced
    let folded = FoldedText(text)
    if let phrase = seeAlso.first(where: { folded.starts(with: $0.text) }) {
      return remainder(of: text, after: phrase.length).map { .evidence(title: $0) }
    }
    if let stated = responsible(in: text, folded), stated.state == .delegated {
      return .delegation(to: companyName(stated.delegate ?? ""))
    }
    guard let phrase = see.first(where: { folded.starts(with: $0.text) }),
      let rest = remainder(of: text, after: phrase.length)
    else { return ownerOfBareDocuments(text, folded).map { .delegation(to: $0) } }
    guard documents.contains(where: { folded.contains($0.text) }) else {
      return .evidence(title: rest)
    }
    return .delegation(to: owner(ofDocuments: rest))
  }

  /// The company in "Amazon Web Services Inc.'s (AWS) documents" or "Unterlagen der Hosting GmbH".
  private func owner(ofDocuments text: String) -> String? {
    let folded = FoldedText(text)
    for possessive in ["'s", "’s", "' ", "’ "].map(FoldedText.init) {
      guard let range = Self.range(of: possessive, in: folded) else { continue }
      return companyName(text.bytes(0..<range.lowerBound))
    }
    for preposition in Self.prepositions.map({ FoldedText(" \($0) ") }) {
      guard let range = Self.range(of: preposition, in: folded) else { continue }
      return companyName(text.bytes(range.upperBound..<folded.bytes.count))
    }
    let end = nameEnds.compactMap { folded.firstRange(of: $0.text, isWhole: false)?.lowerBound }
    return end.min().flatMap { companyName(text.bytes(0..<$0)) }
  }

  /// The company in "Unterlagen der Hosting GmbH" or "Hosting Inc.'s reports", where nothing more
  /// is said: other words with documents in them are measures.
  private func ownerOfBareDocuments(_ text: String, _ folded: FoldedText) -> String? {
    var owner: String?
    if let phrase = documents.first(where: { folded.starts(with: $0.text) }) {
      let rest = remainder(of: text, after: phrase.length) ?? ""
      let preposition = Self.prepositions.first { rest.hasPrefix("\($0) ") }
      owner = preposition.map { String(rest.dropFirst($0.count + 1)) }
    } else {
      for possessive in ["'s ", "’s ", "' ", "’ "].map(FoldedText.init) {
        guard let range = Self.range(of: possessive, in: folded) else { continue }
        let object = FoldedText(remainder(of: text, after: range.upperBound) ?? "")
        guard documents.contains(where: { $0.text.bytes == object.bytes }) else { continue }
        owner = text.bytes(0..<range.lowerBound)
        break
      }
    }
    guard let name = owner.flatMap(companyName) else { return nil }
    return isCompany(name) ? name : nil
  }

  private static let prepositions = ["of", "by", "from", "von", "der", "des"]

  private static func range(of phrase: FoldedText, in text: FoldedText) -> Range<Int>? {
    let count = phrase.bytes.count
    guard text.bytes.count >= count else { return nil }
    return (0...(text.bytes.count - count)).first {
      text.bytes[$0..<($0 + count)].elementsEqual(phrase.bytes)
    }.map { $0..<($0 + count) }
  }

  /// `words` as a name, if they are one: companies begin with a capital letter.
  private func companyName(_ words: String) -> String? {
    var name = words.singleSpaced
    for article in ["the ", "The ", "dem ", "den ", "der ", "des ", "die "]
    where name.hasPrefix(article) {
      name.removeFirst(article.count)
    }
    guard let first = name.first, first.isUppercase || first.isNumber else { return nil }
    // The name ends with its sentence; the full stop of "Inc." is not that of a sentence.
    if let end = name.firstRange(of: ". ") { name = String(name[..<end.lowerBound]) }
    return name
  }
}

extension String {
  /// Where `text` stands first.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    let pattern = Array(text.utf8)
    let bytes = Array(utf8)
    guard bytes.count >= pattern.count else { return nil }
    for start in 0...(bytes.count - pattern.count)
    where bytes[start..<(start + pattern.count)].elementsEqual(pattern) {
      let lower = utf8.index(startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: pattern.count)
    }
    return nil
  }
}
