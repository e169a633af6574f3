internal import Diagnostics

/// What an annex is called: an agreement can have both an `Annex 1` and a `Schedule 1`.
package enum AnnexWord: Sendable {
  case annex, appendix, schedule, exhibit, attachment
  case enclosure, supplement
  case anlage, anhang, beilage

  /// The word that begins a designation such as `Annex 2`; `nil` where it is none of these.
  init?(beginning designation: String) {
    let word = designation.utf8.prefix { $0 >= 0x80 || $0.isASCIILetter }
    if let known = Self.byHash[WordHash.ofLowered(word)] {
      self = known
    } else if let last = designation.utf8.split(separator: 0x20).last,
      last.count < designation.utf8.count
    {
      // `FIRST SCHEDULE`
      self.init(hash: WordHash.ofLowered(last))
    } else {
      return nil
    }
  }

  /// The word that is all of a designation: the annex has no number.
  init?(_ designation: String) {
    self.init(hash: WordHash.ofLowered(designation.utf8))
  }

  init?(hash: UInt64) {
    guard let word = Self.byHash[hash] else { return nil }
    self = word
  }

  private static let byHash: [UInt64: AnnexWord] = {
    let spellings: [(AnnexWord, String)] = [
      (.annex, "annex annexe annexes annexure"), (.appendix, "appendix appendices appendixes app"),
      (.schedule, "schedule schedules"), (.exhibit, "exhibit exhibits"),
      (.attachment, "attachment attachments"), (.anlage, "anlage anlagen anl"),
      (.anhang, "anhang anhangs anhanges anhange anhänge anhängen anh"),
      (.beilage, "beilage beilagen"),
      (.enclosure, "enclosure"), (.supplement, "supplement"),
    ]
    var words: [UInt64: AnnexWord] = [:]
    for (word, all) in spellings {
      for spelling in all.split(separator: " ") { words[WordHash.ofLowered(spelling.utf8)] = word }
    }
    return words
  }()
}
