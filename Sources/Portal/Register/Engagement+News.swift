internal import Changes
internal import Frontmatter
internal import Registers

extension Engagement {
  /// Whether a task of a list says more or less than it did, but for how it is written.
  func differs(from other: Engagement, of company: SubProcessor) -> Bool {
    func register(_ task: Engagement) -> RegisterSet {
      var record = company
      // Rows of agreements are compared with their texts.
      record.adoption = nil
      record.engagements = [task]
      return RegisterSet(settings: nil, subProcessors: [record])
    }
    return compareRegisters(register(self), register(other))
      .contains { $0.materiality != .editorial }
  }

  /// Whether it is to be something that customers may object to: another task, or for others, with
  /// more data, at another place or on another ground.
  ///
  /// What only falls away needs nobody's consent, and where nothing was stated, a row becomes
  /// complete.
  func hasNews(beyond before: Engagement, of company: SubProcessor) -> Bool {
    var (now, then) = (self, before)
    now.leaveOutWhatIsAside()
    then.leaveOutWhatIsAside()
    let isWithinItsProducts =
      then.products.isEmpty
      || !now.products.isEmpty && now.products.isWithin(then.products) { $0.value }
    if isWithinItsProducts { now.products = then.products }
    if now.data.isWithin(then.data, by: \.value) { now.data = then.data }
    if now.subjects.isWithin(then.subjects, by: \.value) { now.subjects = then.subjects }
    if now.locations.isWithin(then.locations, by: \.facts) {
      // A place that goes may take its ground along.
      let keepsPlaces = then.locations.isWithin(now.locations, by: \.facts)
      let isGrounded = { (transfer: Transfer) in
        [transfer.mechanism.value.rawValue, transfer.decision?.value ?? ""]
      }
      if now.allTransfers.isWithin(then.allTransfers, by: isGrounded),
        then.allTransfers.isEmpty || !keepsPlaces
          || then.allTransfers.isWithin(now.allTransfers, by: isGrounded)
      {
        now.transfers = then.transfers
        now.locations = then.locations
      }
    }
    return now.differs(from: then, of: company)
  }

  private mutating func leaveOutWhatIsAside() {
    (announced, effective, ended, withdrawn, vagueStart) = (nil, nil, nil, nil, nil)
    (details, revised, changes) = ([], [], [])
    condition = nil
  }
}

extension Array {
  /// Whether it has nothing that another list lacks, or that list says nothing at all.
  fileprivate func isWithin<Key: Hashable>(_ other: Self, by key: (Element) -> Key) -> Bool {
    other.isEmpty || Set(map(key)).isSubset(of: other.map(key))
  }
}

extension ProcessingLocation {
  /// Where it is and what is done there.
  fileprivate var facts: [String] {
    [country?.value, city?.value, organisation?.value, note?.variants.first?.text.value]
      .map { $0 ?? "" } + roles.map(\.value.rawValue).sorted()
  }
}
