internal import Agreements
internal import Frontmatter

/// What the words of changed places are read and weighed with.
struct TextJudging {
  private let old: ComparedText
  private let new: ComparedText
  private let marks: MarksOfBoth
  private let uses: WordUses
  /// What either version calls its parties, in lower case.
  private let partyNames: Set<String>
  private let citations: CitationComparison
  private var spelled = SpelledWords()
  var renamed = RenamedTerms()

  init(
    _ old: ComparedText, _ new: ComparedText, _ marks: MarksOfBoth, _ targets: TargetMap
  ) {
    self.old = old
    self.new = new
    self.marks = marks
    uses = WordUses(old, new)
    partyNames = Set(
      (old.agreement.metadata.parties + new.agreement.metadata.parties)
        .compactMap { $0.definedAs?.value.lowercased() })
    citations = CitationComparison(old, new, targets)
  }

  /// The words of a changed place, with what is known of those that are marked.
  mutating func marked(_ differences: [WordDifference]) -> MarkedText {
    var text = MarkedText(differences, old: old, new: new, marks, &spelled)
    text.sameCitations = citations.sameCitations(in: text)
    text.citations = citations.citations(of: text)
    return text
  }

  /// `node`: of the new version, or -1.
  func judge(of node: Int32, isMeasure: Bool) -> WordJudge {
    WordJudge(
      partyNames: partyNames, isMeasure: isMeasure,
      languages: (old.agreement.metadata.language?.value, new.agreement.metadata.language?.value),
      uses: uses, renamed: renamed.used(in: node), leadIn: LeadIn(above: node, in: new))
  }
}
