/// What the tables of a text are, and what its rows and items are records of.
///
/// A class: it is asked for by the ten thousand, and a copy has a dozen owners to count.
final class RecordPlaces: Sendable {
  let columns: TableColumns
  let topics: PlaceTopics
  let names: RecordNames

  private init(_ columns: TableColumns, _ topics: PlaceTopics, _ names: RecordNames) {
    self.columns = columns
    self.topics = topics
    self.names = names
  }

  /// Those of two versions, which tell each other what their rows are known by.
  static func ofBoth(
    _ old: ComparedText, _ new: ComparedText
  ) -> (old: RecordPlaces, new: RecordPlaces) {
    let (before, after) = (TableColumns(old.agreement), TableColumns(new.agreement))
    var (oldTopics, newTopics) = (PlaceTopics(old, before), PlaceTopics(new, after))
    let heads = oldTopics.companyHeads(old, before).union(newTopics.companyHeads(new, after))
    oldTopics.noteTables(headedBy: heads, old, before)
    newTopics.noteTables(headedBy: heads, new, after)
    let names = NameColumns([(old, before, oldTopics), (new, after, newTopics)])
    return (
      RecordPlaces(before, oldTopics, RecordNames(old, before, oldTopics, names)),
      RecordPlaces(after, newTopics, RecordNames(new, after, newTopics, names))
    )
  }
}
