#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether `lhs` comes before `rhs` in the order of their UTF-8 bytes.
///
/// The order of paths everywhere. `String`'s own order holds composed and decomposed letters for
/// the same, which file systems don't.
package func precedesInByteOrder(_ lhs: String, _ rhs: String) -> Bool {
  let order = unsafe lhs.utf8.withContiguousStorageIfAvailable { left in
    unsafe rhs.utf8.withContiguousStorageIfAvailable { right in
      unsafe precedes(UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
    }
  }
  if let order, let order { return order }
  return lhs.utf8.lexicographicallyPrecedes(rhs.utf8)
}

private func precedes(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
  guard let leftStart = left.baseAddress, let rightStart = right.baseAddress else {
    return left.count < right.count
  }
  let order = unsafe memcmp(leftStart, rightStart, min(left.count, right.count))
  return order == 0 ? left.count < right.count : order < 0
}

extension [String] {
  /// The paths in byte order, as they stand in everything that is written.
  package func inByteOrder() -> [String] { sorted(by: precedesInByteOrder) }
}
