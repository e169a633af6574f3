internal import Agreements
internal import Deadlines
internal import Markup
internal import References

/// Something that a clause says in figures, so that two languages must say it alike.
enum StatedValue: Hashable, Sendable {
  /// Digits without separators: `1000` of `1,000` and of `1.000`.
  case number(String)
  case date(CalendarDate)
  case period(amount: Int, unit: TimeUnit)
  /// A provision of a law, by the law's index.
  case law(Int, provision: String)
}

/// The provisions of laws among some values, for asking what German lawyers cite by the sentence
/// where English ones cite the paragraph.
struct CitedProvisions {
  /// As they are cited, of those that name no sentence.
  private var whole: Set<StatedValue> = []
  /// Without their sentences, of all.
  private var withoutSentences: Set<StatedValue> = []

  init(of values: [StatedValue]) {
    for value in values {
      guard let short = value.withoutSentence else { continue }
      withoutSentences.insert(short)
      if short == value { whole.insert(value) }
    }
  }

  /// Whether one of them is the same provision, of which only one of the two names the sentence.
  func citeUpToSentence(_ value: StatedValue) -> Bool {
    guard let short = value.withoutSentence else { return false }
    return whole.contains(short) || short == value && withoutSentences.contains(value)
  }
}

extension StatedValue {
  /// `28(3)(h)` of `28(3) sentence 2 (h)`; `nil` of what is no provision of a law.
  fileprivate var withoutSentence: StatedValue? {
    guard case .law(let law, let provision) = self else { return nil }
    var words = provision.split(separator: " ")
    guard let at = words.firstIndex(of: "sentence"), words.indices.contains(at + 1) else {
      return self
    }
    words.removeSubrange(at...(at + 1))
    return .law(law, provision: words.joined())
  }
}

extension StatedValue {
  /// Whether one of some values is the same period in working days, where one of the two leaves
  /// open which days those are.
  func isMeant(byOneOf others: Set<StatedValue>) -> Bool {
    guard case .period(let amount, let unit) = self, unit.countsWorkingDays else { return false }
    let units: [TimeUnit] =
      unit == .workingDays ? [.businessDays, .werktage] : [.workingDays]
    return units.contains { others.contains(.period(amount: amount, unit: $0)) }
  }
}

/// What each provision of an agreement says in figures, in the order of its text, each once.
func statedValues(
  in agreement: Agreement, _ understood: UnderstoodAgreement
) -> [[StatedValue]] {
  var values = [[StatedValue]](repeating: [], count: agreement.provisions.count)
  // One paragraph can hold all that an agreement says in figures.
  var known = [Set<StatedValue>](repeating: [], count: agreement.provisions.count)
  func add(_ value: StatedValue, to provision: Int32) {
    guard provision >= 0, known[Int(provision)].insert(value).inserted else { return }
    values[Int(provision)].append(value)
  }
  for citation in understood.resolved.citations where !citation.number.isEmpty {
    add(.law(citation.law, provision: citation.written), to: citation.provision)
  }
  for period in understood.periods where period.amount > 0 {
    guard let unit = period.unit else { continue }
    add(.period(amount: period.amount, unit: unit), to: period.provision)
  }
  // The names of laws hold numbers, and one language may write a name out where the other does not.
  var text = agreement.tree.text
  for citation in understood.resolved.citations {
    for index in citation.textRange { text[Int(index)] = UInt8(ascii: ";") }
  }
  for passage in findPassages(in: agreement) where passage.provision >= 0 {
    var reader = FigureReader(text, Int(passage.start)..<Int(passage.end))
    for value in reader.read() { add(value, to: passage.provision) }
  }
  return values
}
