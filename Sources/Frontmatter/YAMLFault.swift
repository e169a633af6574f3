/// Why libyaml stopped, in its own words.
struct YAMLFault: Error {
  /// A message of libyaml; empty where it gave none.
  var problem: String
  /// What it was reading, such as `while scanning a quoted scalar`, or empty.
  var context: String
  /// Units: Unicode scalars from 0, over the whole text.
  var problemIndex: Int
  var contextIndex: Int
}
