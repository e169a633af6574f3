internal import Diagnostics
internal import Registers

/// What a cell in a column of states says.
enum StateCell: Equatable {
  case stated(StatedState)
  /// The measure is not taken: "not yet implemented", "no", "–".
  case notTaken
  case unclear
}

extension MeasureWords {
  func stateCell(_ text: String) -> StateCell {
    let text = withoutStress(text.singleSpaced)
    if let share = Self.percentage(text) {
      return share == 0 ? .notTaken : .stated(StatedState(share < 100 ? .partial : .implemented))
    }
    if let state = state(statedBy: text) { return .stated(state) }
    let folded = FoldedText(text)
    if customers.contains(where: { $0.text.bytes == folded.bytes }) {
      return .stated(StatedState(.customer))
    }
    if notTaken.contains(where: { folded.starts(with: $0.text) }) { return .notTaken }
    return stateWithMore(text, folded)
  }

  /// A state with words behind it: "implemented since 2020", "yes, partly", "planned by the team".
  ///
  /// Nothing that the words behind it may take back counts as implemented.
  private func stateWithMore(_ text: String, _ folded: FoldedText) -> StateCell {
    for (state, phrases) in states {
      guard state == .implemented || state == .partial || state == .planned,
        let phrase = phrases.first(where: { folded.starts(with: $0.text) }),
        // "From 2027" is a plan, and "from the outside" says nothing.
        !toCome.contains(where: { $0.text.bytes == phrase.text.bytes })
      else { continue }
      guard state == .implemented else { return .stated(StatedState(state)) }
      let rest = FoldedText(remainder(of: text, after: phrase.length) ?? "")
      let partial = states.first { $0.state == .partial }?.phrases ?? []
      if partial.contains(where: { rest.starts(with: $0.text) }) {
        return .stated(StatedState(.partial))
      }
      let isOpen = toCome.contains { rest.contains($0.text) } && rest.hasDigit
      let isLimited = limits.contains { rest.contains($0.text) }
      return isOpen || isLimited ? .unclear : .stated(StatedState(.implemented))
    }
    return .unclear
  }

  /// "Fully implemented" and "already in place" say what the words behind the first one say.
  private func withoutStress(_ text: String) -> String {
    let folded = FoldedText(text)
    guard let phrase = stress.first(where: { folded.starts(with: $0.text) }),
      let rest = remainder(of: text, after: phrase.length)
    else { return text }
    return rest
  }

  /// `50 %`, which is how much of the measure is in place.
  private static func percentage(_ text: String) -> Int? {
    guard text.hasSuffix("%") else { return nil }
    return Int(text.dropLast().trimmed).flatMap { (0...100).contains($0) ? $0 : nil }
  }
}

extension FoldedText {
  var hasDigit: Bool { bytes.contains { $0.isASCIIDigit } }
}
