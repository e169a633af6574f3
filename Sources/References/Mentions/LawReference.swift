/// A law as a text names it: which of the laws of that name is meant is found later, by what is
/// cited of it.
package struct LawReference: Hashable, Sendable {
  package enum Version: Sendable { case unstated, new, old }

  /// The index of the name in ``LawCatalog/names``.
  package var name: Int
  package var version: Version = .unstated
}

/// The name of a law, with or without a provision of it beside.
package struct LawMention: Sendable {
  package var textRange: Range<Int32>
  package var provision: Int32
  package var passage: Int32
  package var law: LawReference
}
