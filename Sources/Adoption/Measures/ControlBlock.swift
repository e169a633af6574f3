/// A control of an agreement's list of measures, as the text has it: its label and what stands
/// under it.
struct ControlBlock {
  /// One measure as the text has it.
  struct Leaf {
    var provision: Int
    var text: String
    var links: [String]
    /// What cells of its row say.
    var state: StatedState?
    /// Whether they say that it is not taken.
    var isNotTaken = false
    /// Whether it is struck out.
    var isStruck = false
    /// The cells in columns of states that say none that is known.
    var unclear: [String] = []
    /// Whether the table has columns of states, and the row leaves them empty.
    var lacksState = false
    var evidence: [AdoptedMeasure.Pointer] = []
    /// States by the heads of their columns, where a table has one for each scope.
    var states: [(scope: String, state: StatedState)] = []
    /// The scope that a cell names.
    var scope: String?

    /// Whether there are no words beside addresses.
    var isOnlyLinks: Bool {
      !links.isEmpty
        && text.split(whereSeparator: \.isWhitespace).allSatisfy { word in
          word.utf8.contains(UInt8(ascii: ":")) && links.contains { $0.hasPrefix(word) }
            || word.hasPrefix("http") || word.hasPrefix("www.")
        }
    }
  }

  /// The provision that has the label, or that holds measures without one.
  var provision: Int
  /// As the text has it; empty where measures stand under no label.
  var label: String
  var reading = ControlNames.Reading()
  /// Whether the frontmatter says what the label means.
  var isSettled = false
  var remarks: [String] = []
  /// Texts that explain the control or say something of all its measures.
  var paragraphs: [(provision: Int, text: String)] = []
  /// The place whose title is the scope, if the list is divided into scopes.
  var scope: Int?
  /// The letter of Article 32(1) GDPR that a heading above cites.
  var letter: UInt8?
  /// The letter that the label itself cites.
  var cited: UInt8?
  var leaves: [Leaf] = []
}
