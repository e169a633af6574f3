internal import Frontmatter
internal import Registers

/// Which control each block is about, and how sure that is.
struct ControlChoice {
  /// Why a block is about its controls.
  enum Basis: Equatable {
    /// Its label says so.
    case label
    /// Its label can mean several; the words around it decided between them.
    case signs(among: [ControlNames.Match])
    /// Its label can mean several; the others are taken by labels that can't.
    case elimination
    /// Its label names a control of another scheme only.
    case otherScheme
    /// Its label names a letter of Article 32(1) GDPR, or what the letter asks for.
    case article32
    /// The heading above cites a letter of Article 32(1) GDPR.
    case letter
    /// The author settled it.
    case settled
    /// Nothing says which.
    case none
  }

  var controls: [ControlNames.Match] = []
  var basis: Basis = .none
}

extension ControlNames {
  /// Chooses the controls of each block.
  ///
  /// Labels that can mean one control only come first; they take it from the others of their scope.
  /// Then, in the order of the text, each label that can mean several gets the control whose signs
  /// its texts show most.
  func choose(for blocks: [ControlBlock], in scheme: Int?) -> [ControlChoice] {
    var choices = [ControlChoice](repeating: ControlChoice(), count: blocks.count)
    var taken: [Int?: Set<Match>] = [:]
    for (index, block) in blocks.enumerated() where !isAmbiguous(block) {
      choices[index] = certain(block, in: scheme)
      taken[block.scope, default: []].formUnion(choices[index].controls)
    }
    var counts: [Label: Int] = [:]
    for block in blocks { counts[Label(block), default: 0] += 1 }
    for (index, block) in blocks.enumerated() where isAmbiguous(block) {
      var choice = ControlChoice()
      for alternatives in block.reading.alternatives {
        let free = alternatives.filter { taken[block.scope]?.contains($0) != true }
        let candidates = free.isEmpty ? alternatives : free
        let best = best(of: candidates, for: block)
        if !choice.controls.contains(best) { choice.controls.append(best) }
        if alternatives.count > 1 {
          choice.basis =
            candidates.count == 1 && counts[Label(block)] == 1
            ? .elimination : .signs(among: alternatives)
        } else if choice.basis == .none {
          choice.basis = .label
        }
        taken[block.scope, default: []].insert(best)
      }
      choices[index] = choice
    }
    return choices
  }

  private func isAmbiguous(_ block: ControlBlock) -> Bool {
    block.reading.alternatives.contains { $0.count > 1 }
  }

  private func certain(_ block: ControlBlock, in scheme: Int?) -> ControlChoice {
    let controls = block.reading.alternatives.compactMap(\.first)
    if !controls.isEmpty {
      let isOwn = controls.allSatisfy { $0.scheme == scheme }
      var distinct: [Match] = []
      for control in controls where !distinct.contains(control) { distinct.append(control) }
      if isOwn { return ControlChoice(controls: distinct, basis: .label) }
      if let cited = block.cited, let match = letter(cited) {
        return ControlChoice(controls: [match], basis: .label)
      }
      let isArticle = controls.allSatisfy {
        schemes.all[$0.scheme].id.value == ControlSchemes.article32
      }
      let isBelow = block.letter.flatMap { letter($0) }.map { distinct == [$0] } ?? false
      return ControlChoice(
        controls: distinct, basis: isBelow ? .label : isArticle ? .article32 : .otherScheme)
    }
    if let cited = block.cited, let match = letter(cited) {
      return ControlChoice(controls: [match], basis: .label)
    }
    if let letter = block.letter, let match = self.letter(letter) {
      return ControlChoice(controls: [match], basis: .letter)
    }
    return ControlChoice()
  }

  /// The control whose names and signs the block's texts show most; the first among equals.
  private func best(of candidates: [Match], for block: ControlBlock) -> Match {
    guard candidates.count > 1 else { return candidates[0] }
    let explanation = FoldedText(block.paragraphs.map(\.text).joined(separator: "\n"))
    let measures = FoldedText(block.leaves.map(\.text).joined(separator: "\n"))
    var best = candidates[0]
    var highest = -1
    for candidate in candidates {
      var score = signs(of: candidate, in: explanation) * 3 + signs(of: candidate, in: measures)
      // A name in the explanation that no other candidate has is as good as a label.
      for name in clues[candidate]?.names ?? []
      where count(of: candidates, called: name) == 1 && explanation.contains(name) {
        score += 10
      }
      if score > highest { (best, highest) = (candidate, score) }
    }
    return best
  }

  /// How many of a control's signs a text shows.
  func signs(of control: Match, in text: FoldedText) -> Int {
    (clues[control]?.signs ?? []).count { text.contains($0.text, isWhole: $0.isWhole) }
  }
}

/// A label in its scope, for telling whether it stands there twice.
private struct Label: Hashable {
  var key: [UInt8]
  var scope: Int?

  init(_ block: ControlBlock) {
    key = FoldedText(block.label).key
    scope = block.scope
  }
}
