/// What an agreement calls itself and what it calls others, as far as its title and text say so.
///
/// `Agreement` is the agreement at hand, unless it is defined as another one: `the Master Services
/// Agreement (the "Agreement")`. `Joint Controller Agreement` is another one, unless the title or
/// `this Joint Controller Agreement` says otherwise.
struct DocumentNames {
  /// What the text defines a name as, by the stem of the word: the first definition counts.
  var defined: [UInt64: Bool] = [:]
  /// Stems of names that the text sets apart from the agreement without defining them.
  var apart: Set<UInt64> = []
  /// Names behind `this`, by the stems of their words.
  var own: Set<[UInt64]> = []
  private var titles: [Set<UInt64>] = []
  /// Whether a title says what kind of document this is, and that it isn't one on processing.
  private var isOfOtherKind = false
  /// Whether a title says that this is but attached to an agreement.
  private var isList = false

  init(_ context: ReferenceContext) {
    for name in context.ownNames {
      let words = TermWords(Self.withoutOther(name))
      titles.append(Set(words.stems))
      if words.stems.count == 1 { defined[words.stems[0]] = true }
    }
    let stems = titles.reduce(into: Set<UInt64>()) { $0.formUnion($1) }
    isList =
      !stems.isDisjoint(with: Self.lists) && stems.isDisjoint(with: Self.kinds)
      && stems.isDisjoint(with: Self.ownOnly)
    isOfOtherKind =
      !stems.isDisjoint(with: Self.kinds.union(Self.lists)) && stems.isDisjoint(with: Self.data)
      && stems.isDisjoint(with: Self.ownOnly)
  }

  /// A title without the document that it says this one is of: `AV-Vertrag (Anlage 5 zum
  /// Rahmenvertrag)`, `Addendum to the Framework Agreement`.
  private static func withoutOther(_ title: String) -> String {
    let words = title.split(separator: " ")
    for (index, word) in words.enumerated().dropFirst().dropLast() {
      let next = words[index + 1].lowercased()
      let isJoint =
        switch word {
        case "zum", "zur": otherEndings.contains { next.contains($0) }
        case "to": next == "the"
        default: false
        }
      if isJoint { return words[..<index].joined(separator: " ") }
    }
    return title
  }

  private static let otherEndings = ["vertrag", "vereinbarung", "bedingungen", "bestellung"]

  /// Whether a name of several words is in the title: `Framework Agreement`.
  func isInTitle(_ stems: [UInt64]) -> Bool {
    stems.count > 1 && titles.contains { $0.isSuperset(of: stems) }
  }

  /// Whether the bare name is of another document: the `Agreement` of `section 9 of the Agreement`.
  func isForeign(_ stem: UInt64) -> Bool {
    if let isOwn = defined[stem] { return !isOwn }
    return apart.contains(stem) || (isOfOtherKind && Self.ownOnly.contains(stem))
      || (isList && Self.kinds.contains(stem))
  }

  /// Whether a name of several words is one of this agreement; the last one is its kind.
  func isOwn(_ stems: [UInt64]) -> Bool {
    if own.contains(stems) { return true }
    if titles.contains(where: { $0.isSuperset(of: stems) }) { return true }
    // `ACME Data Processing Agreement` where that is the title without the company
    if titles.contains(where: { $0.count > 1 && $0.isSubset(of: stems) }) { return true }
    return !isOfOtherKind && stems.dropLast().allSatisfy(Self.processing.contains)
  }

  /// Whether a name that others go by is this document's: `the AGB` in what is titled so, and `the
  /// Terms` in what calls itself `these Terms`.
  func isTitle(_ stems: [UInt64]) -> Bool {
    if let last = stems.last, stems.count == 1, let isOwn = defined[last] { return isOwn }
    return own.contains(stems)
      || (isOfOtherKind && titles.contains { $0.isSuperset(of: stems) })
  }

  /// Words that agreements on the processing of data are called by.
  private static let processing = Set(
    stems(
      "data processing protection personal privacy contract order commissioned commission "
        + "auftragsverarbeitung datenverarbeitung datenschutz and und zur zum"))
  private static let data = Set(
    stems(
      "data processing privacy auftragsverarbeitung datenverarbeitung datenschutz"))
  /// Names of agreements on processing that are nothing else.
  private static let ownOnly = Set(
    stems(
      "dpa addendum avv auftragsverarbeitungsvertrag auftragsverarbeitungsvereinbarung"))
  private static let kinds = Set(
    stems(
      "agreement contract terms conditions policy vertrag vereinbarung nutzungsbedingungen "
        + "geschäftsbedingungen hauptvertrag rahmenvertrag agb baa nda msa sla eula"))

  /// What is attached to agreements and no agreement itself: `Sub-processors`, `Measures`.
  private static let lists = Set(
    stems(
      "sub subprocessors unterauftragnehmer unterauftragsverarbeiter subunternehmer measures maßnahmen tom toms"
    ))

  private static func stems(_ words: String) -> [UInt64] { TermWords(words).stems }
}
