package import Frontmatter

/// What a party is to the processing.
package enum PartyRole: String, CaseIterable, Sendable {
  case processor, controller
  case jointController = "joint-controller"
  case subProcessor = "sub-processor"
  case representative
}

/// One side of an agreement.
package struct Party: Sendable {
  package var role: PartyRole
  package var name: String?
  /// Whether the party is the portal's processor.
  package var isProcessor = false
  /// Whether the other side still has to be filled in.
  package var isBlank = false
  /// Whether no single party is meant, such as any customer.
  package var isGeneric = false
  package var definedAs: Located<String>?
  package var brand: String?
  package var address: PostalAddress?
  /// Companies and branches that share the role.
  package var members: [PartyMember] = []

  /// The countries of its address and of those of its members, where they are written.
  package var countries: [Located<String>] {
    ([address] + members.map(\.address)).compactMap { $0?.country }
  }
}

/// A company or branch within a party.
package struct PartyMember: Sendable {
  package var name: String
  package var branch: String?
  package var address: PostalAddress?
}
