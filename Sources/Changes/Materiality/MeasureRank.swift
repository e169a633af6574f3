internal import Adoption
internal import Registers

extension MeasureState {
  /// How much of a measure the processor promises.
  var rank: Int {
    switch self {
    case .implemented, .delegated: 4
    case .shared, .partial: 3
    case .planned: 2
    case .customer, .notApplicable: 1
    }
  }
}

extension WrittenState {
  /// How much of a measure the processor promises.
  var rank: Int {
    switch self {
    case .stated(let state): state.rank
    case .notTaken: 0
    }
  }

  /// As data name it.
  var name: String {
    switch self {
    case .stated(let state): state.rawValue
    case .notTaken: "not-implemented"
    }
  }
}
