package import Deadlines
package import Diagnostics
import Frontmatter

/// Reports what rests on companies whose work has ended by `day`: measures that are left to them,
/// and companies in use that they engage.
package func checkEndedCompanies(
  in registers: RegisterSet, on day: CalendarDate
) -> [Diagnostic] {
  let ended = Dictionary(
    registers.subProcessors.compactMap { company in
      company.end(by: day).map { (company.id.value, (company, $0)) }
    }, uniquingKeysWith: { first, _ in first })
  guard !ended.isEmpty else { return [] }
  var diagnostics: [Diagnostic] = []
  for company in registers.subProcessors where !company.isExcluded {
    guard let upper = company.engagedBy, let (other, last) = ended[upper.value],
      company.engagements.contains(where: { $0.isCurrent(on: day) })
    else { continue }
    diagnostics.append(
      Diagnostic(
        .companyEnded, .warning,
        "'\(other.displayName)' ended on \(last), but '\(company.displayName)', which it engages, did not",
        at: upper.range, help: "write who engages it now, or the day on which it 'ended', too"))
  }
  for scope in registers.controls.flatMap(\.measures).flatMap(\.scopes) {
    guard let delegate = scope.delegate, let (other, last) = ended[delegate.value] else { continue }
    diagnostics.append(
      Diagnostic(
        .companyEnded, .warning,
        "measure is left to '\(other.displayName)', which ended on \(last)", at: delegate.range,
        help: "write the company that takes it now, or the measure's new state"))
  }
  return diagnostics
}

extension SubProcessor {
  /// The last day of its last task, where all tasks are over by `day`.
  fileprivate func end(by day: CalendarDate) -> CalendarDate? {
    guard !isExcluded, !engagements.contains(where: { $0.isCurrent(on: day) }) else { return nil }
    return engagements.compactMap { $0.ended?.value }.max()
  }
}

extension Diagnostic.Code {
  package static let companyEnded = Self(rawValue: "company-ended")
}
