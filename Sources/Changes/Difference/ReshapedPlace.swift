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

extension AgreementDiffer {
  /// Tells each place that was split or merged of its parts, and the parts of the change.
  ///
  /// The parts can stand before and behind the place that kept its name.
  mutating func joinReshaped() {
    for place in reshapedPlaces {
      guard redline.clauses.indices.contains(place.clause) else { continue }
      redline.clauses[place.clause].parts = place.split.map { new.nodes[Int($0)].provision }
      redline.clauses[place.clause].sources = place.merged.map { old.nodes[Int($0)].provision }
      changes[place.change].clauses +=
        place.split.compactMap { splitOff[$0] } + place.merged.compactMap { mergedAway[$0] }
    }
  }
}
