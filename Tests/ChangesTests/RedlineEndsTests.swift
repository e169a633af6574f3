import Agreements
import Changes
import References
import Testing

struct RedlineEndsTests {
  /// Spaces between words are asked for by the ends of runs, which are not written out for that.
  @Test func tellsHowTheWordsOfARunBeginAndEnd() throws {
    let old = "# Terms\n\n1. The Processor\n   keeps  the data\tfor two years\n   and deletes it.\n"
    let new = "# Terms\n\n1. The Processor keeps\n   no data at\tall\n   and deletes it,\n   too.\n"
    let redline = try #require(changeSet(old, new).redlines.first)
    #expect(redline.runs.count > 3)
    for run in redline.runs {
      for isOld in [true, false] {
        let words = redline.bytes(of: run, isOld: isOld)
        let ends = redline.ends(of: run, isOld: isOld)
        #expect(ends?.first == words.first)
        #expect(ends?.last == words.last)
        #expect(!words.contains(0x0A) && !words.contains(0x09))
      }
    }
  }
}
