/// A dictionary with string keys that keeps the order in which they were first set.
///
/// Small maps, which most are, are searched in order; from ``indexThreshold`` keys on a hash index
/// is kept beside the order.
package struct ValueMap: Sendable {
  package private(set) var keys: [String] = []
  package private(set) var values: [Value] = []
  private var index: [String: Int] = [:]

  private static let indexThreshold = 17

  package init() {}

  /// The pairs in their order; a key that comes again replaces the value and keeps its place.
  package init(_ pairs: some Sequence<(String, Value)>) {
    for (key, value) in pairs { self[key] = value }
  }

  package var count: Int { keys.count }
  package var isEmpty: Bool { keys.isEmpty }

  /// - Complexity: O(1) on average.
  package func position(of key: String) -> Int? {
    keys.count < Self.indexThreshold ? keys.firstIndex(of: key) : index[key]
  }

  package subscript(key: String) -> Value? {
    get { position(of: key).map { values[$0] } }
    set {
      switch (position(of: key), newValue) {
      case (let place?, let value?): values[place] = value
      case (nil, let value?): append(key, value)
      case (let place?, nil): remove(at: place)
      case (nil, nil): break
      }
    }
  }

  private mutating func append(_ key: String, _ value: Value) {
    keys.append(key)
    values.append(value)
    if keys.count == Self.indexThreshold {
      index = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
    } else if keys.count > Self.indexThreshold {
      index[key] = keys.count - 1
    }
  }

  private mutating func remove(at place: Int) {
    keys.remove(at: place)
    values.remove(at: place)
    index = [:]
    guard keys.count >= Self.indexThreshold else { return }
    index = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
  }
}

extension ValueMap: Sequence {
  package func makeIterator() -> AnyIterator<(key: String, value: Value)> {
    var place = 0
    return AnyIterator {
      guard place < self.keys.count else { return nil }
      defer { place += 1 }
      return (self.keys[place], self.values[place])
    }
  }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}
