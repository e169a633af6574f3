/// Recognises all that the text of an agreement refers to, without looking anything up.
///
/// Nothing is found in code or in the text of links, and nothing across two passages.
///
/// - Complexity: O(bytes of the text).
package func recogniseReferences(
  in table: TokenTable, passages: [Passage], context: ReferenceContext
) -> Recognition {
  var scanner = MentionScanner(context, table, passages: passages.count)
  for (index, passage) in passages.enumerated() {
    scanner.scan(passage, number: Int32(index))
  }
  return scanner.found
}
