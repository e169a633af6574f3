/// Why a step failed, before its place is known.
struct Fault: Error, Sendable {
  var kind: TemplateError.Kind
  var message: String
  var help: String?
  var nearMisses: [String] = []
  /// For an undefined value: the name that has none.
  var undefinedName: UInt32?
  /// Set where the fault has its place already, such as one found by the compiler.
  var error: TemplateError?

  init(
    _ kind: TemplateError.Kind, _ message: String, help: String? = nil, name: UInt32? = nil
  ) {
    self.kind = kind
    self.message = message
    self.help = help
    undefinedName = name
  }

  static func type(_ message: String) -> Fault { Fault(.wrongType, message) }
  static func arguments(_ message: String) -> Fault { Fault(.wrongArguments, message) }
  static func limit(_ message: String) -> Fault { Fault(.limit, message) }
}
