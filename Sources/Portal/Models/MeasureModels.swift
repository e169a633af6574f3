internal import Deadlines
internal import Frontmatter
internal import Registers
internal import Templating

/// The measures as templates see them, in one language: see docs/theme.md.
struct MeasureModels: Sendable {
  let portal: CompiledPortal
  let language: String
  let paths: PortalPaths
  private let subProcessors: [String: String]
  /// Controls that have a page.
  private let controls: Set<String>

  init(_ portal: CompiledPortal, language: String, paths: PortalPaths) {
    self.portal = portal
    self.language = language
    self.paths = paths
    subProcessors = Dictionary(
      portal.subProcessors.map { ($0.id.value, $0.displayName) },
      uniquingKeysWith: { first, _ in first })
    controls = Set(portal.controls.map(\.control.value))
  }

  var measureCount: Int { portal.controls.reduce(0) { $0 + $1.measures.count } }

  /// The states in the order in which a legend lists them.
  private static let stateOrder = [
    "implemented", "partial", "planned", "delegated", "customer", "shared", "not-applicable",
    "not-stated",
  ]

  /// The model `matrix` of `pages/measures.html`.
  func matrix() -> Value {
    var counts: [String: Int] = [:]
    for measure in portal.controls.flatMap(\.measures) {
      for scope in portal.scopes { counts[state(of: measure, in: scope), default: 0] += 1 }
    }
    let schemes = Set(portal.controls.map(\.scheme)).sorted()
    let scheme = schemes.count == 1 ? schemes.first : nil
    return .pairs([
      "measure_count": .integer(measureCount),
      "scheme": .pairs([
        "title": .string(schemes.map { schemeTitle($0) }.joined(separator: ", ")),
        "edition": .optional(scheme.flatMap { portal.schemes[$0]?.dated?.value.description }),
      ]),
      "schemes": [],
      "scopes": .array(
        portal.scopes.map {
          .pairs(["id": .string($0.id.value), "name": .string($0.name.text(in: language).text)])
        }),
      "states": .array(
        Self.stateOrder.compactMap { state in
          counts[state].map { .pairs(["state": .string(state), "count": .integer($0)]) }
        }),
      "controls": .array(
        portal.controls.map { control in
          .pairs([
            "anchor": .string(anchor(of: control)),
            "number": .string(number(of: control)),
            "name": .string(name(of: control)),
            "path": .string(path(of: control)),
            "measures": .array(control.measures.map { measure($0, of: control) }),
          ])
        }),
    ])
  }

  /// Controls with the measures that are stated for a scope, or all of them, for the text of an
  /// agreement.
  func controls(scope: String?) -> Value {
    .array(
      portal.controls.compactMap { control in
        let chosen = control.measures.filter { measure in
          guard let scope else { return true }
          return measure.scopes.contains {
            $0.scope.value == scope && $0.state.value != .notApplicable
          }
        }
        guard !chosen.isEmpty else { return nil }
        return .pairs([
          "number": .string(number(of: control)), "name": .string(name(of: control)),
          "path": .string(path(of: control)),
          "measures": .array(chosen.map { measure($0, of: control) }),
        ])
      })
  }

  /// The model `control` of `pages/control.html`.
  func page(of index: Int) -> Value {
    let control = portal.controls[index]
    let previous = index > 0 ? link(to: portal.controls[index - 1]) : .none
    let next = index + 1 < portal.controls.count ? link(to: portal.controls[index + 1]) : .none
    return .pairs([
      "name": .string(name(of: control)),
      "number": .string(number(of: control)),
      "scheme": .pairs([
        "title": .string(schemeTitle(control.scheme)), "path": .none, "url": .none,
        "edition": .optional(portal.schemes[control.scheme]?.dated?.value.description),
      ]),
      "description": .none,
      "objective": .optional(control.objective?.value.rawValue),
      "legal_basis": .none,
      "other_names": [],
      "measures": .array(control.measures.map { measure($0, of: control) }),
      "previous": previous,
      "next": next,
    ])
  }
}

