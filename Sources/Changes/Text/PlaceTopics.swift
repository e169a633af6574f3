internal import Agreements
internal import Frontmatter

/// What the rows and items of each place are records of.
struct PlaceTopics: Sendable {
  enum Topic: UInt8, Sendable { case none, measures, subProcessors }

  /// By node.
  private var topics: [Topic]
  /// By node, whether it stands among companies that are no sub-processors, or no longer; empty where
  /// none does.
  private var others: [Bool] = []

  subscript(node: Int) -> Topic { topics[node] }

  /// Whether a place is among companies that are no sub-processors, or no longer.
  func isAmongOthers(_ node: Int) -> Bool { !others.isEmpty && others[node] }

  init(_ text: ComparedText, _ columns: TableColumns) {
    let agreement = text.agreement
    let metadata = agreement.metadata
    let whole = Self.topic(of: agreement)
    let listing = columns.tables(where: Self.namesSubProcessors)
    let isListing =
      whole == .subProcessors || !listing.isEmpty || !metadata.adoptedSubProcessors.isEmpty
      || agreement.provisions.indices.contains {
        // By index: a copy of each provision would cost more than all the rest.
        let kind = agreement.provisions[$0].kind
        return (kind == .annex || kind == .section)
          && Self.namesSubProcessors(agreement.provisions[$0].title)
      }
    let ofCookies = columns.tables(where: Self.namesCookies).subtracting(listing)
    var ofProvisions = [Topic](repeating: .none, count: agreement.provisions.count)
    var ofOthers = [Bool](repeating: false, count: agreement.provisions.count)
    let adoptedMeasures = Set(metadata.adoptedMeasures.compactMap(\.at?.value))
    let adoptedTables = Set(metadata.adoptedSubProcessors.compactMap(\.at?.value))
    let isAdopting = !adoptedMeasures.isEmpty || !adoptedTables.isEmpty
    for index in agreement.provisions.indices {
      let kind = agreement.provisions[index].kind
      let parent = agreement.provisions[index].parent
      var topic = parent >= 0 ? ofProvisions[Int(parent)] : whole
      ofOthers[index] = parent >= 0 && ofOthers[Int(parent)]
      if kind == .annex || kind == .section {
        let title = agreement.provisions[index].title
        let content = isListing ? ListTitles.content(of: title) : .other
        if content != .other, kind == .section {
          if topic == .subProcessors { topic = .none }
          if content == .noSubProcessors { ofOthers[index] = true }
        } else if Self.namesSubProcessors(title) {
          topic = .subProcessors
          ofOthers[index] = false
        } else if kind == .annex,
          Self.namesMeasures(title) || Self.isWhole(Self.measureTitles, title)
        {
          topic = .measures
        } else if topic == .subProcessors, Self.namesCookies(title) {
          topic = .none
        }
      }
      if topic == .subProcessors, !ofCookies.isEmpty, kind == .row,
        let table = columns.table(ofRow: agreement.provisions[index].node),
        ofCookies.contains(table)
      {
        topic = .none
      }
      if topic == .none, !listing.isEmpty, kind == .row, !ofOthers[index],
        let table = columns.table(ofRow: agreement.provisions[index].node), listing.contains(table)
      {
        topic = .subProcessors
      }
      if isAdopting {
        let path = agreement.legalPath(of: index).written
        if adoptedMeasures.contains(path) { topic = .measures }
        if adoptedTables.contains(path) { topic = .subProcessors }
      }
      ofProvisions[index] = topic
    }
    topics = text.nodes.map { $0.provision >= 0 ? ofProvisions[Int($0.provision)] : whole }
    if ofOthers.contains(true) {
      others = text.nodes.map { $0.provision >= 0 && ofOthers[Int($0.provision)] }
    }
  }

  /// The heads of tables of sub-processors that name companies, each set as one text.
  func companyHeads(_ text: ComparedText, _ columns: TableColumns) -> Set<String> {
    var heads: Set<String> = []
    var known: Int32?
    for node in text.nodes.indices
    where text.nodes[node].shape == .row && text.nodes[node].role == .place
      && topics[node] == .subProcessors
    {
      guard let table = text.row(of: Int32(node)).flatMap(columns.table), table != known else {
        continue
      }
      known = table
      let words = columns.heads(of: table)
      if words.contains(where: NameHeads.namesCompanies) { heads.insert(NameColumns.key(words)) }
    }
    return heads
  }

