internal import Agreements

/// The agreements of one version of a portal by their ids, and which are parts of which.
struct AgreementIndex: Sendable {
  private(set) var numbers: [String: Int] = [:]
  private var parts: [String: [String]] = [:]

  init(_ agreements: [Agreement]) {
    for (number, agreement) in agreements.enumerated() where numbers[agreement.id] == nil {
      numbers[agreement.id] = number
      if let whole = agreement.metadata.partOf?.id {
        parts[whole, default: []].append(agreement.id)
      }
    }
  }

  /// The agreement and all that are a part of it, or of a part of it.
  func family(of id: String) -> [String] {
    var family = [id]
    var seen: Set<String> = [id]
    var next = 0
    // Parts that are parts of each other, in a circle, are passed once.
    while next < family.count {
      family += (parts[family[next]] ?? []).filter { seen.insert($0).inserted }
      next += 1
    }
    return family
  }
}
