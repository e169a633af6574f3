internal import Deadlines
internal import Templating

extension RegisterModels {
  /// How a day was counted, step by step, so that a reader can count it again.
  func counting(_ deadline: Deadline) -> Value {
    let language = Language(ofReaders: language)
    let words = DeadlineWords(language) { [words] weekday, day in
      let date = (try? words.written(day).get()) ?? day.description
      return language == .german ? "\(weekday), \(date)" : "\(weekday) \(date)"
    }
    let isGerman = portal.isUnderGermanLaw(agreed: links.objections.map(\.agreement))
    return .pairs([
      "steps": .array(
        deadline.steps.map { step in
          .pairs([
            "text": .string(words.line(step, citesLaw: isGerman)),
            "skipped": .array(
              words.skipped(in: step).map {
                .pairs(["day": .string($0.date.description), "reason": .string(words.reason($0))])
              }),
          ])
        }),
      "rules": .texts(
        deadline.rules.map { isGerman ? words.line($0) : words.text(of: $0) }),
      "holidays": .optional(deadline.calendar.map { words.source($0, date: self.words.date) }),
      "notes": .texts(deadline.notes.map(words.line)),
    ])
  }
}
