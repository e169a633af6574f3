/// A dictionary made while rendering: any keys, in the order in which they were first set.
struct DictionaryObject: Sendable {
  var keys: [Handle] = []
  var values: [Handle] = []
  /// From ``indexThreshold`` keys on, the place of each key.
  var index: [DictionaryKey: Int] = [:]

  static let indexThreshold = 9
}

/// What makes two keys the same, as in Python: `1`, `1.0` and `true` are one key.
enum DictionaryKey: Hashable, Sendable {
  case none
  case integer(Int)
  case bigInteger(BigInteger)
  case number(UInt64)
  case text([UInt8])
  case tuple([DictionaryKey])
  case identity(UInt8, Int)
}
