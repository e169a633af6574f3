internal import Agreements

// What is called by a word for annexes without a number.

extension ReferenceResolver {
  /// Whether a mention is `the Appendix`, with nothing cited of it.
  func isWholeUnnumberedAnnex(_ mention: Mention) -> Bool {
    guard mention.parts.count == 1, mention.parts[0].path.count == 1 else { return false }
    return isUnnumbered(mention.parts[0])
  }

  /// Notes `the Appendix` as a reference, but not within it.
  mutating func resolveUnnumberedAnnex(_ mention: Mention) {
    let part = mention.parts[0]
    let finder = PlaceFinder(index: reading.index)
    let places = finder.find(part.path[...], from: .document).places
    guard places.count == 1,
      mention.provision == Provision.none || !reading.index.isInside(mention.provision, places[0])
    else { return }
    var found = ResolvedReference.Part(textRange: part.textRange)
    found.status = .resolved
    found.targets = [ReferenceTarget(agreement: Int32(number), provision: places[0])]
    resolved.references.append(
      ResolvedReference(
        kind: .annex, textRange: mention.textRange, provision: mention.provision, parts: [found]))
  }

  /// A mention of `paragraph 2 of the Schedule` as one of paragraph 2, where the agreement itself
  /// is the schedule: its title says so, and none of its annexes is called one.
  func readingOwnTitle(_ mention: Mention) -> Mention {
    guard mention.qualifier == .none, let word = mention.parts.first?.path.first?.annexWord,
      mention.parts.allSatisfy({ $0.path.count > 1 && isUnnumbered($0) }), isCalled(word)
    else { return mention }
    var own = mention
    own.qualifier = .thisDocument
    for index in own.parts.indices {
      own.parts[index].path.removeFirst()
      if !own.parts[index].through.isEmpty { own.parts[index].through.removeFirst() }
      own.parts[index].looseSteps = 0
      own.parts[index].stepsBefore = 0
      own.parts[index].sharedSteps = 0
      own.parts[index].split = nil
      // What stands alone is called a paragraph in schedules, and its sections are.
      guard own.parts[index].path[0].level == .paragraph,
        own.parts[index].path[0].form == .number, !own.parts[index].path[0].isBracketed
      else { continue }
      own.parts[index].path[0].level = .section
      if !own.parts[index].through.isEmpty { own.parts[index].through[0].level = .section }
    }
    return own
  }

  private func isUnnumbered(_ part: Mention.Part) -> Bool {
    part.path[0].level == .annex && part.path[0].body.isEmpty && part.title == .none
  }

  /// Whether the agreement's title begins or ends with a word for annexes, and no annex is called
  /// so.
  private func isCalled(_ word: AnnexWord) -> Bool {
    let title = reading.agreement.metadata.title
    let last = title.utf8.split(separator: 0x20).last ?? [][...]
    let provisions = reading.agreement.provisions
    return
      (AnnexWord(beginning: title) == word || AnnexWord(hash: WordHash.ofLowered(last)) == word)
      && !reading.index.firstAnnexes.contains {
        AnnexWord(beginning: provisions[Int($0)].designation) == word
      }
  }
}
