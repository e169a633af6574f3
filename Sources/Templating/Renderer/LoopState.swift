/// A loop that is running.
struct LoopState: Sendable {
  var items: [Handle]
  /// The next item to take.
  var position = 0
  /// Items taken and accepted before the current one; -1 before the first.
  var index0 = -1
  var current = Handle.missing
  var before = Handle.missing
  var collected: [Handle] = []
  var lastChanged: [Handle]?
  var isDone = false
  var depth: Int32
  /// The unit that renders a recursive loop, or -1.
  var unit: Int32 = -1
  var frame: Int32
  var serial: UInt32
  var isRecursive = false
}
