import Differencing
import Testing

struct GroupReadablyTests {
  @Test func showsARewrittenSentenceAsRewritten() {
    #expect(
      grouped(
        "the records kept on removable media are erased within ten days .",
        "a copy held by the night shift is returned before the trial phase ends .")
        == "[the records kept on removable media are erased within ten days"
        + "|a copy held by the night shift is returned before the trial phase ends] .")
  }

  @Test func keepsSingleWordsApart() {
    #expect(
      grouped("we erase old records within ten days .", "we delete old records within five days .")
        == "we [erase|delete] old records within [ten|five] days .")
  }

  @Test func beginsAnInsertionWhereASentenceBegins() {
    #expect(
      grouped("we keep logs . we keep lists .", "we keep logs . we keep files . we keep lists .")
        == "we keep logs . [|we keep files .] we keep lists .")
  }

  /// What a list names is kept, and not what joins it.
  @Test(arguments: [
    ("names , dates and places", "names and dates", "names [,|and] dates [and places|]"),
    ("names and dates", "names , dates and places", "names [and|,] dates [|and places]"),
    ("names , dates , and places", "names , and dates", "names , [|and] dates [, and places|]"),
    ("names and dates", "names and places", "names and [dates|places]"),
  ])
  func keepsWhatIsListed(old: String, new: String, expected: String) {
    #expect(grouped(old, new) == expected)
  }

  @Test func leavesSignsWithTheWordsBefore() {
    #expect(
      grouped("names , dates , places", "names , roles , dates , places")
        == "names , [|roles ,] dates , places")
  }

  @Test func stillTurnsTheOldIntoTheNew() {
    var random = SmallRandom(seed: 5)
    for _ in 0..<2_000 {
      let old = random.sequence(upTo: 40, of: 7).map(Int32.init)
      let new = random.sequence(upTo: 40, of: 7).map(Int32.init)
      let roles: [TokenRole] = [.word, .word, .particle, .sign, .stop, .word, .particle]
      var comparer = SequenceComparer()

      let hunks = groupReadably(
        comparer.compare(old, new).hunks, old: old, oldRoles: old.map { roles[Int($0)] },
        new: new, newRoles: new.map { roles[Int($0)] })

      #expect(apply(hunks, to: old, from: new) == new)
      for (first, next) in zip(hunks, hunks.dropFirst()) {
        #expect(first.old.upperBound < next.old.lowerBound)
        #expect(first.new.upperBound < next.new.lowerBound)
      }
    }
  }

  /// Two texts of words separated by blanks, with hunks as `[old|new]`.
  private func grouped(_ old: String, _ new: String) -> String {
    let oldWords = old.split(separator: " ").map(String.init)
    let newWords = new.split(separator: " ").map(String.init)
    var table = WordTable()
    let oldIDs = oldWords.map { table.number(of: Array($0.utf8)) }
    let newIDs = newWords.map { table.number(of: Array($0.utf8)) }
    func role(_ word: String) -> TokenRole {
      switch word {
      case ".": .stop
      case ",": .sign
      case "the", "a", "by", "on", "is", "are", "we", "within", "before", "and": .particle
      default: .word
      }
    }
    var comparer = SequenceComparer()
    let hunks = groupReadably(
      comparer.compare(oldIDs, newIDs).hunks, old: oldIDs, oldRoles: oldWords.map(role),
      new: newIDs, newRoles: newWords.map(role))
    var parts: [String] = []
    var position = 0
    for hunk in hunks {
      parts += oldWords[position..<hunk.old.lowerBound]
      parts.append(
        "[\(oldWords[hunk.old].joined(separator: " "))|\(newWords[hunk.new].joined(separator: " "))]"
      )
      position = hunk.old.upperBound
    }
    return (parts + oldWords[position...]).joined(separator: " ")
  }
}
