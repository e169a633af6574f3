package import Diagnostics
internal import Registers

/// Writes measures that an agreement states as the member `measures` of a JSON object, as
/// docs/content.md describes it.
package func appendAdoptedMeasures(_ measures: [AdoptedMeasure], to json: inout JSONText) {
  json.member("measures", objects: measures) { append($1, to: &$0) }
}

private func append(_ measure: AdoptedMeasure, to json: inout JSONText) {
  json.member("text", measure.text)
  json.member("control", measure.control)
  json.member(
    "controlName", ifPresent: ControlSchemes.shipped.name(of: measure.control, in: "en"))
  if !measure.label.isEmpty { json.member("label", measure.label) }
  if !measure.mapsTo.isEmpty { json.member("mapsTo", measure.mapsTo) }
  json.member("objective", ifPresent: measure.objective?.rawValue)
  json.member("scopes", objects: measure.scopes) { json, scope in
    json.member("scope", scope.id)
    if scope.name != scope.id { json.member("name", scope.name) }
    json.member("state", scope.state.rawValue)
    json.member("reason", ifPresent: scope.reason)
    json.member("to", ifPresent: scope.delegate)
  }
  json.member("evidence", ifAny: measure.evidence) { json, pointer in
    json.member("title", ifPresent: pointer.title)
    json.member("url", ifPresent: pointer.url)
  }
  json.member("path", measure.path)
  json.member("anchor", measure.anchor)
  json.member("line", measure.range.start.line)
  json.member("column", measure.range.start.column)
}
