internal import Agreements

// What is named exactly like a scope of the portal, however it is marked up: the measures below are
// stated for that scope.

extension MeasureOutline {
  /// The scope that a label is the name of, without its brackets and its colon.
  func scopeName(in label: String) -> String? {
    guard context.hasScopes, label.utf8.count <= 200 else { return nil }
    let name = LabelText(label).name
    return context.scope(called: name) == nil ? nil : name
  }

  /// The scope that a heading names, or the text below the heading of a list leads to as its last
  /// words.
  func scopeName(ofSection index: Int) -> String? {
    if let name = scopeName(in: agreement.provisions[index].title) { return name }
    guard holdsLabels[index] || index == place else { return nil }
    let line = texts[index].utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }
    return scopeName(in: String(decoding: Array(line.reversed()), as: UTF8.self))
  }

  /// Lets what follows in `frame` be of a scope: the controls that follow, or measures of the
  /// control that is open.
  mutating func enter(scope name: String, at index: Int, _ frame: inout Frame) {
    scopeNames[index] = name
    let next = index + 1
    let isOverControls =
      holdsLabels[index]
      || next < root.upperBound && (readings[next] != nil || holdsLabels[next])
    if let block = frame.block, !isOverControls {
      frame.scopeInBlock = (block, name)
    } else {
      frame.block = nil
      frame.scope = index
    }
  }

  /// The scope that stands above the next measure inside its control.
  var scopeInBlock: String? {
    let frame = frames[frames.count - 1]
    return frame.scopeInBlock.flatMap { $0.block == frame.block ? $0.name : nil }
  }
}
