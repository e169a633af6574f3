internal import Diagnostics

/// One step of a reference: `section 9`, `(2)`, `lit. b`, the `a` of `5.a`.
package struct Designator: Hashable, Sendable {
  package var level: DesignatorLevel
  /// The bare number or letter, in lower case: `9`, `4b`, `iv`, `a`.
  package var body: String
  /// Whether it is written in brackets: `(2)`.
  package var isBracketed: Bool
  /// What an annex is called.
  var annexWord: AnnexWord?
  /// Whether it is called what a division can be, and the word is one for sections as well.
  private var isAbschnitt = false

  /// What a division is called.
  var divisionWord: DivisionWord? {
    get {
      switch level {
      case .part: .part
      case .chapter: .chapter
      default: isAbschnitt ? .abschnitt : nil
      }
    }
    set { isAbschnitt = newValue == .abschnitt }
  }

  package init(_ level: DesignatorLevel, _ body: String, isBracketed: Bool = false) {
    self.level = level
    self.body = body
    self.isBracketed = isBracketed
  }
}

/// The kind of unit that a designator counts.
package enum DesignatorLevel: String, Sendable {
  case annex, part, chapter
  /// What stands before the first section, and has no number.
  case preamble
  case recital, article, section
  /// In English also a word for sections, above all those of annexes.
  case paragraph
  /// A unit inside a section and never the section: `Absatz`, `subsection`.
  case subsection
  case subparagraph, sentence
  /// `page 2`, written where the second sentence is meant.
  case page
  case letter, number, item, point, alternative
  /// A further number or letter without a word: the `1` of `2.1`, the `a` of `5.a` and of `7(a)`.
  case component

  /// How deep the unit stands in laws and contracts: a reference goes from small to large.
  var rank: Int {
    switch self {
    case .annex: 0
    case .part: 1
    case .chapter, .preamble: 2
    case .recital, .article: 3
    case .section: 4
    case .paragraph, .subsection: 5
    case .subparagraph: 6
    case .sentence, .page: 7
    case .letter, .number, .item, .point: 8
    case .alternative: 9
    case .component: 10
    }
  }

  /// Whether a unit of this level can start a citation of its own, not only continue one.
  var standsAlone: Bool { rank <= Self.section.rank }

  /// Whether the word for it is so common that a reference must be found to be believed.
  var isWeak: Bool {
    switch self {
    case .number, .item, .point, .part, .chapter, .sentence, .alternative, .component: true
    default: false
    }
  }
}

extension Designator {
  enum Form { case number, letter }

  var form: Form {
    body.utf8.first.map(\.isASCIIDigit) ?? false ? .number : .letter
  }

  var value: Int? {
    Int(body.prefix { $0 >= "0" && $0 <= "9" })
  }
}
