/// The name of another document.
package struct DocumentMention: Sendable {
  package var textRange: Range<Int32>
  package var provision: Int32
  /// Its index in ``Recognition/named``.
  package var document: Int
}
