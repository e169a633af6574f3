internal import Agreements

/// The companies that each list of sub-processors of a version names, by their full names, and
/// those names of the other version that are known to be of the same.
///
/// A company has a row for each of its tasks. Another list is of another product or version, so
/// what stays there stays for others; and another legal form is another company: who is told that
/// one stays must not find another in its place.
struct EngagedCompanies: Sendable {
  private struct Entry: Hashable {
    /// The place that holds the list, as a node of this version.
    var list: Int32
    var name: UInt64
  }

  private let text: ComparedText
  private let records: RecordPlaces
  private var entries: Set<Entry> = []

  /// `matches`: by node what it is in the other version, or -1.
  init(
    _ text: ComparedText, _ records: RecordPlaces, _ matches: [Int32],
    of other: (text: ComparedText, records: RecordPlaces)
  ) {
    self.text = text
    self.records = records
    for node in text.nodes.indices {
      guard let name = Self.name(of: node, text, records) else { continue }
      let list = text.nodes[node].parent
      entries.insert(Entry(list: list, name: name))
      let match = Int(matches[node])
      // Of a company whose name was corrected the other rows have the new one.
      if match >= 0, let same = Self.name(of: match, other.text, other.records) {
        entries.insert(Entry(list: list, name: same))
      }
    }
  }

  /// Whether a list of this version has the company that a row of the same list of `other` is
  /// about.
  ///
  /// `lists`: by node of the other version what it is in this one, or -1.
  func hold(_ row: Int, of other: Self, lists: [Int32]) -> Bool {
    let parent = Int(other.text.nodes[row].parent)
    guard parent >= 0, lists[parent] >= 0,
      let name = Self.name(of: row, other.text, other.records)
    else { return false }
    return entries.contains(Entry(list: lists[parent], name: name))
  }

  /// A digest of the name of the company that a place is about; `nil` where it is about none.
  private static func name(
    of node: Int, _ text: ComparedText, _ records: RecordPlaces
  ) -> UInt64? {
    guard records.topics[node] == .subProcessors, let name = records.names[node],
      name.tellsRecords
    else { return nil }
    return CompanyNames.digest(of: CompanyNames.fullWords(of: name.tokens, in: text)[...])
  }
}
