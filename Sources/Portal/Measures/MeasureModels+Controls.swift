internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

// Pages of controls: see docs/theme.md.

/// A control that has a page, whichever of its measures are its own.
private struct PagedControl {
  /// With its scheme, such as `iso27001.A.8.24`.
  var id: String
  var name: String
  var number: String
  var scheme: String
  var objective: ProtectionObjective?
  var description: [UInt8] = []
  var measures: [Value] = []
  /// Measures of other controls that answer to it.
  var others: [Value]
  var previous: Value
  var next: Value
}

extension MeasureModels {
  /// The model `control` of a control that records state measures for.
  func page(of index: Int, description: [UInt8] = []) -> Value {
    let control = portal.controls[index]
    let id = control.control.value
    let known = portal.schemes.find(id)?.control
    let neighbours = (index - 1, index + 1)
    func link(_ index: Int) -> Value {
      guard portal.controls.indices.contains(index) else { return .none }
      let control = portal.controls[index]
      return .link(
        title: texts.name(of: control), path: paths.control(control.control.value, language))
    }
    return model(
      of: PagedControl(
        id: id, name: texts.name(of: control), number: control.number, scheme: control.scheme,
        objective: control.objective?.value ?? known?.objectives.first,
        description: description,
        measures: control.measures.map { detail(of: $0, under: control) },
        others: others(in: control.scheme, number: control.number, besides: index),
        previous: link(neighbours.0), next: link(neighbours.1)))
  }

  /// The model `control` of a control to which measures of other controls answer.
  func page(inScheme scheme: Int, of index: Int) -> Value {
    let placed = portal.catalog.schemes[scheme]
    let control = placed.scheme.controls[index]
    func link(_ index: Int?) -> Value {
      guard let index else { return .none }
      return .link(
        title: placed.scheme.controls[index].name.text(in: language).text,
        path: texts.path(ofControl: placed.scheme.qualified(index)))
    }
    let filled = placed.own.indices.filter { !placed.own[$0].isEmpty }
    return model(
      of: PagedControl(
        id: placed.scheme.qualified(index), name: control.name.text(in: language).text,
        number: control.number.value, scheme: placed.scheme.id.value,
        objective: control.objectives.count == 1 ? control.objectives.first : nil,
        others: placed.own[index].map { other($0) },
        previous: link(filled.last { $0 < index }), next: link(filled.first { $0 > index })))
  }

  private func model(of control: PagedControl) -> Value {
    .pairs([
      "name": .string(control.name),
      "number": .string(control.number),
      "scheme": texts.schemeLink(control.scheme),
      "description": control.description.isEmpty ? .none : .markup(control.description),
      "objective": .optional(control.objective?.rawValue),
      "counterparts": .array(counterparts(of: control.id, in: control.scheme)),
      "measures": .array(control.measures),
      "others": .array(control.others),
      "previous": control.previous,
      "next": control.next,
    ])
  }

  /// Controls of the other schemes that the portal shows, by the mapping: each scheme with its own.
  private func counterparts(of id: String, in own: String) -> [Value] {
    let record = Control(
      path: "", control: Located(id, at: portal.settings.title.variants[0].text.range), title: nil)
    return portal.catalog.schemes.compactMap { placed in
      let found = portal.schemes.placement(of: record, in: placed.scheme).controls
      // A control that half of a list corresponds to corresponds to none of it.
      guard placed.scheme.id.value != own, !found.isEmpty, found.count <= 12 else { return nil }
      let links = found.map { index in
        let control = placed.scheme.controls[index]
        return Value.link(
          title: MeasureTexts.title(
            control.number.value, control.name.text(in: language).text),
          path: texts.path(ofControl: placed.scheme.qualified(index)))
      }
      return .pairs([
        "scheme": texts.schemeLink(placed.scheme.id.value), "controls": .array(links),
      ])
    }
  }

  /// Measures of other controls that name this one.
  private func others(in scheme: String, number: String, besides index: Int) -> [Value] {
    guard let placed = portal.catalog.schemes.first(where: { $0.scheme.id.value == scheme }),
      let control = placed.scheme.position(of: number)
    else { return [] }
    return placed.own[control].filter { $0.control != index }.map { other($0) }
  }

  /// A measure that another control's page tells about: a Link, and its states.
  private func other(_ position: MeasureCatalog.Position) -> Value {
    let control = texts.control(of: position)
    let measure = texts.measure(at: position)
    var states: [String] = []
    for scope in measure.scopes where !states.contains(scope.state.value.rawValue) {
      states.append(scope.state.value.rawValue)
    }
    return .pairs([
      "text": texts.passage(measure.text),
      "path": .string(texts.path(of: measure, under: control)),
      "control": .string(texts.name(of: control)),
      "states": .texts(states),
    ])
  }

  /// A Measure with all that the public may see.
  private func detail(of measure: Measure, under control: Control) -> Value {
    .pairs([
      "id": .string(texts.originPath(of: measure) ?? measure.id.value),
      "anchor": .string(measure.id.value),
      "text": texts.passage(measure.text),
      "path": .string(texts.path(of: measure, under: control)),
      "cells": .array(
        portal.scopes.compactMap { scope in
          guard let stated = measure.scopes.first(where: { $0.scope.value == scope.id.value })
          else { return nil }
          return texts.cell(stated)
        }),
      "evidence": texts.evidence(measure.evidence + measure.scopes.flatMap(\.evidence)),
      "maps_to": .array(measure.mapsTo.map { texts.counterpart($0.value) }),
      "attributes": texts.attributes(of: measure),
      "origin": texts.origin(of: measure),
      "reviewed": .optional(measure.reviewed?.value.description),
    ])
  }
}
