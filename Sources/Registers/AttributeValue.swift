package import Deadlines

/// The value of a measure's attribute, as far as its text says what it is.
package enum AttributeValue: Sendable, Equatable {
  case number(Int)
  case period(Period)
  case date(CalendarDate)
  case boolean(Bool)
  case text

  package init(_ text: String) {
    if let number = Int(text) {
      self = .number(number)
    } else if let period = Period(text) {
      self = .period(period)
    } else if let date = CalendarDate(text) {
      self = .date(date)
    } else if text == "true" || text == "false" {
      self = .boolean(text == "true")
    } else {
      self = .text
    }
  }
}

/// The attributes whose values are known to be of a type, so that two of them can be compared.
package enum KnownAttribute: String, CaseIterable, Sendable {
  /// In bits.
  case keyLength = "key-length"
  /// In characters.
  case passwordLength = "password-length"
  case retention
  /// How often it is done.
  case interval

  /// Whether the longer is the safer.
  package var protectsByLength: Bool { self == .keyLength || self == .passwordLength }

  /// What a value must be, for words; `nil` where `value` is of the type.
  package func fault(of value: AttributeValue) -> String? {
    switch (self, value) {
    case (.keyLength, .number(let number)), (.passwordLength, .number(let number)):
      number > 0 ? nil : "a number above 0"
    case (.keyLength, _): "a number of bits such as 256"
    case (.passwordLength, _): "a number of characters such as 14"
    case (_, .period): nil
    default: "a period such as '90 days'"
    }
  }
}
