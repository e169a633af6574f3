extension Aligner {
  /// Where a name stands in each version, whether or not its places are matched.
  private struct Bearers {
    var olds = 0
    var news = 0
    var new = -1
  }

  /// Matches records that went to another table or list by their names, whatever else changed,
  /// where each version has one record of that name.
  mutating func matchRecords() {
    matchRecords { $0.isAmongOthers ? ~$0.digest : $0.digest }
    matchRecords { $0.isAmongOthers ? ~$0.plainDigest : $0.plainDigest }
  }

  private mutating func matchRecords(by digest: (RecordNames.Name) -> UInt64) {
    var bearers: [UInt64: Bearers] = [:]
    for node in old.nodes.indices {
      guard let name = oldNames[node], name.tellsRecords else { continue }
      bearers[digest(name), default: Bearers()].olds += 1
    }
    guard !bearers.isEmpty else { return }
    for node in new.nodes.indices {
      guard let name = newNames[node], name.tellsRecords else { continue }
      bearers[digest(name)]?.news += 1
      bearers[digest(name)]?.new = node
    }
    for node in old.nodes.indices where alignment.newOf[node] < 0 {
      guard let name = oldNames[node], name.tellsRecords, let pair = bearers[digest(name)],
        pair.olds == 1, pair.news == 1, newNames[pair.new]?.kind == name.kind,
        canMatch(node, pair.new)
      else { continue }
      alignment.match(node, pair.new)
    }
  }
}
