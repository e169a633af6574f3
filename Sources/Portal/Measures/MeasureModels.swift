internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

/// The pages of measures as templates see them, in one language: see docs/theme.md.
struct MeasureModels: Sendable {
  let texts: MeasureTexts
  var portal: CompiledPortal { texts.portal }
  var paths: PortalPaths { texts.paths }
  var language: String { texts.language }

  init(_ portal: CompiledPortal, words: Words, paths: PortalPaths) {
    texts = MeasureTexts(portal, words: words, paths: paths)
  }

  var measureCount: Int { portal.controls.reduce(0) { $0 + $1.measures.count } }

  /// The states in the order in which a legend lists them.
  private static let stateOrder = [
    "implemented", "partial", "planned", "delegated", "customer", "shared", "not-applicable",
    MeasureTexts.notStated,
  ]

  /// The model `matrix` of `pages/measures.html`: all measures as their records order them.
  func matrix() -> Value {
    let schemes = Set(portal.controls.map(\.scheme))
    let only = schemes.count == 1 ? schemes.first : nil
    return matrix(
      scheme: only.map { texts.schemeLink($0) }
        ?? .pairs([
          "title": .string(texts.words.text("measures.as-recorded")), "path": .none, "url": .none,
          "edition": .none,
        ]),
      id: only,
      sections: portal.controls.enumerated().map { index, control in
        section(
          id: control.control.value, heads: [head(of: control)], basis: .stated,
          measures: control.measures.indices.map { .init(control: index, measure: $0) })
      })
  }

  /// The same in a scheme that the portal shows.
  func matrix(inScheme index: Int) -> Value {
    let placed = portal.catalog.schemes[index]
    let id = placed.scheme.id.value
    return matrix(
      scheme: texts.schemeLink(id), id: id,
      sections: placed.sections.map { part in
        let numbers = part.controls.map { placed.scheme.controls[$0].number.value }
        return section(
          id: "\(id).\(numbers.isEmpty ? "none" : numbers.joined(separator: "_"))",
          heads: part.controls.map { texts.head(placed.scheme, $0) }, basis: part.basis,
          measures: part.measures)
      })
  }

  private func matrix(scheme: Value, id: String?, sections: [Value]) -> Value {
    .pairs([
      "measure_count": .integer(measureCount),
      "version": .optional(portal.settings.measuresDocument.version?.value),
      "effective": .optional(portal.settings.measuresDocument.effective?.value.description),
      "scheme": scheme,
      "schemes": schemeLinks(shown: id),
      "coverage_path": .optional(
        id.flatMap { id in
          portal.catalog.schemes.contains { $0.scheme.id.value == id }
            ? paths.schemeCoverage(id, language) : nil
        }),
      "responsibility_path": .string(paths.responsibility(language)),
      "document_path": .string(paths.measuresDocument(language)),
      "scopes": .array(
        portal.scopes.map {
          .pairs([
            "id": .string($0.id.value), "name": .string(texts.scopeNames[$0.id.value] ?? ""),
          ])
        }),
      "states": states(),
      "controls": .array(sections),
    ])
  }

  /// How often each state occurs.
  private func states() -> Value {
    var counts: [String: Int] = [:]
    var count = 0
    let known = Set(portal.scopes.map(\.id.value))
    for measure in portal.controls.lazy.flatMap(\.measures) {
      for scope in measure.scopes where known.contains(scope.scope.value) {
        counts[scope.state.value.rawValue, default: 0] += 1
        count += 1
      }
    }
    let unstated = measureCount * portal.scopes.count - count
    if unstated > 0 { counts[MeasureTexts.notStated] = unstated }
    return .array(
      Self.stateOrder.compactMap { state in
        counts[state].map { .pairs(["state": .string(state), "count": .integer($0)]) }
      })
  }

  /// The matrix in each scheme, where there is more than one.
  private func schemeLinks(shown: String?) -> Value {
    var links: [Value] = []
    if !portal.catalog.schemes.contains(where: \.isRecorded) {
      links.append(
        .pairs([
          "title": .string(texts.words.text("measures.as-recorded")),
          "path": .string(paths.measures(language)), "is_shown": .boolean(shown == nil),
        ]))
    }
    for placed in portal.catalog.schemes {
      let id = placed.scheme.id.value
      links.append(
        .pairs([
          "title": .string(texts.title(ofScheme: id)),
          "path": .optional(texts.path(ofScheme: id)), "is_shown": .boolean(shown == id),
        ]))
    }
    return .array(links)
  }

