import Agreements
import Diagnostics
import Foundation
import References
import TestSupport
import Testing

/// Whole agreements in different styles of drafting, with all that is understood of them.
struct WholeAgreementTests {
  @Test(arguments: ["addendum", "auftragsverarbeitung", "services"])
  func understandsWhatAReaderWould(name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(name)")
    let source = try String(contentsOf: folder.appending(path: "input.md"), encoding: .utf8)
    try expectGolden(dump(source), at: folder.appending(path: "expected.txt"))
  }

  private func dump(_ source: String) -> String {
    let (portal, diagnostics) = understand(source)
    let (reading, understood) = (portal.readings[0], portal.agreements[0])
    let place = { (provision: Int32) in
      provision < 0 ? "-" : reading.agreement.legalPath(of: Int(provision)).written
    }
    var lines: [String] = []
    for reference in understood.resolved.references {
      let targets = reference.parts.flatMap(\.targets).map { place($0.provision) }
      lines.append(
        "reference \(place(reference.provision)): \(reading.text(reference.textRange)) "
          + "-> \(targets.joined(separator: ", "))"
          + (reference.status == .resolved ? "" : " (\(reference.status.rawValue))"))
    }
    for citation in understood.resolved.citations {
      let law = shippedLaws.laws[citation.law].id
      lines.append(
        "citation \(place(citation.provision)): \(reading.text(citation.textRange)) -> \(law)"
          + (citation.written.isEmpty ? "" : " \(citation.unit.rawValue) \(citation.written)"))
    }
    for term in understood.terms.terms {
      lines.append("term \(place(term.provision)): \(term.name)")
    }
    for use in understood.terms.uses {
      lines.append("use \(place(use.provision)): \(reading.text(use.textRange))")
    }
    for period in understood.periods {
      lines.append(
        "period \(place(period.provision)): \(reading.text(period.textRange)) [\(period.kind.rawValue)"
          + "\(period.party.isEmpty ? "" : ", \(period.party)")]")
    }
    for blank in understood.blanks {
      lines.append("blank \(place(blank.provision)): \(blank.kind.rawValue) \(blank.label)")
    }
    for coverage in understood.coverage where coverage.status != .missing {
      let duty = ReferenceCatalogs.shipped.duties.duties[coverage.duty].id
      lines.append(
        "duty \(duty): \(coverage.status.rawValue) "
          + coverage.places.map { place($0.provision) }.joined(separator: ", "))
    }
    for diagnostic in diagnostics.inReadingOrder() {
      let start = diagnostic.range?.start ?? SourcePosition(line: 0, column: 0)
      lines.append(
        "\(start.line):\(start.column) \(diagnostic.severity.name): \(diagnostic.summary)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
