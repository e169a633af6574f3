/// A line to be signed.
package struct Signature: Sendable {
  package var party: String
  package var place: String?
  package var date: String?
}
