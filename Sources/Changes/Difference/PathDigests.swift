internal import Agreements

/// The legal paths of all provisions of an agreement as numbers: equal paths have equal ones.
///
/// Paths are asked for by the ten thousand, and as texts would cost more than what is compared.
struct PathDigests {
  /// By provision.
  private let digests: [UInt64]
  /// All of them.
  private let known: DigestTable<Void>

  /// - Complexity: O(bytes of the parts of paths).
  init(_ agreement: Agreement) {
    var digests: [UInt64] = []
    digests.reserveCapacity(agreement.provisions.count)
    for provision in agreement.provisions {
      let parent = Int(provision.pathParent)
      // A place stands behind the one that its path goes through.
      var digest = digests.indices.contains(parent) ? digests[parent] : Self.seed
      if !provision.part.isEmpty {
        let bytes = provision.part.utf8.span
        for index in bytes.indices { digest = (digest ^ UInt64(bytes[index])) &* Self.prime }
        digest = (digest ^ 0x100) &* Self.prime
        digest ^= digest >> 29
      }
      digests.append(digest)
    }
    self.digests = digests
    var known = DigestTable<Void>(capacity: digests.count)
    for digest in digests { _ = known.index(of: digest, orAdding: ()) }
    self.known = known
  }

  subscript(provision: Int32) -> UInt64 { digests[Int(provision)] }

  func contains(_ digest: UInt64) -> Bool { known.index(of: digest) != nil }

  // Those of the FNV-1a hash.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3
}
