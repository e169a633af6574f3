import Deadlines
import Testing

@testable import Agreements

struct PathPartFormTests {
  /// All that two to five of these bytes can be.
  private static let parts: [String] = {
    var parts = [""]
    for _ in 0..<4 {
      parts += parts.flatMap { part in ["(", ")", ".", "1", "0", "a", "i"].map { part + $0 } }
    }
    return Array(Set(parts)).sorted()
  }()

  @Test func readsUsualPartsAsAllOthers() {
    let different = Self.parts.filter {
      PathPartForm(of: $0) != PathPartForm(parsing: Array($0.utf8))
    }

    #expect(different == [])
  }

  /// German lawyers cite paragraphs and points by words; the written form for programs comes to the
  /// same.
  @Test(arguments: [
    (["§ 5", "(2)"], "§ 5 Abs. 2"), (["3", "(1)", "b)"], "3 Abs. 1 lit. b"),
    (["7", "(1a)", "1)"], "7 Abs. 1a Nr. 1"), (["5.2", "(a)", "(aa)"], "5.2 lit. a lit. aa"),
    (["4", "a)", "(ii)"], "4 lit. a (ii)"), (["7", "c.", "a."], "7.c.a"),
    (["§ 2", "(2)", "1.", "a."], "§ 2 Abs. 2 Nr. 1 lit. a"),
    (["7", "1.", "(2)"], "7.1 Abs. 2"), (["Anlage 2", "(1)", "a)"], "Anlage 2 / Abs. 1 lit. a"),
    (["6", "(1)", "item 3"], "6 Abs. 1 / Punkt 3"),
    (["Anlage 2", "Zugang (2)", "d."], "Anlage 2 / Zugang (2) / d"),
    (["Klausel 8", "(2)"], "Klausel 8 Abs. 2"),
  ])
  func citesAsGermanLawyersDo(parts: [String], german: String) {
    let path = LegalPath(parts)

    #expect(path.written(in: .german) == german)
    #expect(LegalPath.written(path.written, in: .german) == german)
  }
}
