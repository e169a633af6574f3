/// Who may read an agreement, a record or a fact of one: only what is for the public is published.
package enum Audience: String, CaseIterable, Sendable {
  case `public`, customer, `internal`
}
