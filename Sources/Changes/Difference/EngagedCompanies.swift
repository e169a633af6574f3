internal import Agreements

/// The companies that each list of sub-processors of a version names, by their full names, and
/// those names of the other version that are known to be of the same.
///
/// A company has a row for each of its tasks. Another list is of another product or version, so
/// what stays there stays for others, which is told; and another legal form is another company: who is told that
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
  /// By name, the lists that have it, in the order of the text.
  private var lists: [UInt64: [Int32]] = [:]

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
      insert(name, list)
      let match = Int(matches[node])
      // Of a company whose name was corrected the other rows have the new one.
      if match >= 0, let same = Self.name(of: match, other.text, other.records) {
        insert(same, list)
      }
    }
  }

  private mutating func insert(_ name: UInt64, _ list: Int32) {
    guard entries.insert(Entry(list: list, name: name)).inserted else { return }
    lists[name, default: []].append(list)
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

  /// The first other lists of this version that have the company which a row of `other` is about.
  ///
  /// `matches`: by node of the other version what it is in this one, or -1.
  func otherLists(of row: Int, of other: Self, lists matches: [Int32]) -> [Int32] {
    let parent = Int(other.text.nodes[row].parent)
    guard parent >= 0, let name = Self.name(of: row, other.text, other.records) else { return [] }
    let all = lists[name] ?? []
    return Array(all.lazy.filter { $0 != matches[parent] }.prefix(Self.mostLists))
  }

  /// Whether a list of this version has the company that a row of a version is about.
  func hold(_ row: Int, of version: Self, in list: Int32) -> Bool {
    guard list >= 0, let name = Self.name(of: row, version.text, version.records) else {
      return false
    }
    return entries.contains(Entry(list: list, name: name))
  }

  /// Beyond, a sentence names none.
  private static var mostLists: Int { 3 }

  /// A digest of the name of the company that a place is about; `nil` where it is about none.
  private static func name(
    of node: Int, _ text: ComparedText, _ records: RecordPlaces
  ) -> UInt64? {
    guard let name = records.names[node], name.tellsRecords,
      records.topics[node] == .subProcessors || name.isListed
    else { return nil }
    return CompanyNames.digest(of: CompanyNames.fullWords(of: name.tokens, in: text)[...])
  }
}
