/// A place that was split or took others in, with the change that says so.
struct ReshapedPlace: Sendable {
  /// Its place in the changes of the agreement.
  var change: Int
  /// The clause of the redline that kept its name.
  var clause: Int
  /// The new nodes that were split off, and the old ones that went into it.
  var split: [Int32]
  var merged: [Int32]
}
