import Changes
import Deadlines
import Testing

/// What leads elsewhere, as the redline shows it.
struct RedlineTargetTests {
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
