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
        !found.contains(where: { $0.mechanism == mechanism || $0.place.overlaps(place) })
      else { continue }
      found.append((place, mechanism))
    }
    // The framework is itself an adequacy decision.
    if found.contains(where: { $0.mechanism == .dataPrivacyFramework }) {
      found.removeAll { $0.mechanism == .adequacy }
    }
    let transfers = found.sorted { $0.place.lowerBound < $1.place.lowerBound }.map {
      _, mechanism in
      var transfer = Transfer(Located(mechanism, at: range))
      if mechanism == .standardClauses { transfer.module = module.map { Located($0, at: range) } }
      return transfer
    }
    // What has fallen is still named: the checks say since when it is void.
    let fallen = TransferCatalog.shipped.void.compactMap { void -> Transfer? in
      guard let name = void.names.first(where: { text.range(ofText: $0.lowercased()) != nil })
      else { return nil }
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

  private func isWord(_ place: Range<String.Index>) -> Bool {
    let before = text[..<place.lowerBound].last
    let after = text[place.upperBound...].first
    return !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "eins": 1, "zwei": 2, "drei": 3, "vier": 4, "i": 1,
    "ii": 2, "iii": 3, "iv": 4,
  ]

  private var module: Int? {
    for noun in ["module ", "modul "] {
      guard let place = text.range(ofText: noun) else { continue }
      let behind = text[place.upperBound...]
      if let digit = behind.first?.wholeNumberValue, (1...4).contains(digit) { return digit }
      let word = behind.prefix(while: \.isLetter)
      if let number = Self.numbers[String(word)] { return number }
    }
    return nil
  }
}
