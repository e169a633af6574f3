import References
import Testing

/// Which law a provision is of, by where the law's name stands.
struct LawNameTests {
  private func cited(_ text: String) -> [String] {
    let reading = read("## 1. Scope\n\n\(text)\n\n# Annex 1\n\nx\n")
    let (agreements, _) = resolveReferences(in: [reading])
    return agreements[0].citations.filter { $0.unit != .law }.map {
      "\(shippedLaws.laws[$0.law].id) \($0.written)"
    }
  }

  @Test(arguments: [
    (
      "See (GDPR Article 46, UK GDPR Article 46, FADP Article 16).",
      ["gdpr 46", "uk-gdpr 46", "fadp 16"]
    ),
    (
      "See Swiss FADP Art. 16; Articles 33(1) and 34 GDPR.", ["fadp 16", "gdpr 33(1)", "gdpr 34"]
    ),
    ("See UK GDPR Article 46; Article 6 of the GDPR.", ["uk-gdpr 46", "gdpr 6"]),
    ("See Art. 6 GDPR, Art. 16 FADP.", ["gdpr 6", "fadp 16"]),
    ("See Article 6, GDPR.", ["gdpr 6"]),
    ("See Article 28.3 GDPR.", ["gdpr 28(3)"]),
    ("See Art. 28(3)h GDPR.", ["gdpr 28(3)(h)"]),
    ("See Article 28.3(h) GDPR.", ["gdpr 28(3)(h)"]),
    ("See Clause 8.9 of the SCCs.", ["scc-2021-914 8.9"]),
    ("See Article 6 lit. c. GDPR.", ["gdpr 6(c)"]),
  ])
  func readsTheLawBesideIt(text: String, expected: [String]) {
    #expect(cited(text) == expected)
  }

  @Test(arguments: [
    ("See Annex 1, Article 32 GDPR.", ["gdpr 32"]),
    ("Siehe Annex 1, § 26 BDSG.", ["bdsg 26"]),
    ("See Annex 1, Articles 32 and 33 GDPR.", ["gdpr 32", "gdpr 33"]),
    ("See Annex 1, Article 32 and Article 28 GDPR.", ["gdpr 32", "gdpr 28"]),
  ])
  func tellsAnAnnexFromTheLawBehindIt(text: String, expected: [String]) {
    #expect(cited(text) == expected)
    let source = "## 1. Scope\n\n\(text)\n\n# Annex 1\n\nx\n"
    #expect(references(in: source) == ["Annex 1 -> Annex 1"])
  }

  @Test func readsAPlaceOfALawsAnnex() {
    #expect(
      cited("See Annex I, section 2 of Regulation (EU) 2024/1689.") == ["ai-act I(2)"])
  }

  @Test(arguments: [
    ("Verbundene Unternehmen nach §§ 15 ff. AktG.", ["aktg 15 et seq."]),
    ("Es gelten § 203 StGB; § 30 OWiG; § 8a BSIG.", ["stgb 203", "owig 30", "bsig 8a"]),
    ("Es gilt § 1 SGB V, nicht § 1 SGB VIII.", ["sgb-5 1", "sgb-8 1"]),
    ("Es gilt Art. 10 GG.", ["gg 10"]),
    ("Section 1 of PECR and Section 1 HIPAA apply.", ["pecr 1", "hipaa 1"]),
  ])
  func knowsActs(text: String, expected: [String]) {
    #expect(cited(text) == expected)
    #expect(references(in: "## 1. Scope\n\n\(text)\n").isEmpty)
  }

  @Test(arguments: ["§ 1 BetrSichV", "§ 1 Abs. 2 StVO", "§ 1 des BayDSG", "Section 1 MarkenG"])
  func leavesActsThatNoCatalogKnows(text: String) {
    #expect(references(in: "## 1. Scope\n\n\(text) gilt.\n") == ["\(text) ->  (external)"])
  }

  @Test(arguments: [
    "Nach § 1 McCoy informieren.", "Nach § 1 GmbH informieren.", "Nach § 1 AVV gilt das.",
  ])
  func takesOtherWordsForNoAct(text: String) {
    #expect(references(in: "## 1. Scope\n\n\(text)\n").allSatisfy { $0.hasSuffix("-> 1") })
  }

  @Test func endsWithTheSentence() {
    #expect(
      cited("See Article 33(1). FADP applies too, as does Article 6 GDPR.") == [
        "gdpr 33(1)", "gdpr 6",
      ])
  }
}
