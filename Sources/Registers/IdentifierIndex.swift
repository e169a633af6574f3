package import Diagnostics
import Frontmatter

/// The ids of one kind of record, for finding references that lead nowhere.
struct IdentifierIndex {
  private let ids: Set<String>
  private let noun: String
  private let plural: String
  private let code: Diagnostic.Code
  /// What the ids are of, where they are not the portal's.
  private let owner: String?
  /// Whether an id stands twice, so that a name which nothing has may be meant by one of the two.
  private let hasDuplicates: Bool
  /// Near misses cost time for each candidate, and a file can hold thousands of wrong references.
  private var nearMissesLeft = 50

  init(
    _ ids: [Located<String>], noun: String, plural: String, code: Diagnostic.Code,
    owner: String? = nil
  ) {
    self.ids = Set(ids.map(\.value))
    hasDuplicates = self.ids.count < ids.count
    self.noun = noun
    self.plural = plural
    self.code = code
    self.owner = owner
  }

  /// Also reports ids that stand twice.
  init(
    _ ids: [Located<String>], noun: String, plural: String, code: Diagnostic.Code,
    diagnostics: inout [Diagnostic]
  ) {
    self.init(ids, noun: noun, plural: plural, code: code)
    reportDuplicates(among: ids, noun: noun, in: &diagnostics)
  }

  var isEmpty: Bool { ids.isEmpty }

  /// Reports `reference` where nothing has this id.
  mutating func check(_ reference: Located<String>, _ diagnostics: inout [Diagnostic]) {
    guard !ids.contains(reference.value) else { return }
    var help: String?
    if nearMissesLeft > 0 {
      nearMissesLeft -= 1
      help =
        ids.isEmpty
        ? "add it, or remove its name; \(owner ?? "the portal") has no \(plural)"
        : replacementHelp(for: reference.value, among: ids, noun: plural)
    }
    if hasDuplicates, help?.hasPrefix("replace") != true { return }
    let what = "\(noun) '\(reference.value)'" + (owner.map { " of \($0)" } ?? "")
    diagnostics.append(
      Diagnostic(code, .error, "\(what) does not exist", at: reference.range, help: help))
  }

  mutating func check(_ references: [Located<String>], _ diagnostics: inout [Diagnostic]) {
    for reference in references { check(reference, &diagnostics) }
  }
}

/// Reports each of `ids` that stood before, with both places.
func reportDuplicates(
  among ids: [Located<String>], noun: String, in diagnostics: inout [Diagnostic]
) {
  var first: [String: SourceRange] = [:]
  for id in ids {
    guard let place = first[id.value] else {
      first[id.value] = id.range
      continue
    }
    diagnostics.append(
      Diagnostic(
        .duplicateID, .error, "\(noun) '\(id.value)' exists twice", at: id.range,
        notes: [Diagnostic.Note("the first one is here", at: place)],
        help: "give one of the two another id"))
  }
}

extension Diagnostic.Code {
  package static let duplicateID = Self(rawValue: "duplicate-id")
}
