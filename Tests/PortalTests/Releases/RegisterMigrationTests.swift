import Changes
import Deadlines
import Foundation
import TestSupport
import Testing

@testable import Portal

/// Who begins with `adopt` and goes on with records, or comes back, keeps what was kept elsewhere.
struct RegisterMigrationTests {
  private let fixture: PortalFixture
  private let list = """
    | Company | Service | Location | Transfer |
    |---|---|---|---|
    | Gull AG, Bonn, Germany | Mail | Germany | none |
    | Hydra Inc., Austin, USA | Payments | USA | standard contractual clauses |

    """

  init() throws {
    fixture = try PortalFixture(settings: "sites: [{id: office, name: Office, country: DE}]\n")
  }

  private func writeText(_ version: Int) throws {
    try fixture.agreement(
      "dpa",
      """
      ## 1. Subject

      The company processes.

      # Annex 1 Sub-processors

      \(list)
      # Annex 2 Measures

      ## Confidentiality

      - Doors open with a badge.
      - Data is encrypted.

      """,
      keys:
        "version: '\(version)'\nadopt: {sub-processors: Annex 1, measures: [{at: Annex 2, scheme: gdpr32, scope: office}]}\n"
    )
  }

  private func writeRecords(_ version: Int) throws {
    try fixture.agreement(
      "dpa",
      """
      ## 1. Subject

      The company processes.

      # Annex 1 Sub-processors

      {{ sub_processors() }}

      # Annex 2 Measures

      {{ measures() }}

      """, keys: "version: '\(version)'\n")
    for (id, name, country, service, transfer) in [
      ("gull", "Gull AG", "DE", "Mail", "none-eea"),
      ("hydra", "Hydra Inc.", "US", "Payments", "scc-2021-914"),
    ] {
      try fixture.temporary.write(
        """
        ---
        name: \(name)
        address: {country: \(country)}
        engagements:
          - {service: \(service), locations: [{country: \(country)}], transfer: \(transfer)}
        ---
        """, to: "content/sub-processors/\(id).md")
    }
    try fixture.temporary.write(
      """
      ---
      control: gdpr32.b
      measures:
        - {id: m-1, text: Doors open with a badge., scopes: {office: implemented}}
        - {id: m-2, text: Data is encrypted., scopes: {office: implemented}}
      ---
      """, to: "content/measures/access.md")
  }

  private func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: fixture.temporary.path + "content/\(path)")
  }

  @Test(arguments: [true, false]) func tellsWhatStaysAsWhatStays(isIntoRegister: Bool) throws {
    try isIntoRegister ? writeText(1) : writeRecords(1)
    try fixture.release("2026-01-15")
    if !isIntoRegister {
      for path in ["sub-processors/gull.md", "sub-processors/hydra.md", "measures/access.md"] {
        try remove(path)
      }
    }
    try isIntoRegister ? writeRecords(2) : writeText(2)
    try fixture.release("2026-02-15")

    let changes = try fixture.compile().history.changes[1].changes
    let told = changes.map { "\($0.kind.rawValue) \($0.materiality.rawValue)" }
    for kind in [
      "sub-processor-removed", "sub-processor-added", "measure-removed", "measure-added",
    ] {
      #expect(!told.contains { $0.hasPrefix(kind + " ") }, "\(changes.map(\.statement.english))")
    }
    #expect(!told.contains { $0.hasSuffix(" weakening") }, "\(changes.map(\.statement.english))")
    #expect(told.count { $0 == "measure-moved editorial" } == 2)
    let kept = changes.map(\.statement.english).filter { $0.contains("Hydra Inc.") }
    #expect(
      kept.contains {
        $0.hasSuffix(
          isIntoRegister
            ? "sub-processor “Hydra Inc.” is kept in the register now, and stays"
            : "sub-processor “Hydra Inc.” is listed in the text now, and was in the register before"
        )
      })
  }

  /// Of a company that the register does not have, the text told the truth.
  @Test func tellsWhoWasLeftOut() throws {
    try writeText(1)
    try fixture.release("2026-01-15")
    try writeRecords(2)
    try remove("sub-processors/hydra.md")
    try fixture.release("2026-02-15")

    let changes = try fixture.compile().history.changes[1].changes
    #expect(
      changes.filter { $0.kind.rawValue == "sub-processor-removed" }.map(\.materiality) == [
        .substantive
      ])
  }
}
