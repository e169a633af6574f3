internal import Deadlines
internal import References
internal import Templating

// How customers object to a company: see docs/theme.md.

extension RegisterModels {
  /// Whom customers write to who object, and what the days that they have are agreed by.
  ///
  /// A clause that says another period than the one that was counted is no ground for the day: then
  /// all clauses are told with what they say.
  func objection(to engaged: [Engaged]) -> Value {
    let windows = engaged.flatMap(\.openWindows)
    let inForce = links.objections.filter { $0.from == nil }
    let agrees = inForce.allSatisfy { clause in windows.allSatisfy { clause.states($0.terms) } }
    return .pairs([
      "contact": portal.objectionContact?.waysModel ?? .none,
      "clauses": .array(
        agrees
          ? inForce.map {
            .link(title: "\($0.title), \($0.place)", path: $0.path, language: $0.language)
          } : []),
      "difference": agrees ? .none : difference(windows),
    ])
  }

  /// What was counted, and what the contracts say.
  private func difference(_ windows: [Deadline]) -> Value {
    let isLonger = links.objections.contains { clause in windows.contains(where: clause.isLonger) }
    return .pairs([
      "periods": .texts(inOrder(windows.map { words.text(for: $0.terms.period) })),
      "is_longest": .boolean(!isLonger),
      "clauses": .array(
        links.objections.map { clause in
          let version = clause.version.map {
            words.text("agreement.version-name", filling: ["version": $0])
          }
          let title = [clause.title, version, clause.place].compactMap(\.self)
          return .pairs([
            "title": .string(title.joined(separator: ", ")), "path": .string(clause.path),
            "language": .optional(clause.language),
            "periods": .texts(
              inOrder(clause.periods.compactMap(\.promised).map { words.text(for: $0) })),
            "effective": .optional(clause.from?.description),
          ])
        }),
    ])
  }
}
