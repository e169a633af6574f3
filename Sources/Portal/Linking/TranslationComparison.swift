internal import Agreements
internal import References

/// What two language versions of one agreement do not have in common: places, and the numbers,
/// dates, periods and laws in them.
///
/// Places are compared by their labels, numbers and order, since headings and words such as `Annex`
/// differ by language. Words are not compared: whether they say the same, a person has to read.
struct TranslationComparison: Sendable {
  /// A place that one version lacks, or that says something else in the other.
  struct Difference: Sendable {
    /// Provisions of the two agreements; `nil` where one has no such place.
    var here: Int?
    var there: Int?
    /// Where one has no such place: the provision of that one which would hold it, if any.
    var around: Int?
    /// What only one of the two says in that place.
    var onlyHere: [StatedValue] = []
    var onlyThere: [StatedValue] = []
  }

  /// In the order of the first agreement, then what only the second one has.
  private(set) var differences: [Difference] = []

  /// Compares two of `agreements`, given by their indexes; `understood` has one element for each.
  init(
    of agreements: [Agreement], _ understood: [UnderstoodAgreement], _ here: Int, with there: Int
  ) {
    let labels = agreements[here].labels.intersection(agreements[there].labels)
    let places = ComparedPlaces(agreements[here], labels: labels)
    let others = ComparedPlaces(agreements[there], labels: labels)
    let values = statedValues(in: agreements[here], understood[here])
    let otherValues = statedValues(in: agreements[there], understood[there])
    for provision in places.keys.indices {
      guard let other = others.provision(at: places.keys[provision]) else {
        // What a place holds goes with it.
        if places.isOutermost(provision, missingIn: others) {
          let around = others.provision(around: provision, of: places)
          differences.append(Difference(here: provision, around: around))
        }
        continue
      }
      var difference = Difference(here: provision, there: other)
      (difference.onlyHere, difference.onlyThere) = whatIsInOne(
        of: values[provision], otherValues[other])
      difference.dropAmounts()
      difference.dropSentences()
      difference.dropOpenDays()
      if !difference.onlyHere.isEmpty || !difference.onlyThere.isEmpty {
        differences.append(difference)
      }
    }
    for provision in others.keys.indices
    where others.isOutermost(provision, missingIn: places) {
      let around = places.provision(around: provision, of: others)
      differences.append(Difference(there: provision, around: around))
    }
  }
}

extension Agreement {
  fileprivate var labels: Set<String> { Set(provisions.map(\.label).filter { !$0.isEmpty }) }
}

extension TranslationComparison.Difference {
  /// A period says its number already.
  fileprivate mutating func dropAmounts() {
    let amounts = Set(
      (onlyHere + onlyThere).compactMap { value -> String? in
        if case .period(let amount, _) = value { return String(amount) }
        return nil
      })
    let isSaid: (StatedValue) -> Bool = { value in
      if case .number(let number) = value { return amounts.contains(number) }
      return false
    }
    onlyHere.removeAll(where: isSaid)
    onlyThere.removeAll(where: isSaid)
  }

  /// `working days` are open, and the usual English for `Werktage` and `Arbeitstage` alike.
  fileprivate mutating func dropOpenDays() {
    let (here, there) = (Set(onlyHere), Set(onlyThere))
    onlyHere.removeAll { $0.isMeant(byOneOf: there) }
    onlyThere.removeAll { $0.isMeant(byOneOf: here) }
  }

  /// German lawyers cite the sentence where English ones cite the paragraph.
  fileprivate mutating func dropSentences() {
    let (here, there) = (CitedProvisions(of: onlyHere), CitedProvisions(of: onlyThere))
    onlyHere.removeAll { there.citeUpToSentence($0) }
    onlyThere.removeAll { here.citeUpToSentence($0) }
  }
}

/// Of two lists of values the ones that only one of them holds, in its order.
private func whatIsInOne(
  of first: [StatedValue], _ second: [StatedValue]
) -> ([StatedValue], [StatedValue]) {
  // Most places say nothing in figures, or the same.
  if first == second { return ([], []) }
  let (here, there) = (Set(first), Set(second))
  return (first.filter { !there.contains($0) }, second.filter { !here.contains($0) })
}

/// The places of one agreement by what both languages write alike.
private struct ComparedPlaces {
  /// By provision: the key of the place around it, and its own part.
  private(set) var keys: [String] = []
  private var parents: [Int32] = []
  private var provisions: [String: Int] = [:]

  /// `labels`: those that both agreements have; a place with another one is known by its number.
  init(_ agreement: Agreement, labels: Set<String>) {
    /// How many unnumbered places of a kind there are so far, by the key of their surroundings.
    var counts: [String: Int] = [:]
    for (index, provision) in agreement.provisions.enumerated() {
      let around = provision.parent == Provision.none ? "" : keys[Int(provision.parent)]
      var part = Self.number(in: provision.designation)
      if part.isEmpty {
        let kind = "\(around)/\(provision.kind.rawValue)"
        counts[kind, default: 0] += 1
        part = "\(provision.kind.rawValue) \(counts[kind] ?? 0)"
      } else if provision.kind == .annex {
        part = "annex \(part)"
      }
      let key = labels.contains(provision.label) ? "#\(provision.label)" : "\(around)/\(part)"
      keys.append(key)
      parents.append(provision.parent)
      if provisions[key] == nil { provisions[key] = index }
    }
  }

  func provision(at key: String) -> Int? { provisions[key] }

  /// The place that corresponds to the one around `provision` of `others`.
  func provision(around provision: Int, of others: ComparedPlaces) -> Int? {
    let parent = others.parents[provision]
    return parent == Provision.none ? nil : provisions[others.keys[Int(parent)]]
  }

  /// Whether `others` lacks the place and has the one around it.
  func isOutermost(_ provision: Int, missingIn others: ComparedPlaces) -> Bool {
    guard others.provisions[keys[provision]] == nil else { return false }
    let parent = parents[provision]
    return parent == Provision.none || others.provisions[keys[Int(parent)]] != nil
  }

  /// `7` of `§ 7`, `3` of `Annex 3` and of `Anlage 3`, `a` of `a)`: the last word, without marks.
  private static func number(in designation: String) -> String {
    guard let last = designation.utf8.split(separator: UInt8(ascii: " ")).last else { return "" }
    let kept = last.filter { $0 == UInt8(ascii: ".") || $0 >= 0x30 }
      .drop { $0 == UInt8(ascii: ".") }
    var bytes = Array(kept)
    while bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
