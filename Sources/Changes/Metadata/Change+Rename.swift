internal import Deadlines

extension Change {
  /// That the file of a document, which is known by its path, has another name.
  ///
  /// `agreement`: its id in the comparison.
  package init(renamed agreement: String, from before: String, to after: String) {
    self.init(
      .metadataChanged, entity: agreement, agreement: agreement,
      before: ChangePlace(file: before), after: ChangePlace(file: after),
      judgement: Judgement(.editorial, .metadata),
      statement: {
        BilingualText(
          english: "the file is renamed from \(Statements.quoted(before, .english)) to "
            + Statements.quoted(after, .english),
          german: "die Datei heißt statt \(Statements.quoted(before, .german)) jetzt "
            + Statements.quoted(after, .german))
      })
    field = "path"
    valueBefore = before
    valueAfter = after
    removed = .list([before])
    added = .list([after])
    order = ChangeOrder(owner: agreement, place: 0, sequence: -1)
  }
}
