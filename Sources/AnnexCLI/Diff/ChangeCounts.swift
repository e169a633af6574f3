internal import Changes
internal import Deadlines
internal import Diagnostics

/// How many changes there are, in all and of what weight.
struct ChangeCounts {
  /// What a change belongs to: an agreement's id, or a register.
  struct Owner {
    var name: String
    var counts: [Materiality: Int] = [:]

    var total: Int { counts.values.reduce(0, +) }
  }

  /// In the order of the changes.
  private(set) var owners: [Owner] = []
  private(set) var all = Owner(name: "")

  init(_ changes: ChangeSet) {
    var numbers: [String: Int] = [:]
    for change in changes.changes {
      let name = Self.owner(of: change)
      let number = numbers[name] ?? owners.count
      if number == owners.count {
        numbers[name] = number
        owners.append(Owner(name: name))
      }
      owners[number].counts[change.materiality, default: 0] += 1
      all.counts[change.materiality, default: 0] += 1
    }
  }

  private static func owner(of change: Change) -> String {
    if let agreement = change.agreement { return agreement }
    switch change.kind {
    case .of(.subProcessor, _): return "sub-processors"
    case .of(.measure, _), .measureStatusChanged: return "measures"
    default: return "portal"
    }
  }
}

extension ChangeCounts.Owner {
  /// `3 changes: 1 weakening, 2 editorial`
  func words(in language: Language) -> String {
    let noun =
      switch language {
      case .english: total == 1 ? "change" : "changes"
      case .german: total == 1 ? "Änderung" : "Änderungen"
      }
    let parts = Materiality.allCases.compactMap { materiality in
      counts[materiality].map { "\($0) \(materiality.name.text(in: language))" }
    }
    return "\(total) \(noun): \(parts.joined(separator: ", "))"
  }

  func append(to json: inout JSONText) {
    for materiality in Materiality.allCases {
      json.member(materiality.rawValue, counts[materiality] ?? 0)
    }
  }
}
