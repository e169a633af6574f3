/// Who may read something.
package enum Audience: String, CaseIterable, Sendable {
  case `public`
  case customer
  case `internal`
}
