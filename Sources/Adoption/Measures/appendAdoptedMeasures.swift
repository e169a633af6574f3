package import Diagnostics
internal import Registers

/// Writes measures that an agreement states as the member `measures` of a JSON object, as
/// docs/content.md describes it.
package func appendAdoptedMeasures(_ measures: [AdoptedMeasure], to json: inout JSONText) {
  json.key("measures")
  json.array { json in
    for measure in measures { json.object { append(measure, to: &$0) } }
  }
}

private func append(_ measure: AdoptedMeasure, to json: inout JSONText) {
  json.member("text", measure.text)
  json.member("control", measure.control)
  if let name = ControlSchemes.shipped.name(of: measure.control, in: "en") {
    json.member("controlName", name)
  }
  if !measure.label.isEmpty { json.member("label", measure.label) }
  if !measure.mapsTo.isEmpty { json.member("mapsTo", measure.mapsTo) }
  if let objective = measure.objective { json.member("objective", objective.rawValue) }
  json.key("scopes")
  json.array { json in
    for scope in measure.scopes {
      json.object { json in
        json.member("scope", scope.id)
        if scope.name != scope.id { json.member("name", scope.name) }
        json.member("state", scope.state.rawValue)
        if let reason = scope.reason { json.member("reason", reason) }
        if let delegate = scope.delegate { json.member("to", delegate) }
      }
    }
  }
  if !measure.evidence.isEmpty {
    json.key("evidence")
    json.array { json in
      for pointer in measure.evidence {
        json.object { json in
          if let title = pointer.title { json.member("title", title) }
          if let url = pointer.url { json.member("url", url) }
        }
      }
    }
  }
  json.member("path", measure.path)
  json.member("anchor", measure.anchor)
  json.member("line", measure.range.start.line)
  json.member("column", measure.range.start.column)
}
