/// How to go on where a unit ends.
struct CallRecord: Sendable {
  enum Result: UInt8, Sendable {
    /// The text stays in the output.
    case output
    /// As `output`, and the instruction that would have printed the result is passed over.
    case direct
    case text, markup
    /// A module with the text as its body.
    case module
    /// As `module`, and its body is printed.
    case includedModule
    /// The page is finished.
    case page
  }

  var result: Result
  var returnTo: Int32
  var frame: Int32
  var outputStart: Int
  var stackCount: Int32
  var loopCount: Int32
  var captureCount: Int32
  /// What to give back when the unit's slots can't be seen any more.
  var slotCount: Int32
  var frameCount: Int32
  var contextCount: Int32
  /// The template whose module this is, for all who import it; -1 for none.
  var module: Int32 = -1
  /// Templates that followed each other by inheritance.
  var generations: Int32 = 0
}
