internal import Agreements
internal import Changes
internal import Deadlines
internal import History
internal import Templating

/// The history of one clause, as far as something happened to it.
private struct ClauseHistory {
  /// Newest first: the portal's version, and the change in it.
  var events: [(version: Int, change: Change)] = []
}

extension HistoryModels {
  /// The model `clauses` of `pages/clause-history.html`: every place of an agreement that a release
  /// has changed, in the order of the newest text, then those that are gone.
  ///
  /// A clause is followed through renumbering and moving: back from the newest version, an anchor
  /// stands for what it was called before.
  func clauses(_ number: Int) -> Value {
    let agreement = history.agreements[number]
    let newest = agreement.versions[agreement.newest]
    let text = history.agreement(newest)
    // What the place that is called so in the version at hand is called in the newest one.
    var present: [String: String] = [:]
    var histories: [String: ClauseHistory] = [:]
    let span = agreement.versions[0].releases.lowerBound...newest.releases.lowerBound
    for version in span.dropFirst().reversed() {
      for change in history.changes(ofAgreement: agreement.id, in: version) {
        let key: String
        if let after = change.after?.anchor {
          key = present[after] ?? after
        } else {
          // Gone with this release: its name of then, which something else may have now.
          key = "\(change.before?.anchor ?? "") \(version)"
        }
        histories[key, default: ClauseHistory()].events.append((version, change))
      }
      // All at once: one place's old name can be another's new one.
      let later = present
      for (before, after) in history.moves[version][agreement.id] ?? [:] {
        present[before] = later[after] ?? after
      }
    }
    // Few places have a history.
    var order: [String: Int] = [:]
    for index in text.provisions.indices {
      let anchor = text.provisions[index].anchor
      if histories[anchor] != nil, order[anchor] == nil { order[anchor] = index }
    }
    let keys = histories.keys.sorted {
      (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1)
    }
    return .array(keys.map { clause($0, histories[$0]?.events ?? [], order[$0], text, agreement) })
  }

  private func clause(
    _ key: String, _ events: [(version: Int, change: Change)], _ index: Int?, _ text: Agreement,
    _ agreement: AgreementHistory
  ) -> Value {
    let isWhole = key.isEmpty
    let place =
      index.map { text.provisions.path(of: $0, in: language) }
      ?? events.first?.change.before?.legalPath.written(in: sentences)
    let page = agreement.isCurrent ? paths.agreement(agreement.id) : nil
    return .pairs([
      "anchor": .string(
        index.map { text.provisions[$0].anchor }
          ?? "gone-\(key.split(separator: " ").joined(separator: "-"))"),
      "place": isWhole ? .none : .optional(place),
      "path": .optional(
        index.flatMap { index in
          page.map { $0 + "#" + percentEncodedFragment(text.provisions[index].anchor) }
        }),
      "is_gone": .boolean(index == nil && !isWhole),
      "events": .array(
        events.map { event in
          let release =
            history.releases.indices.contains(event.version)
            ? history.releases[event.version] : nil
          return .pairs([
            "date": .optional(release?.date.description),
            "change": change(
              event.change, between: event.version - 1, and: event.version, on: agreement.id),
            "release_path": .optional(
              release.map { paths.release(addressPart($0.id), language) }),
          ])
        }),
    ])
  }
}
