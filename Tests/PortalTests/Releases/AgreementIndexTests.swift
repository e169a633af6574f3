import Agreements
import Testing

@testable import Portal

struct AgreementIndexTests {
  private func index(_ heads: [(id: String, head: String)]) -> AgreementIndex {
    AgreementIndex(
      heads.map { id, head in
        readAgreement(Array("---\ntitle: T\n\(head)\n---\n\nText.\n".utf8), path: "\(id).md")
          .agreement
      })
  }

  @Test func takesPartsOfPartsOnce() {
    let index = index([
      ("dpa", "part-of: toms"), ("toms", "part-of: dpa"), ("list", "part-of: toms"),
    ])
    #expect(index.family(of: "dpa") == ["dpa", "toms", "list"])
    #expect(index.family(of: "list") == ["list"])
  }

  @Test func sharesThePartsOfAnotherLanguageVersion() {
    let index = index([
      ("dpa", "language: en"), ("avv", "translation-of: dpa\nlanguage: de"),
      ("toms", "part-of: dpa"), ("list", "part-of: dpa"),
      ("liste", "translation-of: list\npart-of: avv"),
    ])
    #expect(index.family(of: "avv") == ["avv", "liste", "toms"])
    #expect(index.family(of: "dpa") == ["dpa", "toms", "list"])
  }
}
