/// A macro together with the scope that it was made in.
struct MacroRecord: Sendable {
  var unit: Int32
  var frame: Int32
  var context: Int32
}

/// The slots of a running unit, and where the names of outer units are.
struct FrameRecord: Sendable {
  var base: Int32
  var parent: Int32
  var context: Int32
  var unit: Int32
  /// Index of the template that this one extends, once that is known; -1 before.
  var parentTemplate: Int32 = -1
  /// The frame of the template that extends this one, and where it says so; -1 for none.
  var child: Int32 = -1
  var extendsAt: Int32 = -1
}
