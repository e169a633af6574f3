internal import Agreements
package import Deadlines
internal import Diagnostics

/// The laws that Annex knows, with the date at which that was so.
///
/// Source: Data/laws.yml, or a file of the workspace in its place.
package struct LawCatalog: Sendable {
  /// The date of the data, `2026-11-01`.
  package var edition = ""
  package var laws: [Law] = []
  /// Every spelling once, with the laws that it can mean.
  package private(set) var names: [LawName] = []
  private var indexes: [String: Int] = [:]
  /// Laws by each of their names in lower case; of laws of one name the first.
  private var byName: [String: Int] = [:]

  package init() {}

  package init(edition: String, laws: [Law]) {
    self.edition = edition
    self.laws = laws
    var positions: [String: Int] = [:]
    for (index, law) in laws.enumerated() {
      indexes[law.id] = index
      let all = law.names.map { ($0, false) } + law.abbreviations.map { ($0, true) }
      for (spelling, isAbbreviation) in all {
        let key = isAbbreviation ? spelling : spelling.lowercased()
        if let position = positions[key] {
          names[position].laws.append(index)
        } else {
          positions[key] = names.count
          names.append(LawName(spelling, laws: [index], isAbbreviation: isAbbreviation))
        }
        let lowered = spelling.lowercased()
        if byName[lowered] == nil { byName[lowered] = index }
      }
    }
  }

  package func law(_ id: String) -> Int? { indexes[id] }

  /// The law of an id or of any of its names.
  package func law(named name: String) -> Int? {
    let lowered = name.lowercased()
    return indexes[lowered] ?? byName[lowered]
  }
}

/// One spelling of the name of a law.
package struct LawName: Sendable {
  /// As it stands in the catalog, then its German genitives.
  package var spellings: [String]
  /// Indexes in ``LawCatalog/laws``: a law and its predecessor often have one name.
  package var laws: [Int]
  package var isAbbreviation: Bool

  init(_ spelling: String, laws: [Int], isAbbreviation: Bool) {
    self.laws = laws
    self.isAbbreviation = isAbbreviation
    spellings = [spelling]
    if !isAbbreviation, spelling.hasSuffix("gesetz") || spelling.hasSuffix("buch") {
      spellings += [spelling + "es", spelling + "s", spelling + "e"]
    }
  }
}

