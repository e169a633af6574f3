package import Deadlines

/// Where words of a redline lead, which stayed while that changed.
package struct RedlineTarget: Sendable {
  /// As sentences say it: a place with its title, a web address, or that there is none.
  package var before: BilingualText
  package var after: BilingualText
  /// The place in the new version of the same agreement, or `Provision.none`.
  package var provision: Int32
  /// The address of what lies outside of the portal.
  package var address: String?
}
