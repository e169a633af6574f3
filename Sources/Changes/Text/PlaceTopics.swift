internal import Agreements
internal import Frontmatter

/// What the rows and items of each place are records of.
struct PlaceTopics: Sendable {
  enum Topic: UInt8, Sendable { case none, measures, subProcessors }

  /// By node.
  private let topics: [Topic]

  subscript(node: Int) -> Topic { topics[node] }

  init(_ text: ComparedText) {
    let agreement = text.agreement
    let metadata = agreement.metadata
    var whole = Self.topic(ofKind: metadata.kind)
    if whole == .none, Self.namesMeasures(metadata.title) { whole = .measures }
    var ofProvisions = [Topic](repeating: .none, count: agreement.provisions.count)
    let adoptedMeasures = Set(metadata.adoptedMeasures.compactMap(\.at?.value))
    let adoptedTables = Set(metadata.adoptedSubProcessors.compactMap(\.at?.value))
    let isAdopting = !adoptedMeasures.isEmpty || !adoptedTables.isEmpty
    for (index, provision) in agreement.provisions.enumerated() {
      var topic = provision.parent >= 0 ? ofProvisions[Int(provision.parent)] : whole
      if provision.kind == .annex || provision.kind == .section {
        if Self.namesSubProcessors(provision.title) {
          topic = .subProcessors
        } else if provision.kind == .annex, Self.namesMeasures(provision.title) {
          topic = .measures
        }
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

  private static func topic(ofKind kind: AgreementKind) -> Topic {
    switch kind {
    case .measures: .measures
    case .subProcessorAnnex: .subProcessors
    case .agreement, .terms, .policy: .none
    }
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
