import References
import Testing

/// Each way of writing a citation, with what it cites.
struct CitationTests {
  @Test(arguments: [
    // One provision, from whole to part.
    ("Art. 28 GDPR applies.", ["gdpr 28"]),
    ("See Art. 28 (3) lit. c GDPR.", ["gdpr 28(3)(c)"]),
    ("See Article 28(3)(h) of the GDPR.", ["gdpr 28(3)(h)"]),
    ("See Art. 28 Abs. 3 S. 2 lit. b DSGVO.", ["gdpr 28(3) sentence 2 (b)"]),
    (
      "See Article 32, paragraph 1, b) of the General Data Protection Regulation.",
      ["gdpr 32(1)(b)"]
    ),
    ("See Art. 28 para. 4. p. 2 DSGVO.", ["gdpr 28(4) sentence 2"]),
    ("See (Art. 2 (2) lit. c. GDPR) here.", ["gdpr 2(2)(c)"]),
    ("See point (f) of Article 6(1) GDPR.", ["gdpr 6(1)(f)"]),
    ("See paragraph 3 of Article 28 of the GDPR.", ["gdpr 28(3)"]),
    ("See Artikel 32 Absatz 1 Buchstabe b der Verordnung (EU) 2016/679.", ["gdpr 32(1)(b)"]),
    ("See Art. 28 Abs. 3 UAbs. 1 lit. a DSGVO.", ["gdpr 28(3) subparagraph 1 (a)"]),
    ("See recital 81 of the GDPR and Erwägungsgrund 26 DSGVO.", ["gdpr 81", "gdpr 26"]),
    ("See Chapter V of the GDPR.", ["gdpr V"]),
    // Definitions are counted in points, however they are cited.
    ("See Art. 4 No. 7 GDPR.", ["gdpr 4 no. 7"]),
    ("See Art. 4 (7) GDPR.", ["gdpr 4 no. 7"]),
    ("See Art. 4 Nr. 7, 8 DSGVO.", ["gdpr 4 no. 7", "gdpr 4 no. 8"]),
    ("See Article 28 no. 3 a) GDPR.", ["gdpr 28(3)(a)"]),
    // Lists and ranges.
    ("See Articles 28 to 33 GDPR.", ["gdpr 28-33"]),
    ("See Art. 15 bis 22 DSGVO.", ["gdpr 15-22"]),
    ("See Article 28 para. 2-4 of the GDPR.", ["gdpr 28(2)-4"]),
    ("See Art. 28 Abs. 3 lit. a–h DSGVO.", ["gdpr 28(3)(a)-h"]),
    ("See Article 5, paragraphs 1 and 2 of the GDPR.", ["gdpr 5(1)", "gdpr 5(2)"]),
    ("See Article 38 and 39 General Data Protection Regulation.", ["gdpr 38", "gdpr 39"]),
    ("See Art. 6 Abs. 1 lit. a, b und f DSGVO.", ["gdpr 6(1)(a)", "gdpr 6(1)(b)", "gdpr 6(1)(f)"]),
    ("See Article 6(1)(a) and (b) GDPR.", ["gdpr 6(1)(a)", "gdpr 6(1)(b)"]),
    ("See Articles 28 (3), 32 and 33 (2) GDPR.", ["gdpr 28(3)", "gdpr 32", "gdpr 33(2)"]),
    ("See Art. 28 Abs. 10, 29 DSGVO.", ["gdpr 28(10)", "gdpr 29"]),
    ("Siehe Art. 4 Nrn. 7 und 8 DSGVO. § 2 gilt.", ["gdpr 4 no. 7", "gdpr 4 no. 8"]),
    ("Siehe §§ 26 und 27 BDSG. § 2 gilt.", ["bdsg 26", "bdsg 27", "bdsg 2"]),
    ("Siehe Art. 15 u. 16 DSGVO.", ["gdpr 15", "gdpr 16"]),
    ("Siehe Art. 28 Abs. 3 u. Abs. 4 DSGVO.", ["gdpr 28(3)", "gdpr 28(4)"]),
    ("Siehe Art. 28 Abs. 3 lit. a) - h) DSGVO.", ["gdpr 28(3)(a)-h"]),
    ("Siehe \u{A7} 3 Nr. 6 und 70 TKG.", ["tkg 3 no. 6", "tkg 3 no. 70"]),
    ("Siehe \u{A7}\u{A7} 3 Nr. 6 und 70 TKG.", ["tkg 3 no. 6", "tkg 70"]),
    ("Siehe EG 26 DSGVO; die EG 26 Jahre lang.", ["gdpr 26"]),
    (
      "See section 3(10) (as supplemented by section 205(4)) of the DPA 2018.",
      ["dpa-2018 3(10)", "dpa-2018 205(4)"]
    ),
    (
      "Fines under Article 83(4) to (6) to the extent permitted by law; Art. 5 GDPR.",
      ["gdpr 83(4)-6", "gdpr 5"]
    ),
    (
      "Siehe \u{A7}\u{A7} 257 Abs. 4, 5 HGB, 147 Abs. 3, 4 AO.",
      ["hgb 257(4)", "hgb 257(5)", "ao 147(3)", "ao 147(4)"]
    ),
    ("Siehe \u{A7}\u{A7} 26 Abs. 1, 27 BDSG, 30 Tage lang.", ["bdsg 26(1)", "bdsg 27"]),
    ("See \u{A7}\u{A7} 1798.100\u{2013}199 CCPA.", ["ccpa 1798.100-199"]),
    ("See Regulation 5A of PECR.", ["pecr 5a"]),
    ("See regs. 5 and 6 of PECR.", ["pecr 5", "pecr 6"]),
    ("Under Regulation 5 the buyer pays.", []),
    (
      "See points (b) and (f) of the first subparagraph of Article 6(1) GDPR.",
      ["gdpr 6(1) subparagraph 1 (b)", "gdpr 6(1) subparagraph 1 (f)"]
    ),
    ("Siehe ErwGr. 75 und 90 DSGVO.", ["gdpr 75", "gdpr 90"]),
    ("See Art. 5 Abs. 1 lit. f, Abs. 2 DSGVO.", ["gdpr 5(1)(f)", "gdpr 5(2)"]),
    (
      "See Art. 44 et seq. GDPR, Art. 44 ff. DSGVO, Art. 28 f. DSGVO.",
      ["gdpr 44 et seq.", "gdpr 44 et seq.", "gdpr 28 f."]
    ),
    // One law for several.
    (
      "See Article 28 paragraph 3 sentence 2 letter b), Articles 29 and 32, paragraph 4 of the "
        + "General Data Protection Regulation.",
      ["gdpr 28(3) sentence 2 (b)", "gdpr 29", "gdpr 32(4)"]
    ),
    (
      "See Art. 6 Abs. 1 lit. a oder Art. 9 Abs. 2 lit. a DSGVO.", ["gdpr 6(1)(a)", "gdpr 9(2)(a)"]
    ),
    ("See Art. 28 i.V.m. Art. 32 DSGVO.", ["gdpr 28", "gdpr 32"]),
    ("See Art. 28 in conjunction with Art. 32 GDPR.", ["gdpr 28", "gdpr 32"]),
    ("See Art. 6 DSGVO und § 26 Abs. 1 BDSG.", ["gdpr 6", "bdsg 26(1)"]),
    (
      "See § 26 Abs. 1 Satz 1, Abs. 3 des Bundesdatenschutzgesetzes.",
      ["bdsg 26(1) sentence 1", "bdsg 26(3)"]
    ),
    // Laws of the past, and which of two of one name.
    (
      "See sections 4b and 4c of the German Federal Data Protection Act.",
      ["bdsg-2003 4b", "bdsg-2003 4c"]
    ),
    ("See section 38 of the German Federal Data Protection Act (new version).", ["bdsg 38"]),
    ("See § 11 BDSG a.F. and § 11 BDSG (alt).", ["bdsg-2003 11", "bdsg-2003 11"]),
    ("See section 5 of the old Federal Data Protection Act.", ["bdsg-2003 5"]),
    (
      "See Art. 28 III 2 lit. b DSGVO, § 823 I BGB and Art. 6 (1) 1 lit. f GDPR.",
      ["gdpr 28(3) sentence 2 (b)", "bgb 823(1)", "gdpr 6(1) sentence 1 (f)"]
    ),
    (
      "See Art. 32 par. 1 lit. b GDPR and Art. 28 sections 2 and 4 GDPR.",
      ["gdpr 32(1)(b)", "gdpr 28(2)", "gdpr 28(4)"]
    ),
    // Other laws.
    (
      "See § 203 StGB, §§ 187 ff. BGB, § 147 AO, § 257 HGB.",
      ["stgb 203", "bgb 187 et seq.", "ao 147", "hgb 257"]
    ),
    ("See section 170 of the Data Protection Act 2018.", ["dpa-2018 170"]),
    ("See s. 59 of the Data Protection Act 2018, s. 5 above.", ["dpa-2018 59"]),
    ("See Article 46(2)(c) of the UK GDPR.", ["uk-gdpr 46(2)(c)"]),
    ("See § 25 TDDDG and § 80 SGB X.", ["tdddg 25", "sgb-10 80"]),
    ("See Art. 9 revDSG and Art. 16 FADP.", ["fadp 9", "fadp 16"]),
    ("See Clause 9(a) of the Standard Contractual Clauses.", ["scc-2021-914 9(a)"]),
    ("See clause 7.7 of Commission Implementing Decision (EU) 2021/915.", ["scc-2021-915 7.7"]),
    ("See Article 26 of the eIDAS Regulation.", ["eidas 26"]),
    // The law follows from what was cited before.
    ("By Art. 41 (4) GDPR, and Art. 42 (7) too.", ["gdpr 41(4)", "gdpr 42(7)"]),
    ("The GDPR, in particular Articles 28(3) and 32 thereof.", ["gdpr 28(3)", "gdpr 32"]),
    (
      "The Standard Contractual Clauses: Clause 7 applies, Clause 17 too.",
      ["scc-2021-914 7", "scc-2021-914 17"]
    ),
  ])
  func readsTheProvision(text: String, expected: [String]) {
    #expect(citations(in: text) == expected)
  }

