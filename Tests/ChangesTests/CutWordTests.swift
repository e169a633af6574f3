import Changes
import Deadlines
import Testing

/// Words that lost a letter at an end.
struct CutWordTests {
  private func rules(_ before: String, _ after: String, elsewhere: String) -> [String] {
    func text(_ word: String) -> String {
      "## 1 One\n\nIt holds for each \(word) between both of us.\n\n## 2 Two\n\nThe \(elsewhere) counts.\n"
    }
    return changeSet(text(before), text(after)).changes.map {
      "\($0.materiality.rawValue): \($0.rule.rawValue)"
    }
  }

  @Test(arguments: [
    ("obligation", "obligatio"), ("agreement", "agreemen"), ("processing", "processin"),
    ("security", "securit"), ("information", "nformation"), ("Verarbeitung", "Verarbeitun"),
    ("Sicherheit", "Sicherhei"), ("obligation", "obligationn"), ("process", "pprocess"),
  ])
  func knowsASlipByWhatTheTextSaysElsewhere(word: String, slip: String) {
    #expect(rules(word, slip, elsewhere: word) == ["editorial: spelling"])
    #expect(rules(slip, word, elsewhere: word) == ["editorial: spelling"])
  }

  /// Nothing says that the longer word is the right one, or the shorter is a word of the text.
  @Test(arguments: ["contract", "obligatio"])
  func staysCautiousWithoutProof(elsewhere: String) {
    #expect(rules("obligation", "obligatio", elsewhere: elsewhere) == ["substantive: wording"])
  }

  @Test(arguments: [
    ("obligations", "obligation"), ("processed", "processe"), ("thereunder", "hereunder"),
    ("valuation", "evaluation"), ("personal", "persona"), ("selection", "election"),
    ("complaint", "complain"), ("Mitgliedern", "Mitglieder"), ("mitteilte", "mitteilt"),
  ])
  func takesNoOtherFormOrWordForASlip(before: String, after: String) {
    #expect(rules(before, after, elsewhere: before) == ["substantive: wording"])
    #expect(rules(after, before, elsewhere: before) == ["substantive: wording"])
  }
}
