/// What a line has of the characters that cost the parser time.
struct LineCounts {
  var start = 0
  var bytes = 0
  var bars = 0
  /// Bars that end a cell: those without a backslash before them.
  var delimiters = 0
  var opening = 0
  var closing = 0
  /// `![`, and each character that may begin emphasis.
  var openers = 0
  /// `<!` and `<?`
  var declarations = 0
  /// Whether a bracket is followed by a colon, as behind the label of a definition.
  var hasDefinition = false
}
