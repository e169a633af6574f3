import Changes
import Deadlines
import Testing

/// What leads elsewhere, as the redline shows it.
struct RedlineTargetTests {
  /// Of several places that a reference leads to, those that came and those that fell out are
  /// named.
  @Test func tellsWhatARangeTakesIn() {
    let old = ["1. A\n\nSections 2 to 4 survive.", "2. B\n\nBee.", "3. C\n\nSea.", "4. D\n\nDee."]
    let new = [
      "1. A\n\nSections 2 to 4 survive.", "2. B\n\nBee.", "3. New\n\nNews of the day.",
      "4. C\n\nSea.", "5. D\n\nDee.",
    ]
    func text(_ sections: [String]) -> String {
      sections.map { "## \($0)\n" }.joined(separator: "\n")
    }
    func retargets(_ old: String, _ new: String) -> [Change] {
      changeSet(old, new).changes.filter { $0.kind == .referenceRetargeted }
    }
    func told(_ old: String, _ new: String) -> [BilingualText] {
      retargets(old, new).map(\.statement)
    }
    let change = retargets(text(old), text(new)).first
    #expect(change?.valueBefore == "2\u{2013}4" && change?.valueAfter == "2\u{2013}4")
    let there = told(text(old), text(new))
    #expect(
      there.map(\.english) == [
        "§ 1: the reference “Sections 2 to 4” takes in § 3 “New” now and no longer what was"
          + " § 4 “D”"
      ])
    #expect(
      there.map(\.german) == [
        "§ 1: der Verweis „Sections 2 to 4“ umfasst jetzt auch § 3 „New“ und nicht mehr, was"
          + " § 4 „D“ war"
      ])
    #expect(
      told(text(new), text(old)).map(\.english) == [
        "§ 1: the reference “Sections 2 to 4” takes in § 4 “D” now and no longer what was"
          + " § 3 “New”"
      ])
  }

  private func retargeted(_ old: String, _ new: String) -> [String] {
    changeSet(old, new).redlines.flatMap { redline in
      redline.runs.filter { $0.kind == .retargeted }.map { run in
        guard run.target >= 0 else { return redline.text(of: run) }
        let target = redline.targets[Int(run.target)]
        return "\(redline.text(of: run).split(separator: " ").joined(separator: " ")): "
          + "\(target.before.text(in: .english)) > \(target.after.text(in: .english)), \(target.provision), \(target.address ?? "-")"
      }
    }
  }

  @Test func marksReferencesWithTheirNewTarget() {
    let (fees, costs) = ("Fees\n\nThey are high.\n\n", "Costs\n\nThey are low.\n\n")
    let old = "## 1 Scope\n\nSee Section 2.\n\n## 2 \(fees)## 3 \(costs)"
    let new = "## 1 Scope\n\nSee Section 2.\n\n## 2 \(costs)## 3 \(fees)"

    #expect(
      retargeted(old, new) == [
        "Section 2: \u{A7} 2 \u{201C}Fees\u{201D} > \u{A7} 2 \u{201C}Costs\u{201D}, 1, -"
      ])
  }

  @Test(arguments: [
    ("[the policy](https://a.example)", "[the policy](https://b.example)", "https://b.example"),
    ("[the policy](https://a.example)", "[the policy](other.md)", "-"),
    ("the policy", "[the policy](https://b.example)", "https://b.example"),
    ("[the policy](https://a.example)", "the policy", "-"),
  ])
  func marksLinksThatLeadElsewhere(before: String, after: String, address: String) {
    let found = retargeted("## 1 A\n\nSee \(before) of it.\n", "## 1 A\n\nSee \(after) of it.\n")

    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasPrefix("the policy: ") && $0.hasSuffix(", -1, \(address)") })
  }

  @Test func marksNothingOfLinksThatStay() {
    #expect(retargeted("See [it](https://a.example).\n", "Read [it](https://a.example).\n").isEmpty)
  }
}
