extension Span<UInt8> {
  /// Whether a byte is among these.
  ///
  /// For signs that most texts lack: goes on where it could stop, so that the processor looks at
  /// sixteen bytes at a time.
  package func holds(_ byte: UInt8) -> Bool {
    var difference = UInt8.max
    for index in indices { difference = Swift.min(difference, self[index] ^ byte) }
    return difference == 0
  }
}
