/// What happened to what: `clause-added`, `sub-processor-modified`, `party-changed`.
package enum ChangeKind: Hashable, Sendable {
  /// What is added, removed or changed as a whole.
  package enum Subject: String, CaseIterable, Sendable {
    case clause, section, annex, measure
    case subProcessor = "sub-processor"
  }

  package enum Action: String, CaseIterable, Sendable {
    case added, removed, modified
    /// Stands elsewhere; of a sub-processor, is in another country.
    case moved
    case renumbered, split, merged
  }

  case of(Subject, Action)
  case measureStatusChanged, partyChanged, contactModified, metadataChanged, blankFilled
  case referenceRetargeted, settingChanged
}

extension ChangeKind: RawRepresentable {
  package var rawValue: String {
    switch self {
    case .of(let subject, let action): "\(subject.rawValue)-\(action.rawValue)"
    case .measureStatusChanged: "measure-status-changed"
    case .partyChanged: "party-changed"
    case .contactModified: "contact-modified"
    case .metadataChanged: "metadata-changed"
    case .blankFilled: "blank-filled"
    case .referenceRetargeted: "reference-retargeted"
    case .settingChanged: "setting-changed"
    }
  }

  package init?(rawValue: String) {
    guard let kind = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = kind
  }
}

extension ChangeKind: CaseIterable {
  package static let allCases: [ChangeKind] =
    Subject.allCases.flatMap { subject in Action.allCases.map { .of(subject, $0) } } + [
      .measureStatusChanged, .partyChanged, .contactModified, .metadataChanged, .blankFilled,
      .referenceRetargeted, .settingChanged,
    ]
}
