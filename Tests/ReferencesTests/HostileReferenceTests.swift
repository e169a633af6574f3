import Agreements
import References
import TestSupport
import Testing

/// Texts made to be slow to read: doubling them must not take much more than twice as long.
@Suite(.serialized)
struct HostileReferenceTests {
  @Test(arguments: [
    "Art. ", "section ", "section 1 and 2 and 3 and ", "\" ", "' ", "\"a ", "[Annex 1 ",
    "Annex \"a b c d e f ", "of the ", "Art. 28 Abs. ", "§ ", "§§ 1, 2, 3, ", "(a) ", "1.1.1.",
    "7(1)(2)", "General Data Protection ", "paragraph 1 of section 1 of ", "i.V.m. ", "a@", "@",
    "http://",
    "Articles 1 to 2, 3 and 4 ", "lit. a, b, c, d, ", "(hereinafter referred to as \"", "14 days ",
    "without undue ", "the \"X\" ", "the preceding paragraph ", "Als \"X\" gilt ", "dessen § 1 ",
    "clause 9 SCC ", "Art. 1, third sentence, ", "**a**, ", "___ ", "……",
  ])
  func staysLinear(piece: String) {
    let text = { (count: Int) in "## 1 One\n\n" + String(repeating: piece, count: count) + "\n" }
    expectLinear(from: 8_000 / piece.utf8.count, on: text) { _ = understand($0) }
  }

  @Test func resolvesAgreementsThatCiteEachOtherTenThousandTimes() {
    let make = { (title: String, other: String, count: Int) -> String in
      var text = "---\ntitle: \(title) Agreement\n---\n"
      for section in 1...count {
        text += "## \(section). Title \(section)\n\n"
        for clause in 1...10 {
          let (near, far) = ((section * 7 + clause) % count + 1, (section * 3 + clause) % count + 1)
          text += "- (\(clause)) Section \(far)(\(clause)) of the \(other) Agreement, section "
          text += "\(near)(1), and Art. 28 GDPR apply.\n"
        }
        text += "\n"
      }
      return text
    }
    let resolve = { (count: Int) in
      let readings = readAll([
        ("first", make("First", "Second", count)), ("second", make("Second", "First", count)),
      ])
      return {
        let (resolved, diagnostics) = resolveReferences(in: readings)
        #expect(resolved.reduce(0) { $0 + $1.references.count } == count * 40)
        #expect(diagnostics.isEmpty)
      }
    }
    expectLinear(resolve(125), resolve(500))
  }

  @Test func findsNumbersThatBeginAnewInTheirParts() {
    let make = { (count: Int) in
      read(
        (0..<count).map { number in
          """
          ## Part \(number + 1)

          **Term \(number):** a word.

          ### 1. One

          As in section 1, recital (A), clause 1 and paragraph 2 of Schedule 1, [TBD], [x](#1-one).


          """
        }.joined() + "# Annex A\n\n## Appendix 1\n\nText.\n\n# Schedule 1\n\n1. one\n2. two\n")
    }
    let small = make(200)
    let large = make(800)
    expectLinear({ _ = resolveReferences(in: [small]) }, { _ = resolveReferences(in: [large]) })
    let (resolved, _) = resolveReferences(in: [large])
    let parts = resolved[0].references.flatMap(\.parts)
    #expect(parts.allSatisfy { $0.status == .resolved })
    #expect(Set(parts.compactMap(\.targets.first)).count == 801)
  }

  @Test func readsPortalsOfThousandsOfTitles() {
    let make = { (count: Int) in
      (0..<count).map { number in
        read(
          "---\ntitle: Agreement of customer \(number)\n---\n\n## 1 One\n\nSee section 1 of the "
            + "Agreement of customer \((number + 1) % count).\n", id: "a\(number)"
        ).agreement
      }
    }
    let link = { (agreements: [Agreement]) in
      let titles = PortalTitles(of: agreements)
      let readings = agreements.map {
        AgreementReading($0, source: { [] }, context: ReferenceContext(for: $0, in: titles))
      }
      let (resolved, _) = resolveReferences(in: readings)
      #expect(
        resolved.enumerated().allSatisfy { number, one in
          one.references.first?.parts.first?.targets.first?.agreement
            == Int32((number + 1) % agreements.count)
        })
    }
    expectLinear(from: 300, on: make, link)
  }
}
