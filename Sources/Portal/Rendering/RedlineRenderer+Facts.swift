internal import Changes
internal import Deadlines
internal import Markup

extension RedlineRenderer {
  /// A value of the frontmatter, headed by what it is called: it has no place in the text.
  mutating func append(_ fact: RedlineFact) {
    write("<div class=\"clause changed\">")
    output += RedlineTags.place
    let name = fact.name.text(in: words.language)
    escape(name.prefix(1).uppercased() + name.dropFirst())
    appendNumbers(fact.changes)
    output += RedlineTags.paragraphEnd
    output += RedlineTags.paragraph
    for (index, run) in fact.runs.enumerated() {
      // Nothing parts a word from the one that came in its place.
      if index > 0, !run.text.hasPrefix(" "), run.kind == .added { output.append(0x20) }
      var bytes: [UInt8] = []
      let text = words.written(run.text)
      appendEscapedHTML(Array(text.utf8)[...], to: &bytes)
      switch run.kind {
      case .removed: mark(bytes[...], "del", words.removed)
      case .added: mark(bytes[...], "ins", words.added)
      case .equal, .renumbered, .retargeted: escape(text)
      }
    }
    output += RedlineTags.paragraphEnd
    output += RedlineTags.clauseEnd
  }
}
