internal import Agreements
internal import Deadlines

extension MetadataComparison {
  /// What Annex does not understand: no more than wording, unless it is a date.
  ///
  /// Keys that were told of already, as one version has a value that is understood, are left out.
  mutating func compareOthers(_ old: [OtherFact], _ new: [OtherFact]) {
    let editorial = Judgement(.editorial, .metadata)
    let told = Set(changes.compactMap { $0.field.map(Self.firstPart) })
    // Lines of a frontmatter that is no YAML.
    list(
      "frontmatter", FieldNames.text("the frontmatter", "der Dateikopf"),
      old.filter(\.key.isEmpty).map(\.value), new.filter(\.key.isEmpty).map(\.value), editorial)
    let pairs = pairUp(old, new, by: [\.key])
    for pair in pairs {
      guard let key = (pair.new ?? pair.old)?.key, !key.isEmpty, !told.contains(Self.firstPart(key))
      else { continue }
      let (before, after) = (pair.old?.value, pair.new?.value)
      let isDate = [before, after].contains { $0.map(Self.isDate) ?? false }
      field(
        key,
        FieldNames.text(
          "the field \(Statements.quoted(key, .english))",
          "das Feld \(Statements.quoted(key, .german))"),
        before, after, isDate ? Judgement(.substantive, .date) : editorial)
    }
  }

  private static func firstPart(_ key: String) -> Substring {
    key.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
  }

  /// Whether a value is a day, perhaps with a time: not a text that names one.
  private static func isDate(_ value: String) -> Bool {
    guard value.utf8.count <= 40 else { return false }
    if CalendarDate(String(value.prefix(10))) != nil { return true }
    let words = MarkedText("", value).new
    let hasNumber = words.contains { $0.kind == .number }
    return words.contains { WordJudge.isDate($0.text) || (hasNumber && $0.traits.contains(.month)) }
  }
}
