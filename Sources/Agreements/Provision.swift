/// One place in an agreement that can be cited: an annex, a section, a clause, an item, a row.
package struct Provision: Sendable {
  package var kind: ProvisionKind
  /// The number or marker as printed: `7`, `2.1`, `§ 9`, `Annex 2`, `(2)`, `a.`; empty for what has
  /// none. Numbers of headings are without a closing dot; markers keep theirs.
  package var designation: String
  /// The heading, the bold label of a group, or the control that a table's rows belong to.
  package var title: String
  /// This place's own part of its legal path: the designation, or words such as `item 3`.
  package var part: String
  /// How ``part`` is written in a path.
  package var partForm = PathPartForm.words
  /// The fragment of its address in the published page; unique in the agreement.
  package var anchor: String
  /// What few places have.
  private var marks: Marks?

  /// The place that encloses it, or ``none``.
  package var parent: Int32
  /// The place whose path its own continues, or ``none``: a decimal number such as `2.1` holds the
  /// numbers above it, so its path starts anew.
  package var pathParent: Int32
  /// Index of the first provision after it that is not inside it.
  package var end: Int32
  /// Its heading, item, paragraph or row in the markup tree.
  package var node: Int32
  /// Where it starts, in bytes of the file from 0.
  package var offset: Int32
  /// The inline nodes of its heading's words, without the number.
  package var titleNodes: Range<Int32>
  /// The level of its heading from 1, or 0 where it has no heading.
  package var level: UInt8

  package static let none: Int32 = -1

  package init(kind: ProvisionKind, parent: Int32, node: Int32, offset: Int32) {
    self.kind = kind
    self.parent = parent
    self.pathParent = parent
    self.node = node
    designation = ""
    title = ""
    part = ""
    anchor = ""
    end = 0
    titleNodes = 0..<0
    self.offset = offset
    level = 0
  }
}

extension Provision {
  /// Kept apart: a large portal has a million places.
  private final class Marks: Sendable {
    let label: String
    let covers: [String]
    let secondDesignation: String
    let secondAnchor: String
    let pathAnchor: String

    init(
      label: String = "", covers: [String] = [], secondDesignation: String = "",
      secondAnchor: String = "", pathAnchor: String = ""
    ) {
      self.label = label
      self.covers = covers
      self.secondDesignation = secondDesignation
      self.secondAnchor = secondAnchor
      self.pathAnchor = pathAnchor
    }
  }

  /// The address that the author gave it (`{#audits}`), or empty.
  package var label: String {
    @inline(__always) get { marks?.label ?? "" }
    set { mark(label: newValue) }
  }

  /// The duties that the author says it satisfies, such as `28.3.h`.
  package var covers: [String] {
    @inline(__always) get { marks?.covers ?? [] }
    set { mark(covers: newValue) }
  }

  /// A second label that the place answers to, such as `I` of an annex headed `Annex 1` and then
  /// `I. Description`.
  package var secondDesignation: String {
    @inline(__always) get { marks?.secondDesignation ?? "" }
    set { mark(secondDesignation: newValue) }
  }

  /// The fragment of its second designation, or empty.
  package var secondAnchor: String {
    @inline(__always) get { marks?.secondAnchor ?? "" }
    set { mark(secondAnchor: newValue) }
  }

  /// Of a numbered place with a label, the fragment that it would have without one, so that an
  /// address by its number leads to it, too; or empty.
  package var pathAnchor: String {
    @inline(__always) get { marks?.pathAnchor ?? "" }
    set { mark(pathAnchor: newValue) }
  }

  private mutating func mark(
    label: String? = nil, covers: [String]? = nil, secondDesignation: String? = nil,
    secondAnchor: String? = nil, pathAnchor: String? = nil
  ) {
    let isEmpty =
      label?.isEmpty ?? covers?.isEmpty ?? secondDesignation?.isEmpty ?? secondAnchor?.isEmpty
      ?? pathAnchor?.isEmpty
    if marks == nil, isEmpty ?? true { return }
    marks = Marks(
      label: label ?? self.label, covers: covers ?? self.covers,
      secondDesignation: secondDesignation ?? self.secondDesignation,
      secondAnchor: secondAnchor ?? self.secondAnchor, pathAnchor: pathAnchor ?? self.pathAnchor)
  }
}

/// What a place in an agreement is.
package enum ProvisionKind: String, Sendable {
  case annex
  /// Under a heading, numbered or not; subsections are sections in a section.
  case section
  /// With a number, letter or other marker of its own.
  case clause
  /// Unmarked, in a list.
  case item
  /// A list item or table cell that names what its items or rows are about, such as a control.
  case group
  case paragraph
  /// One of several tables in the same place.
  case table
  case row
}
