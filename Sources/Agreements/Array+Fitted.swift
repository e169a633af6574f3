extension Array {
  /// The array in memory of its own size: a portal keeps all agreements, and room that was taken
  /// for elements that never came.
  @inlinable package var fitted: [Element] { capacity > count + count / 8 ? map { $0 } : self }
}
