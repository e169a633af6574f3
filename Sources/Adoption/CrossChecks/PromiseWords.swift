internal import Frontmatter
internal import Registers

/// What texts promise about sub-processors: see Data/promises.yml.
struct PromiseWords: Sendable {
  let oneOnly: [[String]]
  let subProcessors: [[String]]
  /// Promises of no sub-processor, with their noun: "no subcontractors".
  let noneAtAll: [[String]]
  /// What leaves such a promise open.
  let openings: [[String]]
  let thirdCountries: [[String]]
  let never: [[String]]
  let transfers: [[String]]
  /// What leaves a promise of no transfer open.
  let waysOut: [[String]]
  let exclusively: [[String]]
  let inside: [[String]]
  let activities: [[String]]
  let storage: [[String]]
  let hosting: [[String]]
  let exceptions: [[String]]
  /// Finds names with a legal form that nothing else looks like.
  let companyNames: CompanyNameFinder
  /// Tells which of ``Group`` a text may hold.
  let filter: PhraseFilter

  /// What a text must hold before a promise or a company is looked for in it.
  struct Group: OptionSet, Sendable {
    let rawValue: UInt32
    static let oneOnly = Group(rawValue: 1)
    static let subProcessors = Group(rawValue: 2)
    static let exclusively = Group(rawValue: 4)
    static let inside = Group(rawValue: 8)
    static let forms = Group(rawValue: 16)
    static let noneAtAll = Group(rawValue: 32)
    static let thirdCountries = Group(rawValue: 64)
    static let countries = Group(rawValue: 128)
  }

  static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "promises.yml"), named: "promises.yml", what: "list of promises"
  ) { PromiseWords(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    func phrases(_ key: String) -> [[String]] {
      record.texts(key).map { $0.value.folded.split(separator: " ").map(String.init) }
    }
    oneOnly = phrases("one-only")
    subProcessors = phrases("sub-processors")
    let nouns = subProcessors + phrases("several-sub-processors")
    let behind = phrases("none-behind")
    noneAtAll =
      phrases("none-at-all").flatMap { none in nouns.map { none + $0 } }
      + nouns.flatMap { noun in behind.map { noun + $0 } }
    openings = phrases("openings")
    thirdCountries = phrases("third-countries")
    never = phrases("never")
    transfers = phrases("transfers")
    waysOut = phrases("ways-out")
    exclusively = phrases("exclusively")
    inside = phrases("inside")
    activities = phrases("activities")
    storage = phrases("storage")
    hosting = phrases("hosting")
    exceptions = phrases("exceptions")
    let forms = LegalForms.shipped.clear
    companyNames = CompanyNameFinder(
      forms: forms, notInNames: Set(record.texts("not-in-names").map(\.value)))
    filter = PhraseFilter(
      [
        oneOnly, nouns, exclusively, inside,
        forms.map { $0.split(separator: " ").map(String.init) }, noneAtAll, thirdCountries,
        // "Third" also begins "third parties", which stand in every agreement.
        thirdCountries.map { Array($0.suffix(1)) },
      ], capitalised: Group.forms.rawValue)
  }
}

extension [String] {
  /// Whether one of `phrases` stands in these words; how many words it takes at `index`.
  func length(of phrases: [[String]], at index: Int) -> Int? {
    var longest: Int?
    for phrase in phrases where hold(phrase, at: index) {
      longest = Swift.max(longest ?? 0, phrase.count)
    }
    return longest
  }

  func contains(anyOf phrases: [[String]]) -> Bool {
    indices.contains { index in phrases.contains { hold($0, at: index) } }
  }

  private func hold(_ phrase: [String], at index: Int) -> Bool {
    guard index + phrase.count <= count else { return false }
    for offset in phrase.indices where phrase[offset] != self[index + offset] { return false }
    return true
  }
}
