internal import Agreements

extension DefinitionScanner {
  /// Gives each definition that a label begins all that belongs to it: what stands inside its
  /// clause, and in a section on definitions the paragraphs and lists up to the next label.
  ///
  /// - Complexity: O(places), as each belongs to one label.
  mutating func extendDefinitions() {
    guard !labels.isEmpty else { return }
    let provisions = reading.agreement.provisions
    var lastBytes: [UInt8] = []
    /// The place of the label behind the one at hand, other than its own.
    var next = Provision.none
    var behind = Provision.none
    for label in labels.reversed() {
      let place = found[label].provision
      if behind != place { next = behind }
      behind = place
      guard place >= 0, provisions[Int(place)].kind != .section,
        provisions[Int(place)].kind != .annex
      else { continue }
      var end = provisions[Int(place)].end
      if provisions[Int(place)].kind == .paragraph, isDefining[Int(place)] {
        if lastBytes.isEmpty { lastBytes = self.lastBytes() }
        end = endOfDefinition(at: place, before: next > place ? next : Provision.none, lastBytes)
      }
      found[label].places = place..<max(end, place + 1)
    }
  }

  /// The end of a definition that a paragraph begins; `next` is the next place with a label.
  ///
  /// Behind the last label, only what a sentence goes on with is its own.
  private func endOfDefinition(at place: Int32, before next: Int32, _ lastBytes: [UInt8]) -> Int32 {
    let provisions = reading.agreement.provisions
    let parent = provisions[Int(place)].parent
    let isFollowed = next != Provision.none && provisions[Int(next)].parent == parent
    var last = place
    var end = provisions[Int(place)].end
    while Int(end) < provisions.count, provisions[Int(end)].parent == parent,
      next == Provision.none || provisions[Int(end)].end <= next
    {
      let kind = provisions[Int(end)].kind
      let lastByte = lastBytes[Int(last)]
      let goesOn = !Self.stops.contains(lastByte)
      switch kind {
      case .paragraph:
        guard isFollowed || Self.leads.contains(lastByte) else { return end }
      case .clause, .item, .group, .row:
        guard goesOn || (last != place && kind == provisions[Int(last)].kind) else { return end }
      case .table:
        guard goesOn else { return end }
      case .annex, .section: return end
      }
      last = end
      end = provisions[Int(end)].end
    }
    return end
  }

  /// What ends a sentence, and what it surely goes on behind.
  private static let stops: [UInt8] = Array(".!?".utf8)
  private static let leads: [UInt8] = Array(":;,".utf8)

  /// The byte that the text of each place ends with.
  private func lastBytes() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: reading.agreement.provisions.count)
    for passage in reading.passages where passage.provision >= 0 {
      bytes[Int(passage.provision)] = text[Int(passage.end) - 1]
    }
    return bytes
  }
}
