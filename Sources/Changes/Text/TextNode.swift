internal import Agreements

/// One place of an agreement as it is compared: its own words, and a digest of all inside it.
///
/// Shape: node 0 is the agreement itself, without words; each node comes before what is inside it.
struct TextNode: Sendable {
  /// What can correspond to what.
  enum Shape: UInt8, Sendable {
    case root, annex, section
    /// Clauses, items, paragraphs and groups: what drafters turn into one another.
    case text
    case row, table
  }

  enum Role: UInt8, Sendable {
    /// A provision.
    case place
    /// The text of a section with a single paragraph; its provision is the section.
    case body
    /// The head of a table; its provision is the place that holds the table.
    case head
    /// The heading that an annex took from its only section, as that section; its provision is the
    /// annex.
    case title
  }

  var shape: Shape
  /// The provision by which it is cited, or `Provision.none`.
  var provision: Int32
  var parent: Int32
  var role = Role.place
  /// The first node after it that is not inside it.
  var end: Int32 = 0
  /// Whether it is a heading and nothing else: what stands below it counts as its neighbour.
  var isBareHeading = false
  /// Its own tokens: those of its heading first, then of its text.
  var tokens: Range<Int32> = 0..<0
  /// Where its text begins among its tokens.
  var bodyStart: Int32 = 0
  /// Its own passages.
  var passages: Range<Int32> = 0..<0
  /// How many of its own tokens are words or numbers.
  var words: Int32 = 0
  /// The words of it and all inside it.
  var treeWords: Int32 = 0
  /// Digest of its own tokens, numbers of references left out.
  var digest: UInt64 = 0
  /// Digest of it and all inside it.
  var treeDigest: UInt64 = 0
  /// Digest of its heading; 0 where it has none.
  var titleDigest: UInt64 = 0

  /// Its tokens below its heading.
  var body: Range<Int32> { bodyStart..<tokens.upperBound }

  /// Whether all that it says is one text: that of a place, or of a row with a single filled cell.
  var holdsOneText: Bool {
    shape == .text || shape == .row && role == .place && passages.count == 1
  }

  var isSectionOrAnnex: Bool { shape == .section || shape == .annex }

  init(shape: Shape, provision: Int32, parent: Int32, role: Role = .place) {
    self.shape = shape
    self.provision = provision
    self.parent = parent
    self.role = role
  }
}

/// A heading, paragraph or cell of a node.
struct TextPassage: Sendable {
  enum Kind: UInt8, Sendable { case heading, paragraph, cell }

  var kind: Kind
  /// Of a cell, from 0.
  var column: Int32
  var tokens: Range<Int32>
  /// Where it stands among the bytes of the tree's text.
  var bytes: Range<Int32>
}
