import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Agreements

/// Texts that no drafter writes, and that must neither trap nor take time by their square.
@Suite(.serialized)
struct HostileStructureTests {
  @Test(arguments: [
    "a. alpha\n\nb. beta\n\n", "(1) alpha\n\n(2) beta\n\n",
    "1.1 alpha\n\n1.2 beta\n\n2.1 gamma\n\n",
  ])
  func putsASequenceThatStartsOverBesideTheOneBefore(markdown: String) {
    let make = { "# Terms\n\n## A\n\n" + String(repeating: markdown, count: $0) }
    expectLinear(from: 500, on: make) { text in
      let provisions = structured(text, title: "Terms").agreement.provisions
      #expect(provisions.count > 1000)
      #expect(provisions.allSatisfy { $0.parent <= 1 })
    }
  }

  @Test func nestsMarkedParagraphsNoDeeperThanTextsDo() {
    var text = "## 1. A\n\n"
    for depth in 1...40 {
      text += String(repeating: "1.", count: depth) + "1 Alpha\n\n"
    }
    let agreement = structured(text).agreement
    var depths: [Int] = []
    for provision in agreement.provisions {
      depths.append(provision.parent == Provision.none ? 0 : depths[Int(provision.parent)] + 1)
    }
    #expect(depths.max() == 15)
  }

  @Test func findsTheLineOfEachClauseInALongParagraph() throws {
    let make = { "## A\n\nLead-in.\n(1) alpha\n" + String(repeating: "(2) beta\n", count: $0) }
    expectLinear(from: 2500, on: make) { _ = structured($0) }
    let agreement = structured(make(10_000)).agreement
    let last = try #require(agreement.provisions.last)
    #expect(agreement.provisions.count == 10_003)
    #expect(agreement.tree.position(ofByte: Int(last.offset)).line == 10_004)
  }

  @Test func tellsManyEqualAnchorsApart() {
    let make = { (0..<$0).map { "## \($0 % 2 == 0 ? "!" : "?")\n\n" }.joined() }
    expectLinear(from: 2500, on: make) { _ = structured($0) }
    let anchors = structured(make(10_000)).agreement.provisions.map(\.anchor)
    #expect(anchors.prefix(3) == ["place", "place-2", "2"])
    #expect(Set(anchors).count == 10_000)
  }

  @Test func citesALongTitleByItsStart() {
    let title = String(repeating: "word ", count: 100) + "end"
    let agreement = structured("## \(title)\n\n- alpha\n\n## \(title)\n\n- beta").agreement
    let start = String(repeating: "word ", count: 47) + "word\u{2026}"
    #expect(agreement.provisions[0].title == title)
    #expect(agreement.provisions.map(\.part) == [start, "item 1", "\(start) (2)", "item 1"])
  }

  @Test func cutsALongTitleWithoutSpacesBetweenCharacters() {
    let agreement = structured("## \(String(repeating: "\u{20AC}", count: 300))").agreement
    #expect(agreement.provisions[0].part == String(repeating: "\u{20AC}", count: 80) + "\u{2026}")
  }

  @Test func takesNumbersWithoutAnEndForWords() {
    let number = String(repeating: "1.", count: 5000) + "1"
    let agreement = structured("## \(number) Title\n\n- \(number) alpha").agreement
    #expect(agreement.provisions.allSatisfy { $0.designation.isEmpty })
  }

  @Test func namesAControlOfManyPiecesInOneGo() {
    let make = { (count: Int) in
      let cell = String(repeating: "\\!", count: count)
      return "| a | b |\n|---|---|\n| \(cell) | x |\n| | y |"
    }
    expectLinear(from: 5000, on: make) { text in
      #expect(structured(text).agreement.provisions.count == 3)
    }
  }

  @Test func writesTheOutlineOfDeepNestingWithoutAStack() {
    let markers = ["(a)", "a)", "(1)", "1)", "(i)", "i)", "(A)", "A)", "(aa)", "aa)"]
    var text = ""
    for depth in 0..<40 {
      for marker in markers {
        text += "\(String(repeating: "  ", count: depth))- \(marker) alpha\n"
      }
    }
    let json = OutlinePrinter(structured(text).agreement).json()
    #expect(json.count { $0 == UInt8(ascii: "{") } == json.count { $0 == UInt8(ascii: "}") })
    #expect(json.count { $0 == UInt8(ascii: "[") } == json.count { $0 == UInt8(ascii: "]") })
    #expect(json.count { $0 == UInt8(ascii: "{") } == 401)
  }
}
