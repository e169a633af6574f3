import Testing

/// Annexes that are counted by words: `FIRST SCHEDULE`, `Zweite Anlage`.
struct OrdinalAnnexTests {
  private func found(_ text: String, _ first: String, _ second: String) -> [String] {
    references(
      in:
        "## 1. Scope\n\n\(text)\n\n# \(first)\n\n1. One.\n2. Two.\n\n# \(second)\n\n1. Three.\n2. Four.\n"
    )
  }

  @Test(arguments: [
    ("The First Schedule applies.", "First Schedule -> FIRST SCHEDULE"),
    (
      "Paragraph 2 of the Second Schedule applies.",
      "Paragraph 2 of the Second Schedule -> THE SECOND SCHEDULE / 2"
    ),
    (
      "The First and Second Schedules apply.",
      "First and Second Schedules -> FIRST SCHEDULE, THE SECOND SCHEDULE"
    ),
    (
      "Second Schedule, paragraph 1 applies.",
      "Second Schedule, paragraph 1 -> THE SECOND SCHEDULE / 1"
    ),
    ("Schedule 2 applies.", "Schedule 2 -> THE SECOND SCHEDULE"),
  ])
  func areFoundInEnglish(text: String, expected: String) {
    #expect(found(text, "FIRST SCHEDULE: Fees", "THE SECOND SCHEDULE") == [expected])
  }

  @Test(arguments: [
    ("Die Erste Anlage gilt.", "Erste Anlage -> Erste Anlage"),
    ("Es gilt Ziffer 2 der Zweiten Anlage.", "Ziffer 2 der Zweiten Anlage -> Zweite Anlage / 2"),
    ("Anlage 2 gilt.", "Anlage 2 -> Zweite Anlage"),
  ])
  func areFoundInGerman(text: String, expected: String) {
    #expect(found(text, "Erste Anlage: Entgelt", "Zweite Anlage") == [expected])
  }

  @Test(arguments: ["A first schedule of payments applies.", "The Third Schedule is elsewhere."])
  func areOnlyThoseThatThereAre(text: String) {
    #expect(found(text, "FIRST SCHEDULE", "SECOND SCHEDULE").isEmpty)
  }

  @Test func areNoTitlesOfOtherThings() {
    #expect(
      references(in: "## First Schedule Review\n\nSchedule 1 applies.\n") == [
        "Schedule 1 ->  (unresolved)"
      ])
  }
}
