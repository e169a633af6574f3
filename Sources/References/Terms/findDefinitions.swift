internal import Agreements

/// Finds the names of the terms that some passages define, as bytes of the text, in its order.
///
/// `ranges`: bytes of the text, in its order; what doesn't overlap one of them is not read.
///
/// - Complexity: O(text + tokens of the passages).
package func findDefinitions(
  in reading: AgreementReading, within ranges: [Range<Int32>]
) -> [Range<Int32>] {
  var next = 0
  let passages = reading.passages.filter { passage in
    while next < ranges.count, ranges[next].upperBound <= passage.start { next += 1 }
    return next < ranges.count && ranges[next].lowerBound < passage.end
  }
  guard !passages.isEmpty else { return [] }
  var lexicon = Lexicon(of: reading.context.portal)
  let table = TokenTable(
    reading.agreement.tree.readableText(), passages: passages, lexicon: &lexicon)
  var scanner = DefinitionScanner(reading, table)
  scanner.readDefinitions(in: passages)
  return scanner.found.map(\.textRange).sorted { $0.lowerBound < $1.lowerBound }
}
