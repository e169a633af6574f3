internal import Search

/// What names are sorted by, as DIN 5007 has it: large letters as small ones, letters as if they
/// had no marks, `ß` as `ss`; names that are equal then, by what they have.
func sortKey(_ name: String) -> String {
  let lowered = name.lowercased()
  var key = String.UnicodeScalarView()
  for scalar in lowered.unicodeScalars {
    switch scalar {
    case "ß": key.append(contentsOf: "ss".unicodeScalars)
    case "æ": key.append(contentsOf: "ae".unicodeScalars)
    case "œ": key.append(contentsOf: "oe".unicodeScalars)
    case "\u{300}"..."\u{36F}": continue
    default: key.append(plainLetter(scalar))
    }
  }
  return "\(String(key))\u{0}\(lowered)"
}
