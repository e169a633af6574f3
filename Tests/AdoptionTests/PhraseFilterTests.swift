import Testing

@testable import Adoption

struct PhraseFilterTests {
  private let filter = PhraseFilter(
    [[["only", "one"], ["ausschließlich"]], [["gmbh"], ["limited"], ["b", "v"]]], capitalised: 2)

  private func groups(_ text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    return filter.groups(in: bytes.span)
  }

  @Test(
    arguments: [
      ("There is only one of them.", 1), ("ONLY ONE", 1), ("Ausschließlich hier", 1),
      ("AUSSCHLIE\u{DF}LICH", 1), ("„only“", 1), ("an\u{A0}only\u{2011}child", 1),
      ("Nordwind GmbH", 2), ("Nordwind GmbH, only here", 3), ("Zeta B.V.", 2), ("Zeta b. v.", 2),
      ("Acme Limited", 2),
    ] as [(String, UInt32)])
  func findsWhatMayHoldAPhrase(text: String, expected: UInt32) {
    #expect(groups(text) == expected)
  }

  @Test(arguments: ["", "No such word", "a limited right", "B and V", "onlyone", "\u{2014}"])
  func passesOverTheRest(text: String) {
    #expect(groups(text) == 0)
  }
}
