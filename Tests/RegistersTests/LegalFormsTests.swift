import Registers
import Testing

struct LegalFormsTests {
  let forms = LegalForms.shipped

  @Test(arguments: [
    "gmbh", "b.v", "bv", "s.r.o", "sro", "o.o", "zoo", "haftungsbeschränkt", "kgaa", "incorporated",
  ])
  func knowsFormsHoweverTheyAreSpelled(word: String) { #expect(forms.isWord(word)) }

  @Test(arguments: ["the", "private", "z", "cloud", ""])
  func knowsNoOtherWords(word: String) { #expect(!forms.isWord(word)) }

  @Test func findsTheLongestFormFirst() {
    #expect(
      forms.forms(beginningWith: "se").map { $0.words.joined(separator: " ") }.last == "se")
    #expect(forms.forms(beginningWith: "gmbh").last?.countries == ["DE", "AT", "CH", "LI"])
  }

  /// What means a company in running text is a form of names, too.
  @Test func takesClearFormsFromTheOthers() {
    for form in forms.clear {
      let words = form.split(separator: " ").map(String.init)
      #expect(forms.forms(beginningWith: words[0]).contains { $0.words == words }, "\(form)")
    }
    #expect(forms.wordsBehindNames.allSatisfy(forms.isWord))
    #expect(forms.wordsBehindNames.isSuperset(of: ["s.r.o", "ltd"]))
  }
}
