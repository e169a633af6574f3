import Changes
import Testing

/// Lists in cells of tables, with a break between their points.
struct CellLineTests {
  private let points = [
    "Card reader", "Keys are recorded", "Access to the lab is logged", "Alarm system",
  ]

  private func told(_ old: [String], _ new: [String]) -> [String] {
    func table(_ points: [String]) -> String {
      "# Annex 2: Technical and organisational measures\n\n| Control | Measures |\n|---|---|\n"
        + "| Entry control | \(points.joined(separator: "<br>")) |\n"
        + "| Backup control | Daily<br>Encrypted |\n"
    }
    return lines(changeSet(table(old), table(new)))
  }

  @Test(arguments: 0..<4)
  func tellsAPointThatIsGone(index: Int) {
    var rest = points
    let point = rest.remove(at: index)

    #expect(
      told(points, rest) == [
        "measure-modified Annex 2 / row 1 (Measures) [\(point)|] weakening: removal"
      ])
  }

  /// Where its first word is that of the next one, too, the point is quoted and no other stretch.
  @Test(arguments: ["Access is reviewed", "Keys are numbered", "Alarm tests"])
  func tellsAPointThatIsNew(point: String) {
    for index in 0...points.count {
      var new = points
      new.insert(point, at: index)
      #expect(
        told(points, new) == [
          "measure-modified Annex 2 / row 1 (Measures) [|\(point)] substantive: wording"
        ])
    }
  }

  @Test func knowsAPointThatMoved() {
    let old = ["Card reader at the door", "Keys are recorded", "Alarm system of the lab"]
    let new = [old[1], old[0], old[2]]

    #expect(told(old, new) == ["measure-modified Annex 2 / row 1 (Measures) editorial: place"])
  }

  /// A remark is no measure.
  @Test func knowsWhatIsNoPoint() {
    #expect(
      told(["Card reader", "(Berlin)", "Alarm"], ["Card reader", "Alarm"]) == [
        "measure-modified Annex 2 / row 1 (Measures) [(Berlin)|] substantive: wording"
      ])
  }
}
