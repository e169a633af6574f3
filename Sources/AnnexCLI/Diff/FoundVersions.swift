internal import Portal

/// Two versions to compare, as the operands of `annex diff` name them.
struct FoundVersions {
  var old: UnreadVersion
  var new: UnreadVersion
  /// How many documents are compared, those that are equal included.
  var documents = 1
}
