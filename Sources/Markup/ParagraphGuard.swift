/// Adds up what a run of lines without a blank one has: it holds any paragraph that is there.
struct ParagraphGuard {
  private(set) var bytes = 0
  private(set) var lines = 0
  /// Where the line that was added last begins.
  private(set) var lastStart = 0
  private var openers = 0
  private var closing = 0
  private var declarations = 0
  private var firstStart: Int?
  /// Steps of all paragraphs so far.
  private(set) var steps: Int

  init(steps: Int = 0) { self.steps = steps }

  mutating func add(_ line: LineCounts) {
    if firstStart == nil { firstStart = line.start }
    bytes += line.bytes + 1
    lines += 1
    lastStart = line.start
    openers += line.openers
    closing += line.closing
    declarations += line.declarations
    // For each `<!` and `<?` the parser looks for the end up to the end of the paragraph, and for
    // each link it goes through all images and emphasis that have begun before it and go on.
    steps += line.declarations * bytes + line.closing * openers
    steps += declarations * line.bytes
  }

  var refusal: Refusal? {
    steps > MarkupLimits.repeatedSteps ? Refusal(.repeatedSteps, at: firstStart ?? 0) : nil
  }
}
