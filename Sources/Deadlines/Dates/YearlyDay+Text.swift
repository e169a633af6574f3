extension YearlyDay {
  private static let ordinals = ["first", "second", "third", "fourth", "fifth"]

  /// Reads a rule in the words that ``description`` writes; single spaces, small letters.
  package init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    if words.count == 1, let day = MonthDay(text) {
      self = .fixed(day)
    } else if let rule = Self.easterRule(words) ?? Self.weekdayRule(words) {
      self = rule
    } else {
      return nil
    }
  }

  private static func easterRule(_ words: [String]) -> YearlyDay? {
    let isOrthodox = words.first == "orthodox"
    let rest = words.dropFirst(isOrthodox ? 1 : 0)
    guard rest.first == "easter" else { return nil }
    let easter: Easter = isOrthodox ? .orthodox : .western
    if rest.count == 1 { return .easter(easter, offset: 0) }
    guard rest.count == 3, let number = rest.last, number.utf8.count <= 3,
      number.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let offset = Int(number)
    else { return nil }
    return switch rest[rest.startIndex + 1] {
    case "+": .easter(easter, offset: offset)
    case "-": .easter(easter, offset: -offset)
    default: nil
    }
  }

  private static func weekdayRule(_ words: [String]) -> YearlyDay? {
    if words.count == 3, let weekday = Weekday(rawValue: words[0]), let day = MonthDay(words[2]) {
      return switch words[1] {
      case "before": .before(weekday, day)
      case "from": .from(weekday, day)
      default: nil
      }
    }
    guard words.count == 4, words[2] == "of", let weekday = Weekday(rawValue: words[1]),
      let month = MonthName.english.firstIndex(of: words[3])
    else { return nil }
    if words[0] == "last" { return .last(weekday, month: month + 1) }
    return ordinals.firstIndex(of: words[0]).map {
      .nth(ordinal: $0 + 1, weekday, month: month + 1)
    }
  }
}

extension YearlyDay: CustomStringConvertible {
  /// The form that it is read from.
  package var description: String {
    switch self {
    case .fixed(let day): day.description
    case .easter(let easter, let offset):
      switch offset {
      case 0: easter.rawValue
      case ..<0: "\(easter.rawValue) - \(offset.magnitude)"
      default: "\(easter.rawValue) + \(offset)"
      }
    case .nth(let ordinal, let weekday, let month):
      "\(Self.ordinals[ordinal - 1]) \(weekday.rawValue) of " + MonthName.english[month - 1]
    case .last(let weekday, let month):
      "last \(weekday.rawValue) of \(MonthName.english[month - 1])"
    case .before(let weekday, let day): "\(weekday.rawValue) before \(day)"
    case .from(let weekday, let day): "\(weekday.rawValue) from \(day)"
    }
  }
}
