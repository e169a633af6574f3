internal import Agreements

/// The records of a list under a key that means nothing to Annex, with what each says.
struct OtherRecord: Sendable {
  /// The key of the list: `subprocessors`.
  var list: String
  /// From 1.
  var number: Int
  /// By the keys inside of it.
  var facts: [OtherFact] = []

  /// The key of the record: `subprocessors.2`.
  var key: String { "\(list).\(number)" }

  /// All that it says, in one line.
  var line: String { facts.map(\.value).joined(separator: ", ") }

  /// What it is about: the value of the key that names it, else its first one.
  var name: String {
    let ranked = facts.compactMap { fact in
      MetadataKeys.shipped.rank(ofName: fact.key).map { (rank: $0, value: fact.value) }
    }
    return ranked.min { $0.rank < $1.rank }?.value ?? facts.first?.value ?? ""
  }

  /// Whether both have a value of a key in common.
  func sharesValue(with other: OtherRecord) -> Bool {
    let values = Set(facts)
    return other.facts.contains { values.contains($0) }
  }

  /// Takes the records of all lists out of some facts.
  ///
  /// Parties keep their numbers, as those of them that are understood are told otherwise.
  static func take(from facts: inout [OtherFact]) -> [OtherRecord] {
    var records: [OtherRecord] = []
    var rest: [OtherFact] = []
    var indexes: [String: Int] = [:]
    for fact in facts {
      guard let place = place(of: fact.key), place.list != "parties" else {
        rest.append(fact)
        continue
      }
      var own = fact
      own.key = place.rest
      let key = "\(place.list).\(place.number)"
      if let index = indexes[key] {
        records[index].facts.append(own)
      } else {
        indexes[key] = records.count
        records.append(OtherRecord(list: place.list, number: place.number, facts: [own]))
      }
    }
    facts = rest
    return records
  }

  /// `subprocessors`, 2 and `address.city` of `subprocessors.2.address.city`.
  private static func place(of key: String) -> (list: String, number: Int, rest: String)? {
    let parts = key.split(separator: ".", omittingEmptySubsequences: false)
    guard let index = parts.indices.dropFirst().first(where: { Int(parts[$0]) != nil }),
      let number = Int(parts[index])
    else { return nil }
    return (
      parts[..<index].joined(separator: "."), number,
      parts[(index + 1)...].joined(separator: ".")
    )
  }
}
