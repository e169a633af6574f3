internal import Frontmatter
internal import Registers
internal import Templating

// Coverage of a scheme: see docs/theme.md.

extension MeasureModels {
  /// The model `coverage` of `pages/scheme-coverage.html`.
  func coverage(ofScheme index: Int) -> Value {
    let placed = portal.catalog.schemes[index]
    var counts: [MeasureCatalog.Scheme.Coverage: Int] = [:]
    var groups: [(id: String?, name: String?, controls: [Value])] = []
    for (position, control) in placed.scheme.controls.enumerated() {
      let status = placed.coverage(of: position, portal.controls)
      counts[status, default: 0] += 1
      if groups.isEmpty || groups.last?.id != control.group {
        let group = placed.scheme.groups.first { $0.id == control.group }
        groups.append((control.group, group?.name.text(in: language).text, []))
      }
      groups[groups.count - 1].controls.append(row(position, of: placed, status))
    }
    let order: [MeasureCatalog.Scheme.Coverage] = [.answered, .corresponding, .notApplicable, .gap]
    return .pairs([
      "scheme": texts.schemeLink(placed.scheme.id.value),
      "total": .integer(placed.scheme.controls.count),
      "matrix_path": .optional(texts.path(ofScheme: placed.scheme.id.value)),
      "counts": .array(
        order.compactMap { status in
          counts[status].map {
            .pairs(["status": .string(status.rawValue), "count": .integer($0)])
          }
        }),
      "groups": .array(
        groups.map {
          .pairs(["name": .optional($0.name), "controls": .array($0.controls)])
        }),
    ])
  }

  private func row(
    _ position: Int, of placed: MeasureCatalog.Scheme, _ status: MeasureCatalog.Scheme.Coverage
  ) -> Value {
    let control = placed.scheme.controls[position]
    let id = placed.scheme.qualified(position)
    return .pairs([
      "number": .string(control.number.value),
      "name": .string(control.name.text(in: language).text),
      "path": .optional(texts.path(ofControl: id)),
      "status": .string(status.rawValue),
      "count": .integer(
        status == .corresponding ? placed.corresponding[position] : placed.own[position].count),
      "missing_scopes": .texts(missingScopes(position, of: placed, status)),
    ])
  }

  /// The scopes about which no measure of the control says anything.
  private func missingScopes(
    _ position: Int, of placed: MeasureCatalog.Scheme, _ status: MeasureCatalog.Scheme.Coverage
  ) -> [String] {
    guard status == .answered else { return [] }
    var stated: Set<String> = []
    for measure in placed.own[position] {
      for scope in texts.measure(at: measure).scopes { stated.insert(scope.scope.value) }
    }
    guard !stated.contains(MeasureScope.everywhere) else { return [] }
    return portal.scopes.map(\.id.value).filter { !stated.contains($0) }
      .compactMap { $0 == MeasureScope.everywhere ? nil : texts.scopeNames[$0] }
  }
}
