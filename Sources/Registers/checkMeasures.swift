package import Deadlines
package import Diagnostics
import Frontmatter

/// Checks what the measures say, and what they leave open, on a day.
///
/// Pure: reads only its arguments. Reports every fault, in no particular order.
///
/// - Complexity: O(companies + measures × (scopes + bytes of text)).
package func checkMeasures(
  _ registers: RegisterSet, schemes: ControlSchemes = .shipped,
  technology: OutdatedTechnology = .shipped, asOf day: CalendarDate
) -> [Diagnostic] {
  var check = MeasureCheck(registers, schemes: schemes, technology: technology, day: day)
  for control in registers.controls {
    for measure in control.measures { check.check(measure) }
    check.checkScopes(of: control)
  }
  check.checkSchemes()
  return check.diagnostics
}

/// One run of the checks.
private struct MeasureCheck {
  let registers: RegisterSet
  /// The ids of the register's companies.
  private let companies: Set<String>
  let schemes: ControlSchemes
  let technology: OutdatedTechnology
  let day: CalendarDate
  /// The last day of a review that still counts.
  let reviewedSince: CalendarDate?
  let checkedSince: CalendarDate?
  var diagnostics: [Diagnostic] = []

  init(
    _ registers: RegisterSet, schemes: ControlSchemes, technology: OutdatedTechnology,
    day: CalendarDate
  ) {
    self.registers = registers
    companies = Set(registers.subProcessors.map(\.id.value))
    self.schemes = schemes
    self.technology = technology
    self.day = day
    let reviews = registers.settings?.reviews
    reviewedSince = day.goingBack(reviews?.measures?.value)
    checkedSince = day.goingBack(reviews?.evidence?.value)
  }

  mutating func check(_ measure: Measure) {
    if let reviewed = measure.reviewed, let since = reviewedSince, reviewed.value < since {
      diagnostics.append(.reviewOverdue(measure.id.value, reviewed, asOf: day))
    }
    check(measure.reviewed, of: measure, "review")
    checkEvidence(of: measure)
    // One day for several scopes is one to be mended.
    let overdue = measure.scopes.filter { $0.isOverdue(on: day) }.compactMap(\.due)
    if let due = overdue.min(by: { $0.value < $1.value }) {
      diagnostics.append(.measureOverdue(measure.id.value, due, asOf: day))
    }
    for scope in measure.scopes where measure.origin != nil {
      checkCompleteness(of: scope, measure)
    }
    for reference in measure.mapsTo { check(reference) }
    // What applies nowhere is not in use, whatever its text names.
    guard measure.scopes.isEmpty || measure.scopes.contains(where: { $0.state.value.isInUse })
    else { return }
    var reported: Set<String> = []
    for variant in measure.text.variants {
      for finding in technology.findings(in: variant.text.value, asOf: day)
      where reported.insert(finding.rule.id).inserted {
        diagnostics.append(.outdatedTechnology(finding, at: variant.text.range))
      }
    }
  }

  /// What is still to come has not been looked at.
  private mutating func check(
    _ date: Located<CalendarDate>?, of measure: Measure, _ what: String
  ) {
    guard let date, date.value > day else { return }
    diagnostics.append(
      Diagnostic(
        .dateOrder, .warning,
        "\(what) of '\(measure.id.value)' is on '\(date.value)', which is still to come",
        at: date.range,
        help: "write the day on which it was last done, at most '\(day)'"))
  }

  private mutating func checkEvidence(of measure: Measure) {
    var undated: Set<String> = []
    for evidence in measure.evidence + measure.scopes.flatMap(\.evidence) {
      check(evidence.checked, of: measure, "check of evidence")
      if let checked = evidence.checked {
        if let since = checkedSince, checked.value < since {
          diagnostics.append(.staleEvidence(measure.id.value, checked, asOf: day))
        }
      } else if let url = evidence.url, undated.insert(url.value).inserted {
        diagnostics.append(
          .uncheckedEvidence(url, isAdopted: measure.origin != nil))
      }
    }
  }

