internal import Agreements
internal import Markup

/// What has nothing in common but its place.
extension Aligner {
  /// Whether two clauses or paragraphs have no word in common but particles, each of them some of
  /// its own: then one was put in the place of the other. Words count as one that begin alike. What
  /// a label announces is that, whatever it says.
  func areUnrelated(_ left: Int, _ right: Int) -> Bool {
    guard old.nodes[left].role == .place, new.nodes[right].role == .place,
      old.nodes[left].shape == .text,
      !old.designation(of: left).isEmpty || !followsLabel(left, old) && !followsLabel(right, new),
      !sharePlainWord(left, right),
      let before = contentWords(of: old, left), let after = contentWords(of: new, right)
    else { return false }
    return before.isDisjoint(with: after)
  }

  /// Whether two short texts share a long word that is no name of a party: a look at numbers, which
  /// spares most pairs the look at letters.
  private func sharePlainWord(_ left: Int, _ right: Int) -> Bool {
    let (before, after) = (old.nodes[left].tokens, new.nodes[right].tokens)
    guard before.count * after.count <= 4_096 else { return false }
    for token in before where old.tokens.ids[Int(token)] >= Particles.count {
      let word = old.tokens.words[Int(token)]
      guard word.kind == .word, word.bytes.count > WordBeginning.length else { continue }
      let id = old.tokens.ids[Int(token)]
      guard after.contains(where: { new.tokens.ids[Int($0)] == id }) else { continue }
      if isContent(
        String(decoding: old.agreement.tree.text[word.bytes], as: UTF8.self).lowercased())
      {
        return true
      }
    }
    return false
  }

  /// Whether a word in lower case is no particle and names no party.
  private func isContent(_ word: String) -> Bool {
    !Particles.all.contains(word) && !WordTraits.of(word).contains(.party)
      && !partyWords.contains(TypedWords.withoutPossessive(word))
  }

  /// Whether the place before another ends with a colon.
  private func followsLabel(_ node: Int, _ text: ComparedText) -> Bool {
    guard node - 1 > Int(text.nodes[node].parent), let last = text.nodes[node - 1].tokens.last
    else { return false }
    return text.agreement.tree.text[Int(text.tokens.words[Int(last)].end) - 1] == UInt8(ascii: ":")
  }

  /// The first letters of all words of a place but particles and those for the parties, whom most
  /// clauses name; `nil` where there are few, or a line to write on.
  private func contentWords(of text: ComparedText, _ node: Int) -> Set<String>? {
    let tokens = text.nodes[node].tokens.prefix(Limits.wordsOfSection)
    guard !tokens.contains(where: { text.tokens.words[Int($0)].kind == .blank }) else {
      return nil
    }
    let words = tokens.filter { text.tokens.words[Int($0)].kind == .word }
      .map { token in
        let bytes = text.agreement.tree.text[text.tokens.words[Int(token)].bytes]
        return String(decoding: bytes, as: UTF8.self).lowercased()
      }
      .filter(isContent)
    guard words.count >= Limits.shortestUnique else { return nil }
    return Set(words.map(WordBeginning.of))
  }
}
