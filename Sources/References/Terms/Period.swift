package import Deadlines

/// A time that a text sets: a deadline, a notice, a rhythm.
package struct Period: Sendable {
  package enum Kind: String, Sendable {
    /// So many units.
    case duration
    /// Every so many units, or so often in one.
    case recurrence
    /// `without undue delay`, `immediately`.
    case withoutDelay = "without-delay"
    /// `reasonable period`, `in a timely manner`: no number, and none follows from the law.
    case open
  }

  package enum Bound: String, Sendable {
    case exact, atLeast = "at-least", atMost = "at-most", normally
  }

  package var kind: Kind
  /// How many units; 0 where the text gives no number.
  package var amount = 0
  package var unit: TimeUnit?
  /// How often within the units, of a recurrence: 2 for `twice a year`.
  package var times = 1
  package var bound = Bound.exact
  /// Bytes of the agreement's text.
  package var textRange: Range<Int32>
  /// What starts the period, as far as the sentence says so; empty where it doesn't.
  package var triggerRange: Range<Int32> = 0..<0
  /// The sentence that states it.
  package var sentenceRange: Range<Int32> = 0..<0
  package var provision: Int32
  /// The role of the party that has the duty, such as `processor`, or empty.
  package var party = ""

  init(kind: Kind, textRange: Range<Int32>, provision: Int32) {
    self.kind = kind
    self.textRange = textRange
    self.provision = provision
  }
}

/// A place that is left for someone to fill in.
package struct Blank: Sendable {
  package enum Kind: String, Sendable {
    /// `____`, `......`, `[●]`.
    case line
    /// Words in brackets that say what to write there: `[Insert name]`, `[Name einfügen]`.
    case placeholder
    /// `Telephone:` with nothing behind it.
    case label
    /// An empty cell of a table that nobody has signed.
    case cell
    /// A party without a name, of the frontmatter.
    case party
  }

  package var kind: Kind
  /// What is to be filled in, as far as the text says so.
  package var label: String
  /// Empty where nothing stands there.
  package var textRange: Range<Int32>
  package var provision: Int32
  /// The block of an empty cell, whose text has no place.
  package var node: Int32?
}
