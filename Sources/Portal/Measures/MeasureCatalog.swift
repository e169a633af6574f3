internal import Frontmatter
internal import Registers

/// Where every measure of a portal stands, in each scheme that the portal shows.
///
/// Shape: the same for all languages; computed once, after all records are read.
package struct MeasureCatalog: Sendable {
  /// A measure, by its place in ``CompiledPortal/controls``.
  struct Position: Hashable, Sendable {
    var control: Int
    var measure: Int
  }

  /// Measures that stand under one control of a scheme, or under several that nothing tells apart.
  struct Section: Sendable {
    /// Positions in the scheme; empty for measures that have no place in it.
    var controls: [Int]
    var basis: MeasurePlacement.Basis
    var measures: [Position]
  }

  /// One scheme and what stands in it.
  struct Scheme: Sendable {
    var scheme: ControlScheme
    /// Whether all records belong to it, so that the page of all measures is its page.
    var isRecorded: Bool
    /// In the order of the scheme; what has no place in it is last.
    var sections: [Section]
    /// For each control of the scheme, the measures that stand under it alone.
    var own: [[Position]]
    /// For each control, how many measures may stand under it, as far as the mapping knows.
    var corresponding: [Int]
  }

  private(set) var schemes: [Scheme] = []
  /// The measures that are delegated to each sub-processor, by its id.
  private(set) var resting: [String: [Position]] = [:]

  /// - Complexity: O(measures × schemes), and what sorting costs.
  init(
    of controls: [Control], in schemes: ControlSchemes, shown asked: [String]
  ) {
    let recorded = Set(controls.map(\.scheme))
    for scheme in schemes.all
    where asked.isEmpty
      ? Self.isNamed(scheme.id.value, by: controls, recorded) : asked.contains(scheme.id.value)
    {
      let isRecorded = recorded.count == 1 && recorded.contains(scheme.id.value)
      self.schemes.append(
        Scheme(placing: controls, in: scheme, of: schemes, isRecorded: isRecorded))
    }
    for (index, control) in controls.enumerated() {
      for (number, measure) in control.measures.enumerated() {
        let position = Position(control: index, measure: number)
        for company in Set(measure.scopes.compactMap { $0.delegate?.value }) {
          resting[company, default: []].append(position)
        }
      }
    }
  }

  /// Whether records name controls of the scheme; Article 32 is what all of them answer to.
  private static func isNamed(
    _ scheme: String, by controls: [Control], _ recorded: Set<String>
  ) -> Bool {
    scheme == ControlSchemes.article32 && !controls.isEmpty || recorded.contains(scheme)
      || controls.contains { control in
        control.measures.contains { measure in
          measure.mapsTo.contains { ControlReference($0.value)?.scheme == scheme }
        }
      }
  }
}

extension MeasureCatalog.Scheme {
  fileprivate init(
    placing controls: [Control], in scheme: ControlScheme, of schemes: ControlSchemes,
    isRecorded: Bool
  ) {
    self.scheme = scheme
    self.isRecorded = isRecorded
    own = [[MeasureCatalog.Position]](repeating: [], count: scheme.controls.count)
    corresponding = [Int](repeating: 0, count: scheme.controls.count)
    var sections: [[Int]: MeasureCatalog.Section] = [:]
    func add(_ position: MeasureCatalog.Position, to key: [Int], _ basis: MeasurePlacement.Basis) {
      sections[
        key, default: MeasureCatalog.Section(controls: key, basis: basis, measures: [])
      ].measures.append(position)
    }
    for (index, control) in controls.enumerated() {
      let usual = schemes.placement(of: control, in: scheme)
      if usual.basis == .mapping {
        for found in usual.controls { corresponding[found] += control.measures.count }
      }
      for (number, measure) in control.measures.enumerated() {
        let position = MeasureCatalog.Position(control: index, measure: number)
        let isUsual = measure.mapsTo.isEmpty && measure.objective == nil
        var placement =
          isUsual ? usual : schemes.placement(of: measure, under: control, in: scheme)
        if control.scheme == scheme.id.value, placement.basis == .stated {
          // Its own control comes first, whatever others it names.
          placement.controls = Array(Set(placement.controls + usual.controls)).sorted()
        }
        if placement.basis == .mapping, placement.controls.count > 1 {
          add(position, to: placement.controls, .mapping)
        } else if placement.controls.isEmpty {
          add(position, to: [], .none)
        } else {
          for control in placement.controls {
            own[control].append(position)
            add(position, to: [control], placement.basis)
          }
        }
      }
    }
    self.sections = sections.values.sorted { left, right in
      if left.controls.isEmpty != right.controls.isEmpty { return right.controls.isEmpty }
      // A control by itself stands before groups that begin with it.
      return (left.controls.first ?? 0, left.controls.count, left.controls.last ?? 0)
        < (right.controls.first ?? 0, right.controls.count, right.controls.last ?? 0)
    }
  }

  /// What the list of controls says of one: whether anything answers to it.
  enum Coverage: String, Sendable {
    case answered
    /// Measures of controls that correspond may answer to it.
    case corresponding
    /// All that answers to it is not applicable.
    case notApplicable = "not-applicable"
    case gap
  }

  func coverage(of control: Int, _ controls: [Control]) -> Coverage {
    let measures = own[control].map { controls[$0.control].measures[$0.measure] }
    guard !measures.isEmpty else { return corresponding[control] > 0 ? .corresponding : .gap }
    let isInUse = measures.contains { measure in
      measure.scopes.contains { $0.state.value != .notApplicable }
    }
    return isInUse ? .answered : .notApplicable
  }
}
