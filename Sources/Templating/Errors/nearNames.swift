/// The known names nearest to `name`, nearest first, at most three.
///
/// Near is within a third of the length by edits, with a swap of two neighbours as one edit; ties
/// go by name. Where none is near, what another template language calls like that.
func nearNames(to name: String, among known: some Sequence<String>) -> [String] {
  let wanted = Array(name.utf8)
  guard wanted.count < 80 else { return [] }
  let known = Array(known)
  let allowed = max(1, wanted.count / 3)
  let near = known.compactMap { candidate -> (Int, String)? in
    let bytes = Array(candidate.utf8)
    guard abs(bytes.count - wanted.count) <= allowed, candidate != name else { return nil }
    let distance = editDistance(wanted, bytes)
    return distance <= allowed && distance < wanted.count ? (distance, candidate) : nil
  }
  .sorted { $0 < $1 }
  .prefix(3)
  .map(\.1)
  guard near.isEmpty, let usual = usualNames[name.lowercased()], known.contains(usual) else {
    return near
  }
  return [usual]
}

/// What other template languages call filters and tests of this one.
private let usualNames = [
  "upcase": "upper", "uppercase": "upper", "toupper": "upper", "downcase": "lower",
  "lowercase": "lower", "tolower": "lower", "titlecase": "title", "size": "length", "len": "length",
  "strip": "trim", "json": "tojson", "json_encode": "tojson", "to_json": "tojson", "raw": "safe",
  "html": "escape", "escape_once": "escape", "url_encode": "urlencode",
  "each": "map", "where": "selectattr", "sort_by": "sort", "group_by": "groupby", "uniq": "unique",
  "nil": "none", "null": "none", "empty": "none", "present": "defined", "set": "defined",
]

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
