import Changes
import Deadlines
import Testing

/// An entry of a list of companies is told with the name of its company.
struct CompanyEntryTests {
  private func told(_ old: String, _ new: String) -> [String] {
    func list(_ items: String) -> String {
      "# Sub-processors\n\n## Hosting\n\n\(items)\n## Mail\n\n- **Polar Inc.** \u{2013} letters, USA\n"
    }
    return changeSet(list(old), list(new)).changes.map { $0.statement.english }
  }

  private func list(_ task: String, after sign: String = " \u{2013} ") -> String {
    "- **Wal GmbH**\(sign)servers, Germany\n- **Stern SE**\(sign)\(task), Germany\n"
  }

  @Test(arguments: [" \u{2013} ", ": ", ", ", " \u{2014} "])
  func namesTheCompanyOfAChangedEntry(sign: String) {
    #expect(
      told(list("storage", after: sign), list("storage and print", after: sign)) == [
        "Hosting / item 2 \u{201C}Stern SE\u{201D}: \u{201C}and print\u{201D} is added"
      ])
    let (old, new) = (list("storage", after: sign), list("storage", after: sign))
    #expect(
      told(
        old.replacing("**", by: ""), new.replacing("**", by: "").replacing("servers", by: "disks"))
        == [
          "Hosting / item 1 \u{201C}Wal GmbH\u{201D}: \u{201C}servers\u{201D} becomes "
            + "\u{201C}disks\u{201D}"
        ])
  }

  @Test func namesTheCompanyOfAMovedEntry() {
    let old = list("storage") + "- **Fjord AS** \u{2013} copies, Norway\n"
    let new = "- **Fjord AS** \u{2013} old copies, Norway\n" + list("storage")

    #expect(
      told(old, new).allSatisfy { $0.contains("item 3 \u{201C}Fjord AS\u{201D}") })
  }

  /// A name that changed stands in the sentence already.
  @Test func saysANameOnce() {
    #expect(
      told(list("storage"), list("storage").replacing("Stern SE", by: "Stern Post SE"))
        == [
          "Hosting / item 2 \u{201C}Stern SE\u{201D}: \u{201C}Post\u{201D} is added after "
            + "\u{201C}Stern\u{201D}"
        ])
  }
}
