internal import Agreements
internal import Frontmatter

/// What the rows and items of each place are records of.
struct PlaceTopics: Sendable {
  enum Topic: UInt8, Sendable { case none, measures, subProcessors }

  /// By node.
  private let topics: [Topic]

  subscript(node: Int) -> Topic { topics[node] }

  init(_ text: ComparedText, _ columns: TableColumns) {
    let agreement = text.agreement
    let metadata = agreement.metadata
    let whole = Self.topic(of: agreement)
    let listing = columns.tables(where: Self.namesSubProcessors)
    var ofProvisions = [Topic](repeating: .none, count: agreement.provisions.count)
    let adoptedMeasures = Set(metadata.adoptedMeasures.compactMap(\.at?.value))
    let adoptedTables = Set(metadata.adoptedSubProcessors.compactMap(\.at?.value))
    let isAdopting = !adoptedMeasures.isEmpty || !adoptedTables.isEmpty
    // By index: a copy of each provision would cost more than all the rest.
    for index in agreement.provisions.indices {
      let kind = agreement.provisions[index].kind
      let parent = agreement.provisions[index].parent
      var topic = parent >= 0 ? ofProvisions[Int(parent)] : whole
      if kind == .annex || kind == .section {
        let title = agreement.provisions[index].title
        if Self.namesSubProcessors(title) {
          topic = .subProcessors
        } else if kind == .annex, Self.namesMeasures(title) {
          topic = .measures
        }
      }
      if topic == .none, !listing.isEmpty, kind == .row,
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
    }
    return hasPart ? .none : .subProcessors
  }

  /// Whether a title is one of lists of sub-processors, in English or German.
  static func namesSubProcessors(_ title: String) -> Bool {
    holdsAny(subProcessorWords, in: title)
  }

  /// Whether a title is one of technical and organisational measures.
  static func namesMeasures(_ title: String) -> Bool {
    holdsAny(measureWords, in: title)
      || title.split(whereSeparator: { !$0.isLetter }).contains { $0 == "TOMs" || $0 == "TOM" }
  }

  /// Looks for words in a title, whatever their capitals.
  private static func holdsAny(_ words: [[UInt8]], in title: String) -> Bool {
    let title = title.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    for start in title.indices {
      for word in words
      where title[start] == word[0] && title.count - start >= word.count
        && title[start...].starts(with: word)
      {
        return true
      }
    }
    return false
  }

  private static let measureWords = [
    "technical and organi", "technische und organisatorische", "technischen und organisatorischen",
    "security measures", "sicherheitsmaßnahmen",
  ].map { Array($0.utf8) }

  private static let subProcessorWords = [
    "sub-processor", "subprocessor", "sub processor", "subcontract", "sub-contract",
    "subprocessing", "sub-processing", "other processors", "further processors", "unterauftrag",
    "subunternehm", "subdienstleist", "subauftrag", "weitere auftragsverarbeiter",
    "weiteren auftragsverarbeiter",
  ].map { Array($0.utf8) }
}
