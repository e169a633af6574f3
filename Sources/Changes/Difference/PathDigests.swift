internal import Agreements

/// The legal paths of all provisions of an agreement as numbers: equal paths have equal ones.
///
/// Paths are asked for by the ten thousand, and as texts would cost more than what is compared.
struct PathDigests {
  /// By provision.
  private let digests: [UInt64]

  /// - Complexity: O(bytes of the parts of paths).
  init(_ agreement: Agreement) {
    var digests: [UInt64] = []
    digests.reserveCapacity(agreement.provisions.count)
    // By index: a copy of each provision would cost more than all the rest.
    for index in agreement.provisions.indices {
      let parent = Int(agreement.provisions[index].pathParent)
      // A place stands behind the one that its path goes through.
      let start = digests.indices.contains(parent) ? digests[parent] : FNVDigest().value
      let part = agreement.provisions[index].part
      digests.append(part.isEmpty ? start : Self.digest(of: part, from: start))
    }
    self.digests = digests
  }

  subscript(provision: Int32) -> UInt64 { digests[Int(provision)] }

  /// All of them, to ask whether one is there.
  func table() -> DigestTable<Void> {
    var table = DigestTable<Void>(capacity: digests.count)
    for digest in digests { _ = table.index(of: digest, orAdding: ()) }
    return table
  }

  /// The digest of a path that ends with `part`, from that of what stands before it.
  private static func digest(of part: String, from start: UInt64) -> UInt64 {
    var digest = FNVDigest(from: start)
    let bytes = part.utf8.span
    for index in bytes.indices { digest.add(UInt64(bytes[index])) }
    // No byte: `1`, `2` is another path than `12`.
    digest.add(0x100 as UInt64)
    return digest.value ^ digest.value >> 29
  }
}
