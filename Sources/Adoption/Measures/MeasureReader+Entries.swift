internal import Registers

// What stands under a control, as measures with their states and evidence.

extension MeasureReader {
  /// A measure before its control and its scope are known.
  struct Entry {
    var leaf: ControlBlock.Leaf
    /// `nil` where the text leaves it open.
    var state: StatedState?
    var evidence: [AdoptedMeasure.Pointer] = []
    /// Whether it speaks of the controls as a whole, so that each has it.
    var isForEachControl = false
  }

  func entries(of block: ControlBlock) -> [Entry] {
    let remark = block.remarks.lazy.compactMap { words.state(statedBy: $0) }.first
    var evidence: [AdoptedMeasure.Pointer] = []
    var delegation: String??
    var told: [(provision: Int, text: String)] = []
    var blockState = remark
    for paragraph in block.paragraphs {
      switch words.remark(in: paragraph.text) {
      case .delegation(let company)?: delegation = .some(company)
      case .evidence(let title)?: evidence.append(.init(title: title, url: nil))
      case nil:
        if blockState == nil { blockState = words.state(statedBy: paragraph.text) }
        told.append(paragraph)
        continue
      }
      told.append(paragraph)
    }
    let links = block.leaves.filter(\.isOnlyLinks).flatMap(\.links)
    evidence += links.map { .init(title: nil, url: $0) }
    let leaves = block.leaves.filter { leaf in
      guard !leaf.isOnlyLinks else { return false }
      // "See also the security concept" among measures is none.
      guard leaf.state == nil, leaf.states.isEmpty,
        case .evidence(let title)? = words.remark(in: leaf.text)
      else { return true }
      evidence.append(.init(title: title, url: nil))
      return false
    }
    guard leaves.isEmpty else {
      return leaves.map { leaf in
        let state = self.state(of: leaf, under: blockState)
        let pointers = leaf.links.map { AdoptedMeasure.Pointer(title: nil, url: $0) }
        return Entry(leaf: leaf, state: state, evidence: pointers + leaf.evidence + evidence)
      }
    }
    return entriesOfWhole(
      block, state: blockState, delegation: delegation, told: told, evidence: evidence)
  }

  /// What a measure, its row and its control say of its state; `nil` where words or an empty cell
  /// in a column of states leave it open. A measure of which nothing is said is taken.
  private func state(of leaf: ControlBlock.Leaf, under blockState: StatedState?) -> StatedState? {
    let own =
      leaf.state ?? words.state(inRemarksOf: leaf.text) ?? words.state(ofSentence: leaf.text)
    if own != nil || !leaf.unclear.isEmpty { return own }
    return blockState ?? (leaf.lacksState ? nil : StatedState(.implemented))
  }

  /// The entries of a control under which there is no measure, but something is said of it.
  private func entriesOfWhole(
    _ block: ControlBlock, state: StatedState?, delegation: String??,
    told: [(provision: Int, text: String)], evidence: [AdoptedMeasure.Pointer]
  ) -> [Entry] {
    func whole(_ text: String, _ state: StatedState) -> [Entry] {
      let name = LabelText(block.label, cutting: words.citations).name
      let leaf = ControlBlock.Leaf(
        provision: block.provision, text: text.isEmpty ? name : text, links: [])
      return [Entry(leaf: leaf, state: state, evidence: evidence, isForEachControl: true)]
    }
    if var state, state.state == .notApplicable {
      state.reason = state.reason ?? told.first { words.state(statedBy: $0.text) == nil }?.text
      return whole("", state)
    }
    if let company = delegation {
      let text = told.map(\.text).joined(separator: " ")
      return whole(text, StatedState(.delegated, delegate: company))
    }
    if let state { return whole("", state) }
    guard !block.reading.isEmpty else { return [] }
    if told.isEmpty {
      return evidence.isEmpty ? [] : whole("", StatedState(.implemented))
    }
    return told.filter { words.remark(in: $0.text) == nil }.map { paragraph in
      let leaf = ControlBlock.Leaf(
        provision: paragraph.provision, text: paragraph.text, links: [])
      let state =
        words.state(inRemarksOf: paragraph.text) ?? words.state(ofSentence: paragraph.text)
        ?? StatedState(.implemented)
      return Entry(leaf: leaf, state: state, evidence: evidence)
    }
  }
}