  private func section(
    id: String, heads: [Value], basis: MeasurePlacement.Basis,
    measures: [MeasureCatalog.Position]
  ) -> Value {
    .pairs([
      "anchor": .string(id), "heads": .array(heads), "basis": .string(basis.rawValue),
      "measures": .array(measures.map { row($0) }),
    ])
  }

  /// A measure as a row of a matrix.
  private func row(_ position: MeasureCatalog.Position) -> Value {
    let measure = texts.measure(at: position)
    return .pairs([
      // An id that an adopted measure was given is no name that anybody uses.
      "id": .optional(measure.origin == nil ? measure.id.value : nil),
      "text": texts.passage(measure.text),
      "path": .string(texts.path(of: measure, under: texts.control(of: position))),
      "cells": texts.cells(of: measure),
    ])
  }

  private func head(of control: Control) -> Value {
    .pairs([
      "number": .string(control.number), "name": .string(texts.name(of: control)),
      "path": .optional(texts.path(ofControl: control.control.value)),
    ])
  }

  /// Controls with the measures that the processor takes in a scope, or anywhere, for the text of
  /// an agreement: what is planned only, does not apply or is up to the customer is no promise.
  func controls(scope: String?) -> Value {
    .array(
      portal.controls.compactMap { control in
        let chosen = control.measures.compactMap { promised($0, scope: scope) }
        guard !chosen.isEmpty else { return nil }
        return .pairs([
          "number": .string(control.number), "name": .string(texts.name(of: control)),
          "path": .string(paths.control(control.control.value, language)),
          "measures": .array(chosen),
        ])
      })
  }

  /// The text of a measure, and where it is in which state unless it is in place in all scopes;
  /// `nil` where nothing of it is promised.
  private func promised(_ measure: Measure, scope: String?) -> Value? {
    let stated = measure.scopes.filter { scope == nil || $0.scope.value == scope }
    guard stated.contains(where: \.state.value.isPromised) else { return nil }
    let covered = Set(stated.map(\.scope.value))
    let isComplete =
      stated.allSatisfy { $0.state.value == .implemented }
      && (scope != nil || covered.contains(MeasureScope.everywhere)
        || portal.scopes.allSatisfy { covered.contains($0.id.value) })
    return .pairs([
      "text": texts.passage(measure.text),
      "states": isComplete ? [] : states(of: stated),
    ])
  }

  /// States with the scopes that are in each of them. Where a measure does not apply, it is left
  /// out.
  func states(of scopes: [MeasureScope]) -> Value {
    var states: [(first: MeasureScope, scopes: [String])] = []
    for scope in scopes where scope.state.value != .notApplicable {
      let name = texts.scopeNames[scope.scope.value] ?? scope.scope.value
      if let known = states.firstIndex(where: { isSaid($0.first, asOf: scope) }) {
        states[known].scopes.append(name)
      } else {
        states.append((scope, [name]))
      }
    }
    return .array(
      states.map { stated, scopes in
        .pairs([
          "state": .string(stated.state.value.rawValue),
          "sub_processor": stated.delegate.map { texts.company($0.value) } ?? .none,
          "duty": stated.duty.map { texts.passage($0) } ?? .none,
          "reason": stated.reason.map { texts.passage($0) } ?? .none,
          "due": .optional(stated.due?.value.description),
          "is_overdue": .boolean(stated.isOverdue(on: portal.asOf)),
          "scopes": .texts(scopes),
        ])
      })
  }

  /// Whether the same is to be said of a measure in two scopes.
  private func isSaid(_ one: MeasureScope, asOf other: MeasureScope) -> Bool {
    func words(_ text: LocalizedText?) -> String? { text?.text(in: language).text }
    return one.state.value == other.state.value && one.delegate?.value == other.delegate?.value
      && words(one.duty) == words(other.duty) && words(one.reason) == words(other.reason)
      && one.due?.value == other.due?.value
  }
}

extension MeasureState {
  /// Whether the processor sees to it, by itself or by a sub-processor, at least in part.
  fileprivate var isPromised: Bool {
    switch self {
    case .implemented, .partial, .delegated, .shared: true
    case .planned, .notApplicable, .customer: false
    }
  }
}
