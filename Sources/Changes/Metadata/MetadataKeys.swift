internal import Frontmatter

/// What keys of a frontmatter that mean nothing to Annex are about: see Data/metadata-keys.yml.
struct MetadataKeys: Sendable {
  enum Topic: Sendable {
    /// The file or its page, and not what it says.
    case bookkeeping
    /// Who takes part.
    case companies
    case other
  }

  private var bookkeeping: Set<String> = []
  private var page: Set<String> = []
  private var containers: Set<String> = []
  private var companies: Set<String> = []
  private var names: [String: Int] = [:]

  static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "metadata-keys.yml"), named: "metadata-keys.yml",
    what: "list of keys"
  ) { MetadataKeys(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    bookkeeping = Set(record.texts("bookkeeping").map(\.value))
    page = Set(record.texts("page").map(\.value))
    containers = Set(record.texts("containers").map(\.value))
    companies = Set(record.texts("companies").map(\.value))
    for (rank, name) in record.texts("names").enumerated() { names[name.value] = rank }
  }

  /// `key`: with dots between the keys of mappings, and the numbers of records: `vendors.1.name`.
  func topic(of key: String) -> Topic {
    let parts = key.split(separator: ".").filter { Int($0) == nil }.map(Self.plain)
    guard let first = parts.first(where: { !containers.contains($0) }) ?? parts.first,
      let last = parts.last
    else { return .other }
    if bookkeeping.contains(last) || page.contains(first) { return .bookkeeping }
    return parts.contains(where: companies.contains) ? .companies : .other
  }

  /// Whether a key is about the file and not about what it says, wherever it stands. `key`: in lower
  /// case, and without blanks and hyphens.
  func isBookkeeping(_ key: String) -> Bool { bookkeeping.contains(key) }

  /// How surely a key names what its record is about, 0 most; `nil` where it doesn't.
  func rank(ofName key: String) -> Int? { names[Self.plain(key[...])] }

  /// `Last_Updated` is `lastupdated`.
  private static func plain(_ key: Substring) -> String {
    key.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }
}
