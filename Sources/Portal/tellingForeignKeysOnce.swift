internal import Diagnostics
internal import Frontmatter

/// The diagnostics of all files, with those on keys of a generator of sites told of the first file
/// only: where a site is made of the same files, each of them has such keys.
func tellingForeignKeysOnce(_ files: [[Diagnostic]]) -> [Diagnostic] {
  let counted = files.count { $0.contains(where: \.isOfForeignKey) }
  guard counted > 1 else { return files.flatMap(\.self) }
  var told: [Diagnostic] = []
  var isFirst = true
  for diagnostic in files.joined() {
    guard diagnostic.isOfForeignKey else {
      told.append(diagnostic)
      continue
    }
    guard isFirst else { continue }
    isFirst = false
    var first = diagnostic
    let others = counted == 2 ? "another agreement has" : "\(counted - 1) more agreements have"
    first.notes.append(Diagnostic.Note("\(others) such keys"))
    told.append(first)
  }
  return told
}
