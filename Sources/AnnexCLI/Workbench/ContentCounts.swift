/// How much a workspace holds.
package struct ContentCounts: Equatable, Sendable {
  package var agreements: Int
  package var subProcessors: Int
  package var measures: Int

  package init(agreements: Int, subProcessors: Int, measures: Int) {
    self.agreements = agreements
    self.subProcessors = subProcessors
    self.measures = measures
  }

  /// `3 agreements, 12 sub-processors and 40 measures`
  package var words: String {
    let parts = [
      counted(agreements, "agreement", "agreements"),
      counted(subProcessors, "sub-processor", "sub-processors"),
      counted(measures, "measure", "measures"),
    ]
    return "\(parts[0]), \(parts[1]) and \(parts[2])"
  }
}
