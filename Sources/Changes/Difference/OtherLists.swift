/// The other lists of sub-processors of the document that have the company of a row which came or
/// went.
struct OtherLists: Sendable {
  /// Of the newer version where the company stays in them, or stands in them now; else of the older.
  var places: [ChangePlace]
  /// Whether it is in them in both versions.
  var areOfBoth: Bool
  /// What the list is called that it joined or left.
  var own: ChangePlace

  /// By name, each once; empty where none is called otherwise than the list that the row is of.
  var words: [PlaceWords] {
    var known: Set = [PlaceWords(own).english, PlaceWords.document.english]
    return places.map { PlaceWords($0) }.filter { known.insert($0.english).inserted }
  }
}

extension AgreementDiffer {
  /// Those of a company that its own list has in one version only; `nil` where there are none.
  mutating func otherLists(_ entry: WovenEntry) -> OtherLists? {
    let isAdded = entry.new > 0
    let row = Int(isAdded ? entry.new : entry.old)
    let own = place(of: text(isAdded ? .new : .old).nodes[row].parent, isOld: !isAdded)
    if isAdded {
      let found = engaged.old.otherLists(of: row, of: engaged.new, lists: alignment.oldOf)
      guard !found.isEmpty else { return nil }
      let kept = found.map { alignment.newOf[Int($0)] }
        .filter { engaged.new.hold(row, of: engaged.new, in: $0) }
      return OtherLists(
        places: kept.isEmpty
          ? found.map { place(of: $0, isOld: true) } : kept.map { place(of: $0, isOld: false) },
        areOfBoth: !kept.isEmpty, own: own)
    }
    let found = engaged.new.otherLists(of: row, of: engaged.old, lists: alignment.newOf)
    guard !found.isEmpty else { return nil }
    let kept = found.filter {
      engaged.old.hold(row, of: engaged.old, in: alignment.oldOf[Int($0)])
    }
    return OtherLists(
      places: (kept.isEmpty ? found : kept).map { place(of: $0, isOld: false) },
      areOfBoth: !kept.isEmpty, own: own)
  }

  private func place(of list: Int32, isOld: Bool) -> ChangePlace {
    isOld ? place(ofOld: list) : place(ofNew: list)
  }
}
