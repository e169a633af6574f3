import Testing

/// Headings of annexes in all usual forms, and references to them.
struct AnnexHeadingTests {
  @Test(arguments: [
    ("Annexure A", "Annexure A \u{2013} Details", "Annexure A"),
    ("Exhibit C", "EXHIBIT \u{201C}C\u{201D}", "EXHIBIT \u{201C}C\u{201D}"),
    ("Enclosure 1", "Enclosure 1", "Enclosure 1"), ("Supplement 1", "Supplement 1", "Supplement 1"),
    ("Beilage 2", "Beilage 2: Muster", "Beilage 2"),
    ("Anlage ./1", "Anlage ./1 \u{2013} Technik", "Anlage ./1"),
  ])
  func areRead(text: String, heading: String, path: String) {
    let source = "## 1. Scope\n\n\(text) applies.\n\n# \(heading)\n\nText.\n"
    #expect(references(in: source) == ["\(text) -> \(path)"])
  }
}
