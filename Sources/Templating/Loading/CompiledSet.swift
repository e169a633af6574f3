/// Compiled templates that can include, extend and import each other.
///
/// A value that many threads can share; each makes a ``Renderer`` of its own from it.
package struct CompiledSet: Sendable {
  let program: Program
  let options: EnvironmentOptions
  let registry: Registry

  /// Renders one page at the end of `output`; on an error `output` is as it was.
  ///
  /// For more than a few pages make a ``Renderer`` once: this makes one for each page.
  package func render(
    _ name: String, with data: ValueMap, into output: inout [UInt8]
  ) throws(TemplateError) {
    var renderer = makeRenderer()
    try renderer.render(name, with: data, into: &output)
  }

  /// Renders one page with the members of a mapping; a literal counts as a ``ValueMap``.
  @_disfavoredOverload
  package func render(
    _ name: String, with data: Value, into output: inout [UInt8]
  ) throws(TemplateError) {
    try render(name, with: data.members, into: &output)
  }

  /// A renderer with copies of all that it reads, for one thread or task.
  package func makeRenderer(sharing data: FrozenData = FrozenData()) -> Renderer {
    Renderer(
      Machine(
        program.detached(), options: options, registry: registry,
        frozen: data.storage.detached()))
  }
}

/// Renders pages one after the other, keeping its memory between them.
///
/// Not shared: it holds no memory in common with other renderers, so as many run at full speed as
/// there are processors.
package struct Renderer: ~Copyable {
  private var machine: Machine

  init(_ machine: consuming Machine) { self.machine = machine }

  /// Renders one page at the end of `output`; on an error `output` is as it was.
  package mutating func render(
    _ name: String, with data: ValueMap, at place: PagePlace = PagePlace(),
    into output: inout [UInt8]
  ) throws(TemplateError) {
    swap(&machine.output, &output)
    defer { swap(&machine.output, &output) }
    try machine.render(name, data, at: place)
  }

  /// Renders one page with the members of a mapping; a literal counts as a ``ValueMap``.
  @_disfavoredOverload
  package mutating func render(
    _ name: String, with data: Value, into output: inout [UInt8]
  ) throws(TemplateError) {
    try render(name, with: data.members, into: &output)
  }
}

extension Value {
  /// The members of a mapping as the names that a page sees; none of anything else.
  var members: ValueMap {
    switch self {
    case .dictionary(let map): map
    case .object(let object):
      ValueMap(object.memberNames.compactMap { name in object.member(name).map { (name, $0) } })
    default: ValueMap()
    }
  }
}
