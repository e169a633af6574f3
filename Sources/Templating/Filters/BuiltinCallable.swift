/// A filter or test that every environment has.
///
/// The compiler puts the arguments in the order of ``parameters`` and fills gaps with `missing`, so
/// a body finds them at fixed places: the value at `base` of the stack, the first argument after
/// it.
struct BuiltinCallable: Sendable {
  typealias Body = @Sendable (inout Machine, Int) throws(Fault) -> Handle

  struct Parameter: Sendable {
    var name: String
    var isRequired: Bool
  }

  let name: String
  let parameters: [Parameter]
  /// Takes any arguments: a tuple of positional ones and a dictionary of named ones.
  let isVariadic: Bool
  /// Whether it goes through all items of a list, and not only to some of them.
  let walksItems: Bool
  let body: Body

  private static let looks: Set = [
    "boolean", "count", "callable", "d", "default", "defined", "divisibleby", "escaped", "false",
    "filter", "first", "float", "integer", "iterable", "last", "length", "mapping", "none",
    "number", "random", "sameas", "sequence", "string", "test", "true", "undefined",
  ]

  /// `parameters` is a list of names with blanks between; `?` after a name makes it optional, and
  /// `*` alone takes everything.
  init(_ name: String, _ parameters: String = "", _ body: @escaping Body) {
    self.name = name
    isVariadic = parameters == "*"
    self.parameters =
      isVariadic
      ? []
      : parameters.split(separator: " ").map {
        Parameter(name: String($0.filter { $0 != "?" }), isRequired: !$0.hasSuffix("?"))
      }
    walksItems = !Self.looks.contains(name)
    self.body = body
  }

  /// Stack places that a call takes, the value included.
  var width: Int { isVariadic ? 3 : parameters.count + 1 }
}
