/// The known names nearest to `name`, nearest first, at most three.
///
/// Near is within a third of the length by edits, with a swap of two neighbours as one edit; ties
/// go by name.
func nearNames(to name: String, among known: some Sequence<String>) -> [String] {
  let wanted = Array(name.utf8)
  guard wanted.count < 80 else { return [] }
  let allowed = max(1, wanted.count / 3)
  return known.compactMap { candidate -> (Int, String)? in
    let bytes = Array(candidate.utf8)
    guard abs(bytes.count - wanted.count) <= allowed, candidate != name else { return nil }
    let distance = editDistance(wanted, bytes)
    return distance <= allowed && distance < wanted.count ? (distance, candidate) : nil
  }
  .sorted { $0 < $1 }
  .prefix(3)
  .map(\.1)
}

/// - Complexity: O(length of `a` times length of `b`).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var before = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
      row.append(best)
    }
    before = last
    last = row
  }
  return last[b.count]
}
