/// A dictionary with string keys that keeps the order in which they were first set.
///
/// Small maps, which most are, are searched in order; from ``indexThreshold`` keys on a hash index
/// is kept beside the order. A page has thousands of them, so one is one allocation, and a copy
/// counts one reference.
package struct ValueMap: Sendable {
  private var members: [(String, Value)]
  /// The place of each key of a large map.
  private var index: KeyIndex?

  private static let indexThreshold = 49

  package init() { members = [] }

  /// The pairs in their order; a key that comes again replaces the value and keeps its place.
  package init(_ pairs: some Sequence<(String, Value)>) {
    members = []
    members.reserveCapacity(pairs.underestimatedCount)
    for (key, value) in pairs { self[key] = value }
  }

  package var count: Int { members.count }
  package var isEmpty: Bool { members.isEmpty }
  package var keys: [String] { members.map(\.0) }

  /// The key and the value at a place from 0.
  package func key(at place: Int) -> String { members[place].0 }
  package func value(at place: Int) -> Value { members[place].1 }

  /// - Complexity: O(1) on average.
  package func position(of key: String) -> Int? {
    if let index { return index.places[key] }
    for place in members.indices where members[place].0 == key { return place }
    return nil
  }

  package subscript(key: String) -> Value? {
    get { position(of: key).map { members[$0].1 } }
    set {
      switch (position(of: key), newValue) {
      case (let place?, let value?): members[place].1 = value
      case (nil, let value?): append(key, value)
      case (let place?, nil): remove(at: place)
      case (nil, nil): break
      }
    }
  }

  private mutating func append(_ key: String, _ value: Value) {
    members.append((key, value))
    guard members.count >= Self.indexThreshold else { return }
    var places = index?.places ?? [:]
    // Let go before the change, which would copy all of it for each key.
    index = nil
    if places.isEmpty {
      for place in members.indices { places[members[place].0] = place }
    } else {
      places[key] = members.count - 1
    }
    index = KeyIndex(places)
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    index = nil
    guard members.count >= Self.indexThreshold else { return }
    index = KeyIndex(
      Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.0, $0) }))
  }
}

/// The places of the keys of a large map; never changed once it is made.
private final class KeyIndex: Sendable {
  let places: [String: Int]

  init(_ places: [String: Int]) { self.places = places }
}

extension ValueMap: Sequence {
  package func makeIterator() -> AnyIterator<(key: String, value: Value)> {
    var place = 0
    return AnyIterator {
      guard place < self.members.count else { return nil }
      defer { place += 1 }
      return (self.members[place].0, self.members[place].1)
    }
  }
}

extension ValueMap: ExpressibleByDictionaryLiteral {
  /// A literal that names a key twice is a mistake of its writer; small ones are taken as they are.
  package init(dictionaryLiteral elements: (String, Value)...) {
    guard elements.count < Self.indexThreshold else {
      members = []
      for (key, value) in elements { self[key] = value }
      return
    }
    members = elements
    assert(Set(members.map(\.0)).count == members.count, "a key stands twice in a literal")
  }
}
