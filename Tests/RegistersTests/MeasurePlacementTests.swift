import Frontmatter
import Testing

@testable import Registers

struct MeasurePlacementTests {
  private func place(
    _ keys: String, measure: String = "", in scheme: String
  ) throws -> (numbers: [String], basis: MeasurePlacement.Basis) {
    let control = try #require(
      control(
        "---\n\(keys)\nmeasures:\n  - {id: m, text: t, scopes: {}\(measure)}\n---\n"
      ).record)
    let schemes = ControlSchemes.shipped.completed(with: [control])
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

  @Test func listsControlsThatOnlyRecordsName() throws {
    let found = try place("control: house.doors\ntitle: Doors", in: "house")

    #expect(found.numbers == ["doors"])
    #expect(found.basis == .stated)
  }
}
