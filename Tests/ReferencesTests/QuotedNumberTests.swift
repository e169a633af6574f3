import Testing

/// Numbers and letters of annexes in quotation marks, and behind `No.` or `Nr.`
struct QuotedNumberTests {
  private func found(_ text: String) -> [String] {
    references(
      in: """
        ## 1. Scope

        1.1 \(text)

        1.2 x

        ## 2. End

        y

        # Exhibit A: Details

        1. a
        2. b

        # Exhibit B

        z

        # Schedule 1: Fees

        1. c
        2. d

        # Schedule 2: Plans

        e
        """)
  }

  @Test(arguments: [
    ("As in Exhibit \"A\" attached.", ["Exhibit \"A\" -> Exhibit A"]),
    ("As in Exhibit “B”.", ["Exhibit “B” -> Exhibit B"]),
    ("As in Exhibits \"A\" and \"B\".", ["Exhibits \"A\" and \"B\" -> Exhibit A, Exhibit B"]),
    (
      "As in Exhibits \"B\", \"A\" and \"B\".",
      ["Exhibits \"B\", \"A\" and \"B\" -> Exhibit B, Exhibit A, Exhibit B"]
    ),
    ("As in Schedule \"1\".", ["Schedule \"1\" -> Schedule 1"]),
    ("Es gilt Anlage „1“.", ["Anlage „1“ -> Schedule 1"]),
    ("As in Annex \"Fees\".", ["Annex \"Fees\" -> Schedule 1"]),
  ])
  func areNoTitles(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    ("See Schedule No. 2.", ["Schedule No. 2 -> Schedule 2"]),
    ("See Section No. 2.", ["Section No. 2 -> 2"]),
    ("See Exhibit No. A.", ["Exhibit No. A -> Exhibit A"]),
    ("Siehe Anlage Nr. 2.", ["Anlage Nr. 2 -> Schedule 2"]),
    ("Siehe Anlage Nr. 1 Ziff. 2.", ["Anlage Nr. 1 Ziff. 2 -> Schedule 1 / 2"]),
    ("Siehe Anlagen Nr. 1 und 2.", ["Anlagen Nr. 1 und 2 -> Schedule 1, Schedule 2"]),
    ("Siehe Nr. 2 der Anlage 1.", ["Nr. 2 der Anlage 1 -> Schedule 1 / 2"]),
  ])
  func areReadBehindTheWordForNumbers(text: String, expected: [String]) {
    #expect(found(text) == expected)
  }
}