/// A law, regulation, decision or set of clauses that agreements cite.
package struct Law: Sendable {
  package enum Unit: String, CaseIterable, Sendable { case article, section, clause }

  package var id: String
  package var unit: Unit
  package var title = BilingualText(english: "", german: "")
  package var short = BilingualText(english: "", german: "")
  package var names: [String] = []
  package var abbreviations: [String] = []
  /// Address of the official text; `{number}` stands for the provision.
  package var url = BilingualText(english: "", german: "") {
    didSet { addresses = (AddressPattern(url.english), AddressPattern(url.german)) }
  }
  /// What leads to a recital behind the address of the whole law: `#rct_{number}`; empty where
  /// recitals can't be linked to.
  package var recitals = "" {
    didSet { recitalAddress = AddressPattern(recitals) }
  }
  /// ``url``, cut once: a portal links to thousands of provisions.
  private var addresses = (english: AddressPattern(""), german: AddressPattern(""))
  private var recitalAddress = AddressPattern("")
  /// The highest number of a provision; 0 where it isn't known.
  package var provisions = 0
  /// The provisions with a letter, such as `4b`, where the file lists them: the law has no others.
  package var extra: Set<String>?
  /// Articles whose points are numbers, not paragraphs.
  package var numbered: Set<String> = []
  /// The number of paragraphs of an article, where known.
  package var paragraphs: [String: Int] = [:]
  /// The number of annexes, which are counted from 1 or I; 0 where it isn't known.
  package var annexes = 0
  package var repealed: String?
  package var void: String?
  package var replacedBy: String?
  /// The same law goes on under another name.
  package var isRenamed = false
  package var isOldVersion = false

  package init(id: String, unit: Unit) {
    self.id = id
    self.unit = unit
  }

  /// Whether the law has a provision of this number, as far as is known.
  package func mayHave(_ number: String) -> Bool {
    let digits = number.utf8.prefix { $0.isASCIIDigit }
    if digits.count < number.utf8.count, let extra { return extra.contains(number) }
    guard provisions > 0, let value = Int(Substring(digits)) else { return true }
    return value >= 1 && value <= provisions
  }

  /// Whether the law can have a clause or annex of this path, as far as is known: `Clause 6.3` is
  /// none of clauses that have no decimals, and `Annex C` none where they end with the third.
  package func mayHave(_ path: [Designator]) -> Bool {
    guard let first = path.first else { return true }
    if first.level == .annex {
      guard annexes > 0, !first.body.isEmpty else { return true }
      guard first.annexWord == .annex || first.annexWord == .anhang else { return false }
      return Ordinal(first.body).readings.contains {
        ($0.scheme == .roman || $0.scheme == .arabic) && $0.value <= annexes
      }
    }
    guard mayHave(first.body) else { return false }
    guard path.count > 1, path[1].form == .number, path[1].level == .component,
      let count = paragraphs[first.body]
    else { return true }
    return path[1].value.map { $0 >= 1 && $0 <= count } ?? true
  }

  /// Reads `7` behind `Art. 6 Abs. 1 lit. a` as article 7, where article 6 has no paragraph 7 and
  /// the law has such an article: a number in a list can be of either.
  func separate(_ path: inout [Designator]) {
    guard path.count > 2, path[0].level == .article || path[0].level == .section,
      path[1].level == .subsection || path[1].level == .paragraph, path[1].form == .number,
      !path[1].isBracketed, let paragraph = path[1].value, let count = paragraphs[path[0].body],
      paragraph > count, mayHave(path[1].body)
    else { return }
    let level = path[0].level
    path.removeFirst()
    path[0].level = level
  }

  /// The address of a provision's official text, or of the whole law's where the provision has none
  /// of its own; `nil` where none is known.
  package func address(of number: String, _ unit: Citation.Unit, language: String) -> String? {
    let pattern = language == "de" ? addresses.german : addresses.english
    guard !pattern.isEmpty else { return nil }
    if !number.isEmpty, pattern.hasNumber, unit.rawValue == self.unit.rawValue {
      return pattern.filled(with: number)
    }
    let isRecital = unit == .recital && !number.isEmpty && !recitals.isEmpty
    return isRecital ? pattern.whole + recitalAddress.filled(with: number) : pattern.whole
  }
}

/// An address in which `{number}` stands for the provision, cut where it stands.
///
/// A class, because laws are passed on for each citation: a reference is counted once, four texts
/// four times.
private final class AddressPattern: Sendable {
  private let before: String
  private let after: String
  let hasNumber: Bool
  /// The address of the whole law: of `#art_`, `/__` and `/article/`, what stands before.
  let whole: String

  var isEmpty: Bool { whole.isEmpty && before.isEmpty }

  init(_ pattern: String) {
    let open = pattern.firstIndex(of: "{")
    before = String(pattern[..<(open ?? pattern.endIndex)])
    hasNumber = open != nil
    let close = open.flatMap { pattern[$0...].firstIndex(of: "}") }
    after = close.map { String(pattern[pattern.index(after: $0)...]) } ?? ""
    let cut = hasNumber ? before.lastIndex { $0 == "#" || $0 == "/" } : nil
    var whole = before[..<(cut ?? before.endIndex)]
    // No page is at `/section` alone.
    for folder in ["/section", "/article", "/regulation"] where whole.hasSuffix(folder) {
      whole = whole.dropLast(folder.count)
    }
    self.whole = String(whole)
  }

  func filled(with number: String) -> String { hasNumber ? before + number + after : before }
}
