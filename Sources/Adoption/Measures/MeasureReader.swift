internal import Agreements
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// Turns the controls that stand in one place of an agreement into measures.
struct MeasureReader {
  let agreement: Agreement
  let names: ControlNames
  let adoption: AdoptedMeasures
  let context: MeasureContext
  private(set) var measures: [AdoptedMeasure] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// How often each part of a legal path stands in the text, folded.
  private let parts: [[UInt8]: Int]
  private var scopes: [Int: (id: String, name: String)] = [:]
  private var scopeNames: [Int: String] = [:]
  var words: MeasureWords { names.words }

  init(
    of agreement: Agreement, names: ControlNames, adoption: AdoptedMeasures,
    context: MeasureContext
  ) {
    self.agreement = agreement
    self.names = names
    self.adoption = adoption
    self.context = context
    parts = agreement.provisions.reduce(into: [:]) { $0[FoldedText($1.part).key, default: 0] += 1 }
  }

  /// `place` is the provision that holds the list, or `nil` for a whole text.
  mutating func read(_ root: Range<Int>, place: Int?) {
    let usual = names.schemes.position(of: ControlSchemes.usual)
    let scheme = adoption.scheme.map { names.schemes.position(of: $0.value) ?? usual } ?? usual
    if let asked = adoption.scheme, names.schemes[asked.value] == nil {
      diagnostics.append(.unknownAdoptedScheme(asked, known: names.schemes.all.map(\.id.value)))
    }
    checkScopes()
    let found = MeasureOutline(
      of: agreement, in: root, place: place, names: names, scheme: scheme, context: context)
    scopeNames = found.scopeNames
    var outline = found.blocks
    for index in outline.indices { settle(&outline[index]) }
    let choices = names.choose(for: outline, in: scheme)
    for (block, choice) in zip(outline, choices) { read(block, choice) }
    for row in found.unread {
      diagnostics.append(.unreadMeasure(agreement.range(ofProvision: row)))
    }
    if measures.isEmpty, diagnostics.isEmpty {
      diagnostics.append(.noMeasures(in: adoption, of: agreement.path))
    }
    checkSettledControls()
  }
}

// MARK: - One control

extension MeasureReader {
  private mutating func read(_ block: ControlBlock, _ choice: ControlChoice) {
    let controls = choice.controls.map { names.qualified($0) }
    guard let block = withoutWhatIsNotTaken(withSoleItemAsRemark(block)) else { return }
    let found = entries(of: block)
    guard !found.isEmpty else { return }
    report(block, choice, controls)
    for entry in found {
      if entry.isForEachControl {
        for control in controls.isEmpty ? [ownControl(of: block)] : controls {
          append(entry, of: block, control: control, others: [])
        }
      } else {
        let own = control(of: entry.leaf, among: choice.controls)
        let others = controls.filter { $0 != own }
        append(entry, of: block, control: own ?? ownControl(of: block), others: others)
      }
    }
  }

  /// The block with its only item as a text about the control where it is one: "not applicable",
  /// "See X's documents".
  private func withSoleItemAsRemark(_ block: ControlBlock) -> ControlBlock {
    guard block.leaves.count == 1, let leaf = block.leaves.first, leaf.state == nil,
      leaf.states.isEmpty, leaf.links.isEmpty,
      words.state(statedBy: leaf.text) != nil || words.remark(in: leaf.text) != nil
        || words.saysNotTaken(leaf.text)
    else { return block }
    var block = block
    block.leaves = []
    block.paragraphs.append((leaf.provision, leaf.text))
    return block
  }

  /// The block with the measures that are taken; `nil` where that is none of those that it had.
  ///
  /// A register that called the others implemented would be untrue. The text shows them as before.
  private mutating func withoutWhatIsNotTaken(_ block: ControlBlock) -> ControlBlock? {
    var block = block
    if block.remarks.contains(where: words.saysNotTaken)
      || block.leaves.isEmpty
        && block.paragraphs.contains(where: { words.saysNotTaken($0.text) })
    {
      diagnostics.append(
        .measureNotTaken(block.label, at: agreement.range(ofProvision: block.provision)))
      return nil
    }
    guard !block.leaves.isEmpty else { return block }
    var taken: [ControlBlock.Leaf] = []
    for leaf in block.leaves {
      let place = agreement.range(ofProvision: leaf.provision)
      if leaf.isStruck {
        diagnostics.append(.measureStruck(leaf.text, at: place))
        continue
      }
      for cell in leaf.unclear { diagnostics.append(.unclearState(cell, of: leaf.text, at: place)) }
      if leaf.isNotTaken || LabelText(leaf.text).remarks.contains(where: words.saysNotTaken) {
        diagnostics.append(.measureNotTaken(leaf.text, at: place))
      } else {
        taken.append(leaf)
      }
    }
    for leaf in taken where leaf.lacksState && leaf.unclear.isEmpty {
      guard block.remarks.allSatisfy({ words.state(statedBy: $0) == nil }),
        words.state(inRemarksOf: leaf.text) == nil
      else { continue }
      let place = agreement.range(ofProvision: leaf.provision)
      diagnostics.append(.missingState(of: leaf.text, at: place))
    }
    block.leaves = taken
    return taken.isEmpty ? nil : block
  }

