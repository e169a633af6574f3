/// Why a text is no ``Period``; facts first, ``summary`` has the words.
package enum PeriodError: Error, Hashable, Sendable {
  case empty
  /// `reasonable` and the like: a promise, but none that can be counted.
  case statesNoNumber(String)
  /// The word that stands where the number must; `nil` for the end of the text.
  case missingNumber(before: String?)
  case countOutOfRange(String)
  case missingUnit(after: Int)
  case unknownUnit(String, known: [String])
  /// What follows a complete period.
  case furtherWords(String)
}

extension PeriodError {
  /// The rule that was broken, as one phrase to put after the value.
  package var summary: String {
    switch self {
    case .empty: "is empty; a period is a number and a unit"
    case .statesNoNumber(let word): "says '\(word)'; a period needs a number"
    case .missingNumber(.some(let word)): "has '\(word)' where a number must stand, in digits"
    case .missingNumber(.none): "has no number"
    case .countOutOfRange(let number):
      "has the number \(number); it must be from 1 to \(Period.maximumCount)"
    case .missingUnit(let count): "has no unit after \(count)"
    case .unknownUnit(let word, _): "has the unknown unit '\(word)'"
    case .furtherWords(let words): "goes on with '\(words)'; nothing may follow the unit"
    }
  }
}
