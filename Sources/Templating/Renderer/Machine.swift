/// Stage 4: runs a program.
///
/// A stack machine with its own frames, so that no depth of templates can use up the thread's
/// stack. All storage is its own and is kept for the next page.
struct Machine: ~Copyable {
  var program: Program
  let options: EnvironmentOptions
  let registry: Registry
  var frozen: FrozenStorage
  var output: [UInt8] = []

  // Arenas
  var text: [UInt8] = []
  var lists: [[Handle]] = []
  var dictionaries: [DictionaryObject] = []
  var hostMaps: [HostMap] = []
  /// The members of all host maps that were adopted, or missing where they were not yet.
  var adopted: [Handle] = []
  var objects: [HostObject] = []
  var functions: [TemplateFunction] = []
  var boxes: [Box] = []
  var hints: [String] = []
  var macros: [MacroRecord] = []
  /// What must outlive the current statement; anything above was made by it alone.
  var floor = ArenaMarks()

  // Running
  var pc = 0
  var frame = 0
  var base = 0
  var stack: [Handle] = []
  var slots: [Handle] = []
  var frames: [FrameRecord] = []
  var calls: [CallRecord] = []
  var contexts: [ContextRecord] = []
  var loops: [LoopState] = []
  var captures: [Int] = []
  var iterations = 0
  /// What operations on long values walked through so far.
  var walked = 0
  var serial: UInt32 = 0
  /// Frames and contexts below these may still be named by a macro.
  var frameFloor = 0
  var slotFloor = 0
  var contextFloor = 0
  /// Values of the page by name, adopted when first read.
  var globals: [Handle] = []
  var sharedGlobals: [Handle] = []
  var modules: [Handle] = []
  /// For each place that reads a member: the shape that it met last, and where the member was.
  var memberCache: [MemberCache] = []
  /// Where the page will stand.
  var place = PagePlace()
  /// What registered functions said, on this page and on those before.
  var remembered = RememberedTexts()
  /// What a registered function of one text is writing.
  var written: [UInt8] = []

  struct MemberCache {
    /// In place of a frozen shape: the page's own dictionaries, where the place is only a guess.
    static let hostShape = UInt32.max - 1

    var shape: UInt32
    var place: UInt32
  }

  init(_ program: Program, options: EnvironmentOptions, registry: Registry, frozen: FrozenStorage) {
    self.program = program
    self.options = options
    self.registry = registry
    self.frozen = frozen
    memberCache = Array(
      repeating: MemberCache(shape: .max, place: 0), count: program.attributeSites.count)
  }

  /// Forgets the last page, but keeps the memory.
  private mutating func reset() {
    text.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
    dictionaries.removeAll(keepingCapacity: true)
    hostMaps.removeAll(keepingCapacity: true)
    adopted.removeAll(keepingCapacity: true)
    objects.removeAll(keepingCapacity: true)
    functions.removeAll(keepingCapacity: true)
    boxes.removeAll(keepingCapacity: true)
    hints.removeAll(keepingCapacity: true)
    macros.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    slots.removeAll(keepingCapacity: true)
    frames.removeAll(keepingCapacity: true)
    calls.removeAll(keepingCapacity: true)
    contexts.removeAll(keepingCapacity: true)
    loops.removeAll(keepingCapacity: true)
    captures.removeAll(keepingCapacity: true)
    floor = ArenaMarks()
    (frameFloor, slotFloor, contextFloor) = (0, 0, 0)
    (iterations, walked) = (0, 0)
    globals.removeAll(keepingCapacity: true)
    globals.append(contentsOf: repeatElement(.missing, count: program.names.count))
    sharedGlobals.removeAll(keepingCapacity: true)
    sharedGlobals.append(contentsOf: repeatElement(.missing, count: program.names.count))
    modules.removeAll(keepingCapacity: true)
    modules.append(contentsOf: repeatElement(.missing, count: program.templates.count))
  }

  /// Renders a template at the end of ``output``; on an error the output is as it was.
  mutating func render(
    _ name: String, _ data: ValueMap, at place: PagePlace
  ) throws(TemplateError) {
    reset()
    self.place = place
    remembered.turn(to: place)
    let outputStart = output.count
    _ = adopt(data)
    floor = marks
    do throws(Fault) {
      guard let template = templateIndex(named: name) else {
        throw Fault(.missingTemplate, "the template '\(name)' does not exist")
      }
      if let failed = registry.failures[name] { throw Fault(reporting: failed) }
      beginTemplate(template, result: .page)
      try run()
    } catch {
      let report = report(error, rendering: name)
      output.removeLast(output.count - outputStart)
      throw report
    }
  }

  func templateIndex(named name: String) -> Int? {
    program.templates.firstIndex { program.names[Int($0.name)] == name }
  }
}

extension Fault {
  /// A fault that the compiler has found already.
  init(reporting error: TemplateError) {
    self.init(error.kind, error.message)
    self.error = error
  }
}

/// How full each arena is.
struct ArenaMarks: Sendable {
  var text = 0
  var lists = 0
  var dictionaries = 0
  var boxes = 0
}

extension Machine {
  var marks: ArenaMarks {
    ArenaMarks(
      text: text.count, lists: lists.count, dictionaries: dictionaries.count, boxes: boxes.count)
  }

  /// Keeps all that has been made so far.
  @inline(__always)
  mutating func keep() {
    floor = marks
  }

  /// Drops what only the current statement has made.
  @inline(__always)
  mutating func sweep() {
    if text.count > floor.text { text.removeLast(text.count - floor.text) }
    while lists.count > floor.lists { lists.removeLast() }
    while dictionaries.count > floor.dictionaries { dictionaries.removeLast() }
    while boxes.count > floor.boxes { boxes.removeLast() }
  }
}