  /// Takes rows for sub-processors that stand below the same heads as others, whatever their
  /// section is called: `Optional services`.
  mutating func noteTables(
    headedBy heads: Set<String>, _ text: ComparedText, _ columns: TableColumns
  ) {
    guard !heads.isEmpty else { return }
    var known: (table: Int32, isListed: Bool)?
    for node in text.nodes.indices
    where text.nodes[node].shape == .row && text.nodes[node].role == .place
      && topics[node] == .none && !isAmongOthers(node)
    {
      guard let table = text.row(of: Int32(node)).flatMap(columns.table) else { continue }
      if known?.table != table {
        known = (table, heads.contains(NameColumns.key(columns.heads(of: table))))
      }
      if known?.isListed == true { topics[node] = .subProcessors }
    }
  }

  /// What a whole document is about, by its kind or its title; where it has a part of its own on
  /// sub-processors, other parts are about other things.
  private static func topic(of agreement: Agreement) -> Topic {
    switch agreement.metadata.kind {
    case .measures: return .measures
    case .subProcessorAnnex: return .subProcessors
    case .agreement, .terms, .policy: break
    }
    let title = agreement.metadata.title
    if namesMeasures(title) { return .measures }
    guard namesSubProcessors(title) else { return .none }
    let hasPart = agreement.provisions.contains {
      ($0.kind == .annex || $0.kind == .section) && namesSubProcessors($0.title)
        && ListTitles.content(of: $0.title) == .other && !ListTitles.namesTheRest($0.title)
    }
    return hasPart ? .none : .subProcessors
  }

  /// Whether a title is one of lists of sub-processors, in English or German.
  static func namesSubProcessors(_ title: String) -> Bool {
    holdsAny(subProcessorWords, in: title)
  }

  /// Whether a title or a head is about cookies, which pages on sub-processors often list as well.
  private static func namesCookies(_ title: String) -> Bool { holdsAny(cookieWords, in: title) }

  /// Whether a title is one of technical and organisational measures.
  static func namesMeasures(_ title: String) -> Bool {
    if holdsAny(measureWords, in: title) { return true }
    guard holdsAny(measureAbbreviation, in: title) else { return false }
    return title.split(whereSeparator: { !$0.isLetter }).contains { $0 == "TOMs" || $0 == "TOM" }
  }

  /// Whether one of the words is all of a title, whatever their capitals.
  private static func isWhole(_ phrases: Phrases, _ title: String) -> Bool {
    let title = title.utf8.span
    guard title.count > 0, phrases.mayBegin(with: lowered(title[0])) else { return false }
    return phrases.words.contains { $0.count == title.count && begins($0.span, title, at: 0) }
  }

  /// Looks for words in a title, whatever their capitals.
  private static func holdsAny(_ phrases: Phrases, in title: String) -> Bool {
    let title = title.utf8.span
    for start in title.indices where phrases.mayBegin(with: lowered(title[start])) {
      for word in phrases.words where begins(word.span, title, at: start) { return true }
    }
    return false
  }

  private static func begins(_ word: Span<UInt8>, _ title: Span<UInt8>, at start: Int) -> Bool {
    guard title.count - start >= word.count else { return false }
    for index in word.indices where lowered(title[start + index]) != word[index] { return false }
    return true
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Words in lower case, each beginning with a letter of ASCII.
  private struct Phrases: Sendable {
    let words: [[UInt8]]
    /// A bit for each letter that one begins with.
    private let firsts: UInt32

    init(_ words: [String]) {
      self.words = words.map { Array($0.utf8) }
      firsts = self.words.reduce(0) { $0 | Self.bit($1[0]) }
    }

    func mayBegin(with byte: UInt8) -> Bool { firsts & Self.bit(byte) != 0 }

    private static func bit(_ byte: UInt8) -> UInt32 {
      byte &- 0x61 < 26 ? 1 << UInt32(byte &- 0x61) : 0
    }
  }

  private static let measureWords = Phrases([
    "technical and organi", "technische und organisatorische", "technischen und organisatorischen",
    "security measures", "sicherheitsmaßnahmen",
  ])

  /// Titles of annexes that titles of other ones only hold as a part: `Measures against delay`.
  private static let measureTitles = Phrases([
    "measures", "maßnahmen", "technical measures", "technische maßnahmen", "security",
    "data security", "information security", "datensicherheit", "informationssicherheit",
    "sicherheit der verarbeitung", "security of processing",
  ])

  private static let measureAbbreviation = Phrases(["tom"])

  private static let cookieWords = Phrases(["cookie"])

  private static let subProcessorWords = Phrases([
    "sub-processor", "subprocessor", "sub processor", "subcontract", "sub-contract",
    "subprocessing", "sub-processing", "other processors", "further processors", "unterauftrag",
    "subunternehm", "subdienstleist", "subauftrag", "weitere auftragsverarbeiter",
    "weiteren auftragsverarbeiter",
  ])
}
