internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Registers

/// What a text says that was published after the one in force.
struct TextToCome: Sendable {
  /// Among all that were published; that of the last for what no release holds.
  let number: Int
  /// `nil` for what no release holds.
  let day: CalendarDate?
  let begins: CalendarDate?
  let version: String?
  let isRead: Bool
  /// By name, and then by id.
  private(set) var companies: [String: SubProcessor]

  init(_ text: Agreement, number: Int, on day: CalendarDate?, _ companies: [SubProcessor]) {
    self.number = number
    self.day = day
    begins = text.metadata.effectiveDay
    version = text.metadata.version?.value
    isRead = text.isReadAsList
    self.companies = Dictionary(companies.map { ($0.name.value, $0) }) { first, _ in first }
  }

  mutating func nameCompanies(by ids: [String: String]) {
    companies = Dictionary(
      companies.sorted { $0.key < $1.key }.map { (ids[$0.key] ?? $0.value.id.value, $0.value) }
    ) { first, _ in first }
  }
}

/// What an adopted list says from a later day on.
struct StepToCome: Sendable {
  /// The number of its text, for ``PublishedLists/dayOfAnnouncing(_:of:upTo:)``.
  let number: Int
  /// How many texts were published before that could have announced something.
  let revision: Int
  let begins: CalendarDate
  /// By the ids that they were first published under.
  let companies: [String: SubProcessor]
}

extension Agreement {
  /// Whether everybody may read it, and its list as a register.
  var isReadAsList: Bool {
    !metadata.adoptedSubProcessors.isEmpty && metadata.audience == .public
  }
}
