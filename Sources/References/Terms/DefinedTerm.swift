/// A word that an agreement gives a meaning of its own.
package struct DefinedTerm: Sendable {
  package enum Source: String, Sendable {
    /// In the text.
    case text
    /// In the frontmatter: what a party is called.
    case frontmatter
  }

  /// As it is written where it is defined, without quotation marks.
  package var name: String
  package var source: Source
  /// Where it stands, in bytes of the agreement's text; empty for one of the frontmatter.
  package var textRange: Range<Int32>
  /// The place that defines it, or `Provision.none`.
  package var provision: Int32
  /// The places that define it, one after the other: ``provision``, and what goes on with it; empty
  /// for one of the frontmatter.
  package var places: Range<Int32> = 0..<0
  /// Stems of its words, by which its uses are found.
  var stems: [UInt64]
  /// Whether it only says where in this agreement the meaning stands: `has the meaning set forth in
  /// Section 2(b)`.
  var isPointer = false
  /// Whether uses need a capital letter: `Controller` is the party, `controller` anyone.
  var needsCapital: Bool
}

/// A place where a defined term is used: the first one in its clause.
package struct TermUse: Sendable {
  /// The term's index in ``TermReading/terms``.
  package var term: Int
  package var textRange: Range<Int32>
  package var provision: Int32
}

/// The defined terms of one agreement and their uses, in the order of its text.
package struct TermReading: Sendable {
  package var terms: [DefinedTerm] = []
  package var uses: [TermUse] = []
  /// Definitions of a term that another one defined before, by the index of the first.
  package var repeated: [(first: Int, again: DefinedTerm)] = []
}

/// A term that the frontmatter defines.
package struct NamedTerm: Sendable {
  package var name: String
  /// The party's role, `processor` or `controller`, or empty for joint terms.
  package var role: String

  package init(name: String, role: String = "") {
    self.name = name
    self.role = role
  }
}
