internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import References
internal import Templating

extension PageModels {
  /// Differences that are listed for one translation; whoever has more has a text of its own.
  private static let mostListedDifferences = 200

  /// The model `translation_checks` of `pages/agreement.html`: where the other language versions of
  /// an agreement say something else in figures, or have other places.
  func translationChecks(of index: Int, in language: String) -> Value {
    let binding = surroundings.bindingLanguages[portal.agreements[index].id]
    return .array(
      translationIndexes(of: index).map { other in
        let comparison = TranslationComparison(
          of: portal.agreements, portal.understood.agreements, index, with: other)
        let found = comparison.differences
        let metadata = portal.agreements[other].metadata
        let itsLanguage = metadata.language?.value ?? paths.defaultLanguage
        return .pairs([
          "language": .string(itsLanguage),
          "title": .string(metadata.title),
          "path": .string(paths.agreement(portal.agreements[other].id)),
          "is_binding": .boolean(itsLanguage == binding),
          "differences": .array(
            found.prefix(Self.mostListedDifferences).map { difference in
              .pairs([
                "here": difference.here.map { place($0, of: index, in: language) } ?? .none,
                "there": difference.there.map { place($0, of: other, in: language) } ?? .none,
                "here_values": .array(difference.onlyHere.map { value($0, in: language) }),
                "there_values": .array(difference.onlyThere.map { value($0, in: language) }),
              ])
            }),
          "more": .integer(max(0, found.count - Self.mostListedDifferences)),
        ])
      })
  }

  private func translationIndexes(of index: Int) -> [Int] {
    guard let others = surroundings.translations[portal.agreements[index].id], !others.isEmpty
    else { return [] }
    let ids = Set(others.map(\.id))
    return portal.agreements.indices.filter { ids.contains(portal.agreements[$0].id) }
  }

  /// A Link to a place by its legal path.
  private func place(_ provision: Int, of index: Int, in language: String) -> Value {
    let agreement = portal.agreements[index]
    let anchor = percentEncodedFragment(agreement.provisions[provision].anchor)
    return .link(
      title: agreement.provisions.path(of: provision, in: language),
      path: "\(paths.agreement(agreement.id))#\(anchor)")
  }

  private func value(_ value: StatedValue, in language: String) -> Value {
    var (kind, text, count, unit) = ("number", "", 0, "")
    switch value {
    case .number(let number): text = number
    case .date(let day): (kind, text) = ("date", day.description)
    case .period(let amount, let its): (kind, count, unit) = ("period", amount, its.code)
    case .law(let law, let provision):
      let short = ReferenceCatalogs.shipped.laws.laws[law].short.text(onPagesIn: language)
      (kind, text) = ("law", "\(provision) \(short)")
    }
    return .pairs([
      "kind": .string(kind), "text": .string(text), "count": .integer(count),
      "unit": .string(unit),
    ])
  }
}
