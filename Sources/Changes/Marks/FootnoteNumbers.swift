/// Which footnote of the new version each of the old one is: the one of the same words; where the
/// words of as many changed in both, the one in the same order.
struct FootnoteNumbers {
  private(set) var newOf: [Int32: Int32] = [:]
  private(set) var oldOf: [Int32: Int32] = [:]

  init(_ old: InlineMarks, _ new: InlineMarks) {
    var byWords: [[Int32]: [Int32]] = [:]
    for number in new.definitions.keys.sorted().reversed() {
      byWords[new.definitions[number]?.words ?? [], default: []].append(number)
    }
    var changed: [Int32] = []
    for number in old.definitions.keys.sorted() {
      let words = old.definitions[number]?.words ?? []
      if let match = byWords[words]?.popLast() {
        pair(number, match)
      } else {
        changed.append(number)
      }
    }
    let others = new.definitions.keys.filter { oldOf[$0] == nil }.sorted()
    guard changed.count == others.count else { return }
    for (before, after) in zip(changed, others) { pair(before, after) }
  }

  private mutating func pair(_ before: Int32, _ after: Int32) {
    newOf[before] = after
    oldOf[after] = before
  }
}
