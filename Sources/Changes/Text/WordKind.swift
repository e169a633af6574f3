/// What a word or sign is, as far as its bytes tell.
enum WordKind: UInt8, Sendable {
  case word
  /// Holds a digit.
  case number
  /// Punctuation, and what else means nothing by itself.
  case sign
  /// A sign that means something: of a currency, of mathematics, a tick.
  case symbol
  /// Ends a sentence.
  case stop
  /// A quotation mark: all of them are one, whatever the style.
  case quote
  /// A row of dots or underscores to be filled in.
  case blank
}