  /// The control of a measure under a label that names several: the one whose signs it shows.
  private func control(of leaf: ControlBlock.Leaf, among controls: [ControlNames.Match]) -> String?
  {
    guard let first = controls.first else { return nil }
    guard controls.count > 1 else { return names.qualified(first) }
    let text = FoldedText(leaf.text)
    var best = first
    var highest = 0
    for control in controls {
      let score = names.signs(of: control, in: text)
      if score > highest { (best, highest) = (control, score) }
    }
    return names.qualified(best)
  }

  /// The control of measures that no scheme has: one of the agreement's own.
  private func ownControl(of block: ControlBlock) -> String {
    let slug = block.label.isEmpty ? "other" : identifierSlug(block.label)
    return "\(identifierSlug(agreement.id).split(separator: ".").joined(separator: "-")).\(slug)"
  }
}

// MARK: - One measure

extension MeasureReader {
  private mutating func append(
    _ entry: Entry, of block: ControlBlock, control: String, others: [String]
  ) {
    let leaf = entry.leaf
    let provision = agreement.provisions[leaf.provision]
    var measure = AdoptedMeasure(
      text: leaf.text, control: control, label: block.label, mapsTo: others, scopes: [],
      evidence: entry.evidence, provision: leaf.provision,
      path: agreement.legalPath(of: leaf.provision).written, anchor: provision.anchor,
      range: agreement.range(ofProvision: leaf.provision))
    if let letter = article32Letter(in: leaf.text), let match = names.letter(letter) {
      let cited = names.qualified(match)
      if cited != control, !others.contains(cited) { measure.mapsTo.append(cited) }
      if letter != UInt8(ascii: "b") {
        measure.objective = names.control(match).objectives.first
      }
    }
    if leaf.states.isEmpty {
      let scope =
        leaf.scope.map { context.scope(called: $0) ?? (identifierSlug($0), $0) } ?? scope(of: block)
      // What the text leaves open is stated nowhere.
      measure.scopes = entry.state.map { [self.scope(scope, $0)] } ?? []
    } else {
      measure.scopes = leaf.states.map { stated in
        let scope =
          context.scope(called: stated.scope) ?? (identifierSlug(stated.scope), stated.scope)
        return self.scope(scope, stated.state)
      }
    }
    measures.append(measure)
  }

  private func scope(
    _ scope: (id: String, name: String), _ state: StatedState
  ) -> AdoptedMeasure.Scope {
    AdoptedMeasure.Scope(
      id: scope.id, name: scope.name, state: state.state, reason: state.reason,
      delegate: state.delegate.map { context.subProcessor(called: $0) ?? $0 })
  }

  /// The scope that the frontmatter states, or that a heading names.
  private mutating func scope(of block: ControlBlock) -> (id: String, name: String) {
    guard let place = block.scope else {
      let id = adoption.scope?.value ?? MeasureScope.everywhere
      return context.scope(called: id) ?? (id, id)
    }
    if let known = scopes[place] { return known }
    let title = scopeNames[place] ?? agreement.provisions[place].title
    let path = agreement.legalPath(of: place).written
    let shown = title.isEmpty ? path : title
    let scope: (id: String, name: String)
    if let stated = adoption.scopes.first(where: { names(path, title, $0.place.value) }) {
      scope = context.scope(called: stated.scope.value) ?? (stated.scope.value, stated.scope.value)
    } else if let known = context.scope(called: title) {
      scope = known
    } else if let stated = adoption.scope?.value {
      // A heading that names no scope of the portal is one of the list's topics.
      scope = context.scope(called: stated) ?? (stated, stated)
    } else {
      scope = (identifierSlug(shown), shown)
      if context.hasScopes {
        diagnostics.append(
          .unmatchedScope(
            shown, path: path, known: context.scopeIDs, at: agreement.range(ofProvision: place)))
      }
    }
    scopes[place] = scope
    return scope
  }

