/// The candidate that `word` most likely stands for, or `nil` where none is near.
///
/// Near means: at most a third of the longer word's letters inserted, deleted, replaced or swapped
/// with their neighbour, ignoring case. Ties go to the first by name.
///
/// For many words against the same candidates make one ``NearMissIndex``.
package func nearMiss(for word: String, among candidates: some Sequence<String>) -> String? {
  NearMissIndex(candidates).nearMiss(for: word)
}

/// The help for an unknown name: what to type where a candidate is near, else what there is.
package func replacementHelp(
  for word: String, among candidates: some Sequence<String>, noun: String
) -> String? {
  if let name = nearMiss(for: word, among: candidates) {
    return "replace '\(word)' with '\(name)'"
  }
  let known = Set(candidates).sorted()
  guard !known.isEmpty else { return nil }
  let shown = known.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
  return "use one of the \(noun) \(shown)\(known.count > 12 ? ", ..." : "")"
}
