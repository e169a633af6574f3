/// A reference with what it leads to.
package struct ResolvedReference: Sendable {
  package enum Kind: String, Sendable {
    /// A section, clause, paragraph or item.
    case clause
    case annex
    /// Another document as a whole.
    case document
    /// A Markdown link that the author made.
    case link
  }

  package enum Status: String, Sendable {
    case resolved
    /// More than one place fits; the first was taken.
    case ambiguous
    /// Its title was taken for the nearest one.
    case approximate
    /// Of a document that is not in the portal.
    case external
    case unresolved
  }

  package struct Part: Sendable {
    /// Bytes of the agreement's text that are the link.
    package var textRange: Range<Int32>
    /// In the order of the text; of a range of places, all that stand in it up to a limit.
    package var targets: [ReferenceTarget] = []
    /// The address of a document outside of the portal.
    package var address: String?
    package var status = Status.unresolved
  }

  package var kind: Kind
  package var textRange: Range<Int32>
  /// The place that it stands in.
  package var provision: Int32
  package var parts: [Part]

  /// The worst of the parts'.
  package var status: Status {
    for status in [Status.unresolved, .ambiguous, .approximate, .external]
    where parts.contains(where: { $0.status == status }) {
      return status
    }
    return .resolved
  }
}

/// A place of an agreement, or the whole of it.
package struct ReferenceTarget: Hashable, Sendable {
  /// The index of the agreement among those that were resolved together.
  package var agreement: Int32
  /// The place, or `Provision.none` for the agreement as a whole.
  package var provision: Int32

  package init(agreement: Int32, provision: Int32) {
    self.agreement = agreement
    self.provision = provision
  }
}

extension ReferenceTarget: Comparable {
  package static func < (lhs: Self, rhs: Self) -> Bool {
    (lhs.agreement, lhs.provision) < (rhs.agreement, rhs.provision)
  }
}
