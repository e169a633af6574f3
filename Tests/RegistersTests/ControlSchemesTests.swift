import Frontmatter
import Testing

@testable import Registers

struct ControlSchemesTests {
  private let schemes = ControlSchemes.shipped

  @Test(arguments: [
    ("bdsg9", 8), ("bdsg64", 14), ("gdpr32", 4), ("scc", 17), ("sdm", 7), ("iso27001", 93),
    ("c5", 121), ("soc2", 61),
  ])
  func hasEveryControl(scheme: String, count: Int) throws {
    let scheme = try #require(schemes[scheme])

    #expect(scheme.controls.count == count)
    #expect(Set(scheme.controls.map(\.number.value)).count == count)
    #expect(scheme.edition != nil)
    #expect(scheme.dated != nil)
  }

  @Test(arguments: [
    ("iso27001", ["5", "6", "7", "8"], [37, 8, 14, 34]),
    (
      "c5",
      [
        "OIS", "SP", "HR", "AM", "PS", "OPS", "IDM", "CRY", "COS", "PI", "DEV", "SSO", "SIM", "BCM",
        "COM", "INQ", "PSS",
      ], [7, 3, 6, 6, 7, 24, 9, 4, 8, 3, 10, 5, 5, 4, 4, 4, 12]
    ),
    (
      "soc2",
      [
        "CC1", "CC2", "CC3", "CC4", "CC5", "CC6", "CC7", "CC8", "CC9", "A1", "C1", "PI1", "P",
      ], [5, 3, 4, 2, 3, 8, 5, 1, 2, 3, 2, 5, 18]
    ),
  ])
  func dividesItIntoItsChapters(scheme: String, groups: [String], sizes: [Int]) throws {
    let scheme = try #require(schemes[scheme])

    #expect(scheme.groups.map(\.id) == groups)
    #expect(groups.map { id in scheme.controls.count { $0.group == id } } == sizes)
  }

  @Test func namesEverythingInBothLanguages() {
    for scheme in schemes.all {
      let names = [scheme.title] + scheme.controls.map(\.name) + scheme.groups.map(\.name)
      for name in names {
        #expect(name.variants.map { $0.language?.value } == ["en", "de"], "\(scheme.id.value)")
        #expect(name.variants.allSatisfy { !$0.text.value.isEmpty })
      }
    }
    for topic in schemes.mapping.topics {
      #expect(topic.name.variants.map { $0.language?.value } == ["en", "de"])
    }
  }

  @Test func mapsOnlyControlsThatExist() {
    #expect(schemes.mapping.topics.count == 15)
    for topic in schemes.mapping.topics {
      for (scheme, numbers) in topic.controls {
        #expect(!numbers.isEmpty)
        for number in numbers {
          #expect(schemes.has("\(scheme).\(number.value)"), "\(scheme).\(number.value)")
        }
      }
    }
  }

  /// Every name that lists of measures give one of the eight controls.
  @Test(arguments: [
    ("1", ["Physical access control", "Entry control", "Admission control", "Access control"]),
    ("2", ["Logical access control", "Access control", "Admittance control"]),
    ("3", ["Data access control", "Access control", "Internal access control"]),
    (
      "4",
      [
        "Transfer control", "Data transfer control", "Disclosure", "Transmission",
        "Passing control",
      ]
    ),
    ("5", ["Input control", "Entry control"]),
    ("6", ["Control of instructions", "Job control", "Order control", "Processing control"]),
    ("7", ["Availability control"]),
    ("8", ["Separation control", "Segregation control", "Trennungsgebot", "Trennungskontrolle"]),
  ])
  func knowsTheOtherNamesOfTheEightControls(number: String, names: [String]) throws {
    let control = try #require(schemes["bdsg9"]?.control(number))
    let known = Set(control.aliases + control.name.variants.map(\.text.value))

    #expect(names.filter { !known.contains($0) } == [])
  }

  @Test(arguments: [
    ("bdsg9.1", "Zutrittskontrolle"), ("iso27001:2022/7.2", "Zutritt zu Gebäuden"),
    ("c5@2020/PS-04", "Kontrolle des Zutritts"), ("bdsg64.1", "Zugangskontrolle"),
    ("iso27001.8.10", "Löschung von Informationen"), ("bdsg9.9", nil), ("bdsg9", nil),
    ("iso27001:/7.2", nil), ("iso27001:2022", nil),
  ])
  func findsAControlHoweverItIsWritten(reference: String, name: String?) {
    #expect(schemes.name(of: reference, in: "de") == name)
  }

  @Test func takesTheWorkspacesSchemeInPlaceOfItsOwn() throws {
    let (own, faults) = readControlScheme(
      from: Array("title: Eight\ncontrols: {1: Doors, 2: {name: Keys, maps-to: [c5.PS-04]}}".utf8),
      path: "content/schemes/bdsg9.yml")
    let replaced = schemes.replacing(with: [try #require(own)], mapping: nil)

    #expect(faults == [])
    #expect(replaced.all.count == 8)
    #expect(replaced.name(of: "bdsg9.1", in: "en") == "Doors")
    #expect(replaced["bdsg9"]?.control("2")?.mapsTo.map(\.value) == ["c5.PS-04"])
  }

  @Test(arguments: [
    ("controls: {1: A}", ["missing-key"]), ("title: T", ["missing-key"]),
    ("title: T\ncontrols: {a/b: A}", ["malformed-value"]),
    ("title: T\nid: a.b\ncontrols: {1: A}", ["malformed-value"]),
    ("title: T\ncontrols: {1: {name: A, objectives: [secrecy]}}", ["unknown-value"]),
    ("title: T\ncontrols: {1: {name: A, alias: [B]}}", ["unknown-key"]),
    ("title: T\ncontrols: {1: [A]}", ["wrong-type"]), ("- a", ["wrong-type"]),
    ("", ["missing-key", "missing-key"]),
  ])
  func reportsFaultsOfAScheme(text: String, expected: [String]) {
    let (_, faults) = readControlScheme(from: Array(text.utf8), path: "content/schemes/house.yml")

    #expect(codes(faults) == expected)
  }
}

struct CheckSchemesTests {
  @Test(arguments: [
    ("1: {name: A, maps-to: [bdsg9.1, c5@2020/PS-01]}", []),
    ("1: {name: A, maps-to: [bdsg9.10]}", ["unknown-control"]),
    ("1: {name: A, maps-to: [bdgs9.1]}", ["unknown-scheme"]),
    ("1: {name: A, maps-to: [doors]}", ["malformed-value"]),
    ("1: {name: A, group: doors}", ["unknown-value"]),
  ])
  func reportsControlsThatDoNotExist(control: String, expected: [String]) throws {
    let (scheme, _) = readControlScheme(
      from: Array("title: T\ncontrols: {\(control)}".utf8), path: "content/schemes/house.yml")
    let own = try #require(scheme)
    let schemes = ControlSchemes.shipped.replacing(with: [own], mapping: nil)

    #expect(codes(schemes.check([own], nil)) == expected)
  }

  @Test func reportsAMappingToControlsThatDoNotExist() throws {
    let text = "topics: [{name: T, controls: {bdsg9: [1, 9], house: [1]}}]"
    let mapping = try #require(
      readControlMapping(from: Array(text.utf8), path: "content/schemes/mapping.yml").mapping)

    #expect(
      codes(ControlSchemes.shipped.check([], mapping)) == ["unknown-control", "unknown-scheme"])
  }
}
