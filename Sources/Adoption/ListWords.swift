internal import Frontmatter
internal import Registers

/// The words by which lists of sub-processors are understood: see Data/list-words.yml.
struct ListWords: Sendable {
  private(set) var streets: Set<String> = []
  private(set) var postalDigits: [String: Int] = [:]
  private(set) var signs: [String: String] = [:]
  /// States of the USA whose two letters are a country's, too.
  private(set) var states: Set<String> = []
  private(set) var empty: Set<String> = []
  private(set) var noThirdCountry: Set<String> = []
  /// Cells that affirm a transfer to a third country and name none.
  private(set) var thirdCountry: Set<String> = []
  /// Cells that say that something is not so.
  private(set) var noMark: Set<String> = []
  private(set) var allProducts: Set<String> = []
  /// What stands before a former name, longest first.
  private(set) var former: [String] = []
  /// What stands before a name that a company trades under, longest first.
  private(set) var tradingAs: [String] = []
  /// What stands between a company and others beside it.
  private var besideNames: [String] = []
  private var formerLists: [String] = []
  private var formerUses: [String] = []
  private var currentLists: Set<String> = []
  private var notSubProcessors: [String] = []
  /// What stands before a day without telling more of it; before a last one.
  private(set) var beforeDays: Set<Substring> = []
  private(set) var beforeLastDays: Set<Substring> = []
  /// Cells of a column of days that say that the company is in use; that it goes on to be.
  private(set) var inUse: Set<String> = []
  private(set) var noEnd: Set<String> = []
  /// Cells of such a column that say that nobody knows the day yet.
  private(set) var undecided: Set<String> = []
  private(set) var inside: Set<String> = []
  /// What a place is called that a list says no more of than that it is in no third country.
  private(set) var insideUnstated = ""
  private var unneeded: [String] = []
  private(set) var conditions: [String] = []
  private(set) var deployments: Set<String> = []
  private(set) var beforeTasks: [String] = []
  private(set) var beforePlaces: [String] = []
  /// What can stand before a place without belonging to its name, longest first.
  private(set) var placeLeads: [String] = []
  /// What says that a country beside it is not one where data are.
  private(set) var notOfProcessing: Set<String> = []
  /// What denies a ground of a transfer, before and behind it.
  private(set) var denials: Set<String> = []
  private(set) var laterDenials: Set<String> = []
  private(set) var groupCompanies: Set<String> = []
  /// Grounds of transfers by what lists call them, longest phrase first.
  private(set) var mechanisms: [(phrase: String, mechanism: TransferMechanism)] = []
  /// Modules of the standard clauses by what lists call them.
  private(set) var modules: [(phrase: String, module: Int)] = []
  private(set) var givenNames: Set<String> = []

  /// The words that the binary carries.
  static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "list-words.yml"), named: "list-words.yml", what: "list of words"
  ) { ListWords(reading: &$0) }

  init(reading record: inout RecordReader) {
    _ = record.requiredText("edition")
    func words(_ key: String) -> [String] { record.texts(key).map { $0.value.lowercased() } }
    streets = Set(words("streets"))
    for entry in record.entries("postal-digits") {
      postalDigits[entry.key] = entry.value.text.flatMap { Int($0) }
    }
    for entry in record.entries("signs") { signs[entry.key] = entry.value.text }
    states = Set(record.texts("states").map(\.value))
    placeLeads = words("place-leads").sorted { ($1.count, $0) < ($0.count, $1) }
    notOfProcessing = Set(words("not-of-processing"))
    denials = Set(words("denials"))
    laterDenials = Set(words("later-denials"))
    empty = Set(words("empty"))
    noThirdCountry = Set(words("no-third-country"))
    thirdCountry = Set(words("third-country"))
    noMark = Set(words("no-mark"))
    allProducts = Set(words("all-products"))
    former = Self.longestFirst(words("former"))
    tradingAs = Self.longestFirst(words("trading-as"))
    besideNames = words("beside-names")
    formerLists = words("former-lists")
    formerUses = words("former-uses")
    currentLists = Set(words("current-lists"))
    notSubProcessors = words("not-sub-processors")
    beforeDays = Set(words("before-a-day").map { $0[...] })
    beforeLastDays = beforeDays.union(words("before-a-last-day").map { $0[...] })
    inUse = Set(words("in-use"))
    noEnd = Set(words("no-end"))
    undecided = Set(words("undecided"))
    inside = Set(words("inside"))
    insideUnstated = record.requiredText("inside-unstated")?.value ?? ""
    unneeded = words("unneeded")
    conditions = Self.longestFirst(words("conditions"))
    deployments = Set(words("deployments"))
    beforeTasks = Self.longestFirst(words("before-a-task"))
    beforePlaces = words("before-a-place")
    groupCompanies = Set(words("group-companies"))
    for entry in record.entries("mechanisms") {
      guard
        let mechanism = record.choice(
          Located(entry.key, at: entry.keyRange), for: "mechanisms", as: TransferMechanism.self)
      else { continue }
      for phrase in record.texts(of: entry.value, entry.key) {
        mechanisms.append((phrase.value.lowercased(), mechanism.value))
      }
    }
    mechanisms.sort { ($1.phrase.utf8.count, $0.phrase) < ($0.phrase.utf8.count, $1.phrase) }
    for entry in record.entries("modules") {
      guard let module = Int(entry.key) else { continue }
      modules += record.texts(of: entry.value, entry.key).map { ($0.value.lowercased(), module) }
    }
    givenNames = Set(record.texts("given-names").map(\.value))
  }

  private static func longestFirst(_ phrases: [String]) -> [String] {
    phrases.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }
}

