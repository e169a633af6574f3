/// Watches how deep lists and quotes may be nested, line by line.
///
/// The parser goes through all open containers for each line, blank ones too. How many are open is
/// guessed from the indentation; a list needs at least two columns.
struct NestingGuard {
  private var open = 0
  private var followsBlank = true
  private var steps = 0

  mutating func add(_ prefix: LinePrefix) {
    if prefix.isBlank {
      followsBlank = true
    } else {
      let depth = prefix.markers + prefix.indent / 2
      // A line without its indentation may still continue a paragraph deep inside.
      open = followsBlank ? depth : max(open, depth)
      followsBlank = false
    }
    steps += open
  }

  func refusal(at offset: Int) -> Refusal? {
    steps > MarkupLimits.nestedLines ? Refusal(.depth, at: offset) : nil
  }
}
