/// What `isAgreementID(_:)` asks for, in words.
package let agreementIDRule =
  "a name that can be a folder everywhere: up to 100 bytes, no dot or blank at either end, no invisible "
  + "character, none of / \\ : * ? \" < > | # %, and no reserved name such as 'con' or 'index'"

/// Whether an id can be the folder of a page, on every file system and in every address.
///
/// Letters of all scripts, and spaces inside, are fine: without an `id`, the file's name is one.
///
/// Source: the rules of Windows for names, which are the narrowest.
package func isAgreementID(_ id: String) -> Bool {
  guard let first = id.unicodeScalars.first, let last = id.unicodeScalars.last,
    id.utf8.count <= 100, first != ".", first != " ", last != ".", last != " "
  else { return false }
  let device = id.utf8.prefix { $0 != UInt8(ascii: ".") }
  guard !reservedNames.contains(String(Substring(device)).lowercased()) else { return false }
  return id.unicodeScalars.allSatisfy { scalar in
    switch scalar {
    case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "#", "%": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    case .spaceSeparator: return scalar == " "
    default: return true
    }
  }
}

/// Names of devices, with any ending, and the page that stands beside the folders of agreements.
private let reservedNames: Set<String> = Set(
  ["con", "prn", "aux", "nul", "index"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
