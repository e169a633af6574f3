/// What a text is made of: stretches of a few words, each by a hash and with all bytes that it
/// takes.
///
/// Where a stretch ends is decided by its last word, so that an edit shifts none behind it.
struct TextParts {
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
