/// Stage 3's result: templates as flat tables of small records, which renderers copy and share.
///
/// Nothing here is a class or holds one but the sources, which only errors read.
struct Program: Sendable {
  var code: [Instruction] = []
  /// The place of each instruction, beside ``code``.
  var spans: [SourceSpan] = []
  /// All text of templates and literals, one after the other.
  var text: [UInt8] = []
  var constants: [Handle] = []
  /// Integers beyond 64 bits, which constants name by index.
  var bigIntegers: [BigInteger] = []
  var names: [String] = WellKnownName.allCases.map(\.text)
  var units: [Unit] = []
  var slotNames: [UInt32] = []
  var parameters: [MacroParameter] = []
  var visible: [VisibleVariable] = []
  var argumentNames: [UInt32] = []
  var attributeSites: [UInt32] = []
  var callSites: [CallSiteRecord] = []
  var includeSites: [IncludeSite] = []
  var blockSites: [BlockSite] = []
  var blocks: [BlockRecord] = []
  var templates: [TemplateRecord] = []
  /// For each name the template of that name, or -1.
  var templateOfName: [Int32] = []
  var sources: [SourceText] = []
  /// Faults that are reported when their place is reached.
  var deferredErrors: [TemplateError] = []
}

extension Program {
  /// A copy that shares no storage, so that no two threads count references to the same memory.
  func detached() -> Program {
    var copy = Program()
    copy.code = unshared(code)
    copy.spans = unshared(spans)
    copy.text = unshared(text)
    copy.constants = unshared(constants)
    copy.bigIntegers = unshared(bigIntegers)
    copy.names = unshared(names)
    copy.units = unshared(units)
    copy.slotNames = unshared(slotNames)
    copy.parameters = unshared(parameters)
    copy.visible = unshared(visible)
    copy.argumentNames = unshared(argumentNames)
    copy.attributeSites = unshared(attributeSites)
    copy.callSites = unshared(callSites)
    copy.includeSites = unshared(includeSites)
    copy.blockSites = unshared(blockSites)
    copy.blocks = unshared(blocks)
    copy.templates = unshared(templates)
    copy.templateOfName = unshared(templateOfName)
    copy.sources = sources
    copy.deferredErrors = deferredErrors
    return copy
  }
}

/// The same elements in storage of their own.
func unshared<Element>(_ elements: [Element]) -> [Element] {
  var copy: [Element] = []
  copy.reserveCapacity(elements.count)
  copy.append(contentsOf: elements)
  return copy
}
