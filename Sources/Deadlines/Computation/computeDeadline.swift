/// Computes the end of one period, with every step that leads to it.
///
/// Pure: knows no clock, and no holidays but those of `terms`.
///
/// Source: §§ 130, 187, 188 and 193 BGB; the rule for backward periods, which no statute has in
/// general, is that the whole period lies between notice and event.
package func computeDeadline(
  _ terms: DeadlineTerms, from event: NoticeEvent
) throws(DeadlineError) -> Deadline {
  guard terms.direction == .forward || terms.roll == .none else { throw .rollOfBackwardPeriod }
  var computation = DeadlineComputation(terms)
  let eventDay = try computation.resolve(event)
  let counted = try computation.count(from: eventDay)
  let last =
    switch terms.direction {
    case .forward: try computation.roll(counted)
    case .backward: try computation.noticeDay(before: counted)
    }
  computation.note(from: eventDay, to: last)
  return Deadline(
    terms: terms, event: event, eventDay: eventDay, countedDay: counted, lastDay: last,
    steps: computation.steps, rules: computation.rules, notes: computation.notes)
}
