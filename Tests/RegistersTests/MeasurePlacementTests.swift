import Frontmatter
import Testing

@testable import Registers

struct MeasurePlacementTests {
  private func place(
    _ keys: String, measure: String = "", in scheme: String, own: String = ""
  ) throws -> (numbers: [String], basis: MeasurePlacement.Basis) {
    let control = try #require(
      control(
        "---\n\(keys)\nmeasures:\n  - {id: m, text: t, scopes: {}\(measure)}\n---\n"
      ).record)
    var schemes = ControlSchemes.shipped
    if !own.isEmpty {
      let (house, faults) = readControlScheme(
        from: Array("title: House\ncontrols: \(own)\n".utf8), path: "house.yml")
      #expect(faults.isEmpty)
      schemes = schemes.replacing(with: [try #require(house)], mapping: nil)
    }
    schemes = schemes.completed(with: [control])
    let target = try #require(schemes[scheme])
    let placement = schemes.placement(of: control.measures[0], under: control, in: target)
    return (placement.controls.map { target.controls[$0].number.value }, placement.basis)
  }

  @Test(arguments: [
    ("bdsg9.1", "bdsg9", ["1"], MeasurePlacement.Basis.stated),
    ("bdsg9.1", "iso27001", ["7.1", "7.2", "7.3", "7.4", "7.5", "7.6", "7.8"], .mapping),
    ("bdsg9.5", "bdsg64", ["7"], .mapping),
    ("bdsg9.4", "gdpr32", ["b"], .objective),
    ("bdsg9.7", "sdm", ["availability"], .objective),
    ("bdsg64.10", "iso27001", ["5.24", "5.25", "5.26", "5.27", "5.28"], .mapping),
    // Letter b answers to half of the standard; that says nothing.
    ("gdpr32.b", "iso27001", [], .none),
    ("gdpr32.d", "c5", ["COM-02", "COM-03", "COM-04"], .mapping),
  ])
  func followsTheMapping(
    control: String, scheme: String, numbers: [String], basis: MeasurePlacement.Basis
  ) throws {
    let found = try place("control: \(control)", in: scheme)

    #expect(found.numbers == numbers)
    #expect(found.basis == basis)
  }

  @Test func letsTheRecordDecide() throws {
    let stated = try place(
      "control: bdsg9.1", measure: ", maps-to: [\"iso27001:2022/7.2\"]", in: "iso27001")
    let objective = try place(
      "control: bdsg9.8", measure: ", objective: pseudonymisation", in: "gdpr32")

    #expect(stated.numbers == ["7.2"])
    #expect(stated.basis == .stated)
    #expect(objective.numbers == ["a"])
    #expect(objective.basis == .objective)
  }

  /// A control of one's own is answered by the measures of those that it names.
  @Test(arguments: [
    ("bdsg9.1", "", ["doors"], MeasurePlacement.Basis.stated),
    ("bdsg9.2", "", ["accounts", "devices"], .mapping),
    ("bdsg9.3", "", [], .none),
    // The words of the record come first.
    ("bdsg9.1", ", maps-to: [house.devices]", ["devices"], .stated),
    ("bdsg9.2", ", maps-to: [\"iso27001:2022/7.2\"]", ["visitors"], .stated),
    // What a record names comes beside its own control, not in place of it.
    ("bdsg9.1", ", maps-to: [\"iso27001:2022/7.2\"]", ["doors", "visitors"], .stated),
    ("bdsg9.1", ", maps-to: [bdsg9.2]", ["doors"], .stated),
  ])
  func readsMapsToInBothDirections(
    control: String, measure: String, numbers: [String], basis: MeasurePlacement.Basis
  ) throws {
    let found = try place(
      "control: \(control)", measure: measure, in: "house",
      own: """

          doors: {name: Doors, maps-to: [bdsg9.1, gdpr32.c]}
          visitors: {name: Visitors, maps-to: ["iso27001:2022/7.2"]}
          devices: {name: Devices, maps-to: [bdsg9.2]}
          accounts: {name: Accounts, maps-to: [bdsg9.2]}
        """)

    #expect(found.numbers.sorted() == numbers)
    #expect(found.basis == basis)
  }

  @Test func listsControlsThatOnlyRecordsName() throws {
    let found = try place("control: house.doors\ntitle: Doors", in: "house")

    #expect(found.numbers == ["doors"])
    #expect(found.basis == .stated)
  }
}
