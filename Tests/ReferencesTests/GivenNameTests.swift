import Testing

/// Names that an agreement gives to other documents.
struct GivenNameTests {
  private func found(_ sentence: String, _ text: String, title: String) -> [String] {
    references(
      in: """
        ---
        title: \(title)
        ---

        \(sentence)

        ## § 1 One

        \(text)

        ## § 2 Two

        x
        """)
  }

  @Test(arguments: [
    "Participation is subject to the [Terms of Service](https://a.example/tos) (the \"Agreement\").",
    "These Terms add to the [Terms of Service](https://a.example/tos) (the \"Agreement\").",
    "These Terms add to our [contract](https://a.example/tos) (the \"Agreement\").",
    "Participation is subject to [Terms of Service](https://a.example/tos) (the \"Agreement\").",
  ])
  func areOfTheDocumentThatIsLinked(sentence: String) {
    #expect(
      found(sentence, "See Section 2 of the Agreement.", title: "Additional Terms")
        == ["Section 2 of the Agreement ->  (external)"])
  }

  @Test(arguments: [
    "This [Data Processing Agreement](https://a.example) (the \"Agreement\") binds both.",
    "This agreement between A and [Nord](https://a.example) (the \"Agreement\") binds both.",
  ])
  func areItsOwnBehindThis(sentence: String) {
    #expect(
      found(sentence, "See Section 2 of the Agreement.", title: "DPA")
        == ["Section 2 of the Agreement -> § 2"])
  }

  @Test(arguments: [
    "Dieser AVV ergänzt den Dienstleistungsvertrag der Parteien (der „Vertrag“).",
    "Dieser AVV ergänzt den [Hauptvertrag](https://a.example) (der „Vertrag“).",
  ])
  func areOfTheGermanContractThatIsAddedTo(sentence: String) {
    #expect(
      found(sentence, "Siehe § 2 des Vertrags.", title: "AVV")
        == ["§ 2 des Vertrags ->  (external)"])
  }

  @Test func areItsOwnWhereTheNameIsOneOfProcessing() {
    let sentence = "Dieser Auftragsverarbeitungsvertrag (der „Vertrag“) bindet beide."
    #expect(
      found(sentence, "Siehe § 2 des Vertrags.", title: "AVV") == ["§ 2 des Vertrags -> § 2"])
  }
}
