/// What an element of a text is to its reader, as far as it matters for showing what changed.
package enum TokenRole: UInt8, Sendable {
  /// Carries meaning.
  case word
  /// Holds a sentence together: articles, prepositions, conjunctions.
  case particle
  case sign
  /// Ends a sentence.
  case stop
  /// A word that begins a paragraph or a line.
  case opening
}
