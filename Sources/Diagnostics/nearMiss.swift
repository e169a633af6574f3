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
  let known = Set(candidates).sorted(by: comesBefore)
  guard !known.isEmpty else { return nil }
  let shown = known.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
  return "use one of the \(noun) \(shown)\(known.count > 12 ? ", ..." : "")"
}

/// Whether a name comes before another as people list them: `2` before `10`.
private func comesBefore(_ first: String, _ second: String) -> Bool {
  var rest = first.utf8[...]
  var other = second.utf8[...]
  while let byte = rest.first, let otherByte = other.first {
    let digits = rest.prefix(while: \.isASCIIDigit)
    let otherDigits = other.prefix(while: \.isASCIIDigit)
    guard digits.isEmpty || otherDigits.isEmpty else {
      let number = digits.drop { $0 == UInt8(ascii: "0") }
      let otherNumber = otherDigits.drop { $0 == UInt8(ascii: "0") }
      if number.count != otherNumber.count { return number.count < otherNumber.count }
      if !number.elementsEqual(otherNumber) {
        return number.lexicographicallyPrecedes(otherNumber)
      }
      rest = rest[digits.endIndex...]
      other = other[otherDigits.endIndex...]
      continue
    }
    if byte != otherByte { return byte < otherByte }
    rest = rest.dropFirst()
    other = other.dropFirst()
  }
  return rest.isEmpty && other.isEmpty ? first < second : rest.isEmpty
}
