extension String {
  /// The runs of letters and digits in the text, in lower case, in their order.
  ///
  /// By scalars: what a grapheme is takes longer to find out than all the rest, and this runs for
  /// each title of a document.
  package var lowercasedWords: [String] {
    lowercased().unicodeScalars.split { !$0.isOfWord }.map(String.init)
  }
}

extension Unicode.Scalar {
  fileprivate var isOfWord: Bool {
    if isASCII {
      return value &- 0x61 < 26 || value &- 0x30 < 10 || value &- 0x41 < 26
    }
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    // The dots of a decomposed umlaut.
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
