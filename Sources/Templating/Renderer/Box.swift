/// Values that are rare enough to share a table.
enum Box: Sendable {
  case range(start: Int, stop: Int, step: Int)
  /// Items that can be gone through once, and what printing them says.
  case iterator(items: [Handle], position: Int, name: String)
  case view(kind: ViewKind, items: [Handle])
  case namespace(DictionaryObject)
  case cycler(items: [Handle], position: Int)
  case joiner(separator: Handle, used: Bool)
  case method(receiver: Handle, name: UInt32)
  case module(template: Int, body: Handle, members: DictionaryObject)
  case blockReference(name: UInt32, context: Int, depth: Int)
  case bigInteger(BigInteger)

  enum ViewKind: String, Sendable {
    case items = "dict_items"
    case keys = "dict_keys"
    case values = "dict_values"
  }
}
