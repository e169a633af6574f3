/// One of the two versions that are compared, where both are treated alike.
enum Side: Sendable {
  case old, new

  var other: Side { self == .old ? .new : .old }

  /// A place of this version and one of the other, the old one first.
  func pair<Place>(_ own: Place, _ other: Place) -> (old: Place, new: Place) {
    self == .old ? (own, other) : (other, own)
  }
}
