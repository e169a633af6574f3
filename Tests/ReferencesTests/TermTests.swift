import Agreements
import Diagnostics
import References
import Testing

/// Definitions of terms, their uses, and what is reported of them.
struct TermTests {
  @Test(arguments: [
    ("- a. \"Main Agreement\" - all orders.", ["Main Agreement"]),
    ("- a. “Personal Data” means any information.", ["Personal Data"]),
    ("- a. **Business Day** means a day on which banks open.", ["Business Day"]),
    ("- a. **\"Service\"** has the meaning given below.", ["Service"]),
    ("'Pseudonym' is a name in place of another.", ["Pseudonym"]),
    ("The 'Operator' is whoever runs the platform.", ["Operator"]),
    ("The term \"Platform\" includes all its parts.", ["Platform"]),
    ("Under the law, \"profiling\" shall mean any evaluation.", ["profiling"]),
    ("Data about people (hereinafter referred to as \"data\") are kept.", ["data"]),
    ("Data (hereinafter also \"data\" for short) are kept.", ["data"]),
    ("Acme Ltd (hereinafter the Supplier) and others.", ["Supplier"]),
    ("Acme Ltd, hereinafter referred to as Supplier, acts.", ["Supplier"]),
    ("Acme Ltd (the \"Supplier\") and Bolt plc (\"Customer\").", ["Supplier", "Customer"]),
    ("Acme Ltd (the **Supplier**) and Bolt plc (each a **Party**).", ["Supplier", "Party"]),
    ("Acme Ltd (the *Supplier*) and Bolt plc (**Customer**).", ["Supplier", "Customer"]),
    ("Acme (see **Annex 1**, **not** later) acts (**GDPR**, **Annex 2**).", []),
    ("They (each a \"Party\" and together the \"Parties\") agree.", ["Party"]),
    ("Acme Ltd (the \"Supplier, we, us\") acts.", ["Supplier"]),
    ("Acme (the \"Supplier\") and Bolt, each a \"Member\".", ["Supplier", "Member"]),
    ("Those who follow are referred to as \"further processors\".", ["further processors"]),
    ("Die Nord GmbH (im Folgenden „Auftraggeber“) handelt.", ["Auftraggeber"]),
    ("Die Nord GmbH – nachstehend Auftragnehmer genannt – handelt.", ["Auftragnehmer"]),
    ("Die Nord GmbH, nachfolgend auch „Anbieter“ genannt, handelt.", ["Anbieter"]),
    ("Daten (nachfolgend: „Kundendaten“) bleiben.", ["Kundendaten"]),
    ("- a) „Weisung“ ist jede Anordnung.", ["Weisung"]),
    ("- a) „Betroffene“ bezeichnet Menschen.", ["Betroffene"]),
    ("Die Maßnahmen („TOM“) stehen in Anlage 1.", ["TOM"]),
    (
      "\"Controller\", \"Processor\" and \"Breach\" have the meanings of Article 4.",
      ["Controller", "Processor", "Breach"]
    ),
  ])
  func findsTheDefinition(text: String, expected: [String]) {
    #expect(findTerms(in: read("## 1 Scope\n\n\(text)\n")).terms.map(\.name) == expected)
  }

  @Test func takesNoExplanationForADrift() {
    let source = """
      ## 1 Scope

      - a. "Controller" means the customer.

      ## 2 Duties

      The Controller acts.
      """
    #expect(!understand(source).diagnostics.map(\.code).contains(.termDrift))
    let later = source.replacing("acts.", with: "acts. So does the customer.")
    #expect(understand(later).diagnostics.map(\.code).contains(.termDrift))
  }

