internal import Agreements
internal import Frontmatter
internal import References

/// What is called otherwise throughout the new version.
extension AgreementDiffer {
  /// Finds it in the frontmatter, whose changes are known, and in definitions of the text.
  mutating func findRenamedTerms() {
    let (before, after) = (old.agreement.metadata, new.agreement.metadata)
    let names = changes.filter { $0.field?.hasSuffix(".defined-as") == true }
      .compactMap { change in
        change.valueBefore.flatMap { old in change.valueAfter.map { (old, $0) } }
      }
    let had = before.parties.compactMap(\.definedAs?.value)
    let has = after.parties.compactMap(\.definedAs?.value)
    // Where two parties exchanged their names, a name tells nothing.
    for (old, new) in names where !has.contains(old) && !had.contains(new) { renamed.add(old, new) }
    addOnly(before.selfNames.map(\.value), after.selfNames.map(\.value))
    addOnly(before.jointTerms.map(\.value), after.jointTerms.map(\.value))
    findRenamedDefinitions()
  }

  /// Adds the one name of a list that is gone, with the one that came.
  private mutating func addOnly(_ before: [String], _ after: [String]) {
    let gone = before.filter { !after.contains($0) }
    let come = after.filter { !before.contains($0) }
    if gone.count == 1, come.count == 1 { renamed.add(gone[0], come[0]) }
  }

  /// Finds terms in quotation marks that a clause defines under another name now.
  private mutating func findRenamedDefinitions() {
    var candidates: [(old: String, new: String, node: Int32)] = []
    for node in new.nodes.indices.dropFirst() where new.nodes[node].shape == .text {
      let source = Int(alignment.oldOf[node])
      guard source >= 0, old.nodes[source].digest != new.nodes[node].digest else { continue }
      let (before, after) = (old.quotations(in: source), new.quotations(in: node))
      guard before.count == after.count else { continue }
      for (left, right) in zip(before, after) where left != right {
        candidates.append((left, right, Int32(node)))
      }
    }
    guard !candidates.isEmpty, candidates.count <= Self.mostCandidates else { return }
    func terms(_ reading: AgreementReading) -> Set<String> {
      Set(findTerms(in: reading).terms.map(\.name))
    }
    let (had, has) = (terms(old.snapshot.reading), terms(new.snapshot.reading))
    for candidate in candidates
    where had.contains(candidate.old) && has.contains(candidate.new)
      && !has.contains(candidate.old) && !had.contains(candidate.new)
    {
      renamed.add(candidate.old, candidate.new, definition: candidate.node)
    }
  }

  /// More terms than that are not renamed but written anew.
  private static var mostCandidates: Int { 64 }
}

extension ComparedText {
  /// What stands in quotation marks in a place, as far as it can be a term.
  fileprivate func quotations(in node: Int) -> [String] {
    var found: [String] = []
    var open: Int32?
    for token in nodes[node].tokens where tokens.words[Int(token)].kind == .quote {
      guard let start = open else {
        open = token + 1
        continue
      }
      if start < token, token - start <= 8 { found.append(words(of: start..<token)) }
      open = nil
    }
    return found
  }
}
