internal import Agreements
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// The grounds of a transfer as a cell names them: `SCC (Module 3), DPF`.
struct TransferText {
  private let text: String
  private let words: ListWords

  init(_ text: String, words: ListWords) {
    self.text = text.inOneLine.lowercased()
    self.words = words
  }

  /// Each ground once, in the order of the text; and whether the text says more than that.
  func transfers(at range: SourceRange) -> (transfers: [Transfer], saysMore: Bool) {
    var found: [(place: Range<String.Index>, mechanism: TransferMechanism)] = []
    for (phrase, mechanism) in words.mechanisms {
      guard let place = text.range(ofText: phrase), isWord(place),
        mechanism == .none || !isDenied(place),
        !found.contains(where: { $0.mechanism == mechanism || $0.place.overlaps(place) })
      else { continue }
      found.append((place, mechanism))
    }
    let provisions = ProvisionGrounds.shipped.grounds(in: text)
    for ground in provisions
    where !found.contains(where: { $0.mechanism == ground.mechanism }) && !isDenied(ground.place) {
      found.append((ground.place, ground.mechanism))
    }
    // Clauses of 2010 are not those of 2021.
    let fallenNames = TransferCatalog.shipped.void.compactMap { void in
      void.names.first { text.range(ofText: $0.lowercased()) != nil }
    }
    let areOld = fallenNames.contains { name in
      Self.yearsOfOldClauses.contains { name.range(ofText: $0) != nil }
    }
    if areOld, text.range(ofText: "2021") == nil {
      found.removeAll { $0.mechanism == .standardClauses || $0.mechanism == .adequacy }
    }
    // The framework is itself an adequacy decision.
    if found.contains(where: { $0.mechanism == .dataPrivacyFramework }) {
      found.removeAll { $0.mechanism == .adequacy }
    }
    let transfers = found.sorted { $0.place.lowerBound < $1.place.lowerBound }.map {
      _, mechanism in
      var transfer = Transfer(Located(mechanism, at: range))
      if mechanism == .standardClauses { transfer.module = module.map { Located($0, at: range) } }
      if mechanism == .derogation {
        transfer.letter = provisions.first { $0.mechanism == mechanism }?.letter.map {
          Located($0, at: range)
        }
      }
      return transfer
    }
    // What has fallen is still named: the checks say since when it is void.
    let fallen = fallenNames.map { name in
      var transfer = Transfer(Located(.adequacy, at: range))
      transfer.decision = Located(name, at: range)
      return transfer
    }
    let known = found.reduce(module == nil ? 0 : 8) { $0 + text[$1.place].count }
    let letters = text.count { $0.isLetter || $0.isNumber }
    return (transfers + fallen, letters > known + 4)
  }

  /// Whether the text names grounds of a transfer and nothing else.
  var namesOnlyGrounds: Bool {
    let nowhere = SourceRange(path: "", line: 1, column: 1)
    let said = transfers(at: nowhere)
    return !said.transfers.isEmpty && !said.saysMore
      && !said.transfers.contains { $0.mechanism.value == .none }
  }

  /// Whether the words beside a ground deny it: `no SCC`, `SCC pending`, `DPF: not certified`.
  private func isDenied(_ place: Range<String.Index>) -> Bool {
    func words(_ side: Substring) -> [Substring] {
      side.split { !$0.isLetter && $0 != "-" }
    }
    func isStretchEnd(_ character: Character) -> Bool { ",;/|()".contains(character) }
    let before = text[..<place.lowerBound].reversed().prefix { !isStretchEnd($0) }
    let behind = text[place.upperBound...].prefix { !isStretchEnd($0) }
    return words(String(before.reversed())[...]).suffix(2).contains {
      self.words.denials.contains(String($0))
    }
      || words(behind).prefix(2).contains { self.words.laterDenials.contains(String($0)) }
  }

  private func isWord(_ place: Range<String.Index>) -> Bool {
    let before = text[..<place.lowerBound].last
    let after = text[place.upperBound...].first
    return !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
  }

  /// What tells the names of clauses from those of decisions on adequacy, beside which today's
  /// clauses may stand.
  private static let yearsOfOldClauses = ["2001", "2004", "2010"]

  private var module: Int? {
    for noun in ["module ", "modul "] {
      guard let place = text.range(ofText: noun) else { continue }
      let behind = text[place.upperBound...]
      if let digit = behind.first?.wholeNumberValue, (1...4).contains(digit) { return digit }
      let word = behind.prefix(while: \.isLetter)
      let number = SpelledNumber.value(of: word) ?? RomanNumeral.value(of: word.utf8)
      if let number, (1...4).contains(number) { return number }
    }
    return words.modules.first { phrase, _ in
      text.range(ofText: phrase).map { isWord($0) } ?? false
    }?.module
  }
}
