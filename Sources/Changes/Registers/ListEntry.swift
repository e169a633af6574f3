internal import Deadlines

/// An entry of a list that is known by more than all that is said of it: by an id, or by its name.
struct ListEntry {
  /// One of the things that are said of it.
  struct Fact {
    /// What it is called: `the city`.
    var words: BilingualText
    var value: RecordComparison.Told?
    /// Where it weighs otherwise than the list.
    var judgement: Judgement?

    init(
      _ english: String, _ german: String, _ value: RecordComparison.Told?,
      _ judgement: Judgement? = nil
    ) {
      words = FieldNames.text(english, german)
      self.value = value
      self.judgement = judgement
    }

    init(_ english: String, _ german: String, _ value: String?, _ judgement: Judgement? = nil) {
      self.init(english, german, value.map { ($0, FieldNames.text($0, $0)) }, judgement)
    }
  }

  /// By what it is the same one in another version, from the surest to the weakest.
  var keys: [String]
  /// All that is said of it.
  var told: RecordComparison.Told
  /// What it is called beside what changed: `the certificate “ISO/IEC 27001”`.
  var title: BilingualText
  /// In the order in which they are told; those of one list are the same.
  var facts: [Fact]
}

extension RecordComparison {
  /// Reports what was added to a list, what is no longer in it, and what is said otherwise of an
  /// entry that stayed: a certificate that was renewed is not lost.
  mutating func list(_ field: Field, _ before: [ListEntry], _ after: [ListEntry]) {
    let (had, has) = (Set(before.map(\.told.value)), Set(after.map(\.told.value)))
    var gone = before.filter { !has.contains($0.told.value) }
    var come = after.filter { !had.contains($0.told.value) }
    let ranks = (gone + come).map(\.keys.count).max() ?? 0
    for rank in 0..<ranks {
      var told: (old: Set<String>, new: Set<String>) = ([], [])
      for (old, new) in Self.samePairs(gone, come, by: rank) where report(field, old, new) {
        told.old.insert(old.told.value)
        told.new.insert(new.told.value)
      }
      gone.removeAll { told.old.contains($0.told.value) }
      come.removeAll { told.new.contains($0.told.value) }
    }
    guard !gone.isEmpty || !come.isEmpty else { return }
    func line(_ entries: [ListEntry]) -> String {
      entries.map(\.told.value).joined(separator: ", ")
    }
    append(
      kind, field, before.isEmpty ? nil : line(before), after.isEmpty ? nil : line(after),
      Statements.listed(
        field.words, removed: gone.map(\.told.words), added: come.map(\.told.words)),
      text: MarkedText(line(gone), line(come)))
  }

  /// Reports each fact that two versions of an entry state otherwise.
  ///
  /// - Returns: whether there is one.
  private mutating func report(_ field: Field, _ old: ListEntry, _ new: ListEntry) -> Bool {
    let changed = zip(old.facts, new.facts).filter { $0.value?.value != $1.value?.value }
    for (before, after) in changed {
      var named = field
      named.words = new.title.fact(after.words.english, after.words.german)
      named.judgement = after.judgement ?? field.judgement
      named.verb = .isNow
      value(named, before.value, after.value)
    }
    return !changed.isEmpty
  }

  /// The entries of two lists that alone have the same key of a rank.
  private static func samePairs(
    _ old: [ListEntry], _ new: [ListEntry], by rank: Int
  ) -> [(ListEntry, ListEntry)] {
    func byKey(_ entries: [ListEntry]) -> [String: [ListEntry]] {
      Dictionary(grouping: entries.filter { $0.keys.indices.contains(rank) }) { $0.keys[rank] }
    }
    let before = byKey(old)
    let after = byKey(new)
    return new.compactMap { entry in
      guard entry.keys.indices.contains(rank), after[entry.keys[rank]]?.count == 1,
        let same = before[entry.keys[rank]], same.count == 1
      else { return nil }
      return (same[0], entry)
    }
  }
}
