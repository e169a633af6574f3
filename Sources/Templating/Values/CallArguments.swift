/// The arguments of a call, positional ones first.
package struct CallArguments: Sendable {
  package var positional: [Value]
  package var named: ValueMap

  package init(_ positional: [Value], named: ValueMap = ValueMap()) {
    self.positional = positional
    self.named = named
  }

  /// The argument at `position` or, failing that, of that name.
  package func value(at position: Int, named name: String) -> Value? {
    position < positional.count ? positional[position] : named[name]
  }
}
