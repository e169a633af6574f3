import Frontmatter

/// Where a measure stands in a scheme.
package struct MeasurePlacement: Sendable, Equatable {
  /// Why it stands there.
  package enum Basis: String, Sendable {
    /// Its record names the control, or one of the two controls names the other.
    case stated
    /// The scheme goes by objectives, and the measure serves one of this control's.
    case objective
    /// The mapping says that its control corresponds, or several controls of the scheme say so;
    /// which of them, neither says.
    case mapping
    /// Nothing says where.
    case none
  }

  /// Positions in the scheme, ascending; empty for ``Basis/none`` only.
  package var controls: [Int]
  package var basis: Basis

  package static let none = Self(controls: [], basis: .none)
}

extension ControlSchemes {
  /// Where a measure of `control` stands in `scheme`.
  package func placement(
    of measure: Measure, under control: Control, in scheme: ControlScheme
  ) -> MeasurePlacement {
    let stated = measure.mapsTo.compactMap { position(of: $0.value, in: scheme) }
    if !stated.isEmpty { return MeasurePlacement(controls: distinct(stated), basis: .stated) }
    if !measure.mapsTo.isEmpty, control.scheme != scheme.id.value {
      let names = [control.control.value] + measure.mapsTo.map(\.value)
      if let placement = placement(ofNamed: names, in: scheme) { return placement }
    }
    if let own = measure.objective?.value, scheme.isByObjective,
      control.scheme != scheme.id.value
    {
      let controls = positions(serving: own, in: scheme)
      if !controls.isEmpty { return MeasurePlacement(controls: controls, basis: .objective) }
    }
    return placement(of: control, in: scheme)
  }

  /// Where the measures of `control` stand in `scheme`, unless one of them says otherwise.
  package func placement(of control: Control, in scheme: ControlScheme) -> MeasurePlacement {
    if control.scheme == scheme.id.value {
      return scheme.position(of: control.number).map {
        MeasurePlacement(controls: [$0], basis: .stated)
      } ?? .none
    }
    let known = find(control.control.value)?.control
    let stated = (known?.mapsTo ?? []).compactMap { position(of: $0.value, in: scheme) }
    if !stated.isEmpty { return MeasurePlacement(controls: distinct(stated), basis: .stated) }
    if let placement = placement(ofNamed: [control.control.value], in: scheme) { return placement }
    if scheme.isByObjective, let objective = control.objective?.value ?? known?.objectives.first {
      let controls = positions(serving: objective, in: scheme)
      if !controls.isEmpty { return MeasurePlacement(controls: controls, basis: .objective) }
    }
    let controls = counterparts(of: control.control.value, in: scheme)
    return controls.isEmpty ? .none : MeasurePlacement(controls: controls, basis: .mapping)
  }

  /// Where the controls of `scheme` that name one of `references` stand: correspondence has no
  /// direction. A control that alone names one is meant; which of several is, nothing says.
  private func placement(
    ofNamed references: [String], in scheme: ControlScheme
  ) -> MeasurePlacement? {
    let naming = references.map { controls(naming: $0, in: scheme) }.filter { !$0.isEmpty }
    guard !naming.isEmpty else { return nil }
    let alone = naming.filter { $0.count == 1 }
    return alone.isEmpty
      ? MeasurePlacement(controls: distinct(naming.flatMap(\.self)), basis: .mapping)
      : MeasurePlacement(controls: distinct(alone.flatMap(\.self)), basis: .stated)
  }

  /// The position of the control that `reference` names, where it is one of `scheme`.
  private func position(of reference: String, in scheme: ControlScheme) -> Int? {
    guard let reference = ControlReference(reference), reference.scheme == scheme.id.value else {
      return nil
    }
    return scheme.position(of: reference.number)
  }

  private func positions(serving objective: ProtectionObjective, in scheme: ControlScheme) -> [Int]
  {
    scheme.controls.indices.filter { scheme.controls[$0].objectives.contains(objective) }
  }

  /// What the mapping says: by the topics that name `control` most closely, if they are few enough
  /// to say anything.
  private func counterparts(of control: String, in scheme: ControlScheme) -> [Int] {
    let source = ControlReference(control)?.scheme ?? control
    let topics = mapping.topics(of: control).map { mapping.topics[$0] }
    let closest = topics.map { $0.numbers(of: source).count }.min() ?? 0
    let chosen = topics.filter { $0.numbers(of: source).count == closest }
    guard chosen.count <= 2 else { return [] }
    return distinct(
      chosen.flatMap { topic in
        topic.numbers(of: scheme.id.value).compactMap { scheme.position(of: $0.value) }
      })
  }

  private func distinct(_ positions: [Int]) -> [Int] { Set(positions).sorted() }
}