  @Test(arguments: [
    "The art of 28 people.",
    "Art und Zweck der Verarbeitung stehen fest.",
    "Article about the GDPR.",
    "`Art. 28 GDPR` and [Art. 28 GDPR](https://example.com).",
    "See https://example.com/Art.28/GDPR for more.",
    "We have 28 GDPR experts.",
  ])
  func findsNoProvision(text: String) {
    #expect(citations(in: text) == [])
  }

  @Test func endsAtTheEndOfTheSentence() {
    #expect(
      citations(in: "It rests on Art. 28. GDPR experts agree on Art. 6 DSGVO. 7 of us.")
        == ["gdpr 28", "gdpr 6"])
  }

  @Test func linksToTheOfficialText() {
    let laws = shippedLaws
    let law = laws.law("gdpr").map { laws.laws[$0] }
    #expect(
      law?.address(of: "28", .article, language: "en")
        == "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#art_28")
    #expect(
      law?.address(of: "", .law, language: "de")
        == "https://eur-lex.europa.eu/eli/reg/2016/679/oj/deu")
    #expect(
      law?.address(of: "81", .recital, language: "en")
        == "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#rct_81")
    #expect(
      law?.address(of: "V", .chapter, language: "en")
        == "https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng")
    let bdsg = laws.law("bdsg").map { laws.laws[$0] }
    #expect(
      bdsg?.address(of: "38", .section, language: "de")
        == "https://www.gesetze-im-internet.de/bdsg_2018/__38.html")
    let act = laws.law("dpa-2018").map { laws.laws[$0] }
    #expect(
      act?.address(of: "", .law, language: "en")
        == "https://www.legislation.gov.uk/ukpga/2018/12")
  }

  private func citations(in text: String) -> [String] {
    let (resolved, _) = resolve("## 1 Law\n\n\(text)\n")
    return resolved.citations.filter { $0.unit != .law }.map {
      "\(shippedLaws.laws[$0.law].id) \($0.written)"
    }
  }
}
