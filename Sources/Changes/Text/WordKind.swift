/// What a word or sign is, as far as its bytes tell.
enum WordKind: UInt8, Sendable {
  case word
  /// Holds a digit.
  case number
  case sign
  /// Ends a sentence.
  case stop
  /// A quotation mark: all of them are one, whatever the style.
  case quote
  /// A row of dots or underscores to be filled in.
  case blank
}