  @Test func takesLabelsInASectionOnDefinitions() {
    let source = """
      ## 1 Definitions

      - (1) Personal data (see Article 4 no. 1 GDPR)

        Any information about a person.

      - (2) Order: what the customer wants.

      ## 2 Begriffsbestimmungen

      | Begriff | Bedeutung |
      |---|---|
      | Weisung | eine Anordnung |

      ## 3 Measures

      - (1) Door control (see Annex 1)
      """
    #expect(
      findTerms(in: read(source)).terms.map(\.name)
        == ["Personal data", "Order", "Weisung"])
  }

  @Test(arguments: [
    "See 'Definitions' in Article 4 no. 1 GDPR.",
    "They call it \"as is\" (\"as is\").",
    "The so-called \"security report\" is kept.",
    "As in Annex \"Measures\" and Annex 2 'Type of data'.",
    "He said \"no\" and left.",
  ])
  func takesOtherQuotationsForWhatTheyAre(text: String) {
    #expect(findTerms(in: read("## 1 Scope\n\n\(text)\n")).terms.map(\.name) == [])
  }

  @Test func findsTheFirstUseInEachClause() {
    let reading = read(
      """
      ## 1 Scope

      - (1) "Data Subject" means a person. A "Processor" means a company.
      - (2) The Processor's staff tell data subjects; the Processor helps data subjects.
      - (3) Another processor and the sub-Processor do nothing for DATA SUBJECTS.

      ## 2 Processor
      """)
    let terms = findTerms(in: reading)
    #expect(
      terms.uses.map { "\(terms.terms[$0.term].name): \(reading.text($0.textRange))" } == [
        "Processor: Processor's", "Data Subject: data subjects", "Data Subject: DATA SUBJECTS",
      ])
  }

  @Test func knowsTheFormsOfGermanWords() {
    let reading = read(
      """
      ## 1 Begriffe

      „Auftraggeber“ bezeichnet die eine, „Weisung“ bezeichnet eine Anordnung.

      ## 2 Pflichten

      - (1) Die Daten des Auftraggebers, die Weisungen.
      - (2) Den Auftraggebern wird geholfen.
      """)
    #expect(
      findTerms(in: reading).uses.map { reading.text($0.textRange) }
        == ["Auftraggebers", "Weisungen", "Auftraggebern"])
  }

  @Test(arguments: [
    ("\"Losses\" means all damage.", "A Loss occurs.", ["Loss"]),
    ("\"Loss\" means any damage.", "All Losses count.", ["Losses"]),
    ("\"Tax\" means any levy.", "The Taxes are due.", ["Taxes"]),
    ("\"Security Policies\" means ours.", "One Security Policy.", ["Security Policy"]),
    ("„Störfall“ bezeichnet Schäden.", "Bei Störfällen hilft er.", ["Störfällen"]),
    ("„Störfälle“ bezeichnet Schäden.", "Nach dem Störfall.", ["Störfall"]),
    ("„Verzeichnis“ bezeichnet eine Liste.", "Des Verzeichnisses.", ["Verzeichnisses"]),
    ("„Verzeichnisse“ bezeichnet Listen.", "Ein Verzeichnis.", ["Verzeichnis"]),
    ("„Risiko“ bezeichnet Gefahr.", "Alle Risiken zählen.", ["Risiken"]),
    ("„Grundsatz“ bezeichnet Regeln.", "Die Grundsätze gelten.", ["Grundsätze"]),
    // Other words.
    ("„Forderung“ bezeichnet Geld.", "Eine Behörde fordert.", []),
    ("\"Process\" means to do.", "The Processor acts.", []),
  ])
  func findsUsesInTheOtherNumber(definition: String, use: String, expected: [String]) {
    let reading = read("## 1 Terms\n\n\(definition)\n\n## 2 Use\n\n\(use)\n")
    #expect(findTerms(in: reading).uses.map { reading.text($0.textRange) } == expected)
  }

  @Test func takesTermsFromTheFrontmatter() {
    let reading = read(
      """
      ---
      parties:
        - {role: processor, name: Nord GmbH, defined-as: Contractor}
        - {role: controller, blank: true, defined-as: Client}
      joint-terms: [Contracting Parties]
      ---
      ## 1 Scope

      The Contractor helps the contracting parties.
      """)
    let terms = findTerms(in: reading)
    #expect(terms.terms.map(\.name) == ["Contractor", "Client", "Contracting Parties"])
    #expect(terms.uses.map { reading.text($0.textRange) } == ["Contractor", "contracting parties"])
    #expect(findBlanks(in: reading).map(\.label) == ["Client"])
  }

  @Test func reportsATermThatIsDefinedTwice() {
    let found = diagnostics(
      "## 1 Scope\n\n- (1) \"Order\" means a wish.\n- (2) \"Order\" means a command.\n"
        + "- (3) See the Order.\n")
    #expect(found.map(\.code) == [.termDefinedTwice])
    #expect(
      found.first?.summary == "term 'Order' is defined twice; its uses lead to the first definition"
    )
    #expect(found.first?.severity == .warning)
  }

  @Test func notesATermThatIsNotUsed() {
    let found = diagnostics("## 1 Scope\n\n- (1) \"Order\" means a wish.\n- (2) x\n")
    #expect(found.map(\.code) == [.termUnused])
    #expect(found.first?.severity == .note)
  }

  @Test func reportsAnotherWordForADefinedParty() {
    let found = diagnostics(
      """
      ## 1 Scope

      - (1) "Controller" means the one who decides. The Controller pays.
      - (2) The Controller asks; the customer shall answer, for the customer's sake.
      - (3) The customer data, other customers and a choice of customer are something else.
      """)
    #expect(found.map(\.code) == [.termDrift])
    #expect(
      found.first?.summary == "'customer' is used 2 times where 'Controller' is the defined term")
  }

  @Test func reportsTwoNamesOfOneLaw() {
    let found = diagnostics("## 1 Scope\n\nArt. 28 GDPR, Art. 32 GDPR and Art. 82 DSGVO apply.\n")
    #expect(
      found.map(\.summary) == ["'DSGVO' and 'GDPR' are two names of one law in this agreement"])
    #expect(found.first?.help == "write 'GDPR' throughout, as in the other 2 places")
  }

  @Test func notesAWordThatIsWrittenLikeATerm() {
    let source = """
      ## 1 Scope

      - (1) Then the Customer Portal opens in the European Union.
      - (2) Then the Customer Portal closes in the European Union.
      - (3) Then a Customer Portal reopens in the European Union, and each Gadget.
      """
    let found = diagnostics(source)
    #expect(found.map(\.code) == [.termUndefined])
    #expect(found.first?.severity == .note)
    #expect(
      found.first?.summary
        == "'Customer Portal' is written like a defined term in 3 clauses; nothing defines it")
  }

  private func diagnostics(_ markdown: String) -> [Diagnostic] {
    let reading = read(markdown)
    return checkTerms(findTerms(in: reading), of: reading)
  }

  @Test func takesNoHeadOfATableForATerm() {
    let (portal, diagnostics) = understand(
      """
      ## 1. Definitions

      | Category | Retention Period |
      |---|---|
      | Vehicle Data | 3 years |

      ## 2. Data

      The Retention Period of Vehicle Data is short.

      ## 3. End

      After the Retention Period, it ends.

      ## 4. Rest

      The Retention Period may be longer.
      """)
    #expect(portal.agreements[0].terms.terms.map(\.name) == ["Vehicle Data"])
    #expect(diagnostics.map(\.code.rawValue) == [])
  }

  @Test func keepsADefinitionTogether() {
    let (portal, diagnostics) = understand(
      """
      ## 1. Definitions

      **Business Day:** a day on which banks are open.

      A Business Day is none of:

      - (a) a Sunday,
      - (b) a holiday.

      **Vehicle Data:** data of vehicles:

      - positions

      Other words have the meaning of the law.

      ## 2. Use

      - (1) **"Report"** means any report.
        - (a) A Report is short.
      - (2) Vehicle Data are used each day.
      """)
    let agreement = portal.readings[0].agreement
    let terms = portal.agreements[0].terms.terms
    #expect(
      terms.map { term in
        "\(term.name): "
          + term.places.map { agreement.legalPath(of: Int($0)).written }.joined(separator: ", ")
      } == [
        "Business Day: 1 / para 1, 1 / para 2, 1(a), 1(b)",
        "Vehicle Data: 1 / para 3, 1 / item 1", "Report: 2(1), 2(1)(a)",
      ])
    #expect(
      diagnostics.map(\.summary) == [
        "term 'Business Day' is defined and used in no other clause",
        "term 'Report' is defined and used in no other clause",
      ])
  }

  @Test func takesLabelsOfParagraphsBelowAClauseOnDefinitions() {
    let reading = read(
      """
      ## 1. Definitions and interpretation

      1.1 Definitions:

      **Business Purposes:** the services.

      **Data Subject**: a person.

      1.2 **Definitions.** Data Subjects matter.
      """)
    let terms = findTerms(in: reading)
    #expect(terms.terms.map(\.name) == ["Business Purposes", "Data Subject"])
    #expect(terms.uses.count == 1)
  }

  @Test(arguments: [
    "\"Losses\" has the meaning set forth in Section 2(b).",
    "\"Losses\" shall have the meaning given to it in Section 2(b).",
    "„Losses“ hat die in Ziffer 2 Buchst. b genannte Bedeutung.",
  ])
  func takesNoPointerForADefinition(pointer: String) {
    let markdown = """
      ## 1. Definitions

      \(pointer)

      ## 2. Indemnity

      (a) It pays Losses.

      (b) All costs (collectively, "Losses") are paid.
      """
    let reading = read(markdown)
    let terms = findTerms(in: reading)
    #expect(
      terms.terms.map { reading.agreement.legalPath(of: Int($0.provision)).written } == ["2(b)"])
    #expect(terms.repeated.isEmpty)
  }

  @Test func takesAPointerForADefinitionWhereThereIsNoOther() {
    let terms = findTerms(
      in: read("## 1. Definitions\n\n\"Losses\" has the meaning set forth in Section 2.\n"))
    #expect(terms.terms.map(\.name) == ["Losses"])
  }
}
