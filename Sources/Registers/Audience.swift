/// Who may read a fact: the widest edition of the portal that it is published in.
package enum Audience: String, CaseIterable, Sendable {
  case `public`, customer, `internal`
}
