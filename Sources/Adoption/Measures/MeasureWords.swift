internal import Frontmatter
internal import Registers

/// The words by which lists of measures are understood: see Data/measure-words.yml.
struct MeasureWords: Sendable {
  /// What a column of a table holds.
  enum Column: String, CaseIterable, Sendable {
    case control, measure, explanation, state, reason, responsible, evidence, scope, number
  }

  private(set) var states: [(state: MeasureState, phrases: [FoldedPhrase])] = []
  private(set) var notTaken: [FoldedPhrase] = []
  private(set) var responsibility: [FoldedPhrase] = []
  /// What stands behind the one who has to see to a measure.
  private(set) var responsibleBehind: [FoldedPhrase] = []
  /// What stands before such a one, and behind, without telling more.
  private(set) var leads: [FoldedPhrase] = []
  private(set) var references: [FoldedPhrase] = []
  private(set) var delegation: [FoldedPhrase] = []
  /// In cells of states: words before a state, words that take back what stands before them, and
  /// words before a time.
  private(set) var stress: [FoldedPhrase] = []
  private(set) var limits: [FoldedPhrase] = []
  private(set) var toCome: [FoldedPhrase] = []
  private(set) var customers: [FoldedPhrase] = []
  private(set) var see: [FoldedPhrase] = []
  private(set) var seeAlso: [FoldedPhrase] = []
  private(set) var documents: [FoldedPhrase] = []
  private(set) var nameEnds: [FoldedPhrase] = []
  private(set) var citations: [FoldedPhrase] = []
  private(set) var suffixes: [FoldedPhrase] = []
  private(set) var joints: [FoldedPhrase] = []
  private var titles: Set<[UInt8]> = []
  private var columns: [[UInt8]: Column] = [:]

  static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "measure-words.yml"), named: "measure-words.yml",
    what: "list of words"
  ) { MeasureWords(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    func phrases(_ key: String) -> [FoldedPhrase] {
      record.texts(key).map { FoldedPhrase($0.value) }.sorted { $0.length > $1.length }
    }
    for state in MeasureState.allCases {
      states.append((state, phrases(state.rawValue)))
    }
    notTaken = phrases("not-taken")
    responsibility = phrases("responsibility")
    responsibleBehind = phrases("responsible-behind")
    leads = phrases("responsible-leads")
    references = phrases("responsible-references")
    delegation = phrases("delegation")
    stress = phrases("stress")
    limits = phrases("limits")
    toCome = phrases("to-come")
    customers = phrases("customer")
    see = phrases("see")
    seeAlso = phrases("see-also")
    documents = phrases("documents")
    nameEnds = phrases("name-ends")
    citations = phrases("citations")
    suffixes = phrases("suffixes")
    joints = phrases("joints")
    titles = Set(record.texts("titles").map { FoldedText($0.value).key })
    for entry in record.entries("columns") {
      guard
        let column = record.choice(
          Located(entry.key, at: entry.keyRange), for: "columns", as: Column.self)?.value
      else { continue }
      for text in record.texts(of: entry.value, entry.key) {
        columns[FoldedText(text.value).key] = column
      }
    }
  }

  /// What a column with this head holds.
  func column(headed head: String) -> Column? {
    let key = FoldedText(head).key
    return key.isEmpty ? nil : columns[key]
  }

  /// Whether `title` is that of a whole list of measures.
  func isTitle(_ title: String) -> Bool {
    let key = FoldedText(title).key
    return titles.contains { key == $0 || key.starts(with: $0 + [0x20]) || key.ends(with: $0) }
  }
}

extension MeasureWords {
  /// Whether a label ends like a heading over measures: "Technical measures".
  func endsAsHeading(_ label: String) -> Bool {
    let key = FoldedText(label).key
    return suffixes.contains { key.ends(with: $0.text.key) }
  }
}

/// A phrase to look for, folded once.
struct FoldedPhrase: Sendable {
  let text: FoldedText
  var length: Int { text.bytes.count }

  init(_ text: String) { self.text = FoldedText(text) }
}

extension [UInt8] {
  fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
