internal import Diagnostics

/// Whether `text` has the shape of a language tag: `de`, `en-GB`, `zh-Hant`.
///
/// Source: RFC 5646, section 2.1, as far as languages, scripts and regions go.
package func isLanguageTag(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard let language = parts.first, (2...3).contains(language.count), parts.count <= 3 else {
    return false
  }
  return parts.allSatisfy { part in
    (2...4).contains(part.count) && part.allSatisfy(\.isASCIILetterOrDigit)
  } && language.allSatisfy(\.isASCIILetter)
}
