import Changes
import Deadlines
import Testing

/// Keys of a frontmatter that mean nothing to Annex, as other generators of sites use them.
struct OtherMetadataTests {
  private func text(_ frontmatter: String) -> String {
    "---\ntitle: T\n\(frontmatter)\n---\n\n## 1. T\n\nText of it.\n"
  }

  private func told(_ old: String, _ new: String) -> [String] {
    changeSet(text(old), text(new)).changes.map {
      "\($0.field ?? "") \($0.materiality.rawValue) \($0.rule.rawValue)"
    }
  }

  @Test(arguments: [
    // When and by which revision the file was changed.
    ("last_updated: 2026-01-01", "last_updated: 2026-02-01", "last_updated editorial metadata"),
    ("date: 2026-01-01", "date: 2026-02-01", "date editorial metadata"),
    ("Last-Modified: 1 May 2026", "Last-Modified: 2 May 2026", "Last-Modified editorial metadata"),
    ("revision: 3", "revision: 4", "revision editorial metadata"),
    // How a site shows the page.
    ("layout: page", "layout: legal", "layout editorial metadata"),
    ("seo: {robots: index}", "seo: {robots: none}", "seo.robots editorial metadata"),
    ("tags: [a, b]", "tags: [a, c]", "tags editorial metadata"),
    ("params: {layout: a}", "params: {layout: b}", "params.layout editorial metadata"),
    ("description: For all.", "description: For all but some.", "description editorial metadata"),
    // What it says.
    ("vendor: AWS", "vendor: GCP", "vendor substantive party"),
    ("vendor: AWS", "vendor: aws", "vendor editorial capitals"),
    ("hosting: {country: DE}", "hosting: {country: US}", "hosting.country substantive country"),
    ("retention: 30 days", "retention: 60 days", "retention substantive period"),
    ("retention: 2 weeks", "retention: 14 days", "retention editorial spelling"),
    ("place: Germany", "place: India", "place substantive country"),
    ("encrypted: true", "encrypted: false", "encrypted substantive wording"),
    ("valid_until: 2026-01-01", "valid_until: 2027-01-01", "valid_until substantive date"),
    ("liability: unlimited", "liability:", "liability substantive removal"),
    ("regions: [EU, UK]", "regions: [EU, US]", "regions substantive country"),
  ])
  func weighsAKeyByWhatItIsAbout(old: String, new: String, told: String) {
    #expect(self.told(old, new) == [told])
  }

  /// Records of a list are known by what names them.
  @Test(arguments: [
    (
      "[{name: AWS, task: hosting}]", "[{name: GCP, task: hosting}]",
      [
        "the field \u{201C}subprocessors.1.name\u{201D} changes from \u{201C}AWS\u{201D} to "
          + "\u{201C}GCP\u{201D} (substantive: party)"
      ]
    ),
    (
      "[{name: AWS, task: hosting}, {name: Wal, task: mail}]",
      "[{name: Stern, task: print}, {name: Wal, task: letters}, {name: AWS, task: hosting}]",
      [
        "the entry \u{201C}Stern\u{201D} of the field \u{201C}subprocessors\u{201D} is added "
          + "(substantive: party)",
        "the entry \u{201C}Wal\u{201D} of the field \u{201C}subprocessors\u{201D}: the field "
          + "\u{201C}task\u{201D} changes from \u{201C}mail\u{201D} to \u{201C}letters\u{201D} "
          + "(substantive: party)",
      ]
    ),
    (
      "[{name: AWS, task: hosting}, {name: Wal, task: mail}]", "[{name: Wal, task: mail}]",
      [
        "the entry \u{201C}AWS\u{201D} of the field \u{201C}subprocessors\u{201D} is removed "
          + "(substantive: party)"
      ]
    ),
    (
      "[{name: AWS, last_checked: 1, updated: 2026-01-01}]",
      "[{name: AWS, last_checked: 1, updated: 2026-02-01}]",
      [
        "the entry \u{201C}AWS\u{201D} of the field \u{201C}subprocessors\u{201D}: the field "
          + "\u{201C}updated\u{201D} changes from \u{201C}2026-01-01\u{201D} to "
          + "\u{201C}2026-02-01\u{201D} (editorial: metadata)"
      ]
    ),
    ("[AWS, Wal]", "[Wal, AWS]", []),
    (
      "[AWS, Wal]", "[Wal, GCP]",
      [
        "the field \u{201C}subprocessors\u{201D}: \u{201C}GCP\u{201D} added, \u{201C}AWS\u{201D} "
          + "removed (substantive: party)"
      ]
    ),
  ])
  func tellsARecordByItsName(old: String, new: String, told: [String]) {
    let changes = changeSet(text("subprocessors: \(old)"), text("subprocessors: \(new)")).changes

    #expect(
      Set(changes.map { String($0.sentence(in: .english).dropFirst(3).dropLast()) }) == Set(told))
  }

  @Test func comparesLongListsQuickly() {
    func list(_ numbers: some Sequence<Int>) -> String {
      text("vendors:\n" + numbers.map { "  - {name: V\($0), task: t\($0)}\n" }.joined())
    }
    let set = changeSet(list(0..<800), list((0..<801).reversed()))

    #expect(set.changes.count == 1)
  }
}
