internal import Frontmatter

/// What a column of a list of sub-processors says.
enum ListField: String, CaseIterable, Sendable {
  /// A running number.
  case number
  case name
  /// A company together with its address.
  case provider
  /// The product of the company that is used, often with its purpose behind a colon.
  case system
  case service, purpose
  /// Where the company has its seat, in full or only the country.
  case address, seat
  /// Where it processes.
  case location
  case thirdCountry = "third-country"
  case data, subjects, transfer, condition, products, website, contact
  case announced, effective, ended
  /// Something that no record has a field for.
  case other
}

/// The heads by which columns are told: see Data/sub-processor-columns.yml.
struct ColumnHeads: Sendable {
  /// Phrases in small letters, longest first.
  private let phrases: [(phrase: String, field: ListField)]
  private let byPhrase: [String: ListField]
  private let subjects: Set<String>
  private let types: Set<String>
  /// Words for the ground of a transfer, and words that stand before them.
  private let grounds: Set<String>
  private let leads: Set<String>

  /// How much a head says of what the companies do, most first.
  enum Rank: CaseIterable {
    case plain
    /// The subject matter of the processing: the service, or its purpose beside a service.
    case subject
    /// A type or category, which may be that of the company.
    case type
  }

  static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "sub-processor-columns.yml"), named: "sub-processor-columns.yml",
    what: "list of heads"
  ) { ColumnHeads(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    var phrases: [(phrase: String, field: ListField)] = []
    for entry in record.entries("columns") {
      guard
        let field = record.choice(
          Located(entry.key, at: entry.keyRange), for: "columns", as: ListField.self)?.value
      else { continue }
      for phrase in record.texts(of: entry.value, entry.key) {
        phrases.append((folded(head: phrase.value), field))
      }
    }
    phrases.sort { ($1.phrase.utf8.count, $0.phrase) < ($0.phrase.utf8.count, $1.phrase) }
    self.phrases = phrases
    subjects = Set(record.texts("subjects").map { folded(head: $0.value) })
    types = Set(record.texts("types").map { folded(head: $0.value) })
    grounds = Set(record.texts("grounds").map { folded(head: $0.value) })
    leads = Set(record.texts("leads").map { folded(head: $0.value) })
    byPhrase = Dictionary(
      phrases.map { ($0.phrase, $0.field) }, uniquingKeysWith: { first, _ in first })
  }

  /// The field of a column: that of the longest phrase in its head.
  func field(ofHead head: String) -> ListField? {
    let head = folded(head: head)
    if let exact = byPhrase[head] { return exact }
    let field = phrases.first { contains($0.phrase, in: head) }?.field
    return field == .thirdCountry && namesGround(head) ? .transfer : field
  }

  /// Whether a head asks for the ground of a transfer to a third country, such as `safeguards for third
  /// countries`, and not for the country as well, as `third country / safeguards` does.
  private func namesGround(_ head: String) -> Bool {
    let words = head.split { !$0.isLetter && $0 != "-" }
    return words.first.map { grounds.contains(String($0)) || leads.contains(String($0)) } ?? false
      && words.contains { grounds.contains(String($0)) }
      && !head.contains { "/,;&+".contains($0) }
      && !words.contains { $0 == "and" || $0 == "und" }
  }

  func rank(_ head: String) -> Rank {
    let head = folded(head: head)
    return subjects.contains(head) ? .subject : types.contains(head) ? .type : .plain
  }

  /// The field of a label before a colon, which must be one of the phrases as a whole.
  func field(ofLabel label: String) -> ListField? { byPhrase[folded(head: label)] }

  /// Short phrases count as words only: `id` is no part of `provider`.
  private func contains(_ phrase: String, in head: String) -> Bool {
    guard let range = head.range(ofText: phrase) else { return false }
    if phrase.utf8.count >= 6 { return true }
    let before = head[..<range.lowerBound].last
    let after = head[range.upperBound...].first
    return !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
  }
}

/// A head as it is compared: small letters, single blanks, no marks round it.
func folded(head: String) -> String {
  head.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    .trimming { $0 == ":" || $0 == "." || $0 == "*" || $0 == " " }
}
