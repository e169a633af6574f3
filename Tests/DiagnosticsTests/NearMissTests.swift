import Diagnostics
import Testing

struct NearMissTests {
  private let names = ["audit-rights", "notice", "sub-notice", "term", "effective", "version"]

  @Test(arguments: [
    ("audit-right", "audit-rights"),
    ("Audit-Rights", "audit-rights"),
    ("notcie", "notice"),
    ("trem", "term"),
    ("verison", "version"),
    ("efective", "effective"),
    ("sub-notise", "sub-notice"),
  ])
  func findsTheNameThatWasMeant(word: String, name: String) {
    #expect(nearMiss(for: word, among: names) == name)
  }

  @Test(arguments: ["", "x", "zzzzzz", "te", "completely-different", "term"])
  func findsNothingWhereNothingIsNear(word: String) {
    #expect(nearMiss(for: word, among: names) == nil)
  }

  @Test func givesTiesToTheFirstByName() {
    #expect(nearMiss(for: "bat", among: ["cat", "bar", "hat"]) == "bar")
  }

  @Test func prefersTheNearestToTheFirst() {
    #expect(nearMiss(for: "notices", among: ["noticed-x", "notice"]) == "notice")
  }

  @Test func saysWhatThereIsWhereNothingIsNear() {
    #expect(
      replacementHelp(for: "qqq", among: ["b", "a"], noun: "keys") == "use one of the keys 'a', 'b'"
    )
    #expect(replacementHelp(for: "qqq", among: [], noun: "keys") == nil)
    #expect(
      replacementHelp(for: "notise", among: names, noun: "keys") == "replace 'notise' with 'notice'"
    )
    let many = (10..<40).map { "key-\($0)" }
    #expect(
      replacementHelp(for: "z", among: many, noun: "keys")?.hasSuffix("'key-21', ...") == true)
  }

  /// Every pair compared letter by letter would take minutes in a debug build.
  @Test(.timeLimit(.minutes(10)))
  func staysQuickForManyWordsAndManyNames() {
    let index = NearMissIndex((0..<3_000).map { "clause-\($0 &* 2_654_435_761 % 1_000_003)-of" })
    var found = 0
    for number in 0..<200 {
      if index.nearMiss(for: "annex \(number) / organisational measures") != nil { found += 1 }
    }
    #expect(found == 0)
  }

  @Test func ignoresWordsOfHostileLength() {
    let long = String(repeating: "a", count: 100_000)
    #expect(nearMiss(for: long, among: [long + "b"]) == nil)
  }
}
