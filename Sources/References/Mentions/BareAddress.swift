/// A web or mail address that stands bare in the text.
package struct BareAddress: Sendable {
  package var textRange: Range<Int32>
  package var provision: Int32
}
