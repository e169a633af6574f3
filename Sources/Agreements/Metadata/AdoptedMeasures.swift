package import Frontmatter

/// A place of the text that is the register of measures.
package struct AdoptedMeasures: Sendable {
  /// The legal path of the place that holds them; `nil` for the whole text.
  package var at: Located<String>?
  /// The scheme whose names the labels are looked for in first; `bdsg9` where nothing is said.
  package var scheme: Located<String>?
  /// What the measures are stated for, where the text names no scope.
  package var scope: Located<String>?
  /// What labels mean, by label or legal path, where the text leaves it open.
  package var controls: [(place: Located<String>, controls: [Located<String>])] = []
  /// The scopes that headings name, by title or legal path.
  package var scopes: [(place: Located<String>, scope: Located<String>)] = []
}
