/// One place of processing and what a transfer to it rests on.
package struct AssessedPlace: Sendable, Equatable {
  /// What a transfer can rest on on the day.
  package enum Ground: Sendable, Hashable {
    /// A decision on the country or organisation, whether or not the record names it.
    case decision(String)
    /// Anything that the record names, with the decision that it falls with.
    case mechanism(TransferMechanism, instrument: String?)

    /// What makes it fall: the number of a decision, or the mechanism.
    package var dependence: String {
      switch self {
      case .decision(let decision): decision
      case .mechanism(let mechanism, let instrument): instrument ?? mechanism.rawValue
      }
    }

    package var isDerogation: Bool {
      switch self {
      case .mechanism(.derogation, _), .mechanism(.compellingInterest, _): true
      default: false
      }
    }
  }

  package enum Standing: String, Sendable {
    /// Inside the European Economic Area: no transfer.
    case inside
    /// In the country of a processor that sits outside of it, under a law of that country: no
    /// transfer by that law.
    case home
    /// Outside, with at least one ground.
    case grounded
    /// Outside, resting on derogations only.
    case derogation
    /// Outside, with nothing to rest on.
    case groundless
    /// Words that name no country.
    case unclear
  }

  /// ISO 3166-1 alpha-2, where the place is a country.
  package var country: String?
  /// An organisation or a place in words.
  package var name: String?
  package var standing: Standing
  /// What holds on the day, in the order of the law: a decision, safeguards, derogations.
  package var grounds: [Ground]
  /// What is stated for laws beside the GDPR, and holds on the day.
  package var otherGrounds: [Ground] = []

  /// Whether data is transferred to get there.
  package var isElsewhere: Bool { standing != .inside && standing != .home }

  /// What is left should something fall.
  package func grounds(without dependence: String) -> [Ground] {
    grounds.filter { $0.dependence != dependence }
  }
}
