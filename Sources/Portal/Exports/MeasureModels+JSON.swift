internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

// The measures as data: see docs/schemas/measures-data.json. It says what the pages say.

extension MeasureModels {
  /// One file for all languages, as prose is in all of them.
  func json(generator: String) -> [UInt8] {
    let places = placements()
    var json = JSONText()
    json.object { json in
      json.members(
        of: portal, format: "annex-measures", version: 1, digest: portal.measuresDigest,
        generator: generator)
      json.member("scopes", ifAny: portal.scopes) { json, scope in
        json.member("id", scope.id.value)
        json.member("name", scope.name, of: portal)
        json.member("country", ifPresent: scope.country?.value)
        json.member("site", ifTrue: scope.isSite)
      }
      json.member("schemes", ifAny: portal.catalog.schemes.map(\.scheme)) { json, scheme in
        json.member("id", scheme.id.value)
        json.member("title", scheme.title, of: portal)
        json.member("url", ifPresent: scheme.url?.value)
      }
      json.key("measures")
      json.array { json in
        for (index, control) in portal.controls.enumerated() {
          for (number, measure) in control.measures.enumerated() {
            let position = MeasureCatalog.Position(control: index, measure: number)
            json.object { json in
              json.lineBreak()
              write(measure, of: control, places[position] ?? [], to: &json)
            }
          }
        }
      }
    }
    json.lineBreak()
    return json.bytes
  }

  private func write(
    _ measure: Measure, of control: Control, _ placements: [Placement], to json: inout JSONText
  ) {
    json.member("id", measure.id.value)
    json.member("text", measure.text, of: portal)
    let known = portal.schemes.find(control.control.value)?.control
    json.key("control")
    json.object { json in
      json.member("scheme", control.scheme)
      json.member("number", control.number)
      json.member("name", control.title ?? known?.name, of: portal)
    }
    let objective = measure.objective ?? control.objective
    json.member(
      "objective", ifPresent: (objective?.value ?? known?.objectives.first)?.rawValue)
    if !measure.products.isEmpty { json.member("products", measure.products.map(\.value)) }
    json.member("scopes", ifAny: stated(of: measure)) { json, scope in
      json.member("scope", scope.scope.value)
      json.member("state", scope.state.value.rawValue)
      json.member("subProcessor", ifPresent: scope.delegate?.value)
      json.member("reason", scope.reason, of: portal)
      json.member("duty", scope.duty, of: portal)
      json.member("since", ifPresent: scope.since?.value.description)
      json.member("due", ifPresent: scope.due?.value.description)
    }
    json.member("controls", ifAny: placements) { json, placement in
      json.member("scheme", placement.scheme)
      json.member("numbers", placement.numbers)
      json.member("basis", placement.basis.rawValue)
    }
    if !measure.mapsTo.isEmpty { json.member("mapsTo", measure.mapsTo.map(\.value)) }
    json.member("evidence", ifAny: publicEvidence(of: measure)) { json, evidence in
      json.member("title", evidence.title, of: portal)
      json.member("url", ifPresent: evidence.url?.value)
      json.member("checked", ifPresent: evidence.checked?.value.description)
    }
    json.member("attributes", ifAny: measure.attributes) { json, attribute in
      json.member("name", attribute.name.value)
      json.member("values", attribute.values.map(\.value))
    }
    json.member("reviewed", ifPresent: measure.reviewed?.value.description)
    if let origin = measure.origin {
      json.key("statedIn")
      json.object { json in
        json.member("agreement", origin.agreement)
        json.member("place", origin.path)
        json.member("path", "\(portal.page(ofOrigin: origin, in: paths))#\(origin.anchor)")
      }
    }
    json.member("path", texts.path(of: measure, under: control))
  }

  /// Where a measure stands in one scheme.
  private struct Placement {
    var scheme: String
    var numbers: [String]
    var basis: MeasurePlacement.Basis
  }

  /// Where every measure stands in the schemes that the portal shows.
  private func placements() -> [MeasureCatalog.Position: [Placement]] {
    var found: [MeasureCatalog.Position: [Placement]] = [:]
    for placed in portal.catalog.schemes {
      for section in placed.sections where !section.controls.isEmpty {
        let numbers = section.controls.map { placed.scheme.controls[$0].number.value }
        for position in section.measures {
          var known = found[position] ?? []
          if let last = known.indices.last, known[last].scheme == placed.scheme.id.value,
            known[last].basis == section.basis
          {
            known[last].numbers += numbers
          } else {
            known.append(
              Placement(scheme: placed.scheme.id.value, numbers: numbers, basis: section.basis))
          }
          found[position] = known
        }
      }
    }
    return found
  }

  /// What a measure states for the scopes of the portal, in their order.
  func stated(of measure: Measure) -> [MeasureScope] {
    portal.scopes.compactMap { scope in
      measure.scopes.first { $0.scope.value == scope.id.value }
    }
  }

  /// The evidence of a measure and of its scopes that the public may see.
  func publicEvidence(of measure: Measure) -> [Evidence] {
    (measure.evidence + measure.scopes.flatMap(\.evidence)).filter { $0.audience == .public }
  }
}
