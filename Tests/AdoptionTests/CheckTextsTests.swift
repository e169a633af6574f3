import Agreements
import Deadlines
import Diagnostics
import Registers
import Testing

@testable import Adoption

struct CheckTextsTests {
  private func check(_ text: String, records: [String]) throws -> [Diagnostic] {
    let companies = records.enumerated().compactMap { number, record in
      readSubProcessor(from: Array("---\n\(record)\n---\n".utf8), path: "s/s\(number).md").record
    }
    let (settings, _) = readPortalSettings(
      from: Array("title: T\nprocessor: {name: Kite Software GmbH}\n".utf8), path: "portal.yml")
    let day = try #require(CalendarDate("2026-06-01"))
    let (agreement, _) = readAgreement(
      Array("---\ntitle: A\n---\n\n## 1. Text\n\n\(text)\n".utf8), path: "dpa.md")
    return checkTexts(
      of: agreement,
      against: RegisterFacts(companies, settings: settings, using: TransferAssessor(on: day)))
  }

  private static let inside = record("Fels Online GmbH", "DE")
  private static let outside = record("Postbote, Inc.", "US")

  private static func record(_ name: String, _ country: String, role: String = "access") -> String {
    """
    name: \(name)
    address: {country: \(country)}
    engagements: [{service: S, locations: [{country: \(country), role: \(role)}]}]
    """
  }

  @Test(arguments: [
    ("Only one subcontractor hosts databases.", 2, 1), ("Only one subcontractor hosts them.", 1, 0),
    ("We use a single sub-processor.", 2, 1),
    ("Der Auftragnehmer setzt nur einen Unterauftragnehmer ein.", 2, 1),
    ("One of the sub-processors may be replaced.", 2, 0),
    ("The Processor does not engage any sub-processors at present.", 1, 1),
    ("Unterauftragnehmer werden nicht eingesetzt.", 1, 1),
    ("Unterauftragnehmer werden nicht ohne Zustimmung eingesetzt.", 1, 0),
    ("No subcontractors are used.", 1, 1), ("No subcontractors are used.", 0, 0),
    ("Derzeit sind keine Unterauftragnehmer beauftragt.", 1, 1),
    ("The Processor engages no sub-processor without prior authorisation.", 1, 0),
    ("No sub-processor may keep the data.", 1, 0),
    // Promised of a place or of some data only.
    ("The Processor engages no sub-processors outside the EU.", 1, 0),
    ("No sub-processors have access to special categories of data.", 1, 0),
    ("Der Auftragnehmer setzt außerhalb der EU keine Unterauftragnehmer ein.", 1, 0),
    ("Für besondere Kategorien sind keine Unterauftragnehmer beauftragt.", 1, 0),
    ("Es werden keine weiteren Unterauftragnehmer eingesetzt.", 1, 0),
  ])
  func comparesTheNumberOfSubProcessors(text: String, records: Int, count: Int) throws {
    let found = try check(
      text, records: Array([Self.inside, Self.record("Other", "DE")].prefix(records)))

    #expect(found.count { $0.code == .contradictingCount } == count)
  }

  @Test(arguments: [
    ("Data is processed exclusively in a member state of the European Union.", "access", 1),
    ("Die Verarbeitung findet ausschließlich im EWR statt.", "access", 1),
    ("Data is processed only in the EU unless the Controller agrees.", "access", 0),
    ("Data is processed in the EU.", "access", 0),
    ("Data is stored exclusively in the EU.", "access", 0),
    ("Data is stored exclusively in the EU.", "storage", 1),
    ("Backups are kept exclusively in the EU.", "storage", 0),
    ("Personal data shall not be transferred to third countries.", "access", 1),
    ("Eine Übermittlung in Drittländer findet nicht statt.", "access", 1),
    ("Data is not transferred to third countries without safeguards.", "access", 0),
    ("A transfer to third countries takes place.", "access", 0),
  ])
  func comparesTheTerritory(text: String, role: String, count: Int) throws {
    let records = [Self.inside, Self.record("Postbote, Inc.", "US", role: role)]

    #expect(try check(text, records: records).count { $0.code == .contradictingTerritory } == count)
    #expect(
      try check(text, records: [Self.inside]).allSatisfy { $0.code != .contradictingTerritory })
  }

  @Test(arguments: [
    ("Data is kept by Nowhere Storage GmbH in Bonn.", "Nowhere Storage GmbH"),
    ("Data is kept by Nowhere, Inc. and others.", "Nowhere Inc"),
    ("See Nowhere Storage GmbH for that.", "Nowhere Storage GmbH"),
    ("Fels Online GmbH and The Fels Online GmbH keep it.", nil),
    ("Kite Software GmbH is the processor.", nil),
    ("The hall in Bonn:\nNowhere Storage GmbH", "Nowhere Storage GmbH"),
    ("Fels für freie Online GmbH keeps it.", nil),
    ("A limited liability. As such, inc is no company.", nil),
    ("THE SERVICE COMES WITHOUT WARRANTY, INCLUDING, BUT NOT LIMITED TO, THAT OF FITNESS.", nil),
    ("NOWHERE STORAGE LIMITED keeps it.", "NOWHERE STORAGE LIMITED"),
    ("To support our Services, Nowhere, Inc. keeps it.", "Nowhere Inc"),
    ("We engage our Affiliate, Nowhere UK Limited, for it.", "Nowhere UK Limited"),
  ])
  func findsCompaniesThatTheRegisterLacks(text: String, name: String?) throws {
    let records = [Self.inside, Self.record("Fels für freie Online GmbH", "DE")]
    let found = try check(text, records: records).first { $0.code == .unlistedCompany }

    #expect(
      found?.summary == name.map { "the register has no company '\($0)', which the text names" })
  }

  @Test(arguments: [
    ("zwischen der Nowhere Storage GmbH, Kiel\n\n## \u{A7} 1 A\n\nx", 0),
    ("# Parties\n\n(1) NOWHERE STORAGE LIMITED (the Controller).\n\n## 1. A\n\nx", 0),
    (
      "## \u{A7} 1 Parteien\n\nNowhere Storage GmbH \u{2013} im Folgenden \u{201E}Kunde\u{201C} \u{2013}",
      0
    ),
    ("zwischen der Nowhere Storage GmbH, Kiel\n\n## 1. A\n\nFor Nowhere Storage GmbH", 0),
    ("## \u{A7} 1 A\n\nNowhere Storage GmbH hilft.", 1),
  ])
  func knowsThePartiesThatTheTextIntroduces(text: String, count: Int) throws {
    let (agreement, _) = readAgreement(
      Array(
        """
        ---
        title: A
        parties: [{role: controller, blank: true, defined-as: Kunde}]
        ---

        \(text)

        """.utf8), path: "dpa.md")
    let day = try #require(CalendarDate("2026-06-01"))
    let found = checkTexts(
      of: agreement,
      against: RegisterFacts([], settings: nil, using: TransferAssessor(on: day)))
    #expect(found.count { $0.code == .unlistedCompany } == count)
  }
}