extension ListWords {
  /// Whether a cell says nothing.
  func isEmpty(_ text: String) -> Bool { text.isEmpty || empty.contains(text.lowercased()) }

  /// Whether a cell says that no ground is needed, and nothing of where the data is.
  func saysUnneeded(_ text: String) -> Bool {
    let text = text.inOneLine.lowercased()
    return unneeded.contains { text.range(ofText: $0) != nil }
  }

  /// Whether a cell among marks says that there is none.
  func isNoMark(_ text: String) -> Bool { isEmpty(text) || noMark.contains(text.lowercased()) }

  /// Whether `text` begins with a word that makes it a condition.
  func isCondition(_ text: String) -> Bool {
    let text = text.lowercased()
    return conditions.contains { text == $0 || text.hasPrefix($0 + " ") }
  }

  /// Whether a heading is over companies of the processor's own group.
  func isOfGroupCompanies(_ heading: String) -> Bool {
    let text = heading.lowercased()
    return groupCompanies.contains { text.range(ofText: $0) != nil }
  }

  /// Whether what stands behind a name joins others to it: `and its affiliates`, `/ Beta GmbH`.
  func goesOnWithOthers(_ text: String) -> String? {
    text.trimmed.without(prefixes: besideNames)
  }

  /// Whether a heading, or the words that bring in a list, are over companies that are used no
  /// longer or are no sub-processors.
  func isOfOthers(_ heading: String) -> Bool {
    let text = heading.inOneLine.lowercased()
      .trimming { !$0.isLetter && !$0.isNumber }
    guard text.utf8.count <= 120 else { return false }
    if notSubProcessors.contains(where: { text == $0 || text.hasSuffix(" " + $0) }) { return true }
    guard !text.split(separator: " ").contains(where: { currentLists.contains(String($0)) }) else {
      return false
    }
    return formerLists.contains { text == $0 || text.hasPrefix($0 + " ") }
      || formerUses.contains { text.range(ofText: $0) != nil }
  }

  /// The places that a sentence before a list says its companies are in.
  func place(inSentence text: String) -> String? {
    let sentence = text.inOneLine
    let lower = sentence.lowercased()
    for phrase in beforePlaces {
      guard let range = lower.range(ofText: "\(phrase) ") else { continue }
      let offset = lower.distance(from: lower.startIndex, to: range.upperBound)
      let place = sentence.dropFirst(offset).trimming { $0 == ":" || $0 == "." || $0 == " " }
      let bare = place.hasPrefix("the ") ? String(place.dropFirst(4)) : place
      if PlacesText(bare, allowsCodes: false, words: self).isPure { return bare }
    }
    return nil
  }

  /// Whether `text` names nothing but a way of delivery, such as `Private and Public Cloud`.
  func isDeployment(_ text: String) -> Bool {
    let words = text.lowercased().split { $0 == " " || $0 == "," }
    return !words.isEmpty && words.allSatisfy { deployments.contains(String($0)) }
  }
}
