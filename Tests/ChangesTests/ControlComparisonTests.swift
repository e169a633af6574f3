import Changes
import Deadlines
import Registers
import Testing

/// What files say of controls and companies beside their keys, and the names of own schemes.
struct ControlComparisonTests {
  private func control(_ text: String) -> Control? {
    readControl(from: Array(text.utf8), path: "content/measures/a.md").record
  }

  private func registers(_ controls: [String], _ scheme: String? = nil) -> RegisterSet {
    let own = scheme.flatMap {
      readControlScheme(from: Array($0.utf8), path: "content/schemes/house.yml").scheme
    }
    return RegisterSet(
      settings: nil, controls: controls.compactMap { control($0) },
      schemes: ControlSchemes.shipped.replacing(with: own.map { [$0] } ?? [], mapping: nil))
  }

  private func told(_ old: RegisterSet, _ new: RegisterSet) -> [String] {
    compareRegisters(old, new).map {
      "\($0.kind.rawValue) \($0.entity) \($0.materiality.rawValue): \($0.statement.english)"
    }
  }

  private let text = """
    ---
    control: bdsg9.1
    measures:
      - {id: pa-01, text: Visitors are registered., scopes: {office: implemented}}
    ---

    Holds for both offices.
    """

  private let scheme = """
    title: Rules of the house
    dated: 2026-01-01
    controls:
      1: {name: Doors and locks}
      2: {name: Keys}
    """

  /// A sentence is one line, whatever lines the words that it quotes stand in.
  @Test func quotesSeveralLinesInOne() {
    let without = text.replacing("\n\nHolds for both offices.", with: "\n")
    let with = without + "\nHolds for\nboth  offices,\n\nand for the archive.\n"
    #expect(
      told(registers([without]), registers([with])) == [
        "measure-modified bdsg9.1 substantive: Control bdsg9.1: the description is now "
          + "\u{201C}Holds for both offices, and for the archive.\u{201D}"
      ])
  }

  @Test(arguments: [
    (
      "control: bdsg9.1", "control: bdsg9.1\ntitle: Way in",
      "measure-modified bdsg9.1 editorial: Control bdsg9.1: the name is now "
        + "\u{201C}Way in\u{201D}"
    ),
    (
      "control: bdsg9.1", "control: bdsg9.1\nobjective: confidentiality",
      "measure-modified bdsg9.1 editorial: Control bdsg9.1: the protection objective is "
        + "now \u{201C}confidentiality\u{201D}"
    ),
    (
      "both offices", "the northern office",
      "measure-modified bdsg9.1 substantive: Control bdsg9.1: the description: "
        + "\u{201C}both offices\u{201D} becomes \u{201C}the northern office\u{201D}"
    ),
  ])
  func tellsWhatAFileSaysOfItsControl(old: String, new: String, expected: String) {
    let changed = text.replacing(old, with: new)

    #expect(told(registers([text]), registers([changed])) == [expected])
    #expect(told(registers([changed]), registers([text])).count == 1)
  }

  @Test func takesNoWrappingOfADescriptionForAChange() {
    let wrapped = text.replacing("for both", with: "for\n  both") + "\n\n"
    #expect(told(registers([text]), registers([wrapped])) == [])
  }

  @Test func weighsFiguresOfDescriptions() {
    let days = text.replacing("both offices.", with: "both offices for 30 days.")
    #expect(
      told(registers([days]), registers([days.replacing("30", with: "20")])).map {
        $0.contains(" substantive: ")
      } == [true])
  }

  @Test func tellsControlsOfSeveralFilesApart() {
    let other = text.replacing("pa-01", with: "pa-02").replacing("offices", with: "halls")
    let changed = other.replacing("halls", with: "yards")

    #expect(told(registers([text, other]), registers([changed, text])).count == 1)
  }

  @Test func tellsNewNamesInASchemeThatMeasuresUse() {
    let own = text.replacing("bdsg9.1", with: "house.1")
    let renamed = scheme.replacing("Doors and locks", with: "Gates")
    let expected =
      "measure-modified house.1 editorial: Control house.1: the name in its scheme: "
      + "\u{201C}Doors and locks\u{201D} becomes \u{201C}Gates\u{201D}"

    #expect(told(registers([own], scheme), registers([own], renamed)) == [expected])
    #expect(told(registers([text], scheme), registers([text], renamed)) == [])
    #expect(
      told(
        registers([own], scheme),
        registers([own], scheme.replacing("the house", with: "our house"))
      ).first?.hasPrefix("setting-changed house editorial: Scheme house: the title") == true)
  }

  @Test func tellsDescriptionsOfCompanies() {
    let company = { (words: String) in
      let text = "---\nname: Wolke SARL\n---\n\n\(words)\n"
      return RegisterSet(
        settings: nil,
        subProcessors: [
          readSubProcessor(from: Array(text.utf8), path: "content/sub-processors/w.md").record
        ].compactMap(\.self))
    }

    #expect(
      told(company("Runs two rooms of its own."), company("Runs two rooms in Shanghai.")) == [
        "sub-processor-modified w substantive: Wolke SARL: the description: "
          + "\u{201C}of its own\u{201D} becomes \u{201C}in Shanghai\u{201D}"
      ])
    #expect(told(company(""), company("Runs two rooms.")).count == 1)
  }
}