  /// What an agreement may leave out, and a record may not.
  private mutating func checkCompleteness(of scope: MeasureScope, _ measure: Measure) {
    if scope.state.value == .notApplicable, scope.reason == nil {
      diagnostics.append(.missingReason(measure.text.variants[0].text))
    }
    guard scope.state.value == .delegated else { return }
    guard let delegate = scope.delegate else {
      diagnostics.append(.missingDelegate(measure.text.variants[0].text))
      return
    }
    guard !companies.contains(delegate.value) else { return }
    diagnostics.append(.delegateOutsideRegister(delegate))
  }

  /// A control of another scheme that a measure names.
  private mutating func check(_ reference: Located<String>) {
    guard let named = ControlReference(reference.value) else {
      diagnostics.append(
        .malformedValue(
          reference, for: "maps-to", expected: "a scheme and a control such as iso27001:2022/7.2"))
      return
    }
    guard let scheme = schemes[named.scheme] else {
      diagnostics.append(.unknownScheme(reference, named, known: schemes.all.map(\.id.value)))
      return
    }
    guard scheme.position(of: named.number) != nil else {
      diagnostics.append(.unknownControl(reference, named, in: scheme))
      return
    }
    if let edition = named.edition, let own = scheme.edition, edition != own {
      diagnostics.append(.schemeEdition(reference, edition: edition, scheme: scheme, own: own))
    }
  }
}

extension MeasureCheck {
  /// Reports the scopes in which no measure of a control says anything.
  mutating func checkScopes(of control: Control) {
    guard let settings = registers.settings, !control.measures.isEmpty else { return }
    // A control that its scheme does not have is reported as such.
    if let scheme = schemes[control.scheme], scheme.position(of: control.number) == nil { return }
    // An agreement that names no scope speaks of all of them.
    let stated = Set(
      control.measures.flatMap { $0.scopes.map(\.scope.value) + $0.unreadScopes })
    guard !stated.contains(MeasureScope.everywhere) else { return }
    let missing = settings.scopes.map(\.id.value).filter { !stated.contains($0) }
    guard !missing.isEmpty else { return }
    diagnostics.append(.uncoveredScopes(missing, of: control))
  }

  /// Reports the controls of a scheme in use for which there is no measure at all.
  mutating func checkSchemes() {
    var used: Set<String> = []
    let named = Set(registers.settings?.schemes.map(\.value) ?? [])
    // A control that only the other schemes lack doesn't put its own to use.
    var heads: [String: Set<String>] = [:]
    for control in registers.controls {
      heads[control.scheme, default: []].insert(control.number)
    }
    for control in registers.controls where used.insert(control.scheme).inserted {
      let isInUse = named.contains(control.scheme) || heads[control.scheme]?.count ?? 0 > 1
      guard isInUse else { continue }
      guard let scheme = schemes[control.scheme] else { continue }
      var answered: Set<Int> = []
      for record in registers.controls {
        for measure in record.measures {
          answered.formUnion(schemes.placement(of: measure, under: record, in: scheme).controls)
        }
      }
      let missing = scheme.controls.indices.filter { !answered.contains($0) }
      // Few that are missing are forgotten; many are a list that is not finished yet.
      guard !missing.isEmpty, missing.count * 2 <= scheme.controls.count else { continue }
      // The first that is missing in a list of the author's own, else what asks for the scheme.
      let isOwn = scheme.path.hasPrefix("content/")
      let place =
        isOwn
        ? scheme.controls[missing[0]].number.range
        : registers.settings?.schemes.first { $0.value == control.scheme }?.range
          ?? control.control.range
      diagnostics.append(
        .uncoveredControls(
          missing.map { scheme.qualified($0) }, of: control.scheme, at: place))
    }
  }
}

extension MeasureState {
  /// Whether anything is done, or to be done, in this state.
  fileprivate var isInUse: Bool { self != .notApplicable }
}

extension CalendarDate {
  /// The day that lies `period` back, or 12 months where none is stated.
  fileprivate func goingBack(_ period: Period?) -> CalendarDate? {
    guard let period else { return adding(months: -12) }
    return switch period.unit {
    case .years: adding(months: -12 * period.count)
    case .months: adding(months: -period.count)
    case .weeks: advanced(byDays: -7 * period.count)
    case .days, .workingDays, .businessDays, .werktage: advanced(byDays: -period.count)
    }
  }
}
