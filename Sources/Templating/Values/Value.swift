/// A value that a page hands to a template, or that a registered function gives back.
///
/// Shape: what JSON and YAML can say, plus safe HTML, lazily exposed objects and functions. A value
/// is adopted by the renderer when a template first looks at it, so a large value costs what the
/// template reads of it. Data that many pages share is better frozen once: see ``FrozenData``.
package enum Value: Sendable {
  /// What a name without a value is; a function returns it for "there is none".
  case undefined
  case none
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  /// Decimal digits, with or without a minus sign, of an integer beyond 64 bits.
  case bigInteger(String)
  case string(String)
  /// Text that is HTML already and is never escaped again; UTF-8.
  case markup([UInt8])
  case array([Value])
  case tuple([Value])
  case dictionary(ValueMap)
  // Rare and large: in place they would make every value twice its size.
  indirect case object(any TemplateObject)
  indirect case function(TemplateFunction)
}

extension Value {
  /// Safe HTML from text.
  package static func markup(_ text: String) -> Value { .markup(Array(text.utf8)) }

  /// A dictionary in the order of the pairs.
  package static func pairs(_ pairs: ValueMap) -> Value { .dictionary(pairs) }
}

extension Value: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension Value: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .integer(value) }
}

extension Value: ExpressibleByFloatLiteral {
  package init(floatLiteral value: Double) { self = .number(value) }
}

extension Value: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .boolean(value) }
}

extension Value: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Value...) { self = .array(elements) }
}

extension Value: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Value)...) {
    self = .dictionary(ValueMap(elements))
  }
}

extension Value: ExpressibleByNilLiteral {
  package init(nilLiteral: ()) { self = .none }
}
