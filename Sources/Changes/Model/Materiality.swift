/// How much a change matters to the other side.
package enum Materiality: String, CaseIterable, Sendable {
  /// Less is promised than before.
  case weakening
  /// The parties' rights, duties or facts are others than before.
  case substantive
  /// Spelling, punctuation, the place in the text, the wording of metadata.
  case editorial
  /// Nothing but numbers moved.
  case renumberingOnly = "renumbering-only"
}

extension Materiality: Comparable {
  /// What matters more comes first.
  package static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

  package var isMaterial: Bool { self == .weakening || self == .substantive }

  var rank: Int {
    switch self {
    case .weakening: 0
    case .substantive: 1
    case .editorial: 2
    case .renumberingOnly: 3
    }
  }
}

/// The rule by which a change's materiality was decided; named beside it everywhere.
package enum MaterialityRule: String, CaseIterable, Sendable {
  // Typed values in the words that changed.
  case period, number, country, mechanism, state, modal, negation, party
  // What a change is about, whatever its words.
  case addition, removal, rewritten, reference, contact, blank, setting, record, metadata, date
  // Words without a type.
  case wording, spelling, punctuation, capitals, heading
  // A name that is another throughout.
  case term
  // Where something stands.
  case place, numbering
}

/// A change's materiality and the rule that decided it.
package struct Judgement: Hashable, Sendable {
  package private(set) var materiality: Materiality
  package var rule: MaterialityRule
  /// What the rule came to, where an author weighs the change otherwise.
  package private(set) var found: Materiality?

  package init(_ materiality: Materiality, _ rule: MaterialityRule) {
    self.materiality = materiality
    self.rule = rule
  }

  /// Takes the author's word for the weight, and keeps what was found beside it.
  package mutating func overrule(with materiality: Materiality) {
    let found = self.found ?? self.materiality
    self.found = found == materiality ? nil : found
    self.materiality = materiality
  }

  /// Weighs the change by another rule than at first.
  mutating func weigh(_ materiality: Materiality) { self.materiality = materiality }

  /// Whether the change is material, by the author's word or by what was found.
  package var isMaterial: Bool { materiality.isMaterial || found?.isMaterial == true }
}
