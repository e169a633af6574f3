struct CallSiteRecord: Sendable {
  var positional: Int32
  var names: TableRange
  var hasSpread = false
  var hasNamedSpread = false
  /// The method's name, for calls of a member.
  var method: UInt32 = 0
  /// The registered function, for filters and tests that are one.
  var host: Int32 = -1
  var site: Int32 = 0

  /// Whether all arguments stand in the call itself.
  var isPlain: Bool { !hasSpread && !hasNamedSpread }
}