extension MeasureModels {
  func path(of control: Control) -> String { paths.control(control.control.value, language) }

  func name(of control: Control) -> String {
    control.title?.text(in: language).text
      ?? portal.schemes.name(of: control.control.value, in: language)
      ?? control.control.value
  }

  private func link(to control: Control) -> Value {
    .link(title: name(of: control), path: path(of: control))
  }

  private func number(of control: Control) -> String {
    String(control.control.value.dropFirst(control.scheme.count + 1))
  }

  private func anchor(of control: Control) -> String { control.control.value }

  private func schemeTitle(_ scheme: String) -> String {
    portal.schemes[scheme]?.title.text(in: language).text ?? scheme
  }

  private func state(of measure: Measure, in scope: PortalSettings.Scope) -> String {
    measure.scopes.first { $0.scope.value == scope.id.value }?.state.value.rawValue ?? "not-stated"
  }

  private func measure(_ measure: Measure, of control: Control) -> Value {
    .pairs([
      "id": .string(measure.id.value),
      "anchor": .string(measure.id.value),
      "text": .passage(measure.text, in: language, writtenIn: paths.defaultLanguage),
      "path": .string("\(path(of: control))#\(measure.id.value)"),
      "cells": .array(portal.scopes.map { cell(of: measure, in: $0) }),
      "evidence": .array(
        (measure.evidence + measure.scopes.flatMap(\.evidence)).filter { $0.audience == .public }
          .map { evidence($0) }),
      "maps_to": .array(measure.mapsTo.map { counterpart($0.value) }),
      "reviewed": .optional(measure.reviewed?.value.description),
      "owner": .optional(measure.owner?.value),
    ])
  }

  private func cell(of measure: Measure, in scope: PortalSettings.Scope) -> Value {
    let found = measure.scopes.first { $0.scope.value == scope.id.value }
    let delegate = found?.delegate?.value
    return .pairs([
      "scope": .string(scope.name.text(in: language).text),
      "state": .string(found?.state.value.rawValue ?? "not-stated"),
      "sub_processor": delegate.map {
        .link(title: subProcessors[$0] ?? $0, path: paths.subProcessor($0, language))
      } ?? .none,
      "reason": found?.reason.map {
        .passage($0, in: language, writtenIn: paths.defaultLanguage)
      } ?? .none,
    ])
  }

  /// A control of another scheme: by its name where the scheme is known, with a page where it has one.
  private func counterpart(_ control: String) -> Value {
    guard let (scheme, found) = portal.schemes.find(control) else {
      return .link(title: standardTitle(of: control))
    }
    let id = "\(scheme.id.value).\(found.number.value)"
    let name = found.name.text(in: language).text
    return .link(
      title: "\(schemeTitle(scheme.id.value)), \(found.number.value): \(name)",
      path: controls.contains(id) ? paths.control(id, language) : nil)
  }

  private func evidence(_ evidence: Evidence) -> Value {
    .pairs([
      "title": .string(evidence.title?.text(in: language).text ?? evidence.url?.value ?? ""),
      "path": .none, "url": .optional(evidence.url?.value),
      "checked": .optional(evidence.checked?.value.description),
    ])
  }
}

/// A control of a standard as it is cited: `iso27001:2022/7.2` is `ISO/IEC 27001:2022, 7.2`.
///
/// What is written in another way stays as it is.
func standardTitle(of control: String) -> String {
  let parts = control.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1)
  guard parts.count == 2 else { return control }
  let standard = String(Substring(parts[0]))
  let number = String(Substring(parts[1]))
  if standard.hasPrefix("iso"), standard.dropFirst(3).utf8.first.map({ $0 < 0x3A }) ?? false {
    return "ISO/IEC \(standard.dropFirst(3)), \(number)"
  }
  return "\(standard.uppercased()), \(number)"
}
