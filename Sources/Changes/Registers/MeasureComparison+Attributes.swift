internal import Deadlines
internal import Frontmatter
internal import Registers

extension MeasureComparison {
  /// Compares what a measure states as facts of its own, such as the length of keys.
  mutating func compareAttributes() {
    let before = attributes(of: old.measure)
    let after = attributes(of: new.measure)
    for name in Set(before.keys).union(after.keys).sorted() {
      let (left, right) = (before[name]?.told, after[name]?.told)
      guard left?.value != right?.value else { continue }
      let marked = MarkedText(left?.value ?? "", right?.value ?? "")
      var judgement = WordJudge(partyNames: [], isMeasure: true).judge(marked).judgement
      if judgement.rule == .wording { judgement = Judgement(.substantive, .record) }
      if KnownAttribute(rawValue: name)?.protectsByLength == true, let first = before[name]?.number,
        let second = after[name]?.number, second < first
      {
        judgement.weigh(.weakening)
      }
      let known = KnownAttribute(rawValue: name)
      if known?.protectsByLength == true, left != nil, right == nil {
        judgement = Judgement(.weakening, .removal)
      }
      if known == .interval, let first = before[name]?.period, let second = after[name]?.period,
        second.length.order(after: first.length) == .longer
      {
        judgement = Judgement(.weakening, .period)
      }
      let field = Field(name, attribute: KnownAttribute(rawValue: name), judgement)
      let periods = (before[name]?.period, after[name]?.period)
      if let first = periods.0, let second = periods.1 {
        record.append(
          record.kind, field, left?.value, right?.value,
          Statements.period(field.words, first, second), text: marked)
      } else {
        record.value(field, left, right)
      }
    }
  }

  private func attributes(of measure: Measure) -> [String: Measure.Attribute] {
    Dictionary(
      measure.attributes.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension RecordComparison.Field {
  /// A fact of a measure: by its name where that is known, else as the author calls it.
  fileprivate init(_ name: String, attribute: KnownAttribute?, _ judgement: Judgement) {
    switch attribute {
    case .keyLength:
      self.init(name, "the key length", "die Schlüssellänge", judgement, .isNow)
    case .passwordLength:
      self.init(name, "the password length", "die Passwortlänge", judgement, .isNow)
    case .retention:
      self.init(name, "the retention", "die Aufbewahrungsdauer", judgement, .isNow)
    case .interval: self.init(name, "the interval", "der Abstand", judgement, .isNow)
    case nil:
      self.init(name, "\u{201C}\(name)\u{201D}", "\u{201E}\(name)\u{201C}", judgement)
    }
  }
}

extension Measure.Attribute {
  /// Its values as data and in words.
  fileprivate var told: RecordComparison.Told {
    let isBits = name.value == KnownAttribute.keyLength.rawValue
    func words(_ value: String, _ typed: AttributeValue) -> BilingualText {
      switch typed {
      case .period(let period):
        BilingualText(english: period.description, german: period.germanWords)
      case .number where isBits: BilingualText(english: "\(value) bits", german: "\(value) Bit")
      case .boolean(let isTrue):
        BilingualText(english: isTrue ? "yes" : "no", german: isTrue ? "ja" : "nein")
      default: BilingualText(english: value, german: value)
      }
    }
    let all = zip(values, typed).map { words($0.value, $1) }
    return (
      values.map(\.value).joined(separator: ", "),
      BilingualText(
        english: all.map(\.english).joined(separator: ", "),
        german: all.map(\.german).joined(separator: ", "))
    )
  }

  /// The one number that it states.
  fileprivate var number: Int? {
    guard typed.count == 1, case .number(let number)? = typed.first else { return nil }
    return number
  }

  /// The one period that it states.
  fileprivate var period: Period? {
    guard values.count == 1, case .period(let period)? = typed.first else { return nil }
    return period
  }
}