  private func names(_ path: String, _ title: String, _ place: String) -> Bool {
    let key = FoldedText(place).key
    return key == FoldedText(path).key || key == FoldedText(title).key
  }
}

// MARK: - What the author settles

extension MeasureReader {
  /// Replaces what a label says by what the frontmatter says of it.
  private func settle(_ block: inout ControlBlock) {
    let path = agreement.legalPath(of: block.provision).written
    let part = agreement.provisions[block.provision].part
    for settled in adoption.controls {
      let key = FoldedText(settled.place.value).key
      guard
        key == FoldedText(path).key || key == FoldedText(part).key
          || key == FoldedText(block.label).key && !hasPart(settled.place.value, besides: block)
      else { continue }
      let matches = settled.controls.compactMap { reference -> ControlNames.Match? in
        guard let named = ControlReference(reference.value),
          let scheme = names.schemes.position(of: named.scheme),
          let control = names.schemes.all[scheme].position(of: named.number)
        else { return nil }
        return ControlNames.Match(scheme: scheme, control: control)
      }
      guard !matches.isEmpty else { return }
      block.reading = ControlNames.Reading(alternatives: matches.map { [$0] })
      block.isSettled = true
      return
    }
  }

  /// Whether another place has exactly this part of a path: "Access control" is the first of two.
  private func hasPart(_ part: String, besides block: ControlBlock) -> Bool {
    let own = agreement.provisions[block.provision].part
    return FoldedText(own).key != FoldedText(part).key && parts[FoldedText(part).key] != nil
  }

  /// What the frontmatter can call the place of a block: its part of the path where no other has
  /// it.
  private func name(of block: ControlBlock) -> String {
    let part = agreement.provisions[block.provision].part
    return parts[FoldedText(part).key] == 1
      ? part : agreement.legalPath(of: block.provision).written
  }

  private mutating func checkSettledControls() {
    for settled in adoption.controls {
      for reference in settled.controls where !names.schemes.has(reference.value) {
        diagnostics.append(.unknownSettledControl(reference))
      }
    }
  }

  /// Reports scopes that the frontmatter names and the portal doesn't have.
  private mutating func checkScopes() {
    guard context.hasScopes else { return }
    let stated = [adoption.scope].compactMap { $0 } + adoption.scopes.map(\.scope)
    for scope in stated where context.scope(called: scope.value) == nil {
      diagnostics.append(
        Diagnostic(
          .unknownScope, .error, "site or scope '\(scope.value)' does not exist", at: scope.range,
          help: replacementHelp(
            for: scope.value, among: context.scopeIDs, noun: "sites and scopes")))
    }
  }

  private mutating func report(
    _ block: ControlBlock, _ choice: ControlChoice, _ controls: [String]
  ) {
    guard !block.isSettled else { return }
    let scheme = adoption.scheme?.value ?? ControlSchemes.usual
    let range = agreement.range(ofProvision: block.provision)
    let label = block.label
    let shown = controls.map { control in
      names.schemes.name(of: control, in: "en").map { "\(control) (\($0))" } ?? control
    }
    switch choice.basis {
    case .label, .elimination, .settled: break
    case .signs(let alternatives):
      diagnostics.append(
        .ambiguousControl(
          label, among: alternatives.map { names.qualified($0) }, read: shown,
          settle: name(of: block), control: controls[0], at: range))
    case .otherScheme, .letter, .article32:
      var diagnostic = Diagnostic.unmatchedControl(
        label, scheme: scheme, read: shown, isByLetter: choice.basis == .letter,
        settle: name(of: block), control: controls[0], at: range)
      if choice.basis == .article32 { diagnostic.severity = .note }
      diagnostics.append(diagnostic)
    case .none:
      diagnostics.append(
        label.isEmpty
          ? .measureWithoutControl(at: range)
          : .unmatchedControl(
            label, scheme: scheme, read: [], isByLetter: false, settle: name(of: block),
            control: "\(ControlSchemes.usual).1", at: range))
    }
    if controls.count > 1 {
      diagnostics.append(.joinedControls(label, read: shown, at: range))
    }
  }
}
