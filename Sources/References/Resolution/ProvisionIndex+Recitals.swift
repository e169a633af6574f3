internal import Agreements
internal import Diagnostics

extension ProvisionIndex {
  /// The sections of recitals: those of an annex before those of the main text.
  func recitals(around scope: Int32) -> [Int32] {
    guard scope != Provision.none else {
      return recitals.filter { scopes[Int($0)] == Provision.none }
    }
    return recitals.filter { scopes[Int($0)] == scope }
      + recitals.filter { scopes[Int($0)] == Provision.none }
  }

  /// Whether there is anything that a recital could be looked for in.
  var hasRecitals: Bool {
    guard recitals.isEmpty else { return true }
    return agreement.provisions.first.map { $0.kind == .clause } ?? false
  }

  /// At most this many sections of recitals are looked through: an agreement has one, an annex that
  /// is an agreement itself another.
  private static let mostRecitals = 16

  static func recitals(of provisions: [Provision]) -> [Int32] {
    var found: [Int32] = []
    for index in provisions.indices where provisions[index].kind == .section {
      guard namesRecitals(provisions[index].title.utf8.span) else { continue }
      found.append(Int32(index))
      if found.count == mostRecitals { break }
    }
    return found
  }

  /// Whether a word of a title is one for recitals.
  private static func namesRecitals(_ title: Span<UInt8>) -> Bool {
    var hash = WordHash()
    var index = 0
    while index <= title.count {
      let byte = index < title.count ? title[index] : 0x20
      if byte.isASCIILetter {
        hash.add(byte | 0x20)
      } else if byte >= 0x80 {
        // Of capital letters, only those with an umlaut matter here.
        hash.add(index > 0 && title[index - 1] == 0xC3 && byte < 0x9F ? byte | 0x20 : byte)
      } else {
        if words[hash.value] != 0 { return true }
        hash = WordHash()
      }
      index += 1
    }
    return false
  }

  private static let words = WordTable(of: [
    "recital", "recitals", "preamble", "background", "whereas", "präambel", "vorbemerkung",
    "vorbemerkungen", "erwägungsgrund", "erwägungsgründe", "hintergrund",
  ])
}
