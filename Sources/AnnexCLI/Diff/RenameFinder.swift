internal import History

/// Finds the files that were renamed between two versions, by what they hold.
///
/// As git does it: files of equal bytes first, then the likest ones, where at least half of the
/// longer one is in both. A file that is alone with its name in another folder may have changed
/// more.
struct RenameFinder {
  /// In percent.
  private static let leastLikeness = 50
  private static let leastOfNamesakes = 25
  /// How many parts of files are compared; where there are more, only namesakes are.
  private static let mostWork = 50_000_000

  private let old: [ContentFile]
  private let new: [ContentFile]
  /// For each file of the old version the one of the new version that it became.
  private(set) var newOf: [Int: Int] = [:]
  private var taken: Set<Int> = []

  init(_ old: [ContentFile], _ new: [ContentFile]) {
    (self.old, self.new) = (old, new)
    let (before, after) = (Set(old.map(\.name)), Set(new.map(\.name)))
    let gone = old.indices.filter { !after.contains(old[$0].name) && !old[$0].bytes.isEmpty }
    let come = new.indices.filter { !before.contains(new[$0].name) && !new[$0].bytes.isEmpty }
    pairEqual(gone, come)
    pairLike(
      gone.filter { newOf[$0] == nil }, come.filter { !taken.contains($0) },
      namesakes: Dictionary(grouping: come) { lastPart(of: new[$0].name) })
  }

  private mutating func pair(_ before: Int, _ after: Int) {
    newOf[before] = after
    taken.insert(after)
  }

  private mutating func pairEqual(_ gone: [Int], _ come: [Int]) {
    let keys: [(ContentFile) -> String] = [
      { "\($0.digest) \(lastPart(of: $0.name))" }, { $0.digest },
    ]
    for key in keys {
      var free = Dictionary(grouping: come.reversed().filter { !taken.contains($0) }) {
        key(new[$0])
      }
      for before in gone where newOf[before] == nil {
        if let after = free[key(old[before])]?.popLast() { pair(before, after) }
      }
    }
  }

  private mutating func pairLike(_ gone: [Int], _ come: [Int], namesakes: [Substring: [Int]]) {
    guard !gone.isEmpty, !come.isEmpty else { return }
    let before = gone.map { TextParts(old[$0].bytes) }
    let after = come.map { TextParts(new[$0].bytes) }
    let work =
      before.reduce(0) { $0 + $1.count } * come.count
      + after.reduce(0) { $0 + $1.count } * gone.count
    var found: [Likeness] = []
    for (left, oldIndex) in gone.enumerated() {
      let name = lastPart(of: old[oldIndex].name)
      let namesake = namesakes[name].flatMap { $0.count == 1 ? $0[0] : nil }
      for (right, newIndex) in come.enumerated()
      where newIndex == namesake || work <= Self.mostWork {
        let percent = before[left].likeness(to: after[right])
        guard
          percent >= (newIndex == namesake ? Self.leastOfNamesakes : Self.leastLikeness)
        else { continue }
        found.append(
          Likeness(
            percent: percent, isNamesake: lastPart(of: new[newIndex].name) == name,
            old: oldIndex, new: newIndex))
      }
    }
    for likeness in found.sorted(by: <)
    where newOf[likeness.old] == nil && !taken.contains(likeness.new) {
      pair(likeness.old, likeness.new)
    }
  }

  /// How like two files are; what is paired first stands first.
  private struct Likeness: Comparable {
    var percent: Int
    var isNamesake: Bool
    var old: Int
    var new: Int

    static func < (left: Self, right: Self) -> Bool {
      if left.percent != right.percent { return left.percent > right.percent }
      if left.isNamesake != right.isNamesake { return left.isNamesake }
      return (left.old, left.new) < (right.old, right.new)
    }
  }
}

/// The last part of a path: the name of the file.
func lastPart(of path: String) -> Substring {
  path.split(separator: "/").last ?? Substring(path)
}

/// What a text is made of: stretches of a few words, each by a hash and with all bytes that it
/// takes.
///
/// Where a stretch ends is decided by its last word, so that an edit shifts none behind it.
private struct TextParts {
  private var parts: [(hash: UInt64, bytes: Int)] = []
  private var total = 0

  var count: Int { parts.count }

  init(_ text: [UInt8]) {
    var found: [(hash: UInt64, bytes: Int)] = []
    var (part, word) = (Self.seed, Self.seed)
    var bytes = 0
    for byte in text {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace {
        word = (word ^ UInt64(byte)) &* Self.prime
        bytes += 1
        continue
      }
      guard bytes > 0 else { continue }
      part = (part ^ word) &* Self.prime
      // The upper bits of the hash are the well mixed ones.
      if byte == 0x0A || word >> 62 == 0 {
        found.append((part, bytes))
        (part, bytes) = (Self.seed, 0)
      }
      word = Self.seed
    }
    if bytes > 0 { found.append(((part ^ word) &* Self.prime, bytes)) }
    for next in found.sorted(by: { $0.hash < $1.hash }) {
      total += next.bytes
      if parts.last?.hash == next.hash {
        parts[parts.count - 1].bytes += next.bytes
      } else {
        parts.append(next)
      }
    }
  }

  // FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  /// In percent of the longer text.
  func likeness(to other: Self) -> Int {
    let longer = max(total, other.total)
    guard longer > 0, min(total, other.total) * 4 >= longer else { return 0 }
    var (left, right, shared) = (0, 0, 0)
    while left < parts.count, right < other.parts.count {
      if parts[left].hash == other.parts[right].hash {
        shared += min(parts[left].bytes, other.parts[right].bytes)
        left += 1
        right += 1
      } else if parts[left].hash < other.parts[right].hash {
        left += 1
      } else {
        right += 1
      }
    }
    return shared * 100 / longer
  }
}
